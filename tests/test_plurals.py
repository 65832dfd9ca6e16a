"""What authors are told counts one thing as one, wherever something is counted."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.folders import ROOT
from tests.plurals import ONE_AS_MANY

FILES = [each for room in ("reading", "authoring", "cli") for each in sorted((ROOT / "course" / room).rglob("*.py"))]
MANY = re.compile(r"(?: more| other| such)* (?!is\b|was\b|has\b|as\b|does\b)[a-z]+s\b")
NEVER_ONE = {
    "at {len(right)} other scenes": "at least _OTHERS",
    "{len(states):,} states": "too many to be worked out",
    "{len(words(longest(scene.text)))} words": "too many for a text",
    "{len(words(choice.say))} words": "too many for a choice",
    "{len(value):,} characters": "too many for a field",
    "{len(one)} of {len(items.all)} decisions": "of a whole course, and not of a small one",
    "and so on each of the {len(more) + 1} lines": "where there are more than one",
    "read in {len(meeting.versions)} versions": "where there are several",
}
"""What is counted and is never one, and why."""


def counted(tree: ast.AST, *, sides: bool = False) -> Iterator[str]:
    """The texts in which a length stands before a plural, and not on a side of a choice between one and many."""
    if isinstance(tree, ast.JoinedStr) and not sides:
        for value, behind in zip(tree.values, tree.values[1:], strict=False):
            counts = isinstance(value, ast.FormattedValue) and ast.unparse(value.value).startswith("len(")
            if counts and isinstance(behind, ast.Constant) and MANY.match(str(behind.value)):
                yield ast.unparse(tree)
    for field in ast.iter_child_nodes(tree):
        yield from counted(field, sides=sides or isinstance(tree, ast.IfExp))


@pytest.mark.parametrize("file", FILES, ids=lambda each: str(each.relative_to(ROOT)))
def test_what_is_counted_may_be_one(file: Path) -> None:
    found = counted(ast.parse(file.read_text(encoding="utf-8")))
    assert [each for each in found if not any(known in each for known in NEVER_ONE)] == []


@pytest.mark.parametrize("text", ["1 lines", "There are 1 more", "1 more lines", "Lines 4 to 4", "of 1 other scenes"])
def test_one_that_is_said_as_several_is_seen(text: str) -> None:
    assert ONE_AS_MANY.search(text)


@pytest.mark.parametrize(
    "text", ["line 1 holds", "in column 1; it is", "1 is less", "1 line", "11 lines", "Lines 1 to 4"]
)
def test_what_is_well_counted_passes(text: str) -> None:
    assert ONE_AS_MANY.search(text) is None
