"""A share as people read it: a whole percentage that claims nothing which is not so."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor


def percent(share: Fraction | float, mark: Fraction | float | None = None) -> int:
    """To the nearest whole number, halves up. But 100 is all of it, 0 is nothing, and what does not reach the `mark`
    is shown below it."""
    exact = Fraction(share)
    nearest = floor(exact * 100 + Fraction(1, 2))
    if 0 < exact < 1:
        nearest = min(max(nearest, 1), 99)
    return nearest if mark is None or exact >= mark else min(nearest, ceil(Fraction(mark) * 100) - 1)
