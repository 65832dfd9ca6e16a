"""The odds of a scenario: what any path through it can bring, and what a blind guesser may expect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from course.authoring.odds.chances import LoopTooLarge, Sum, visits
from course.authoring.odds.extremes import Network, highest, lowest
from course.authoring.odds.gains import Gain, measure
from course.authoring.odds.graph import Graph, after_endings, graph
from course.authoring.odds.passing import bound_to_pass, chance_to_pass
from course.authoring.odds.routes import Route, best_breaking, worst_advised
from course.model import Course, Ending, Scenario, Side
from course.model.record import Record

__all__ = ["EndingOdds", "LoopTooLarge", "Odds", "Range", "odds"]


class Range(Record):
    """What paths get of what they might: the least, the most, and what a blind guesser gets on average."""

    least: Fraction
    """The share of the path that gets least, from 0 to 1."""
    most: Fraction
    got: Fraction
    """What a blind guesser gets on average, in decisions or, for a pair, in dos followed and don'ts avoided."""
    of: Fraction
    """Out of how many, on average."""

    @property
    def expected(self) -> Fraction:
        """The guesser's share: what many of them would get together, out of all that they met."""
        return self.got / self.of


class EndingOdds(Record):
    """One ending, and the chance that a blind guesser comes to it."""

    scene: str
    side: Side
    chance: Fraction


class Odds(Record):
    """Everything that is certain about the paths through one scenario."""

    scenario: str
    scenes: int
    reachable: tuple[str, ...]
    """Ids of the scenes that some path comes to, in the order in which they were written."""
    paths: int | None
    """How many ways there are from the beginning to an ending; None when a loop makes them endless."""
    shortest: int | None
    """Decisions on the shortest path to an ending; None when no path comes to one."""
    longest: int | None
    """Decisions on the longest; None when there is no longest, or no path at all."""
    score: Range | None
    """All decisions together; None when nothing can be decided, or no path comes to an ending."""
    pairs: Mapping[str, Range]
    """By pair id, where anything is at stake; `""` stands for the rules of the whole course."""
    to_pass: Fraction | None
    """The chance that a blind guesser passes; None where there are too many standings to follow one by one."""
    to_pass_at_most: float
    """What that chance cannot exceed."""
    endings: tuple[EndingOdds, ...]
    """Those that can be reached, the likeliest first."""
    never_ends: Fraction
    """The chance that a blind guesser never comes to an ending."""
    worst_advised: Route | None
    best_breaking: Route | None


def odds(course: Course, scenario: Scenario) -> Odds:
    """Work out the odds. Raises TooManyStates and LoopTooLarge where a scenario is too large for that."""
    states = graph(scenario)
    measures = measure(course, states)
    chances = visits(states)
    endings = _endings(states, chances)
    shortest, longest = _lengths(states)
    rows = {pair: _range(states, chances, gains) for pair, gains in measures.pairs.items()}
    exact = chance_to_pass(states, measures.total, course.pass_mark)
    reached = {scene.id for scene in states.scenes} | after_endings(scenario)
    return Odds(
        scenario=scenario.head.id,
        scenes=len(scenario.scenes),
        reachable=tuple(each for each in scenario.scenes if each in reached),
        paths=_paths(states),
        shortest=shortest,
        longest=longest,
        score=_range(states, chances, measures.total, half=True),
        pairs={pair: found for pair, found in rows.items() if found is not None},
        to_pass=exact,
        to_pass_at_most=float(exact) if exact is not None else bound_to_pass(states, measures.total, course.pass_mark),
        endings=endings,
        never_ends=1 - sum((each.chance for each in endings), Fraction(0)),
        worst_advised=worst_advised(states, measures.total),
        best_breaking=best_breaking(states, measures.total),
    )


def _endings(states: Graph, chances: Sequence[Sum]) -> tuple[EndingOdds, ...]:
    sums: dict[str, tuple[Side, Sum]] = {}
    for scene, chance in zip(states.scenes, chances, strict=True):
        if isinstance(scene.body, Ending):
            sums.setdefault(scene.id, (scene.body.side, Sum()))[1].add(chance.over, chance.under)
    found = [EndingOdds(scene, side, chance.fraction()) for scene, (side, chance) in sums.items()]
    return tuple(sorted(found, key=lambda each: -each.chance))


def _paths(states: Graph) -> int | None:
    """The number of paths to an ending; None when there are endlessly many."""
    counts = [0] * len(states)
    for part in states.parts:
        if states.loops(part):
            inside = set(part)
            if any(counts[after] for state in part for after in states.ways[state] if after not in inside):
                return None  # every state there is can be reached, this loop too
            continue
        (state,) = part
        counts[state] = int(states.ends(state)) + sum(counts[after] for after in states.ways[state])
    return counts[0]


def _lengths(states: Graph) -> tuple[int | None, int | None]:
    """Decisions on the shortest and on the longest path to an ending."""
    steps = [[int(outcome.judged) for outcome in outcomes] for outcomes in states.outcomes]
    shortest: list[int | None] = [None] * len(states)
    longest: list[int | None] = [None] * len(states)
    endless = False
    for part in states.parts:
        loops = states.loops(part)
        for _ in part:  # a way through a loop is no longer than the loop
            for state in part:
                short = [
                    each + step
                    for after, step in zip(states.ways[state], steps[state], strict=True)
                    if (each := shortest[after]) is not None
                ]
                shortest[state] = 0 if states.ends(state) else min(short, default=None)
        if loops:
            endless = endless or any(shortest[state] is not None for state in part)
            continue
        (state,) = part
        long = [
            each + step
            for after, step in zip(states.ways[state], steps[state], strict=True)
            if (each := longest[after]) is not None
        ]
        longest[state] = 0 if states.ends(state) else max(long, default=None)
    return shortest[0], None if endless else longest[0]


def _range(
    states: Graph, chances: Sequence[Sum], gains: Sequence[Sequence[Gain]], *, half: bool = False
) -> Range | None:
    network = Network(states.ways, gains, [states.ends(state) for state in range(len(states))], states.parts)
    least, most = lowest(network), highest(network)
    if least is None or most is None:
        return None
    got, of = Sum(), Sum()
    for chance, ways, row in zip(chances, states.ways, gains, strict=True):
        if row:
            under = chance.under * len(ways)
            got.add(chance.over * sum(each for each, _ in row), under)
            of.add(chance.over * sum(each for _, each in row), under)
    scale = 2 if half else 1
    return Range(least, most, got.fraction() / scale, of.fraction() / scale)
