"""What is told in a scenario, moment by moment, on every path there is.

The states of a scenario remember only what steers it. So that it is known exactly which passages can be told at a
scene, all ways there are walked once more, and on these it is remembered what its texts ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.authoring.check.finding import along, in_answer
from course.authoring.check.paths import Paths
from course.engine.conditions import Fact as Happened
from course.engine.conditions import Past, What, fits, holds
from course.engine.kinds import FIRST
from course.engine.outcome import Outcome
from course.engine.states.digraph import leading_to
from course.engine.states.graph import Graph, after_endings
from course.engine.states.need import NOT_KNOWN, NOTHING, Need, added, asked
from course.engine.states.remembered import Bits, Remembered, with_contact
from course.model import Arrival, Condition, Contact, Ending, Fact, Scene, Told
from course.model.kinds.message import MessageInParts
from course.model.record import Record, replace
from course.reading.problems.positions import Step

MOST = 20_000
"""Past so many places at which something else is remembered a check would take too long."""


class Piece(Record):
    """A text that learners may read at some moment."""

    way: tuple[Step, ...]
    """What leads to it within its scene."""
    told: Told
    needed: bool = False
    """Whether something would be missing if it said nothing."""
    arrival: Arrival | None = None
    """The message that it is a part of."""

    def comes(self, past: Past) -> bool:
        """Whether it is told at all on that path."""
        return self.arrival is None or holds(self.arrival.when, past)


class Moment(Record, gc=True):
    """A moment on some path: the scene of the telling has been come to, or an answer has just been given there."""

    place: int
    """A number that `Telling.path` knows."""
    outcome: Outcome | None
    """The answer; None on coming to the scene."""
    past: Remembered
    pieces: tuple[Piece, ...]


class Asked(Record):
    """A condition, and the scene at which it is asked."""

    scene: str
    condition: Condition


def tellings(paths: Paths, conditions: Iterable[Asked]) -> Iterator[Telling]:
    """Each scene of which something is asked. Left out are those for which that would be too much; and those that one
    may come to after an ending, where one fact is changed: of what was before, nothing is known there."""
    needs: dict[str, Need] = {}
    for each in conditions:
        needs[each.scene] = needs.get(each.scene, NOTHING) | asked(each.condition, NOT_KNOWN)
    if not needs:
        return
    steps = Steps(paths.graph)
    never = after_endings(paths.scenario)
    for name, need in needs.items():
        if name not in never and (found := Telling(paths, steps, name, need)).complete:
            yield found


class _Step(Record):
    """What an answer adds to the past, and coming to a scene with it."""

    facts: frozenset[Happened]
    contact: Contact | None
    day: int | None
    """The day of the answer; None for the day on which its scene was come to."""
    today: int | None
    """The day that it is then; None where it stays."""


class Steps:
    """All steps of a scenario, for whichever of its scenes something is asked."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._steps: dict[tuple[int, str], _Step] = {}
        self._ways: dict[int, list[tuple[int, _Step]]] = {}

    def ways(self, state: int) -> list[tuple[int, _Step]]:
        """The steps from a state on, each with the state that it leads to."""
        found = self._ways.get(state)
        if found is None:
            ways = zip(self._graph.outcomes[state], self._graph.ways[state], strict=True)
            found = self._ways[state] = [(after, self.step(state, each, self._come_to(after))) for each, after in ways]
        return found

    def step(self, state: int, outcome: Outcome, come_to: Scene | None = None) -> _Step:
        """An answer, and the scene that is come to with it; None where it comes to the next question, or by itself."""
        key = id(outcome), come_to.id if come_to else ""
        found = self._steps.get(key)
        if found is None:
            facts, today = frozenset(added(self._graph.scenes[state].id, outcome)), None
            if come_to is not None:
                facts |= {Happened(What.BEEN, come_to.id)}
                today = outcome.day if come_to.day is None else come_to.day
            found = self._steps[key] = _Step(facts, outcome.contact, outcome.day, today)
        return found

    def _come_to(self, state: int) -> Scene | None:
        return self._graph.scenes[state] if self._graph.states[state].turn == FIRST else None


class _Added(Record, cache_hash=True):
    """What of all that is asked for a step adds."""

    facts: int = 0
    contact: Contact | None = None
    day: int | None = None
    """The day of that contact; None for the day on which its scene was come to."""
    today: int | None = None
    """The day that it is then; None where it stays."""


_NOTHING = _Added()


