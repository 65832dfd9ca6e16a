"""The key bar: the keys that work now, and only those. Each can be clicked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby

from textual.binding import ActiveBinding
from textual.content import Content
from textual.style import Style

from course.faces.textual.text import worded
from course.faces.textual.widgets.lines import Lines
from course.faces.textual.widgets.sheet import MARGIN, MEASURE
from course.words import say
from course.words.catalogue import english

_SIGNS = {
    "question_mark": "?",
    "comma": ",",
    "full_stop": ".",
    "slash": "/",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

_LINK = "auto 87%"
"""Black or white, whichever is read better on the background."""


def key_name(key: str) -> str:
    """A key as people call it."""
    name = f"key-name.{key.replace('+', '-')}"
    return _SIGNS.get(key) or (say(name) if name in english() else key)


def grouped(bindings: Iterable[ActiveBinding], *, told: bool = False) -> list[tuple[str, str, str, str]]:
    """The live bindings as (keys, what they do, first key, tooltip); neighbours that do the same join up. Where the
    tooltip is told as well, that has to be the same, too."""
    live = [each for each in bindings if each.enabled and each.binding.description]
    result = []
    for (description, _), run in groupby(
        live, key=lambda each: (worded(each.binding.description), each.tooltip if told else "")
    ):
        same = list(run)
        keys = [key_name(each.binding.key) for each in same]
        name = f"{keys[0]}-{keys[-1]}" if len(keys) > 1 and all(map(str.isdigit, keys)) else "/".join(keys)
        result.append((name, description, same[0].binding.key, same[0].tooltip))
    return result


class KeyBar(Lines):
    """One row at the foot of a screen."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $background; link-style: none; link-style-hover: reverse; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._question = ""
        self._answers: Sequence[Content] = ()
        """What can be pressed instead of all else, while something is asked."""

    def ask(self, question: str, answers: Mapping[str, str]) -> None:
        """Show a question, and only the keys that answer it with the ids of what they say; `""` to ask no more."""
        self._question = question
        self._answers = [_part(key_name(key), say(words), key, "") for key, words in answers.items()]
        self.draw()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.draw())

    def lines(self, width: int, height: int) -> Sequence[Content]:  # noqa: ARG002 (one row)
        shown = [each for each in self.screen.active_bindings.values() if each.binding.show]
        parts = [*(self._answers or (_part(*each) for each in grouped(sorted(shown, key=_rank))))]
        if self._question:
            parts.insert(0, Content(self._question).stylize("bold"))
        start = max(MARGIN, (width - MEASURE) // 2)  # below the column's first letter
        bar, last = Content(" " * start), parts.pop() if parts else Content("")
        for part in parts:  # help comes last and always fits; what does not fit is in the help
            if bar.cell_length + part.cell_length + last.cell_length + 6 > width:
                break
            bar = bar + part + Content("   ")
        return [bar + last]


def _rank(active: ActiveBinding) -> int:
    return {"turn(1)": 0, "pick_pointed": 0, "app.explain": 2}.get(active.binding.action, 1)


@cache
def _part(keys: str, description: str, first: str, _: str) -> Content:
    click = Style.from_meta({"@click": f"app.simulate_key({first!r})"})
    return Content.assemble((keys, "bold"), " ", description).stylize(_LINK).stylize(click)
