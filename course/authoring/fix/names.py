"""Names that were probably misspelt, and ids that stand twice: what an author is asked about."""

from __future__ import annotations

import re
from collections.abc import Container

from course.authoring.fix.page import Page
from course.model.record import Record
from course.reading import Place, Problem
from course.reading.find import COURSE_FILE
from course.reading.scenarios import corrected
from course.reading.tables import COURSE, NAMES, SCENARIO

SPELLING = frozenset(
    {"unknown-key", "unknown-rule", "unknown-scene", "unknown-pair", "unknown-scenario", "unknown-code", "bad-value"}
)
"""Codes of which a name is meant that is near to what was written."""
WORD = re.compile(r"[\w-]+")
_MEANT = re.compile(r"[\w%-]+")


class Edit(Record):
    """A page with another name in it, and the line that it stands on."""

    page: Page
    line: int


def respelt(page: Page, problem: Problem) -> Edit | None:
    """The page with the name that was meant; None where that cannot be put in its place."""
    if problem.code not in SPELLING or not _MEANT.fullmatch(problem.meant):
        return None
    return _replaced(page, problem, problem.meant)


def twice(problem: Problem) -> bool:
    """Whether it is about an id that stands twice, so that one of the two needs another."""
    if problem.code == "duplicate-id":
        return True
    return problem.code == "duplicate-key" and _name_at(problem)[0] not in {"", *NAMES}


def id_of(problem: Problem) -> str:
    """The id that stands twice; `""` where it stands nowhere, since a file's name gives it."""
    name, before, after = _name_at(problem)
    if problem.code == "duplicate-key" or re.search(r"\bid:\s*[\"']?$", before):
        return name
    # A rule's id stands where the rule begins.
    return name if name not in NAMES and re.match(r"[\"']?\s*:", after) else ""


def free(id: str, taken: Container[str]) -> str:
    """An id like it that is not taken."""
    number = 2
    while f"{id}-{number}" in taken:
        number += 1
    return f"{id}-{number}"


def renamed(page: Page, problem: Problem, name: str) -> Edit | None:
    """The page in which the second of two equal ids is another; None where that cannot be done."""
    if id_of(problem):
        return _replaced(page, problem, name)
    first = next((number for number, line in enumerate(page.lines, 1) if line.strip() and line[0] != "#"), None)
    return Edit(page.with_line_before(first, f"id: {name}"), first) if first is not None else None


def refer_to(problem: Problem, file: str) -> frozenset[str]:
    """As what a file may refer to the id that stands twice."""
    in_course = problem.place.file == COURSE_FILE
    if problem.code == "duplicate-key" and not in_course:
        return frozenset({"scene"} if file == problem.place.file else ())
    if in_course:
        return frozenset({"rule", "pair"} if problem.code == "duplicate-key" else {"rule"})
    between_files = any(place.file != problem.place.file for place in problem.also)
    return frozenset({"scenario"} if file == COURSE_FILE and between_files else ())


def references(page: Page, file: str, problem: Problem, id: str) -> list[Place]:
    """Where a file refers to the id that stands twice."""
    kinds = refer_to(problem, file)
    if not kinds or id not in page.text:
        return []
    reading = corrected(page.text, COURSE if file == COURSE_FILE else SCENARIO)
    return [Place(file, *spot) for kind, name, spot in reading.refs if kind in kinds and name == id]


def _name_at(problem: Problem) -> tuple[str, str, str]:
    """The name at a problem's place, and what stands before and behind it on the line."""
    line, column = problem.source_line, problem.place.column - problem.source_column
    column += line[column : column + 1] in ("'", '"')
    name = WORD.match(line, column)
    return (name[0], line[:column], line[name.end() :]) if name else ("", line[:column], line[column:])


def _replaced(page: Page, problem: Problem, name: str) -> Edit | None:
    """The page with another name at the problem's place."""
    number, column = problem.place.line, problem.place.column - 1
    if number > len(page.lines):
        return None
    line = page.lines[number - 1]
    at = column + (line[column : column + 1] in ("'", '"'))
    found = WORD.match(line, at)
    if found is None:
        return None
    return Edit(page.with_lines({number: line[:at] + name + line[found.end() :]}), number)
