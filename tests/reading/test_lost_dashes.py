"""A list's dash that is lost, with its column or without: one thing is said, at the line itself, and with the dash the
file is as it was. So for the first, a middle and the last item of lists of every sort, in every scenario that lies
here; whatever stands around, and however much would follow from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from course.reading.format.shared import CONDITION
from tests.reading.every_list import each_scenario, reader
from tests.slips.trial import Original

ITEM = re.compile(r"( *)- (.*)")
NAME = re.compile(r" *(?:- )?([\w-]+):\s*")
CONDITIONS = "|".join(each.name for each in CONDITION.fields)
PLAIN = re.compile(rf"['\"].*|[\w*][^:{{]*|[>|]\S*|when: \{{.*|(?:{CONDITIONS}): .*")
"""What may go on with the text or the condition above it, or be one text in the place of a list."""


def lists(lines: list[str]) -> Iterator[tuple[str, list[int]]]:
    """Every list, by the name that it stands under, with the numbers of the lines at which its items begin."""
    opened: dict[int, tuple[str, list[int]]] = {}
    name = ""
    for number, line in enumerate(lines, 1):
        inset = len(line) - len(line.lstrip())
        item = ITEM.fullmatch(line)
        for column in [each for each in opened if line.strip() and each >= inset + (item is not None)]:
            yield opened.pop(column)
        if item:
            opened.setdefault(inset, (name, []))[1].append(number)
        if line.strip() and line.lstrip()[0] != "#":
            name = found[1] if (found := NAME.fullmatch(line)) else ""
    yield from opened.values()


def ends(lines: list[str], number: int) -> Iterator[int]:
    """The first, a middle and the last item of lists: of those under one name, another list for each way and file."""
    named: dict[str, list[list[int]]] = {}
    for name, items in lists(lines):
        named.setdefault(name, []).append(items)
    for several in named.values():
        items = several[number % len(several)]
        yield from sorted({items[0], items[len(items) // 2], items[-1]})


@pytest.mark.parametrize("inset", ["  ", ""], ids=["a space in its place", "all to the left"])
@each_scenario
def test_it_is_one_slip(original: Original, number: int, inset: str) -> None:
    lines = original.text.split("\n")
    for at in ends(lines, number + len(inset)):
        item = ITEM.fullmatch(lines[at - 1])
        assert item is not None
        spoilt = "\n".join([*lines[: at - 1], f"{item[1]}{inset}{item[2]}", *lines[at:]]).encode()
        problems = reader(number).read(spoilt)[1]
        if not problems and PLAIN.fullmatch(item[2]):
            continue  # it is a good text
        assert [each.place.line for each in problems] == [at], (at, problems)
        assert reader(number).fixed(spoilt, asked=True).decode() == original.text, (at, problems)
