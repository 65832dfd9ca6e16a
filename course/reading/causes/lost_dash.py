"""An item of a list that has lost its dash, so that it goes on with what stands above.

The item above it then has its fields twice; or, if it was the first one, there is a group of fields in the place of a
list. Where the dash belongs can be seen from the lines around: they are few, and so the line is soon tried. If with it
nothing is wrong any more, that was the slip; and so it is tried first, since so much follows from it that other trials
would take long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from course.model.record import replace
from course.reading.causes.anew import LONGEST
from course.reading.causes.moved import above, below
from course.reading.causes.out_of_place import said
from course.reading.causes.sure_mends import State, Trials, begin
from course.reading.causes.tries import Try, left_around, made
from course.reading.problems.lines import LINE
from course.reading.problems.problem import Edit, Findings, Problem
from course.reading.prose.extents import IN, indent
from course.reading.prose.slips import missing_colon
from course.reading.yaml.outline import begins_field

_MOST = 12
"""Lines that are tried."""
_MOST_ERRORS = 4
"""Problems at which these are looked for."""
_MOST_TRIES = 16
_MOST_ABOVE = 400
"""Lines of one list."""
_BEGINS = re.compile(r" *(?=[\w\"'{|>])")
"""What an item that lacks its dash may begin with."""
_WORDS = re.compile(r" *\w")
_ID = re.compile(r" *[a-z0-9-]+ *")
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*(?:\s|$)")


def alone(findings: Findings, read: Callable[[Findings], object]) -> tuple[Problem, Findings] | None:
    """The line that lacks its dash, if nothing else is wrong with the file, and what comes of reading it so."""
    if len(findings.text) > LONGEST or not findings.errors:
        return None
    state, trials = State(findings), Trials(read, _MOST_TRIES)
    right = [each for each in _tried(trials, state) if not each.left]
    best = _likeliest(state.lines, right)
    if best is None:
        return None
    problem = said(findings, best)
    if len(right) > 1 and problem.meant:
        problem = replace(problem, meant=replace(problem.meant, ask=True))
    return problem, best.state.findings


def beside_others(trials: Trials, state: State) -> Try | None:
    """The line that lacks its dash, if with one all is right around it."""
    tried = [each for each in _tried(trials, state) if not left_around(each)]
    return tried[0] if len(tried) == 1 else None


def _tried(trials: Trials, state: State) -> Iterator[Try]:
    """The lines that may lack their dash, each with one, where less is wrong then."""
    edits = (edit for each in state.errors if each.code == "list-dash" and each.meant for edit in each.meant.edits)
    known = {each.number for each in edits if each.new.lstrip().startswith("- ")}
    for number in [*dict.fromkeys(each for each in _lines(state) if each not in known)][:_MOST]:
        for edit in _dashed(state.lines, number):
            yield from made(trials, state, [edit])


def _likeliest(lines: Sequence[str], right: Sequence[Try]) -> Try | None:
    """Of several lines of one item at which it may begin, the one that begins as other items of the list do: with its
    id, if it has one."""

    def name(each: Try) -> str:
        return each.edit.old.lstrip().partition(":")[0]

    if len(right) < 2:
        return right[0] if right else None
    numbers, column = {each.edit.number for each in right}, min(indent(each.edit.new) for each in right)
    if len(numbers) == 1:  # and with nothing beside it, it may stand as far in as it likes
        return next(each for each in right if indent(each.edit.new) == column)
    if any(indent(each.edit.new) != column for each in right):
        return None
    if ids := [each for each in right if name(each) == "id"]:
        return ids[0] if len(ids) == 1 else None
    beside = [*_beside(lines, min(numbers), max(numbers), column)]
    firsts = {name for dashed, name in beside if dashed}
    firsts |= {"when", "given"} - {name for dashed, name in beside if not dashed}
    likely = [each for each in right if name(each) in firsts]
    return min(likely, key=lambda each: each.edit.number) if likely else None


def _lines(state: State) -> Iterator[int]:
    """The lines that may lack it: those of which something is said, the first one of their list, the one that they
    stand under, those right above or below, and the fields that stand with them in the item above."""
    for each in sorted(state.errors, key=lambda each: (each.code != "wrong-kind", each.place))[:_MOST_ERRORS]:
        number = each.place.line
        first = _first(state.lines, number)
        yield from (number, first, above(state.lines, first), above(state.lines, number), below(state.lines, number))
        yield from _fields_above(state.lines, number)


def _first(lines: list[str], number: int) -> int:
    """The number of the first line that stands under the same name as this one."""
    column, under = indent(lines[number - 1]), number
    for at in range(number - 1, max(0, number - _MOST_ABOVE), -1):
        if indent(lines[at - 1]) < column and lines[at - 1].strip():
            break
        under = under if _is_note(lines[at - 1]) else at
    return under


def _fields_above(lines: list[str], number: int) -> Iterator[int]:
    """The fields right above one, in its column."""
    column = indent(lines[number - 1])
    for at in range(number - 1, max(0, number - _MOST), -1):
        if lines[at - 1].strip() and indent(lines[at - 1]) < column:
            break
        if indent(lines[at - 1]) == column:
            yield at


def _dashed(lines: list[str], number: int) -> Iterator[Edit]:
    """That line with its dash, where it may begin an item: in the column of a dash of its list or in that of the
    item's fields."""
    line = lines[number - 1] if number else ""
    if not _BEGINS.match(line) or not (begins_field(line) or _is_item(line)):
        return
    own = indent(line)
    for column in (own - IN, own):
        if column > 0 and _is_list(lines, number, column):
            yield Edit(number, line, f"{' ' * column}- {line.lstrip()}")


def _is_item(line: str) -> bool:
    """Whether a line that begins no field may be an item by itself: some words are one only as an id or a sentence, and
    may be a note otherwise."""
    if missing_colon(line):
        return False
    return not _WORDS.match(line) or _ID.fullmatch(line) is not None or _SENTENCE.search(line) is not None


def _is_list(lines: list[str], number: int, column: int) -> bool:
    """Whether a list may have an item there, with its dash in that column: one that stands above, or the first."""
    first = True
    for other in reversed(lines[max(0, number - 1 - _MOST_ABOVE) : number - 1]):
        if _is_note(other):
            continue
        if indent(other) <= column:
            name = LINE.fullmatch(other)
            opens = first and name is not None and bool(name["name"]) and not name["value"]
            return opens if indent(other) < column else other.startswith("- ", column)
        first = False
    return False


def _is_note(line: str) -> bool:
    return line.lstrip()[:1] in ("", "#")


def _beside(lines: Sequence[str], first: int, last: int, column: int) -> Iterator[tuple[bool, str]]:
    """The names of the fields of the items that stand above and below those lines in their list; and of each, whether
    an item begins with it."""
    for way in (range(first - 1, 0, -1), range(last + 1, len(lines) + 1)):
        for at in way:
            line = lines[at - 1]
            if line.strip() and indent(line) < column:
                break
            if len(begin(line)) == column + IN and (match := LINE.match(line)):
                yield line.startswith("- ", column), match["name"]
