"""What chance would do, against hand-made sums and against every case counted out."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.authoring.check.wording.tools.signs import Draw, at_least, expected

THIRD = Draw(of=3, advised=1, marked=1)


def test_a_sign_on_one_choice_of_three_hits_one_time_in_three() -> None:
    assert THIRD.chance == Fraction(1, 3)


def test_two_longest_choices_of_four_hit_twice_as_often_as_one() -> None:
    assert Draw(of=4, advised=1, marked=2).chance == Fraction(1, 2)


def test_a_binomial_by_hand() -> None:
    # Of five scenes with three choices each: all five, 1/243; four, 5 * 2/243.
    assert at_least({THIRD: 5}, 5) == pytest.approx(1 / 243)
    assert at_least({THIRD: 5}, 4) == pytest.approx(11 / 243)


def test_scenes_that_differ_add_up() -> None:
    # Hits at one scene of two choices and at one of three: both 1/6, at least one 1 - 1/2 * 2/3.
    draws = {Draw(2, 1, 1): 1, THIRD: 1}
    assert expected(draws) == Fraction(5, 6)
    assert at_least(draws, 2) == pytest.approx(1 / 6)
    assert at_least(draws, 1) == pytest.approx(2 / 3)
    assert at_least(draws, 0) == pytest.approx(1)


def test_of_very_many_scenes_the_sum_is_still_that_of_whole_numbers() -> None:
    count, hits = 2_000, 720
    exact = Fraction(sum(comb(count, each) * 2 ** (count - each) for each in range(hits, count + 1)), 3**count)
    assert at_least({THIRD: count}, hits) == pytest.approx(float(exact), rel=1e-6)


urns = st.integers(2, 5).flatmap(
    lambda of: st.tuples(st.just(of), st.integers(0, of), st.integers(0, of), st.booleans())
)


@given(urns)
def test_a_draw_is_as_likely_as_the_cases_say(urn: tuple[int, int, int, bool]) -> None:
    of, advised, marked, spared = urn
    cases = [bool(set(each) & set(range(marked))) for each in combinations(range(of), advised)]
    assert Draw(*urn).chance == Fraction(cases.count(not spared), len(cases))


@given(st.lists(urns, min_size=1, max_size=6), st.integers(0, 7))
def test_sums_are_as_likely_as_the_cases_say(urns: list[tuple[int, int, int, bool]], hits: int) -> None:
    draws = [Draw(*urn) for urn in urns]
    exact = Fraction(0)
    for fallen in product((True, False), repeat=len(draws)):
        if sum(fallen) >= hits:
            chance = Fraction(1)
            for draw, hit in zip(draws, fallen, strict=True):
                chance *= draw.chance if hit else 1 - draw.chance
            exact += chance
    counted = {draw: draws.count(draw) for draw in draws}
    assert at_least(counted, hits) == pytest.approx(float(exact))
