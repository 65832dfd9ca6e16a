"""Chances as people say them."""

from __future__ import annotations

from fractions import Fraction

from course.text.percent import percent


def one_in(chance: Fraction) -> str:
    """A chance as people say it: "1 in 27", "7 in 10"; "0" where there is none."""
    if chance * 2 > 1:
        return f"{max(1, round(chance * 10))} in 10" if chance < Fraction(19, 20) else f"{percent(chance)}% of all"
    return f"1 in {many(round(1 / chance))}" if chance else "0"


def many(number: int) -> str:
    """A number, however large: "1,234", "about 12 billion", "more than a thousand trillion"."""
    if number < 10**9:
        return f"{number:,}"
    if number < 10**15:
        size, name = (10**12, "trillion") if number >= 10**12 else (10**9, "billion")
        return f"about {number // size} {name}"
    return "more than a thousand trillion"
