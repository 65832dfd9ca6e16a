"""What somebody gets who reads nothing and picks any option: exactly, by counting all the sheets they could hand in."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

Odds = tuple[int, int]
"""At one item: how many of the options are right, and how many are wrong."""


def expected(items: Iterable[Odds]) -> Fraction:
    """How many of the items such a guesser has right on average."""
    return sum((Fraction(right, right + wrong) for right, wrong in items), Fraction(0))


def at_least(number: int, items: Iterable[Odds]) -> Fraction:
    """How likely such a guesser has so many of the items right, or more. Where every item has the same chance, that is
    the binomial distribution."""
    ways = [1]
    """In how many ways the items so far can be answered with 0 right, 1 right, 2 right …"""
    for right, wrong in items:
        ways = [wrong * same + right * one_less for same, one_less in zip([*ways, 0], [0, *ways], strict=True)]
    return Fraction(sum(ways[max(0, number) :]), sum(ways))
