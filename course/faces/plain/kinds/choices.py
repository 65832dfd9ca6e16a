"""The exercise kind `choices`: numbered lines in the order that the play gives them."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine.consequence import latest
from course.faces.plain.conversation import Keyword
from course.faces.plain.kinds.in_lines import Asked, InLines
from course.faces.plain.telling import messages
from course.words import say, sentences


class ChoicesInLines(InLines):
    """A decision between choices."""

    def ask(self, more: Sequence[Keyword]) -> Asked:
        """The answer whose number was given, or the name of one of `more`."""
        shown, talk = self._play.shown(), self._talk
        talk.say()
        numbers = talk.numbered(outcome.said for outcome in shown)
        word = talk.ask(say("plain.choices.prompt", last=len(shown)), numbers, more)
        return (shown[int(word) - 1].answer,) if word.isdecimal() else word

    def weighed(self) -> None:
        """What was picked."""
        self._talk.say(say("plain.choices.weighed", said=self._play.pending[0].outcome.said))

    def tell(self) -> None:
        """What happened, where it landed, why, and the rules with their pairs."""
        (told,) = latest(self._play)
        self._talk.prose(told.happens)
        messages(told.arrives, self._talk)
        self._talk.say(sentences.landing_sentence(self._play.latest[0]))
        self._talk.prose(told.because)
        self._touched()
