"""What was followed and what was broken: rules as rows, and a pair's marks as so many of so many."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual.content import Content

from course.engine.judging import FELL_SHORT, Tally
from course.engine.totals import Score
from course.faces.textual.blocks.base import Block, Row, Text
from course.faces.textual.text import assemble, column, pad, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Course, Rule, Side
from course.words import say, sentences

_DOTS = 12
"""More of them than this are shown in proportion."""


def rule_rows(rules: Iterable[Rule], broken: Collection[str]) -> list[Row]:
    """A rule that was broken says what not to do; then each says what to do."""
    rows = []
    for rule in rules:
        if rule.id in broken:
            which = "short" if rule.side is Side.UNDER else "dont"
            rows.append(Row(plain(rule.dont), row_label(which, f"bold {SIDE_STYLE[rule.side]}")))
        rows.append(Row(plain(rule.do), row_label("do", "bold $right")))
    return rows


def row_label(which: str, style: str = "$soft") -> Content:
    """What stands before an answer or a rule, all in one column: `you`, `advised`, `do`, `dont` or, in its place for
    too little, `short`."""
    names = {each: say(f"label.{each}") for each in ("you", "advised", "do", "dont")} | {"short": sentences.short()}
    return column(names[which], names.values(), style)


def no_label() -> Content:
    """What stands there where a row goes on with what is above it."""
    return plain(" " * row_label("do").cell_length)


def pair_blocks(course: Course, score: Score) -> Iterable[Block]:
    """Two rows for each pair in which something was at stake, and one for what lay under the line."""
    names = [(pair.id, pair.do, _kept_from(pair.dont)) for pair in course.pairs]
    for pair_id, do, dont in [*names, (FELL_SHORT, "", say("marks.not-short", name=sentences.side_name(Side.UNDER)))]:
        marks = score.pairs.get(pair_id)
        if marks is not None:
            rows = [_row(name, tally) for name, tally in ((do, marks.do), (dont, marks.dont)) if tally.of]
            yield Text(Content("\n").join(rows))


def _kept_from(dont: str) -> str:
    return say("marks.kept", dont=dont, inside=dont[:1].lower() + dont[1:])


def _row(name: str, tally: Tally) -> Content:
    full, of = tally.got, tally.of
    if of > _DOTS:
        full, of = round(full * _DOTS / of), _DOTS
    dots = assemble(("●" * full, "$right"), ("○" * (of - full), "$over"))
    return assemble(pad(name, 26), dots, " " * (_DOTS - of + 2), sentences.count(tally))
