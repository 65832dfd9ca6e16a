"""Names that were probably misspelt, and ids that stand twice: what an author is asked about."""

from __future__ import annotations

import re
from collections.abc import Container

from course.authoring.fixing.page import Page
from course.reading import Problem
from course.reading.tables import NAMES

SPELLING = frozenset(
    {"unknown-key", "unknown-rule", "unknown-scene", "unknown-pair", "unknown-scenario", "unknown-code", "bad-value"}
)
"""Codes of which a name is meant that is near to what was written."""
_NAME = re.compile(r"[\w-]+")


def respelt(page: Page, problem: Problem) -> Page | None:
    """The page with the name that was meant; None where that cannot be put in its place."""
    if problem.code not in SPELLING or not problem.meant or not re.fullmatch(r"[\w%-]+", problem.meant):
        return None
    return _replaced(page, problem, problem.meant)


def twice(problem: Problem) -> bool:
    """Whether it is about an id that stands twice, so that one of the two needs another."""
    if problem.code == "duplicate-id":
        return True
    name = _NAME.match(problem.source_line[problem.place.column - problem.source_column :])
    return problem.code == "duplicate-key" and name is not None and name[0] not in NAMES


def id_of(problem: Problem) -> str:
    """The id that stands twice; `""` where it stands nowhere, since a file's name gives it."""
    line, column = problem.source_line, problem.place.column - problem.source_column
    name = _NAME.match(line[column:])
    before = line[:column]
    if problem.code == "duplicate-key" or (name and re.search(r"\bid:\s*[\"']?$", before)):
        return name[0] if name else ""
    # A rule's id stands where the rule begins.
    return name[0] if name and line[column + name.end() :].lstrip().startswith(":") and name[0] not in NAMES else ""


def free(id: str, taken: Container[str]) -> str:
    """An id like it that is not taken."""
    number = 2
    while f"{id}-{number}" in taken:
        number += 1
    return f"{id}-{number}"


def renamed(page: Page, problem: Problem, name: str) -> Page | None:
    """The page in which the second of two equal ids is another; None where that cannot be done."""
    if id_of(problem):
        return _replaced(page, problem, name)
    first = next((number for number, line in enumerate(page.lines, 1) if line.strip() and line[0] != "#"), None)
    return page.with_line_before(first, f"id: {name}") if first is not None else None


def _replaced(page: Page, problem: Problem, name: str) -> Page | None:
    """The page with another name at the problem's place."""
    number, column = problem.place.line, problem.place.column - 1
    if number > len(page.lines):
        return None
    line = page.lines[number - 1]
    at = column + (line[column : column + 1] in ("'", '"'))
    found = _NAME.match(line, at)
    if found is None:
        return None
    return page.with_lines({number: line[:at] + name + line[found.end() :]})
