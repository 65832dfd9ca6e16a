"""The smallest Textual app, which the benchmarks measure ours against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Smallest(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        yield Static("Smallest")

    def on_key(self) -> None:
        self.exit()


if __name__ == "__main__":
    Smallest().run()
