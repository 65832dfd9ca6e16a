"""What stands where on a sheet that came back, line by line; nothing here knows what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from course.authoring.blind.writing import ANSWER, CODE, READER, Heading, heading
from course.model.record import Record

_CODE = re.compile(rf"\b{CODE}\W*(\d{{1,18}})\s*[-‐‑–—]\s*([0-9a-f]{{10}})\b", re.IGNORECASE)
_READER = re.compile(rf"[\W_]*{READER}\b[^:]*:(.*)", re.IGNORECASE)
_ANSWER = re.compile(rf"[\W_]*{ANSWER}s?(?:[\s*_]*[:=](.*)|\W+([a-z]|\d+)\W*)", re.IGNORECASE)
_TICKED = re.compile(r"[\s>*-]*(?:\[\s*[xX✓✔✗]\s*\]|[xX✓✔✗→]|\*\*|=>|->)[\s*]*([A-Za-z])[).]")
_NUMBERED = re.compile(r"[\W_]*(\d+)\s*(?:[.):=-]+\s*|\s)(\S.*)")
_NUMBER_OR_WORD = re.compile(r"\d+|[^\W\d_]+")
_LONGEST = 500
"""Characters of a line; nothing that is looked for is longer."""


class Block(Record):
    """The lines below one item's heading, and the number of the first."""

    heading: Heading
    first: int
    lines: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The mark of its item."""
        return self.heading.mark


class Written(Record):
    """Something written as an answer."""

    line: int
    said: str


def lines_of(text: str) -> list[str]:
    """The lines of a sheet, of an endless one its beginning."""
    return [line[:_LONGEST] for line in text.split("\n")]


def codes(lines: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The codes of all sheets that are named, each with its seed and the line of the first time."""
    found: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(lines, 1):
        match = _CODE.search(line)
        if match:
            found.setdefault(f"{int(match[1])}-{match[2].lower()}", (int(match[1]), number))
    return found


def reader(lines: Iterable[str]) -> str:
    """Who answered, as they wrote it; `""` where they did not."""
    for line in lines:
        match = _READER.fullmatch(line)
        if match:
            return " ".join(match[1].strip(" _\t").split())[:60]
        if heading(line):
            break
    return ""


def blocks(lines: Sequence[str]) -> list[Block]:
    """What stands below each heading."""
    headings = [(number, found) for number, line in enumerate(lines) if (found := heading(line))]
    starts = [number for number, _ in headings]
    return [
        Block(found, start + 2, tuple(lines[start + 1 : end]))
        for (start, found), end in zip(headings, [*starts[1:], len(lines)], strict=False)
    ]


def beside(block: Block) -> Iterator[Written]:
    """Whatever stands behind "Answer:", or else on the next line that is not empty, or else is ticked."""
    behind = {
        number: match[1] or match[2] or "" for number, match in enumerate(map(_ANSWER.fullmatch, block.lines)) if match
    }
    found = {number: said for number, said in behind.items() if _says(said)}
    found = found or (_below(block, max(behind)) if behind else {}) or _ticked(block)
    return (Written(block.first + number, said) for number, said in found.items())


def _below(block: Block, last: int) -> dict[int, str]:
    """The next line with something on it, unless there a list of all answers begins."""
    lines = {number: line for number, line in enumerate(block.lines) if number > last and _says(line)}
    return {number: line for number, line in [*lines.items()][:1] if not _pairs(line)}


def _ticked(block: Block) -> dict[int, str]:
    ticked = ((number, _TICKED.match(line)) for number, line in enumerate(block.lines))
    return {number: match[1] for number, match in ticked if match}


def _says(line: str) -> bool:
    """Whether somebody wrote something there, and it is no heading."""
    return bool(line.strip(" _>\t")) and not line.lstrip(" >").startswith("#")


def listed(lines: Iterable[str], *, bare: bool) -> Iterator[tuple[int, Written]]:
    """The answers of a list by the numbers of their items, such as "1 b" or "1b 2c 3a"; of a `bare` one, which holds
    nothing else, also those in words."""
    for number, line in enumerate(lines, 1):
        if _CODE.search(line) or _READER.fullmatch(line) or heading(line):
            continue
        one = _NUMBERED.fullmatch(line) if bare else None
        for item, said in _pairs(line) or ([(one[1], one[2])] if one else []):
            yield int(item[-9:]), Written(number, said)


def _pairs(line: str) -> list[tuple[str, str]]:
    """Numbers, each with one letter, where the line holds nothing else."""
    words = _NUMBER_OR_WORD.findall(line)
    pairs = [*zip(words[::2], words[1::2], strict=False)]
    fit = all(number.isdecimal() and len(letter) == 1 and letter.isalpha() for number, letter in pairs)
    return pairs if fit and len(words) % 2 == 0 else []
