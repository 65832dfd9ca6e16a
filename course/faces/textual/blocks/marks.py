"""What was followed and what was broken: rules as rows, and a pair's marks as so many of so many."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from textual.content import Content

from course.engine.debrief import Entry
from course.engine.judging import FELL_SHORT, Tally
from course.engine.totals import Score
from course.faces.textual.blocks.base import Block, Row, Text
from course.faces.textual.text import assemble, column, pad, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Course, Rule, Side
from course.words import say, sentences

_DOTS = 12
"""More than these nobody counts: a bar of that width shows the share, in which there is nothing to count."""


def _unmarked(_: Rule) -> str:
    return ""


def rule_rows(rules: Iterable[Rule], broken: Collection[str], mark: Callable[[Rule], str] = _unmarked) -> list[Row]:
    """A rule that was broken says what not to do; then each says what to do, with its `mark`."""
    rows = []
    for rule in rules:
        if rule.id in broken:
            which = "short" if rule.side is Side.UNDER else "dont"
            rows.append(Row(plain(rule.dont), row_label(which, f"bold {SIDE_STYLE[rule.side]}")))
        rows.append(Row(_marked(rule, mark), row_label("do", "bold $right")))
    return rows


def taught_rows(entry: Entry, seen: Collection[str], mark: Callable[[Rule], str]) -> list[Row]:
    """The rules of a decision: those that were broken, with what to do; and those that were kept. Those that were
    `seen` already are left out."""
    rules = [rule for rule in entry.rules if rule.id not in seen]
    broken = {rule.id for rule in rules if rule.id in entry.decision.broken}
    kept = (rule for rule in rules if rule.id not in broken)
    taught = rule_rows((rule for rule in rules if rule.id in broken), entry.decision.breaks, mark)
    return [*taught, *(kept_row(rule, mark) for rule in kept)]


def option_rows(rules: Iterable[Rule], broken: Collection[str]) -> list[Row]:
    """The rules of one option: what it breaks, and what it keeps to."""
    return [broken_row(rule) if rule.id in broken else kept_row(rule) for rule in rules]


def broken_row(rule: Rule) -> Row:
    """A rule that an option breaks. What is too little stands under the line's own name for it."""
    which = "short" if rule.side is Side.UNDER else "breaks"
    return Row(plain(rule.dont), row_label(which, f"bold {SIDE_STYLE[rule.side]}"))


def kept_row(rule: Rule, mark: Callable[[Rule], str] = _unmarked) -> Row:
    """A rule that was kept, or that an option keeps to."""
    return Row(_marked(rule, mark), row_label("keeps", "bold $right"))


def _marked(rule: Rule, mark: Callable[[Rule], str]) -> Content:
    return plain(rule.do) + plain(mark(rule)).stylize("$soft")


def row_label(which: str, style: str = "$soft") -> Content:
    """What stands before an answer or a rule, all in one column: `you`, `advised`, `do`, `dont`, `keeps`, `breaks` or,
    in its place for too little, `short`."""
    labels = ("you", "advised", "do", "dont", "keeps", "breaks")
    names = {each: say(f"label.{each}") for each in labels} | {"short": sentences.short()}
    return column(names[which], names.values(), style)


def no_label() -> Content:
    """What stands there where a row goes on with what is above it."""
    return plain(" " * row_label("do").cell_length)


def pair_blocks(course: Course, score: Score) -> Iterable[Block]:
    """What is counted there, and two rows for each pair in which something was at stake, and for the rules of the whole
    course; one for what lay under the line."""
    if score.pairs:
        yield Text(plain(say("marks.explained")).stylize("$soft"))
    names = [(pair.id, pair.do, pair.dont) for pair in course.pairs]
    names.append(("", say("marks.general"), say("marks.general-dont")))
    names.append((FELL_SHORT, "", sentences.short()))
    for pair_id, do, dont in names:
        marks = score.pairs.get(pair_id)
        if marks is not None:
            counted = ((do, "marks.row-did", marks.do), (dont, "marks.row-kept", marks.dont))
            rows = [_row(name, tally, says) for name, says, tally in counted if tally.of]
            yield Text(Content("\n").join(rows))


def _row(name: str, tally: Tally, says: str) -> Content:
    full, of, (one, other) = tally.got, tally.of, "●○"
    if of > _DOTS:
        full, of, (one, other) = _in_bar(full, of), _DOTS, "━╌"
    drawn = assemble((one * full, "$right"), (other * (of - full), "$over"))
    return assemble(pad(name, 23), drawn, " " * (_DOTS - of + 2), say(says, count=sentences.count(tally)))


def _in_bar(part: int, of: int) -> int:
    """How much of the bar so many are: all and nothing of it only where it is so."""
    return min(max(round(part * _DOTS / of), part > 0), _DOTS - (part < of))
