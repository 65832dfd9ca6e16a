"""The exercise kind `choices`: numbered options in the order that the play gives them."""

from __future__ import annotations

from collections.abc import Iterable

from course.engine.play import Play
from course.faces.textual.blocks import Block, Text
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.blocks.option import option
from course.faces.textual.kinds.common import landing, picked, rules
from course.faces.textual.kinds.values import Answered
from course.faces.textual.text import plain, prose


def places(_play: Play) -> int:
    """There is nothing to go through."""
    return 0


def blocks(play: Play, _at: int, after: int) -> Iterable[Block]:
    """The options."""
    for number, outcome in enumerate(play.shown(), 1):
        yield option(str(number), plain(outcome.said), Answered((outcome.answer,)), after=after)


def weighed(play: Play) -> Iterable[Block]:
    """What was picked."""
    yield Text(plain("You are about to:").stylize("$soft"))
    yield picked(play.pending[0].outcome.said)


def shown(play: Play) -> Iterable[Block]:
    """The consequence, and then the reason."""
    outcome = play.pending[0].outcome
    yield picked(outcome.said)
    if outcome.happens:
        yield Text(prose(outcome.happens))
    for message in outcome.arrives:
        yield MessageBlock(message)
    yield Text(landing(play.latest))
    if outcome.because:
        yield Text(prose(outcome.because))
    yield rules(play, play.latest)
