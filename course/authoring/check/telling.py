"""What is told in a scenario, moment by moment, on every path there is.

The states of a scenario remember only what steers it. So that it is known exactly which passages can be told at a
scene, all ways there are walked once more, and on these it is remembered what its texts ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from course.authoring.check.finding import along, in_answer
from course.authoring.check.paths import Paths
from course.authoring.check.steps import Added, Steps
from course.engine.conditions import Fact as Happened
from course.engine.conditions import Past, What, fits, holds
from course.engine.kinds import FIRST
from course.engine.outcome import Outcome
from course.engine.states.digraph import leading_to
from course.engine.states.graph import after_endings
from course.engine.states.need import NOT_KNOWN, NOTHING, Need, asked
from course.engine.states.remembered import Remembered, with_contact
from course.model import Arrival, Condition, Ending, Fact, Scene, Told
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
    steps = Steps(paths.graph, reduce(or_, needs.values()))
    never = after_endings(paths.scenario)
    for name, need in needs.items():
        if name not in never and (found := Telling(paths, steps, name, need)).complete:
            yield found


class Telling:
    """A scene, with all ways to it on which something else is remembered of what is asked there."""

    def __init__(self, paths: Paths, steps: Steps, name: str, need: Need) -> None:
        self.scenario = paths.scenario
        self.scene = paths.scenario.scenes[name]
        self._graph, self._steps, self._need = paths.graph, steps, need
        self._facts = steps.bits.of(need.facts)
        self._by_day = any(each.days is not None for each in need.contacts)
        self._pasts: list[Remembered] = []
        """What is remembered at some place; pasts are spoken of by their numbers."""
        self._numbers: dict[Remembered, int] = {}
        self._then: list[dict[int, int]] = []
        """Of each past, what it is after what steps add."""
        self._known: list[set[int]] = []
        """Of each past, the states at which it is known to be possible."""
        adding = {Added(): 0}
        self._adds = [adding.setdefault(self._asked(each), len(adding)) for each in steps.all]
        """Of each step, by number, the number of what it adds, as far as that is asked for here; 0 is nothing."""
        self._added = [*adding]
        """What that is, by number."""
        self._places: list[tuple[int, int]] = []
        """Each a state and a past there, those that are fewest steps away first."""
        self._before: list[int] = []
        """Of each place, the one that it is come to from."""
        self._here: list[int] = []
        """The places at this scene."""
        self.complete = self._walk()
        """Whether all of them were looked at."""

    def _walk(self) -> bool:
        places, before = self._places, self._before
        here = frozenset(self._steps.at[self.scene.id])
        there = leading_to(self._steps.before, here)
        start = self._graph.scenes[0]
        facts = self._steps.bits.bit(Happened(What.BEEN, start.id)) & self._facts
        first = self._past(Remembered(self._steps.bits, facts, (), start.day or 0 if self._by_day else 0))
        places.append((0, first))
        before.append(0)
        known = self._known
        known[first].add(0)
        ways: dict[int, list[tuple[int, int]]] = {}
        for number, (state, past) in enumerate(places):  # grows while it is walked
            if state in here:
                self._here.append(number)
            following = ways.get(state)
            if following is None:
                steps = self._steps.ways[state]
                adds_of = self._adds
                following = [(after, adds_of[step]) for after, step in steps if after in there]
                following = ways[state] = [*dict.fromkeys(following)]
            then = self._then[past]
            for after, adds in following:
                later = past
                if adds and (later := then.get(adds, -1)) < 0:
                    later = self._after(past, adds)
                if after not in known[later]:
                    known[later].add(after)
                    places.append((after, later))
                    before.append(number)
            if len(places) > MOST:
                return False
        return True

    def _asked(self, step: Added) -> Added:
        """What a step adds of what is asked for here."""
        contact = step.contact
        if contact is not None and not any(fits(contact, each) for each in self._need.contacts):
            contact = None
        today = step.today if self._by_day else None
        return Added(step.facts & self._facts, contact, step.day if contact else None, today)

    def _past(self, past: Remembered) -> int:
        found = self._numbers.setdefault(past, len(self._pasts))
        if found == len(self._pasts):
            self._pasts.append(past)
            self._then.append({})
            self._known.append(set())
        return found

    def _after(self, past: int, adds: int) -> int:
        found = self._then[past].get(adds)
        if found is None:
            was, more = self._pasts[past], self._added[adds]
            made = was.contacts
            if more.contact is not None:
                today = was.today if more.day is None else more.day
                made = with_contact(made, more.contact, more.contact.on(today), self._need.contacts)
            today = was.today if more.today is None else more.today
            found = self._past(Remembered(was.bits, was.facts | more.facts, made, today))
            self._then[past][adds] = found
        return found

    def moments(self) -> Iterator[Moment]:
        """Every moment at the scene; of those at which all that is asked there is the same, the first."""
        coming = _of_scene(self.scene)
        of_outcome: dict[int, tuple[Piece, ...]] = {}
        alike: dict[object, tuple[Piece, ...]] = {}
        seen: set[tuple[object, int]] = set()
        for number in self._here:
            state, past = self._places[number]
            outcomes = self._graph.outcomes[state]
            if (id(outcomes), past) in seen:
                continue
            seen.add((id(outcomes), past))
            if self._graph.states[state].turn == FIRST:
                yield Moment(number, None, self._pasts[past], coming)
            for outcome in outcomes:
                pieces = of_outcome.get(id(outcome))
                if pieces is None:
                    pieces = _of_outcome(self.scene, outcome, alike)
                    of_outcome[id(outcome)] = pieces
                if pieces:
                    then = self._after(past, self._adds[self._steps.number(state, outcome)])
                    if self._by_day and outcome.day is not None:
                        then = self._past(replace(self._pasts[then], today=outcome.day))
                    if ((key := (id(pieces), outcome.contact is None)), then) not in seen:
                        seen.add((key, then))
                        yield Moment(number, outcome, self._pasts[then], pieces)

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


def _of_outcome(scene: Scene, outcome: Outcome, alike: dict[object, tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """What is told once that answer is given; with the last answer of a message, what follows once it is sent. The
    same for answers after which the same is told."""
    way = in_answer("", scene.id, outcome).way[2:]
    told = (outcome.happens, outcome.because, outcome.arrives, outcome.know, outcome.seen)
    key = way, outcome.item, *[each if isinstance(each, str) else id(each) for each in told]
    if key not in alike:
        alike[key] = _told(scene, outcome, way)
    return alike[key]


def _told(scene: Scene, outcome: Outcome, way: tuple[Step, ...]) -> tuple[Piece, ...]:
    pieces = [Piece(("happens",), outcome.happens), Piece(("because",), outcome.because, needed=True)]
    pieces += _arriving(outcome.arrives)
    pieces += _facts(outcome.know)
    pieces += [Piece(("seen", number, "text"), each.text) for number, each in enumerate(outcome.seen)]
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
