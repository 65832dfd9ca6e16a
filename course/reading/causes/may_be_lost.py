"""The lines that may have stood above another one and are lost: the name of a group of fields, the first line of an
item, the id of a record."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from course.model.record import Record
from course.reading.causes.moved import below
from course.reading.format.fields import Arrivals, Facts, Items, One, Records, Told, Way
from course.reading.format.tables import FIELDS
from course.reading.problems.lines import LINE
from course.reading.prose.extents import IN

_PROSE = re.compile(r" +[^\W\d_].* .*")
_ID = re.compile(r" *[a-z0-9-]+:\s*")
ANY_ID = "the-lost-one"
_FIRST = ("say", "title", "given", "when", "text", "day", "kind")
"""The names with which items of a list begin."""
_DAY = re.compile(r" *(?:- )?day: (\d{1,3})")
ITEM, NAME, ID_OF = "item", "name", "the id of a "


class Lost(Record):
    """A line that may have been there: what it is tried as, what it is called, and what was lost with it: a name, the
    first line of an item, or an id, of a scene or a person. Where a dash stands in the place of an id, the line below
    is another without it."""

    line: str
    named: str
    what: str
    under: str = ""


def candidates(lines: list[str], number: int, wanted: list[tuple[str, str]]) -> Collection[Lost]:
    """The lines that may have stood above the one of that number, each once."""
    return {each.line: each for each in _candidates(lines, number, wanted)}.values()


def _candidates(lines: list[str], number: int, wanted: list[tuple[str, str]]) -> Iterator[Lost]:
    match = LINE.fullmatch(lines[number - 1])
    column = len(match["indent"]) if match else 0
    if match is None or column < IN:
        return
    name, dashed, inset = match["name"] or "", bool(match["dashes"]), " " * (column - IN)
    if name:
        for holder in _holders(lines, number, name, dashed=dashed):
            yield Lost(f"{inset}{holder}:", f"{holder}:", NAME)
            if holder in _FIRST and not dashed and column >= 2 * IN:
                yield Lost(f"{' ' * (column - 2 * IN)}- {holder}:", f"- {holder}:", ITEM)
    if dashed and name and match["indent"]:
        beside = {name, *together(lines, number + 1, column + IN)}
        for table in (each for each in _RECORDS if beside <= each.by_name.keys()):
            ids = [each for kind, each in wanted if kind == table.name]
            under = f"{match['indent']}  {lines[number - 1].lstrip(' -')}"
            for each in ids or [ANY_ID]:
                what = f"{ID_OF}{table.name}"
                yield Lost(f"{match['indent']}{each}:", f"{each}:" if ids else "", what, under)
    if name and not dashed:
        there = together(lines, number, column)
        for table in (each for each in _RECORDS if there <= each.by_name.keys()):
            ids = [each for kind, each in wanted if kind == table.name]
            for each in ids or [ANY_ID]:
                yield Lost(f"{inset}{each}:", f"{each}:" if ids else "", f"{ID_OF}{table.name}")
        firsts = [
            each for table in _IN_LISTS if there <= table.by_name.keys() for each in _FIRST if each in table.by_name
        ]
        if "else" in there and "when" not in there:
            firsts = [each for each in firsts if each != "text"]  # what is told else wants a condition beside it
        for first in dict.fromkeys(each for each in firsts if each not in there):
            yield Lost(f"{inset}- {first}: {_value(lines, number, first)}", f"- {first}:", ITEM)
    if not name and not dashed and _PROSE.fullmatch(lines[number - 1]):
        for each in ("text", "happens", "because", "about"):
            yield Lost(f"{inset}{each}: |", f"{each}: and a |", NAME)


def _value(lines: list[str], number: int, name: str) -> str:
    """What may stand behind the name with which an item begins, as far as it matters here."""
    if name == "day":  # which has to come after the one before
        before = (found[1] for line in reversed(lines[: number - 1]) if (found := _DAY.fullmatch(line)))
        return str(int(next(before, "-1")) + 1)
    return {"when": "{contacts: 1}", "kind": ANY_ID}.get(name, "Lost.")


def _holders(lines: list[str], number: int, name: str, *, dashed: bool) -> Iterator[str]:
    """The names of fields under which a line that begins so may stand."""
    under = LINE.match(lines[below(lines, number) - 1])
    for field in FIELDS:
        kind = field.kind
        holds = False
        if (dashed and isinstance(kind, Items | Way | Told | Facts)) or (not dashed and isinstance(kind, One)):
            holds = name in kind.table.by_name
        elif not dashed and isinstance(kind, Arrivals):
            holds = name in kind.media
            if name in kind.table.by_name and _above(lines, number) == f"{field.name}:":
                yield from kind.media
        elif isinstance(kind, Records) and _ID.fullmatch(lines[number - 1]):
            holds = under is not None and under["name"] in kind.table.by_name
        if holds:
            yield field.name


def _above(lines: list[str], number: int) -> str:
    """What the line above one holds, whatever is empty between them."""
    return next((line.strip() for line in reversed(lines[: number - 1]) if line.strip()), "")


def together(lines: list[str], number: int, column: int) -> set[str]:
    """The names that stand in that column from a line on, as those of one record do."""
    there = set()
    for line in lines[number - 1 :]:
        match = LINE.fullmatch(line)
        if line.strip() and (match is None or len(match["indent"]) < column):
            break
        if match is not None and len(match["indent"]) == column and match["name"] and not match["dashes"]:
            there.add(match["name"])
    return there


_RECORDS = tuple({kind.table.name: kind.table for each in FIELDS if isinstance(kind := each.kind, Records)}.values())
_IN_LISTS = tuple(
    {
        kind.table.name: kind.table for each in FIELDS if isinstance(kind := each.kind, Items | Way | Told | Facts)
    }.values()
)
