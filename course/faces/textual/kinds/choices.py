"""The exercise kind `choices`: numbered options in the order that the play gives them."""

from __future__ import annotations

from collections.abc import Iterable

from course.engine.consequence import latest
from course.faces.textual.blocks import Block, Text, digit, option
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.kinds.on_screen import Answered, OnScreen, Space
from course.faces.textual.text import plain, prose
from course.words import say


class ChoicesOnScreen(OnScreen):
    """A decision between choices."""

    def blocks(self, at: int, space: Space) -> Iterable[Block]:  # noqa: ARG002 (one place; options fit as they do)
        """The options."""
        for number, outcome in enumerate(self._play.shown(), 1):
            yield option(digit(number), plain(outcome.said), Answered((outcome.answer,)), airy=True)

    def weighed(self) -> Iterable[Block]:
        """What was picked."""
        yield Text(plain(say("choices.about-to")).stylize("$soft"))
        yield _picked(self._play.pending[0].outcome.said)

    def shown(self) -> Iterable[Block]:
        """The consequence, and then the reason."""
        (told,) = latest(self._play)
        yield _picked(self._play.pending[0].outcome.said)
        if told.happens:
            yield Text(prose(told.happens))
        yield from map(MessageBlock, told.arrives)
        yield self._landing()
        if told.because:
            yield Text(prose(told.because))
        yield self._rules()


def _picked(said: str) -> Block:
    """What was chosen, in the learner's words."""
    return Text(plain(said).stylize("italic"), bar="$faint")
