"""The exercise kind `choices`: numbered options in the order that the play gives them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from course.playing.story import Play
from course.tui.text import plain
from course.tui.widgets.option import Option


def view(play: Play) -> Iterable[Widget]:
    """The options; the value of each is its answer."""
    for number, outcome in enumerate(play.shown(), 1):
        yield Option(str(number), plain(outcome.said), outcome.answer, classes="choice")
