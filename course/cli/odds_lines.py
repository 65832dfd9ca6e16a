"""The odds of a scenario in plain lines, for people: "1 in 27" instead of 0.037."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from fractions import Fraction

from course.authoring.odds.routes import Route
from course.authoring.odds.summary import Odds, Range
from course.engine.decision import scene_title
from course.model import Course, Scenario, Side
from course.words import sentences

_WIDTH = 78
_NAMES = 30


def lines(course: Course, scenario: Scenario, odds: Odds) -> Iterator[str]:
    """One scenario's odds, at most 78 columns wide."""
    yield scenario.head.title
    yield ""
    yield from _wrapped(_ways(odds))
    if odds.score is not None:
        yield ""
        yield from _ranges(course, odds, odds.score)
        yield ""
        yield from _wrapped(_passing(course, odds))
    if odds.endings:
        yield ""
        yield from _endings(scenario, odds)
    if odds.score is not None:
        yield ""
        yield from _routes(course, scenario, odds)


def _ways(odds: Odds) -> str:
    reached = f"{len(odds.reachable)} of {odds.scenes} scenes can be reached"
    if odds.shortest is None:
        return f"{reached}, and none of them ends the scenario."
    if odds.paths is None:
        return f"{reached}. One can go round in circles; the shortest path takes {_decisions(odds.shortest)}."
    paths = "one path" if odds.paths == 1 else f"{_many(odds.paths)} paths"
    longest = odds.longest or 0
    length = str(odds.shortest) if odds.shortest == longest else f"{odds.shortest} to {longest}"
    return f"{reached}, on {paths} of {length} decision{'' if length == '1' else 's'}."


def _decisions(number: int) -> str:
    return f"{number} decision{'' if number == 1 else 's'}"


def _many(number: int) -> str:
    if number < 10**9:
        return f"{number:,}"
    # The number of digits of a number too long to be written out, from its bits.
    return f"about 10^{int(number.bit_length() * 0.30103)}"


def _ranges(course: Course, odds: Odds, score: Range) -> Iterator[str]:
    yield f"  {'score':<{_NAMES}}{'worst':>7}{'guesser':>10}{'best':>7}"
    yield _range("all decisions", score)
    for pair in course.pairs:
        if pair.id in odds.pairs:
            yield _range(f"{pair.do} / {pair.dont}", odds.pairs[pair.id])
    if "" in odds.pairs:
        yield _range("rules of the whole course", odds.pairs[""])


def _range(name: str, found: Range) -> str:
    short = name if len(name) < _NAMES else name[: _NAMES - 2] + "…"
    least, expected, most = float(found.least), float(found.expected), float(found.most)
    return f"  {short:<{_NAMES}}{least:>7.0%}{expected:>10.0%}{most:>7.0%}"


def _passing(course: Course, odds: Odds) -> str:
    who = f"The chance to pass ({float(course.pass_mark):.0%} or more) without reading"
    if odds.to_pass is None:
        if odds.to_pass_at_most > 0.99:
            return f"{who}: not known; there are too many scores to follow one by one."
        return f"{who}: less than 1 in {10 ** _digits(odds.to_pass_at_most):,}."
    return f"{who}: {chance(odds.to_pass) if odds.to_pass else 'none'}."


def _digits(bound: float) -> int:
    """The most zeros with which `bound` is still below 1 in 1 and so many zeros; 15 at most."""
    return next((zeros for zeros in range(15, 0, -1) if bound < 10.0**-zeros), 0)


def chance(chance: Fraction) -> str:
    """A chance as people say it: "1 in 27", "7 in 10"; "10 in 10" is certain."""
    if chance * 2 > 1:
        return f"{max(1, round(chance * 10))} in 10" if chance < Fraction(19, 20) else f"{float(chance):.0%} of all"
    return f"1 in {_many(round(1 / chance))}" if chance else "0"


def _endings(scenario: Scenario, odds: Odds) -> Iterator[str]:
    yield f"  {'ending':<{_NAMES}}{'side':<14}{'guesser':>10}"
    for each in odds.endings:
        name = scene_title(scenario.scenes[each.scene])
        short = name if len(name) < _NAMES else name[: _NAMES - 2] + "…"
        yield f"  {short:<{_NAMES}}{sentences.side_name(each.side):<14}{chance(each.chance):>10}"
    if odds.never_ends:
        yield f"  {'(goes round for ever)':<{_NAMES}}{'':<14}{chance(odds.never_ends):>10}"


def _routes(course: Course, scenario: Scenario, odds: Odds) -> Iterator[str]:
    advised, breaking = odds.worst_advised, odds.best_breaking
    if advised is None:
        yield "No path that follows the advice all the way comes to an ending."
    elif advised.side is Side.ASSERTIVE:
        yield "Following the advice all the way always ends assertive."
    else:
        yield from _wrapped(f"Following the advice all the way can end {sentences.side_name(advised.side)}:")
        yield from _route(course, scenario, advised)
    if breaking is not None and breaking.share is not None:
        score = min(99, round(breaking.share * 100)) if breaking.share < 1 else 100
        comes_off = f"ends {sentences.side_name(breaking.side)}, with a score of {score}%"
        yield from _wrapped(f"The best path that breaks a rule {comes_off}:")
        yield from _route(course, scenario, breaking)


def _route(course: Course, scenario: Scenario, route: Route) -> Iterator[str]:
    steps = list(route.steps)
    shown = steps if len(steps) <= 12 else [*steps[:5], None, *steps[-5:]]
    for step in shown:
        if step is None:
            yield f"    … {len(steps) - 10:,} more …"
            continue
        yield _short(scene_title(scenario.scenes[step.scene]), sentences.said(course, step.outcome))
    yield f"    → {scene_title(scenario.scenes[route.ending])}"


def _short(title: str, said: str) -> str:
    line = f"    {title}: {' '.join(said.split())}"
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1].rstrip() + "…"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH)
