"""The week: the days of a scenario as far as the learner knows of them, each with what came, what went, and what is
said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.engine.consequence import lived
from course.engine.known import facts_known
from course.engine.play import Play
from course.engine.telling import arrived, sent_at
from course.model import Contact, Message
from course.model.kinds.message import MessageInParts
from course.model.record import Record


class Day(Record):
    """One day of the week as the learner knows of it."""

    number: int
    """Counted from day 0."""
    events: tuple[Message | Contact, ...]
    """What came in and what the learner sent, in the order in which it happened."""
    facts: tuple[str, ...]
    """What the learner knows about this day."""
    today: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say of it."""
        return not (self.events or self.facts or self.today)


def week(play: Play) -> tuple[Day, ...]:
    """The days from the first on, until today or until the last that something is known about. None where one fact is
    another, since then no day is what it was, and none in a scenario in which no day goes by and nothing happens."""
    if play.flipped:
        return ()
    events: dict[int, list[Message | Contact]] = {}
    for day, event in _events(play):
        events.setdefault(day, []).append(event)
    facts: dict[int, list[str]] = {}
    for each in facts_known(play):
        if each.about is not None:
            facts.setdefault(each.about, []).append(each.fact)
    last = max(play.day, *events, *facts) if events or facts else play.day
    if not (last or events or facts):
        return ()
    return tuple(
        Day(each, tuple(events.get(each, ())), tuple(facts.get(each, ())), each == play.day) for each in range(last + 1)
    )


def _events(play: Play) -> Iterator[tuple[int, Message | Contact]]:
    """What came and went on the path that stands now, scene by scene. That nothing came is no event."""
    told = {id(decision): consequence for decision, consequence in lived(play)}
    for here, past, made in play.stops():
        scene = play.scenario.scenes[here.scene]
        sent = sent_at(scene, past)
        yield from ((each.contact.on(here.day), each.contact) for each in sent if each.answered)
        yield from _came(here.day, arrived(scene.arrives, past))
        yield from ((each.contact.on(here.day), each.contact) for each in sent if not each.answered)
        for decision in (each for each in made if id(each) in told):
            if decision.contact:
                yield decision.contact.on(decision.day), decision.contact
            yield from _came(decision.day, told[id(decision)].arrives)
        if made and isinstance(scene.body, MessageInParts):
            yield from _came(here.day, arrived(scene.body.arrives, past.then(made)))


def _came(day: int, messages: Iterable[Message]) -> Iterator[tuple[int, Message]]:
    """Each on its day; silence is none."""
    for each in messages:
        if not each.medium.traits.wordless:
            yield day if each.came is None else each.came, each
