"""Few walks that show everything, against the fewest there can be."""

from __future__ import annotations

from random import Random

import pytest

from course.authoring.proof.cover import cover
from course.authoring.proof.steps import Steps, steps
from tests.authoring.proof.brute_force import fewest
from tests.authoring.proof.scenarios import telling_scenario


def walked(ways: list[list[tuple[int, int]]]) -> list[list[int]]:
    """The states that each walk comes to, where of each state the steps are given as where they lead and what they
    show."""
    found = cover([[to for to, _ in each] for each in ways], [[shown for _, shown in each] for each in ways], 0)
    return [[ways[state][number][0] for state, number in walk.edges] for walk in found]


def test_one_walk_shows_all_that_lies_on_one_way() -> None:
    assert walked([[(1, 0b1)], [(2, 0b10)], []]) == [[1, 2]]


def test_a_walk_takes_on_what_lies_on_its_way() -> None:
    both = walked([[(1, 0b1), (1, 0b10)], [(2, 0b100), (2, 0b1000)], []])
    assert len(both) == 2


def test_what_has_been_shown_elsewhere_needs_no_walk() -> None:
    assert walked([[(1, 0b111), (1, 0b1), (1, 0b10)], []]) == [[1]]


def test_it_goes_round_in_a_loop_for_what_there_is() -> None:
    (states,) = walked([[(0, 0b1), (0, 0b10), (1, 0b100)], []])
    assert states == [0, 0, 1]


def test_a_walk_that_comes_to_no_end_stops_where_nothing_is_new() -> None:
    assert walked([[(0, 0b1), (0, 0b10)]]) == [[0, 0]]


def test_a_walk_that_others_can_make_up_for_is_taken_out() -> None:
    """A first walk that takes the most (3 and 4 at once) leaves two for the rest; two walks alone do as well."""
    ways = [[(1, 0b1101), (1, 0b0011), (1, 0b1100), (1, 0b0111)], []]
    assert len(walked(ways)) == 2


def shows_all(found: Steps) -> bool:
    reached = found.first
    for shows in found.shows:
        for each in shows:
            reached |= each
    together = found.first
    for walk in cover(found.ways, found.shows, found.first):
        together |= walk.shows
    return together == reached


@pytest.mark.parametrize("seed", range(60))
def test_never_many_more_than_the_fewest(seed: int) -> None:
    found = steps(telling_scenario(seed, kinds=seed % 3 == 0))
    number = len(cover(found.ways, found.shows, found.first))
    least = fewest(found, number)
    assert number <= max(least + 1, least * 1.1)
    assert shows_all(found)


@pytest.mark.parametrize("seed", range(60))
def test_nor_where_ways_cross_as_they_like(seed: int) -> None:
    random = Random(seed)
    size, pieces = random.randint(4, 14), random.randint(5, 24)
    ways = [tuple(random.randint(each + 1, size) for _ in range(random.randint(1, 4))) for each in range(size)]
    shows = [tuple(1 << random.randrange(pieces) | 1 << random.randrange(pieces) for _ in each) for each in ways]
    found = Steps((), (), (*ways, ()), (*shows, ()), (), (), 0, complete=True)
    number = len(cover(found.ways, found.shows, found.first))
    least = fewest(found, number)
    assert number <= max(least + 1, least * 1.1)


@pytest.mark.parametrize("seed", range(30))
def test_everything_is_shown_where_one_can_go_round(seed: int) -> None:
    assert shows_all(steps(telling_scenario(seed, loops=True)))
