"""What was followed and what was broken: rules as rows, and a pair's marks as so many of so many."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual.content import Content

from course.engine.judging import Tally
from course.engine.totals import Score
from course.faces.textual.blocks.base import Block, Row, Text
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Course, Rule
from course.words import sentences

_DOTS = 12
"""More of them than this are shown in proportion."""


def rule_rows(rules: Iterable[Rule], broken: Collection[str]) -> list[Row]:
    """A rule that was broken says what not to do; then each says what to do."""
    rows = []
    for rule in rules:
        if rule.id in broken:
            rows.append(Row(plain(rule.dont), assemble(("Don't    ", f"bold {SIDE_STYLE[rule.side]}"))))
        rows.append(Row(plain(rule.do), assemble(("Do       ", "bold $right"))))
    return rows


def pair_blocks(course: Course, score: Score) -> Iterable[Block]:
    """Two rows for each pair in which something was at stake, and for the rules of the whole course."""
    names = [(pair.id, pair.do, f"No {pair.dont[:1].lower()}{pair.dont[1:]}") for pair in course.pairs]
    for pair_id, do, dont in [*names, ("", "Assertive", "No pushing")]:
        marks = score.pairs.get(pair_id)
        if marks is not None:
            rows = [_row(name, tally) for name, tally in ((do, marks.do), (dont, marks.dont)) if tally.of]
            yield Text(Content("\n").join(rows))


def _row(name: str, tally: Tally) -> Content:
    full, of = tally.got, tally.of
    if of > _DOTS:
        full, of = round(full * _DOTS / of), _DOTS
    dots = assemble(("●" * full, "$right"), ("○" * (of - full), "$over"))
    return assemble(f"{name:<26}", dots, " " * (_DOTS - of + 2), sentences.count(tally))