class Telling:
    """A scene, with all ways to it on which something else is remembered of what is asked there."""

    def __init__(self, paths: Paths, steps: Steps, name: str, need: Need) -> None:
        self.scenario = paths.scenario
        self.scene = paths.scenario.scenes[name]
        self._graph, self._steps, self._need = paths.graph, steps, need
        self._bits = Bits(need.facts)
        self._by_day = any(each.days is not None for each in need.contacts)
        self._added: dict[int, _Added] = {}
        self._with: dict[tuple[Remembered, _Added], Remembered] = {}
        self._places: list[tuple[int, Remembered]] = []
        """Each a state and a past there, those that are fewest steps away first."""
        self._before: list[int] = []
        """Of each place, the one that it is come to from."""
        self.complete = self._walk()
        """Whether all of them were looked at."""

    def _walk(self) -> bool:
        graph, places, before = self._graph, self._places, self._before
        here = [state for state, scene in enumerate(graph.scenes) if scene is self.scene]
        there = leading_to(graph.ways, here)
        start = graph.scenes[0]
        facts = self._bits.bit(Happened(What.BEEN, start.id))
        places.append((0, Remembered(self._bits, facts, (), start.day or 0 if self._by_day else 0)))
        before.append(0)
        known = set(places)
        ways: dict[int, dict[tuple[int, _Added], None]] = {}
        for number, (state, past) in enumerate(places):  # grows while it is walked
            if state not in ways:
                steps = self._steps.ways(state)
                ways[state] = {(after, self._adds(each)): None for after, each in steps if after in there}
            for after, adds in ways[state]:
                place = after, past if adds is _NOTHING else self._after(past, adds)
                if place not in known:
                    known.add(place)
                    places.append(place)
                    before.append(number)
            if len(places) > MOST:
                return False
        return True

    def _adds(self, step: _Step) -> _Added:
        found = self._added.get(id(step))
        if found is None:
            contact = step.contact
            if contact is not None and not any(fits(contact, each) for each in self._need.contacts):
                contact = None
            bits, today = self._bits.of(step.facts), step.today if self._by_day else None
            found = _Added(bits, contact, step.day if contact else None, today)
            found = self._added[id(step)] = _NOTHING if found == _NOTHING else found
        return found

    def _after(self, past: Remembered, adds: _Added) -> Remembered:
        found = self._with.get((past, adds))
        if found is None:
            made = past.contacts
            if adds.contact is not None:
                day = past.today if adds.day is None else adds.day
                made = with_contact(made, adds.contact, day, self._need.contacts)
            today = past.today if adds.today is None else adds.today
            found = self._with[past, adds] = Remembered(self._bits, past.facts | adds.facts, made, today)
        return found

    def moments(self) -> Iterator[Moment]:
        """Every moment at the scene; of those at which all that is asked there is the same, the first."""
        coming = _of_scene(self.scene)
        of_outcome: dict[int, tuple[Piece, ...]] = {}
        seen: set[tuple[int, Remembered]] = set()
        for number, (state, past) in enumerate(self._places):
            outcomes = self._graph.outcomes[state]
            if self._graph.scenes[state] is not self.scene or (key := (id(outcomes), past)) in seen:
                continue
            seen.add(key)
            if self._graph.states[state].turn == FIRST:
                yield Moment(number, None, past, coming)
            for outcome in outcomes:
                pieces = of_outcome.get(id(outcome))
                if pieces is None:
                    pieces = of_outcome[id(outcome)] = _of_outcome(self.scene, outcome)
                if pieces:
                    then = self._after(past, self._adds(self._steps.step(state, outcome)))
                    if self._by_day and outcome.day is not None:
                        then = replace(then, today=outcome.day)
                    yield Moment(number, outcome, then, pieces)

    def path(self, place: int) -> str:
        """The scenes of a shortest path to that place, for a message."""
        found = [place]
        while found[-1]:
            found.append(self._before[found[-1]])
        return along([self._graph.scenes[self._places[each][0]].id for each in reversed(found)])


def _of_scene(scene: Scene) -> tuple[Piece, ...]:
    """What is told on coming to it."""
    pieces = [Piece(("text",), scene.text, needed=not scene.arrives)]
    pieces += _arriving(scene.arrives)
    pieces += _facts(scene.know)
    if isinstance(scene.body, Ending):
        pieces.append(Piece(("better",), scene.body.better))
    return tuple(each for each in pieces if each.told)


def _of_outcome(scene: Scene, outcome: Outcome) -> tuple[Piece, ...]:
    """What is told once that answer is given; with the last answer of a message, what follows once it is sent."""
    pieces = [Piece(("happens",), outcome.happens), Piece(("because",), outcome.because, needed=True)]
    pieces += _arriving(outcome.arrives)
    pieces += _facts(outcome.know)
    pieces += [Piece(("seen", number, "text"), each.text) for number, each in enumerate(outcome.seen)]
    way = in_answer("", scene.id, outcome).way[2:]
    found = [Piece((*way, *each.way), each.told, each.needed, each.arrival) for each in pieces]
    body = scene.body
    if isinstance(body, MessageInParts) and outcome.item == body.parts[-1].id:
        found += [Piece(("happens",), body.happens), *_arriving(body.arrives)]
    return tuple(each for each in found if each.told)


def _arriving(arrivals: Iterable[Arrival]) -> Iterator[Piece]:
    for each in arrivals:
        way = ("arrives", each.medium.value)
        yield Piece((*way, "text"), each.text, not each.medium.traits.wordless, each)
        for piece in _facts(each.know):
            yield Piece((*way, *piece.way), piece.told, arrival=each)


def _facts(facts: tuple[Fact, ...]) -> Iterator[Piece]:
    for number, each in enumerate(facts):
        yield Piece(("know", number), (each,))
