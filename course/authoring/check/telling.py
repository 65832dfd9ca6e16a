"""What is told in a scenario, moment by moment, on every path there is.

The states of a scenario remember only what steers it. So that it is known exactly which passages can be told, the
states are looked at once more, and this time they also remember what the texts ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from course.authoring.check.finding import along, in_answer
from course.engine import kinds
from course.engine.conditions import Past, holds
from course.engine.outcome import Outcome
from course.engine.states.digraph import shortest_path
from course.engine.states.graph import Graph, TooManyStates, after_endings, graph
from course.engine.states.need import NOT_KNOWN, NOTHING, Need, asked
from course.engine.states.remembered import Remembered
from course.engine.states.transitions import Transitions
from course.model import Arrival, Condition, Ending, Fact, Scenario, Scene, Told
from course.model.kinds.message import Writing
from course.model.record import Record, replace
from course.reading.positions import Step

MOST_STATES = 20_000
"""Past that a check would take too long."""


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
    """A moment on some path: the scene has been come to, or an answer has just been given there."""

    state: int
    scene: Scene
    outcome: Outcome | None
    """The answer; None on coming to the scene."""
    past: Remembered
    pieces: tuple[Piece, ...]


class Asked(Record):
    """A condition, and the scene at which it is asked."""

    scene: str
    condition: Condition


def tellings(scenario: Scenario, asked: Sequence[Asked]) -> Iterator[Telling]:
    """The scenario looked at for all that is asked at once; or, where that would be too much, scene by scene. A scene
    for which even that is too much is left out."""
    if not asked:
        return
    try:
        yield Telling.of(scenario, asked)
    except TooManyStates:
        for scene in dict.fromkeys(each.scene for each in asked):
            with suppress(TooManyStates):
                yield Telling.of(scenario, [each for each in asked if each.scene == scene])


class Telling(Record, gc=True):
    """A scenario, with all states that differ in what is told."""

    scenario: Scenario
    graph: Graph
    rules: Transitions
    needs: Mapping[str, Need]
    """Of each scene of which something is asked, what that asks for."""

    @classmethod
    def of(cls, scenario: Scenario, conditions: Iterable[Asked]) -> Telling:
        """Look at every state, for these conditions. Raises TooManyStates."""
        asks: dict[str, list[Condition]] = {}
        needs: dict[str, Need] = {}
        for each in conditions:
            asks.setdefault(each.scene, []).append(each.condition)
            needs[each.scene] = needs.get(each.scene, NOTHING) | asked(each.condition, NOT_KNOWN)
        rules = Transitions(scenario, lambda scene: asks.get(scene.id, ()))
        return cls(scenario, graph(scenario, MOST_STATES, rules), rules, needs)

    def moments(self) -> Iterator[Moment]:
        """Every moment at a scene of which something is asked; of those at which all that is asked there is the same,
        the first. Those are left out that one may come to after an ending, where one fact is changed: of what was
        before, the states know nothing there."""
        told = {name: _of_scene(self.scenario.scenes[name]) for name in set(self.needs) - after_endings(self.scenario)}
        of_outcome: dict[int, tuple[Piece, ...]] = {}
        seen: set[tuple[str, int, Remembered]] = set()
        for number, state in enumerate(self.graph.states):
            if state.scene not in told:
                continue
            scene, outcomes = self.scenario.scenes[state.scene], self.graph.outcomes[number]
            past = state.past.only(self.needs[state.scene])
            if (key := (state.scene, id(outcomes), past)) in seen:
                continue
            seen.add(key)
            if state.turn == kinds.FIRST:
                yield Moment(number, scene, None, past, told[state.scene])
            for outcome in outcomes:
                pieces = of_outcome.get(id(outcome))
                if pieces is None:
                    pieces = of_outcome[id(outcome)] = _of_outcome(scene, outcome)
                if pieces:
                    then = self.rules.answered(replace(state, past=past), outcome)
                    yield Moment(number, scene, outcome, then, pieces)

    def path(self, state: int) -> str:
        """The scenes of a shortest path to that state, for a message."""
        ways = self.graph.ways
        found = shortest_path(ways, 0, lambda each: range(len(ways[each])), state.__eq__)
        states = [each for each, _ in found[0]] if found else []
        return along([self.graph.scenes[each].id for each in (*states, state)])


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
    if isinstance(body, Writing) and outcome.item == body.parts[-1].id:
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
