"""What a guesser gets, beside every sheet that a guesser could hand in."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb
from random import Random

import pytest

from course.authoring.blind.chance import Odds, at_least, expected


def every_sheet(items: list[Odds]) -> list[int]:
    """How many are right on each sheet that can be handed in."""
    return [sum(sheet) for sheet in product(*([1] * right + [0] * wrong for right, wrong in items))]


@pytest.mark.parametrize("seed", range(10))
def test_every_sheet_that_could_be_handed_in_is_counted(seed: int) -> None:
    random = Random(seed)
    items = [(random.randint(1, 2), random.randint(1, 3)) for _ in range(random.randint(0, 6))]
    sheets = every_sheet(items)
    assert expected(items) == Fraction(sum(sheets), len(sheets))
    for number in range(len(items) + 2):
        assert at_least(number, items) == Fraction(sum(each >= number for each in sheets), len(sheets))


def test_with_the_same_chance_everywhere_it_is_binomial() -> None:
    third = Fraction(1, 3)
    tail = sum(comb(148, number) * third**number * (1 - third) ** (148 - number) for number in range(60, 149))
    assert at_least(60, [(1, 2)] * 148) == tail
