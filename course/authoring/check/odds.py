"""What the exact odds of a scenario say about its pass mark."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from course.authoring.check.finding import Address, Found, at
from course.authoring.check.paths import Paths
from course.authoring.odds.gains import Rows, bound_to_pass, totals
from course.engine.states.graph import fewest_decisions
from course.text.percent import percent

GUESSER = Fraction(1, 5)
"""A blind guesser who passes oftener than this makes passing mean little. Two decisions out of two with two choices
each would be passed by one guesser in four; one can ask for more than that."""
FEW = 3
"""With fewer decisions, one slip is a third of the score or more."""


def find(paths: Paths) -> Iterator[Found]:
    """Everything that the odds of one scenario give cause to say."""
    start = at(paths.scenario.head.file, "start")
    shortest = fewest_decisions(paths.graph)
    if shortest is None:
        return  # no ending can be reached, and that is said elsewhere
    total = totals(paths.graph)
    if not any(of for each in total for _, of in each):
        message = "Nobody can pass this scenario: it ends before anything is decided."
        mend = "Let every path come to a choice that follows a rule or breaks one."
        yield Found("out-of-reach", start, message, mend)
        return
    yield from _out_of_reach(paths, total, start)
    if shortest < FEW:
        many = ("no decision at all", "one decision")[shortest] if shortest < 2 else f"{shortest} decisions"
        message = f"This scenario can end after {many}, which is little to judge anybody by."
        yield Found("few-decisions", start, message, f"Let every path hold at least {FEW} decisions.")
    yield from _guesser(paths, total, start)


def _out_of_reach(paths: Paths, total: Rows, start: Address) -> Iterator[Found]:
    if not paths.traps:
        return  # the best choice everywhere leads to an ending, with the full score
    from course.authoring.odds.extremes import Network, highest  # hardly ever needed

    best = highest(Network.of(paths.graph, total))
    mark = paths.course.pass_mark
    if best is not None and best < mark:
        scores = f"its best path scores {percent(best, mark)}%, and it takes {percent(mark)}%"
        message = f"Nobody can pass this scenario: {scores}."
        mend = "Give each decision a choice that follows a rule and breaks none, or lower pass: in course.yaml."
        yield Found("out-of-reach", start, message, mend)


def _guesser(paths: Paths, total: Rows, start: Address) -> Iterator[Found]:
    mark = paths.course.pass_mark
    if bound_to_pass(paths.graph, total, mark, enough=float(GUESSER)) <= GUESSER:
        return
    from course.authoring.odds.chances import LoopTooLarge, chance_to_pass  # hardly ever needed

    try:
        chance = chance_to_pass(paths.graph, total, mark)
    except LoopTooLarge:
        return
    if chance is None or chance <= GUESSER:
        return
    message = f"Somebody who answers without reading passes this scenario {percent(chance)}% of the time."
    mend = "Add decisions, or choices that break a rule; fineline odds shows what each change does."
    yield Found("guesser-passes", start, message, mend)
