"""The exercise kind `choices`: numbered options in the order that the play gives them."""

from __future__ import annotations

from collections.abc import Iterable

from course.playing.story import Play
from course.tui.blocks import Block
from course.tui.blocks.option import option
from course.tui.text import plain


def blocks(play: Play, after: int) -> Iterable[Block]:
    """The options, `after` empty lines below each; picking one answers with its value."""
    for number, outcome in enumerate(play.shown(), 1):
        yield option(str(number), plain(outcome.said), outcome.answer, after=after)
