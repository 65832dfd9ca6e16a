"""A sheet as text: to be printed and filled in with a pen, or in any editor; it is Markdown as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import fill

from course.authoring.blind.items import Group, Item
from course.authoring.blind.sheet import Sheet, lettered
from course.model.record import Record

_MARKED = re.compile(r"[^\w\[]*(?:(\d+)\W*)?\[([0-9a-f]{8})\]\W*", re.IGNORECASE)
_UNMARKED = re.compile(r"[\s>]*#+\s*(\d+)\b.*")
_WIDTH = 78
READER, CODE, ANSWER = "Reader", "Sheet", "Answer"
"""What the lines begin with that are read again, when a sheet comes back."""
_HOW = """
Here are the options of decisions out of a course, without what comes before them. At each, take the one that you
think the course advises, and write its letter behind "Answer:". Where you cannot tell, take the likeliest; leave it
empty only where you would rather not say. Look nothing up, and take no more than half a minute for each.
"""
_LEAVE = """
Leave the line below as it is, and the marks in square brackets: they say to which items your answers belong.
"""
_BACK = """
Give it back, or a copy of it, to whoever asked you. What you have answered is read in with:
"""
APART = {
    Group.TONE: "Wordings of one message. Which of them would the course advise?",
    Group.CALENDARS: "Contacts to plan. Which of them would the course advise?",
    Group.SORTS: "One statement each. On which side does it belong?",
}


class Heading(Record):
    """What stands above an item."""

    number: int
    """The item's number on this sheet; 0 where it is lost."""
    mark: str
    """The item's mark; `""` where it is damaged."""


def heading(line: str) -> Heading | None:
    """The heading that this line is, or None."""
    marked = _MARKED.fullmatch(line)
    if marked:
        return Heading(int(marked[1][-9:]) if marked[1] else 0, marked[2].lower())
    unmarked = _UNMARKED.fullmatch(line)
    return Heading(int(unmarked[1][-9:]), "") if unmarked else None


def text(sheet: Sheet, reads: str = "") -> str:
    """All of it; `reads` is the command line that reads it in when it is filled in."""
    return "\n".join(_lines(sheet, reads)) + "\n"


def filled_in(text: str, answers: Mapping[str, str]) -> str:
    """The text of a sheet with these letters, by the marks of their items, where no answer stood; all else stays."""
    lines, mark = text.split("\n"), ""
    for number, line in enumerate(lines):
        found = heading(line.rstrip("\r"))
        if found:
            mark = found.mark
        elif mark in answers and line.strip() == f"{ANSWER}:":
            end = "\r" if line.endswith("\r") else ""
            lines[number], mark = f"{ANSWER}: {answers[mark]}{end}", ""
    return "\n".join(lines)


def _lines(sheet: Sheet, reads: str) -> Iterator[str]:
    yield "# Which would you advise?"
    yield ""
    yield _wrapped(_HOW)
    yield ""
    if reads:
        yield from (_wrapped(_BACK), "", f"    {reads}", "")
    yield _wrapped(_LEAVE)
    yield ""
    yield f"{CODE}: {sheet.code}"
    yield ""
    yield f"{READER} (your name; if a program answers, which): ________________"
    apart: Group | None = None
    for number, item in enumerate(sheet.items, 1):
        if item.group.apart and item.group is not apart:
            apart = item.group
            yield from ("", f"# {APART[apart]}")
        yield from ("", f"## {number} [{item.mark}]", "")
        yield from _asked(item, sheet.seed)
        yield from ("", f"{ANSWER}:")


def _asked(item: Item, seed: int) -> Iterator[str]:
    if item.statement:
        yield from (_wrapped(item.statement), "")
    for letter, said in lettered(item, seed):
        yield fill(said, _WIDTH, initial_indent=f"- {letter}) ", subsequent_indent="     ", break_on_hyphens=False)


def _wrapped(text: str) -> str:
    return fill(" ".join(text.split()), _WIDTH, break_on_hyphens=False)
