"""A sheet that came back: whose it is, what was answered, and what of it cannot be taken, by its line.

Answers are matched by the marks of their items, whatever has become of the course since. A bare list of numbers and
letters will do as well, below the line that says of which sheet, while all its items are as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from course.authoring.blind.answer import Unclear, taken
from course.authoring.blind.items import Item
from course.authoring.blind.sheet import Sheet, arranged, lettered, sheet
from course.authoring.blind.writing import ANSWER, CODE, HEADING, READER
from course.model.record import Record, replace

_CODE = re.compile(rf"\b{CODE}\W*(\d{{1,18}})-([0-9a-f]{{10}})\b", re.IGNORECASE)
_READER = re.compile(rf"[\W_]*{READER}\b[^:]*:(.*)", re.IGNORECASE)
_ANSWER = re.compile(rf"[\W_]*{ANSWER}s?(?:\s*[:=](.*)|\W+([a-z]|\d+)\W*)", re.IGNORECASE)
_TICKED = re.compile(r"[\s>*-]*(?:\[\s*[xX✓✔✗]\s*\]|[xX✓✔✗→]|\*\*|=>|->)[\s*]*([A-Za-z])[).]")
_NUMBERED = re.compile(r"[\W_]*(\d+)\s*(?:[.):=-]+\s*|\s)(\S.*)")
_NUMBER_OR_WORD = re.compile(r"\d+|[^\W\d_]+")
_LONGEST = 500
"""Characters of a line; nothing that is looked for is longer."""
_NO_CODE = "There is no line that says which sheet this is"
_OLD = "This sheet is of an older edition of the course, and a number alone may mean another item by now"
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
    """What one reader answered."""

    reader: str
    """As they wrote it; `""` where they did not."""
    answers: Mapping[str, int]
    """By the mark of its item, the number of the option that was taken, among those of the item."""
    notes: tuple[Note, ...] = ()
    changed: int = 0
    """Items of the sheet that the course does not have any more as they were."""
    sheet: Sheet | None = None
    """The sheet, where the course has all its items still as they were."""


class _Block(Record):
    """The lines below one item's mark, and the number of the first."""

    mark: str
    first: int
    lines: tuple[str, ...] = ()


class _Written(Record):
    """What stands as the answer to one item."""

    mark: str
    line: int
    said: str


def read(text: str, asked: Sequence[Item]) -> HandedIn:
    """What was answered. `asked` are all items of the course, as it is now. Raises NoSheet."""
    lines = [line[:_LONGEST] for line in text.split("\n")]
    seed, digits = _which(lines)
    known = {item.mark: item for item in asked}
    now = _as_it_was(asked, seed, digits)
    blocks = _blocks(lines)
    written = [each for block in blocks for each in _beside_mark(block)]
    if not written:
        written = [*_by_number(lines, now, marked=bool(blocks))]
    answers: dict[str, tuple[int, int]] = {}
    notes: list[Note] = []
    unsure: set[str] = set()
    for each in written:
        item = known.get(each.mark)
        if item is None:
            continue
        found = taken(each.said, [said for _, said in lettered(item, seed)])
        if isinstance(found, Unclear):
            notes.append(Note(each.line, found))
            unsure.add(each.mark)
        elif found is not None:
            option = arranged(item, seed)[found]
            before, line = answers.setdefault(each.mark, (option, each.line))
            if before != option:
                notes.append(Note(each.line, _twice(line)))
                unsure.add(each.mark)
    sure = {mark: option for mark, (option, _) in answers.items() if mark not in unsure}
    return HandedIn(_reader(lines), sure, tuple(notes), len({block.mark for block in blocks} - known.keys()), now)


