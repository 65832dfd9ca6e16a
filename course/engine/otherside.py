"""The other side: the same days, as the people there lived them."""

from __future__ import annotations

from collections.abc import Iterator

from course.engine import kinds
from course.engine.decision import Decision
from course.engine.outcome import Outcome
from course.engine.play import Play
from course.model import Ending, Exercise, Person
from course.model.record import Record


class Moment(Record):
    """One thing on one of their days: what that day was like, or what the learner did, in their eyes."""

    day: int
    text: str
    did: str = ""
    """What the learner did, or `""` where the day was simply so."""


class View(Record):
    """Everything from where one person sits."""

    person: Person
    moments: tuple[Moment, ...]


def views(play: Play) -> tuple[View, ...]:
    """How each person lived through the scenario as it went, those first whom it reached; none without people.

    Their days are told as far as the scenario has come.
    """
    people = play.scenario.head.people
    lived: dict[str, list[Moment]] = {person.id: [] for person in people}
    for decision in play.path:
        outcome = _outcome(play, decision)
        if outcome is None:
            continue
        contact = decision.contact
        did = (contact.words if contact else "") or decision.said
        for each in outcome.seen:
            lived[each.by].append(Moment(decision.day, each.text, did))
        if people and contact and not outcome.seen:
            lived[contact.person or people[0].id].append(Moment(decision.day, outcome.happens, did))
    found = []
    for person in people:
        days = [Moment(each.day, each.text) for each in person.days if each.day <= play.day]
        moments = sorted([*days, *lived[person.id]], key=lambda moment: (moment.day, bool(moment.did)))
        if moments:
            found.append(View(person, tuple(moments)))
    return tuple(found)


def _outcome(play: Play, decision: Decision) -> Outcome | None:
    """What that decision was, in the scenario as it is today."""
    body = play.scenario.scenes[decision.scene].body
    if isinstance(body, Ending):
        return None
    return next((each for each in _all(body) if each.answer == decision.answer), None)


def _all(exercise: Exercise) -> Iterator[Outcome]:
    for _, possible in kinds.turns(exercise):
        yield from possible
