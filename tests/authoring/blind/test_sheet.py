"""The order of a sheet: another for each seed, the same for the same, and nothing beside its like."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from course.authoring.blind.sheet import arranged, lettered, sheet
from course.authoring.blind.writing import heading, text
from course.model.kinds.sort import Sort, Statement
from tests.authoring.blind.made import DO, DONT, EITHER, FOLDERS, asked, course_items, of, said

SIX = [of(DO, DONT, said(f"Wait {number} days.")) for number in range(6)]


def test_a_sheet_holds_every_item_once_and_its_order_follows_from_the_seed() -> None:
    items = asked(*SIX)
    one = sheet(items, 1)
    assert sorted(each.mark for each in one.items) == sorted(each.mark for each in items)
    assert sheet(items[::-1], 1) == one
    orders = {sheet(items, seed).items for seed in range(10)}
    assert len(orders) > 5


def test_options_get_their_letters_in_an_order_of_their_own() -> None:
    items = asked(*SIX)
    first = [[letter for letter, said in lettered(each, 1) if said == DO.say] for each in items]
    assert len({each[0] for each in first}) > 1, "the same option is not always a"
    assert all(sorted(arranged(each, 1)) == [0, 1, 2] for each in items)
    (moved,) = asked(of(DONT, EITHER, DO))
    (item,) = asked(of(DO, DONT, EITHER))
    assert lettered(moved, 3) == lettered(item, 3), "which stands first in the file is nothing to it"


def test_the_two_sides_of_a_statement_stay_where_they_are() -> None:
    statements = tuple(Statement(str(each), f"Call {each} times.", follows=("thanks",)) for each in range(9))
    assert {lettered(each, 1)[0] for each in asked(Sort(statements))} == {("a", "Do")}


def test_no_two_of_a_scenario_and_no_twins_stand_next_to_each_other() -> None:
    def options(number: int) -> list[object]:
        return [DO, DONT, said(f"Wait {number} days.")]

    twins = [asked(*(of(*options(number)) for number in range(4)), id=name) for name in ("one", "two", "three")]  # type: ignore[arg-type]
    items = [each for some in twins for each in some]
    for seed in range(20):
        found = sheet(items, seed).items
        akin = [(one, other) for one, other in pairwise(found) if one.scenario == other.scenario]
        same = [(one, other) for one, other in pairwise(found) if one.options == other.options]
        assert len(akin) + len(same) <= 2, "only where nothing else is left"


def test_of_one_scenario_only_twins_are_kept_apart() -> None:
    items = asked(*SIX[:4], *SIX[:4])
    for seed in range(20):
        found = sheet(items, seed).items
        same = [one for one, other in pairwise(found) if {*one.options} == {*other.options}]
        assert len(same) <= 1


def test_what_is_reported_apart_comes_last() -> None:
    statement = Statement("card", "Send a card.", follows=("thanks",))
    for seed in range(5):
        found = sheet(asked(Sort((statement,)), *SIX), seed).items
        assert [each.group.apart for each in found] == [False] * 6 + [True]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_option_of_every_item_stands_below_its_mark(folder: Path) -> None:
    made = sheet(course_items(folder), 7)
    lines = text(made).splitlines()
    starts = [(number, found.mark) for number, line in enumerate(lines) if (found := heading(line))]
    assert [mark for _, mark in starts] == [item.mark for item in made.items]
    assert max(map(len, lines)) <= 78
    for (start, _), item in zip(starts, made.items, strict=True):
        below = " ".join(" ".join(lines[start : start + 40]).split())
        for letter, option in lettered(item, 7):
            assert f"- {letter}) {option}" in below
