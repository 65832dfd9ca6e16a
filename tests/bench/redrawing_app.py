"""The smallest Textual app that redraws a line at each key."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Redrawing(App[None]):
    """One line, another at each key."""

    count = 0

    def compose(self) -> ComposeResult:
        yield Static("Redrawing", markup=False)

    def on_key(self) -> None:
        self.count += 1
        self.query_one(Static).update(f"Redrawing {self.count}")


if __name__ == "__main__":
    Redrawing().run()
