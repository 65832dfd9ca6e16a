"""What went before in a play, for the margin: contacts, facts learned, and what conditions and texts ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from course.authoring.proof.told import Before
from course.engine.conditions import Fact, Past, holds
from course.engine.consequence import latest
from course.engine.past import Path
from course.engine.play import Phase, Play
from course.engine.telling import known
from course.model import Arrival
from course.model.kinds.message import MessageInParts
from course.words import sentences


class Notes:
    """Taken along a play, whenever a scene is come to and whenever a consequence shows."""

    def __init__(self, asked: Collection[Fact]) -> None:
        self._asked = asked
        self._known: dict[str, None] = {}

    def take(self, play: Play) -> None:
        """Note what is learned where the play stands now."""
        if len(play.trail) == 1 and not play.line:
            here = play.trail[0]
            self._learn(known(play.scenario.head.know, Path((here,), (), here.day)))
        if play.phase is Phase.SHOWN:
            for consequence in latest(play):
                self._learn(each.text for each in consequence.know)
            body = play.scene.body
            if isinstance(body, MessageInParts):
                self._arrive(body.arrives, play.past)
        else:
            self._learn(known(play.scene.know, play.coming))
            self._arrive(play.scene.arrives, play.coming)

    def before(self, play: Play) -> Before:
        """What has been done and learned so far."""
        head, past = play.scenario.head, play.past
        contacts = (
            f"{sentences.day_name(head, each.day)}: {sentences.contact_words(head, each.contact)}"
            for each in play.contacts
        )
        facts = sorted(f"{each.what} {each.id}" for each in self._asked if past.happened(each))
        return Before(tuple(contacts), tuple(self._known), tuple(facts))

    def _arrive(self, arrivals: Iterable[Arrival], past: Past) -> None:
        for each in arrivals:
            if holds(each.when, past):
                self._learn(known(each.know, past))

    def _learn(self, facts: Iterable[str]) -> None:
        self._known.update(dict.fromkeys(facts))
