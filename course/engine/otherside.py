"""The other side: the same days, as the people there lived them."""

from __future__ import annotations

from course.engine.consequence import lived
from course.engine.past import Path
from course.engine.play import Play
from course.engine.telling import tell
from course.model import Person, PersonDay
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
    moments: dict[str, list[Moment]] = {person.id: [] for person in people}
    for decision, consequence in lived(play):
        contact = decision.contact
        did = (contact.words if contact else "") or decision.said
        on = contact.on(decision.day) if contact else decision.day
        for each in consequence.seen:
            moments[each.by].append(Moment(on, each.text, did))
        if people and contact and not consequence.seen:
            moments[contact.person or people[0].id].append(Moment(on, consequence.happens, did))
    found = []
    for person in people:
        days = [Moment(each.day, day(play, each)) for each in person.days if each.day <= play.day]
        together = sorted([*days, *moments[person.id]], key=lambda moment: (moment.day, bool(moment.did)))
        together = [moment for moment in together if moment.text or moment.did]
        if together:
            found.append(View(person, tuple(together)))
    return tuple(found)


def day(play: Play, theirs: PersonDay) -> str:
    """What one of their days was like, which may depend on what the learner had done by then."""
    return tell(theirs.text, by_then(play, theirs))


def by_then(play: Play, theirs: PersonDay) -> Path:
    """What the learner had done by one of their days."""
    trail = (each for each in play.trail if each.day <= theirs.day)
    return Path(trail, (each for each in play.path if each.day <= theirs.day), theirs.day)
