"""Everything of a scenario that a reading copy has to show once: its pieces, and where each of them is written.

A text that is the same on every path needs no piece of its own, since it comes with its scene or its option.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.authoring.proof.options import options
from course.authoring.proof.piece import Piece, What
from course.engine import kinds
from course.engine.states.graph import after_endings
from course.model import ALWAYS, Arrival, Branch, Condition, Contact, Ending, Passage, Scenario, Scene
from course.model.record import Record
from course.reading.problems.positions import Step

Written = dict[int, tuple[Step, ...]]
"""Where each passage, arrival and branch is written, as positions know it. A record is known by being the very same
one, since two may read alike."""


def written(scenario: Scenario) -> Written:
    """Where they are written in this scenario."""
    return {id(record): at for record, at in everything(scenario)}


def pieces(scenario: Scenario) -> list[Piece]:
    """All there are, in the order of the file."""
    found: list[Piece] = []
    for scene in scenario.scenes.values():
        at = ("scenes", scene.id)
        found.append(Piece(What.ENDING if isinstance(scene.body, Ending) else What.SCENE, at))
        found += options(scene)
        for record, where in _within(scene, at):
            found += _of(record, where)
        found += _branches(scene, at)
    return list(dict.fromkeys(found))


def days(scenario: Scenario) -> list[Piece]:
    """The passages of the other side's days, which no state knows: a day is told after the ending."""
    head = scenario.head
    within = (each for person in head.people for each in _within(person, ("people", person.id)))
    return [piece for record, at in within for piece in _of(record, at)]


def told(scenario: Scenario) -> dict[str, tuple[Condition, ...]]:
    """What the texts of each scene ask; an ending's, also what is asked after it, where one fact is changed."""
    found = {scene.id: _asked(scene) for scene in scenario.scenes.values()}
    after = [each for name in after_endings(scenario) for each in _conditions(scenario.scenes[name])]
    flips = {scene.id for scene in scenario.scenes.values() if isinstance(scene.body, Ending) and scene.body.flip}
    return {name: (*asked, *after) if name in flips else asked for name, asked in found.items()}


def _of(record: Record, at: tuple[Step, ...]) -> Iterator[Piece]:
    if isinstance(record, Passage) and record.when != ALWAYS:
        if record.text:
            yield Piece(What.PASSAGE, at)
        if record.otherwise:
            yield Piece(What.ELSE, at)
    elif isinstance(record, Arrival) and record.when != ALWAYS:
        yield Piece(What.ARRIVAL, at)


def _branches(scene: Scene, at: tuple[Step, ...]) -> list[Piece]:
    """Those of ways on that have several."""
    found: dict[tuple[Step, ...], list[Piece]] = {}
    for record, where in _within(scene, at):
        if isinstance(record, Branch):
            found.setdefault(where[:-1], []).append(Piece(What.BRANCH, where))
    return [piece for way in found.values() if len(way) > 1 for piece in way]


def _asked(scene: Scene) -> tuple[Condition, ...]:
    return tuple(record.when for record, _ in _within(scene, ()) if isinstance(record, Passage | Arrival))


def _conditions(scene: Scene) -> Iterator[Condition]:
    """All that a scene asks, in whatever it says, offers, or goes on by."""
    for record, _ in _within(scene, ()):
        if isinstance(record, Passage | Arrival | Branch):
            yield record.when
    if not isinstance(scene.body, Ending):
        yield from kinds.of(scene.body).conditions()


def everything(scenario: Scenario) -> Iterator[tuple[Record, tuple[Step, ...]]]:
    """All passages, arrivals and branches of a scenario, each with the way to where it is written."""
    yield from _within(scenario.head, ())
    for scene in scenario.scenes.values():
        yield from _within(scene, ("scenes", scene.id))


def _within(record: Record, at: tuple[Step, ...]) -> Iterator[tuple[Record, tuple[Step, ...]]]:
    """The passages, arrivals and branches in a record, each with the way to where it is written."""
    if isinstance(record, Passage | Arrival | Branch):
        yield record, at
    if isinstance(record, Condition | Contact):
        return
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from _within(value, at if name == "body" else (*at, name))
        elif isinstance(value, tuple):
            yield from _listed(name, value, at)


def _listed(name: str, records: Iterable[object], at: tuple[Step, ...]) -> Iterator[tuple[Record, tuple[Step, ...]]]:
    for number, each in enumerate(records):
        if isinstance(each, Arrival):
            yield from _within(each, (*at, name, each.medium.value))
        elif isinstance(each, Record):
            by_id = getattr(each, "id", "")
            alone = by_id and name != "people"  # of what stands in a scene, the id alone says where
            yield from _within(each, (*at, by_id) if alone else (*at, name, by_id or number))
