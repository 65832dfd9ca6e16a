"""A sheet that came back: whose it is, what was answered, and what of it cannot be taken, by its line.

Answers are matched by the marks of their items, whatever has become of the course since. A bare list of numbers and
letters will do as well, below the line that says of which sheet, while all its items are as they were.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from course.authoring.blind import paper
from course.authoring.blind.answer import Unclear, taken
from course.authoring.blind.items import Item
from course.authoring.blind.paper import Block, Written
from course.authoring.blind.sheet import Sheet, arranged, code, lettered, sheet
from course.authoring.blind.writing import CODE
from course.model.record import Record

_NO_CODE = "There is no line that says which sheet this is"
_OLD = "This sheet is of an older edition of the course, and a number alone may mean another item by now"
_ANOTHER = "If it is another course's sheet, name that course; if all of it has changed, write a new one."
_NO_MATCH = "What stands here and below is not what the line says that names the sheet"
_WHOLE = "Take that line and all items as they were on the sheet, those without an answer too."
_MEND_CODE = f'Copy the line that begins with "{CODE}:" from the sheet to the top of the file.'


class NoSheet(Exception):
    """Nothing of it can be taken: in which line, why, and how to mend it."""

    def __init__(self, line: int, unclear: Unclear) -> None:
        super().__init__(line, unclear)
        self.line = line
        self.unclear = unclear


class Note(Record):
    """An answer that was not counted."""

    line: int
    unclear: Unclear


class HandedIn(Record):
    """What one reader answered on a sheet that was handed in."""

    reader: str
    """As they wrote it; `""` where they did not."""
    answers: Mapping[str, int]
    """By the mark of its item, the number of the option that was taken, among those of the item."""
    notes: tuple[Note, ...] = ()
    changed: int = 0
    """Items of the sheet that the course does not have any more as they were."""
    sheet: Sheet | None = None
    """The sheet, where the course has all its items still as they were."""


def read(text: str, asked: Sequence[Item]) -> HandedIn:
    """What was answered. `asked` are all items of the course, as it is now. Raises NoSheet."""
    lines = paper.lines_of(text)
    seed, name = _which(lines)
    now = _as_it_was(asked, seed, name)
    blocks = _blocks(lines, seed, name, now)
    known = {item.mark: item for item in asked}
    marks = {mark for mark, _ in blocks}
    if marks and marks.isdisjoint(known):
        raise NoSheet(blocks[0][1].first - 1, Unclear("None of these items is in the course", _ANOTHER))
    written = [(mark, each) for mark, block in blocks for each in paper.beside(block)]
    given = written or [*_by_number(lines, now, bare=not blocks)]
    answers, notes = _taken([(known[mark], each) for mark, each in given if mark in known], seed)
    return HandedIn(paper.reader(lines), answers, tuple(notes), len(marks - known.keys()), now)


def _taken(given: Iterable[tuple[Item, Written]], seed: int) -> tuple[dict[str, int], list[Note]]:
    """What was taken at each item, by its mark, and what could not be counted."""
    answers: dict[str, tuple[int, int]] = {}
    notes: list[Note] = []
    unsure: set[str] = set()
    for item, each in given:
        found = taken(each.said, [said for _, said in lettered(item, seed)])
        if found is None:
            continue
        if not isinstance(found, Unclear):
            option = arranged(item, seed)[found]
            before, line = answers.setdefault(item.mark, (option, each.line))
            if before == option:
                continue
            found = Unclear(f"Another answer to the same item stands in line {line}", "Leave the one that is meant.")
        notes.append(Note(each.line, found))
        unsure.add(item.mark)
    return {mark: option for mark, (option, _) in answers.items() if mark not in unsure}, notes


def _which(lines: Sequence[str]) -> tuple[int, str]:
    """The seed of the sheet, and all of its code."""
    found = [(seed, name, line) for name, (seed, line) in paper.codes(lines).items()]
    if not found:
        raise NoSheet(1, Unclear(_NO_CODE, _MEND_CODE))
    for _, _, line in found[1:]:
        raise NoSheet(line, Unclear("Here another sheet begins", "Put each reader's sheet into a file of its own."))
    return found[0][:2]


def _as_it_was(asked: Sequence[Item], seed: int, name: str) -> Sheet | None:
    """The sheet of that code, of the whole course or of one scenario, if the items of now still make it."""
    scopes = [[*asked], *([each for each in asked if each.scenario == one] for one in {x.scenario for x in asked})]
    sheets = (sheet(scope, seed) for scope in scopes)
    return next((each for each in sheets if each.code == name), None)


def _blocks(lines: Sequence[str], seed: int, name: str, now: Sheet | None) -> list[tuple[str, Block]]:
    """What stands below each heading, with the mark of its item: by its number, where the mark is damaged and the
    sheet is one of now."""
    blocks = paper.blocks(lines)
    if now is None:
        if blocks and code(seed, (block.heading.mark for block in blocks)) != name:
            raise NoSheet(blocks[0].first - 1, Unclear(_NO_MATCH, _WHOLE))
        return [(block.heading.mark, block) for block in blocks]
    marks = {item.mark for item in now.items}
    return [(_mark(block, marks) or _item(now, block.heading.number, block.first - 1).mark, block) for block in blocks]


def _mark(block: Block, marks: Collection[str]) -> str:
    return block.heading.mark if block.heading.mark in marks else ""


def _item(now: Sheet, number: int, line: int) -> Item:
    """The item of that number. Raises NoSheet."""
    if not 1 <= number <= len(now.items):
        mend = f"Its items go from 1 to {len(now.items)}; give the answer the number of its own, or take the line out."
        raise NoSheet(line, Unclear(f"There is no item {number} on this sheet", mend))
    return now.items[number - 1]


def _by_number(lines: Sequence[str], now: Sheet | None, *, bare: bool) -> Iterator[tuple[str, Written]]:
    """The answers of a list, by the marks of their items."""
    for number, written in paper.listed(lines, bare=bare):
        if now is None:
            raise NoSheet(written.line, Unclear(_OLD, "Read the whole sheet in, whose items carry marks."))
        yield _item(now, number, written.line).mark, written