def _which(lines: Sequence[str]) -> tuple[int, str]:
    """The seed and the digits of the sheet."""
    found: dict[tuple[int, str], int] = {}
    for number, line in enumerate(lines, 1):
        match = _CODE.search(line)
        if match:
            found.setdefault((int(match[1]), match[0].split("-")[-1].lower()), number)
    if not found:
        raise NoSheet(1, Unclear(_NO_CODE, _MEND_CODE))
    if len(found) > 1:
        why = "Here another sheet begins"
        raise NoSheet([*found.values()][1], Unclear(why, "Put each reader's sheet into a file of its own."))
    return next(iter(found))


def _as_it_was(asked: Sequence[Item], seed: int, digits: str) -> Sheet | None:
    """The sheet of that code, of the whole course or of one scenario, if the items of now still make it."""
    scopes = [[*asked], *([each for each in asked if each.scenario == name] for name in {x.scenario for x in asked})]
    sheets = (sheet(scope, seed) for scope in scopes)
    return next((each for each in sheets if each.code == f"{seed}-{digits}"), None)


def _reader(lines: Iterable[str]) -> str:
    for line in lines:
        match = _READER.fullmatch(line)
        if match:
            return " ".join(match[1].strip(" _\t").split())[:60]
        if HEADING.fullmatch(line):
            break
    return ""


def _blocks(lines: Sequence[str]) -> list[_Block]:
    """What stands below each mark."""
    found: list[_Block] = []
    start = 0
    for number, line in enumerate([*lines, ""]):
        heading = HEADING.fullmatch(line)
        if heading or number == len(lines):
            if found:
                found[-1] = replace(found[-1], lines=tuple(lines[start:number]))
            if heading:
                start = number + 1
                found.append(_Block(heading[2].lower(), start + 1))
    return found


def _beside_mark(block: _Block) -> Iterator[_Written]:
    """Whatever stands behind "Answer:", or else on the next line that is not empty, or else is ticked."""
    beside = {
        number: match[1] or match[2] or "" for number, match in enumerate(map(_ANSWER.fullmatch, block.lines)) if match
    }
    filled = {number: said for number, said in beside.items() if _says(said)}
    if not filled and beside:
        last = max(beside)
        below = {number: line for number, line in enumerate(block.lines) if number > last and _says(line)}
        filled = dict([*below.items()][:1])
    if not filled:
        ticked = ((number, _TICKED.match(line)) for number, line in enumerate(block.lines))
        filled = {number: match[1] for number, match in ticked if match}
    for number, said in filled.items():
        yield _Written(block.mark, block.first + number, said)


def _says(line: str) -> bool:
    """Whether somebody wrote something there, and it is no heading."""
    return bool(line.strip(" _>\t")) and not line.lstrip(" >").startswith("#")


def _by_number(lines: Sequence[str], now: Sheet | None, *, marked: bool) -> Iterator[_Written]:
    """A bare list, such as "1 b" or "1b 2c 3a"."""
    for number, line in enumerate(lines, 1):
        if _CODE.search(line) or _READER.fullmatch(line) or HEADING.fullmatch(line):
            continue
        one = None if marked else _NUMBERED.fullmatch(line)
        for asked, said in _pairs(line) or ([(one[1], one[2])] if one else []):
            if now is None:
                raise NoSheet(number, Unclear(_OLD, "Read the whole sheet in, whose items carry marks."))
            place = int(asked[:9])
            if not 1 <= place <= len(now.items):
                raise NoSheet(number, Unclear(f"There is no item {place}", f"They go from 1 to {len(now.items)}."))
            yield _Written(now.items[place - 1].mark, number, said)


def _pairs(line: str) -> list[tuple[str, str]]:
    """Numbers, each with one letter, where the line holds nothing else."""
    words = _NUMBER_OR_WORD.findall(line)
    pairs = [*zip(words[::2], words[1::2], strict=False)]
    fit = all(number.isdecimal() and len(letter) == 1 and letter.isalpha() for number, letter in pairs)
    return pairs if fit and len(words) % 2 == 0 else []


def _twice(line: int) -> Unclear:
    return Unclear(f"Another answer to the same item stands in line {line}", "Leave the one that you mean.")
