"""The odds of a scenario: what any path through it can bring, and what a blind guesser may expect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from course.authoring.odds.chances import LoopTooLarge, Sum, chance_to_pass, visits
from course.authoring.odds.extremes import Network, Route, Search, best_breaking, highest, lowest, worst_advised
from course.authoring.odds.gains import Rows, bound_to_pass, by_pair, totals
from course.engine.states.graph import Graph, after_endings, fewest_decisions, graph
from course.model import Course, Ending, Scenario, Side
from course.model.record import Record

__all__ = ["EndingOdds", "LoopTooLarge", "Odds", "Range", "odds"]


class Range(Record):
    """What paths get of what they might: the least, the most, and what a blind guesser gets on average."""

    least: Fraction
    """The share of the path that gets least, from 0 to 1."""
    most: Fraction
    expected: Fraction
    """The guesser's share: what many of them would get together, out of all that they met."""
    got: Fraction
    """What a blind guesser gets on average, in decisions or, for a pair, in dos followed and don'ts avoided."""
    of: Fraction
    """Out of how many, on average."""


class EndingOdds(Record):
    """One ending, and the chance that a blind guesser comes to it."""

    scene: str
    side: Side
    chance: Fraction


class Passing(Record):
    """How likely a blind guesser passes."""

    chance: Fraction | None
    """Exactly; None where there are too many standings to follow one by one."""
    at_most: float
    """What that chance cannot exceed."""


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
    to_pass: Passing
    endings: tuple[EndingOdds, ...]
    """Those that can be reached, the likeliest first."""
    never_ends: Fraction
    """The chance that a blind guesser never comes to an ending."""
    worst_advised: Route | None
    best_breaking: Route | None


def odds(course: Course, scenario: Scenario) -> Odds:
    """Work out the odds. Raises TooManyStates and LoopTooLarge where a scenario is too large for that."""
    states = graph(scenario)
    total = totals(states)
    chances = visits(states)
    endings = _endings(states, chances)
    paths = _paths(states)
    pairs = {pair: _range(states, chances, gains) for pair, gains in by_pair(states, course.all_rules()).items()}
    exact = chance_to_pass(states, total, course.pass_mark)
    bound = bound_to_pass(states, total, course.pass_mark) if exact is None else float(exact)
    reached = {scene.id for scene in states.scenes} | after_endings(scenario)
    return Odds(
        scenario=scenario.head.id,
        scenes=len(scenario.scenes),
        reachable=tuple(each for each in scenario.scenes if each in reached),
        paths=paths,
        shortest=fewest_decisions(states),
        longest=None if paths is None else _most_decisions(states),
        score=_range(states, chances, total, half=True),
        pairs={pair: found for pair, found in pairs.items() if found is not None},
        to_pass=Passing(exact, bound),
        endings=endings,
        never_ends=1 - sum((each.chance for each in endings), Fraction(0)),
        worst_advised=worst_advised(states, total),
        best_breaking=best_breaking(states, total),
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
            if any(counts[after] for state in part for after in states.ways[state]):
                return None  # every state there is can be reached, this loop too
            continue
        (state,) = part
        counts[state] = int(states.ends(state)) + sum(counts[after] for after in states.ways[state])
    return counts[0]


def _most_decisions(states: Graph) -> int | None:
    """Decisions on the longest path to an ending, where paths are not endlessly many."""
    steps = [[(int(outcome.scores), 0) for outcome in outcomes] for outcomes in states.outcomes]
    return Search(Network.of(states, steps), (1, 0)).most[0]


def _range(states: Graph, chances: Sequence[Sum], gains: Rows, *, half: bool = False) -> Range | None:
    network = Network.of(states, gains)
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
    return Range(least, most, got.fraction() / of.fraction(), got.fraction() / scale, of.fraction() / scale)
