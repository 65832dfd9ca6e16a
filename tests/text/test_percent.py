"""Percentages: to the nearest, but never a claim that is not so."""

from __future__ import annotations

from fractions import Fraction

import pytest

from course.text.percent import percent

SHARES = sorted({Fraction(part, of) for of in range(1, 41) for part in range(of + 1)} | {Fraction(1999, 2000)})
"""Every share that a learner with up to forty decisions can have, and one next to all."""


@pytest.mark.parametrize(
    ("part", "of", "shown"), [(6, 9, 67), (1, 3, 33), (1, 8, 13), (1, 2, 50), (1999, 2000, 99), (1, 2000, 1)]
)
def test_to_the_nearest_but_neither_all_nor_nothing_unless_it_is_so(part: int, of: int, shown: int) -> None:
    assert percent(Fraction(part, of)) == shown


def test_it_grows_with_the_share_and_is_never_a_whole_point_off() -> None:
    shown = [percent(share) for share in SHARES]
    assert shown == sorted(shown)
    assert all(abs(each - share * 100) < 1 for each, share in zip(shown, SHARES, strict=True))
    assert [share for share, each in zip(SHARES, shown, strict=True) if each in (0, 100)] == [0, 1]


@pytest.mark.parametrize("mark", [1, 50, 66, 67, 75, 80, 99, 100])
def test_the_mark_is_shown_as_reached_by_exactly_those_who_reach_it(mark: int) -> None:
    for share in SHARES:
        assert (percent(share, Fraction(mark, 100)) >= mark) is (share >= Fraction(mark, 100))
