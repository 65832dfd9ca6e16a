"""What a course holds, in plain lines at most 80 columns wide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from course.authoring.check.wording.tools.guessers import Guesser
from course.authoring.stats import Coverage, Stats
from course.cli.guesser_lines import guesser_lines
from course.model import Course, Side
from course.text.width import cells, shorten

_TITLE = 24
_SIDES = {Side.QUIET: "quiet", Side.ASSERTIVE: "assertive", Side.PUSHY: "pushy"}


def lines(
    course: Course, counted: Sequence[Stats], covered: Sequence[Coverage], guessers: Sequence[Guesser]
) -> Iterator[str]:
    """The whole report."""
    yield course.title
    yield ""
    yield from _scenarios(counted)
    yield ""
    yield from _pairs(course, counted)
    yield ""
    yield from _rules(course, covered)
    if guessers:
        yield ""
        yield from guesser_lines(guessers)


def _scenarios(counted: Sequence[Stats]) -> Iterator[str]:
    yield f"{'scenario':<{_TITLE}}{'scenes':>7}{'words':>7}{'minutes':>8}{'decisions':>10}{'endings':>9}{'grade':>7}"
    for each in counted:
        yield _scenario(
            each.title,
            each.scenes,
            each.words,
            each.minutes or each.reading_minutes,
            each.decisions,
            each.endings,
            each.grade,
        )
    if len(counted) > 1:
        endings = sum((Counter(each.endings) for each in counted), Counter[Side]())
        minutes = sum(each.minutes or each.reading_minutes for each in counted)
        sums = [sum(values) for values in zip(*((e.scenes, e.words, e.decisions) for e in counted), strict=True)]
        yield _scenario("all together", sums[0], sums[1], minutes, sums[2], endings, None)
    lost = sum(each.unreached for each in counted)
    if lost:
        yield f"{lost} scene{'' if lost == 1 else 's'} cannot be reached; fineline check says which."
    endings = sum((Counter(each.endings) for each in counted), Counter[Side]())
    yield "Endings: " + ", ".join(f"{endings[side]} {name}" for side, name in _SIDES.items()) + "."


def _scenario(
    title: str,
    scenes: int,
    words: int,
    minutes: int,
    decisions: int,
    endings: Mapping[Side, int],
    grade: float | None,
) -> str:
    reached = sum(endings.values())
    hard = "" if grade is None else f"{max(0.0, grade):.1f}"
    return f"{_fit(title, _TITLE)}{scenes:>7}{words:>7,}{minutes:>8}{decisions:>10}{reached:>9}{hard:>7}"


def _pairs(course: Course, counted: Sequence[Stats]) -> Iterator[str]:
    yield f"{'decisions on':<48}{'how many':>12}"
    for pair in course.pairs:
        yield f"{_fit(f'{pair.do} / {pair.dont}', 48)}{sum(each.pairs.get(pair.id, 0) for each in counted):>12}"
    if course.rules:
        yield f"{_fit('rules of the whole course', 48)}{sum(each.pairs.get('', 0) for each in counted):>12}"


def _rules(course: Course, covered: Sequence[Coverage]) -> Iterator[str]:
    yield f"{'rule':<24}{'followed':>9}{'broken':>8}  where"
    rules = course.all_rules()
    pair = None
    for each in covered:
        if rules[each.rule].pair != pair:
            pair = rules[each.rule].pair
            found = course.pair(pair)
            yield f"  {found.do} / {found.dont}" if found else "  the whole course"
        where = shorten(", ".join(each.scenarios) or "nowhere", 37)
        yield f"{_fit(each.rule, 24)}{each.followed:>9}{each.broken:>8}  {where}"


def _fit(text: str, width: int) -> str:
    short = shorten(text, width - 1)
    return short + " " * (width - cells(short))
