"""What an exercise is in plain lines, whatever its kind, and what all kinds say alike."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from course.engine import debrief
from course.engine.outcome import Answer
from course.engine.play import Play
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.telling import rules
from course.model import Rule
from course.visit.offers import Offer
from course.visit.session import Session
from course.words import say, sentences

Asked = tuple[Answer, ...] | str
"""The answers to send, or the name of one of the keywords that every prompt understands."""


BACK = Keyword("plain.answer.back", "plain.back.about", Offer.BACK)
_BACK_HERE = Keyword("plain.answer.back", "plain.back.about-here")


class InLines(ABC):
    """The exercise at a session's scene, asked and told."""

    def __init__(self, session: Session, talk: Conversation) -> None:
        self._session = session
        self._talk = talk

    @abstractmethod
    def ask(self, more: Sequence[Keyword]) -> Asked:
        """Ask until there is something to send, or one of `more` is said. Raises InputEnded."""

    @abstractmethod
    def weighed(self) -> None:
        """What is about to be sent."""

    @abstractmethod
    def tell(self) -> None:
        """Say what came of the answer."""

    def _back_here(self, more: Sequence[Keyword]) -> list[Keyword]:
        """`more`, where something is put together and some of it stands already: `back` takes back the last of it, not
        the decision before."""
        return [*(each for each in more if each.name != BACK.name), _BACK_HERE]

    @property
    def _play(self) -> Play:
        return self._session.play

    def _touched(self) -> None:
        """The rules that were at stake, each once: of something done, which of them it kept is said apart wherever
        where it landed does not say that already."""
        play = self._play
        known = play.course.all_rules()
        found: dict[str, Rule] = {}
        for decision in play.latest:
            found.update({rule.id: rule for rule in debrief.touched(decision, known)})
        warned = {rule for each in play.latest for rule in (*each.breaks, *each.avoids)}
        if any(each.is_sorted for each in play.latest):
            rules(found.values(), warned, play.course, self._talk)
            return
        broken = {rule for each in play.latest for rule in each.broken}
        missed = [rule for rule in found.values() if rule.id in broken]
        kept = [rule for rule in found.values() if rule.id not in broken]
        apart = len(play.latest) > 1 or bool(missed and kept)
        for heading, some in (("plain.touched.missed", missed), ("plain.touched.kept", kept)):
            if some and apart:
                self._talk.say(say("plain.heading", heading=say(heading)))
            rules(some, warned, play.course, self._talk)

    def _landing(self, what: str) -> None:
        """Where all of it landed together."""
        self._talk.say(sentences.landing_together(self._play.latest, what))
