"""Every scenario that lies here and holds a list, one in five of them quick: some are enough while one works."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.slips.trial import Reader, originals

EVERY = [each for each in originals() if re.search(r"^ *- ", each.text, re.MULTILINE)]
each_scenario = pytest.mark.parametrize(
    ("original", "number"),
    [pytest.param(each, at, id=each.name, marks=[pytest.mark.slow] * (at % 5 < 4)) for at, each in enumerate(EVERY)],
)


@cache
def reader(number: int) -> Reader:
    """What reads other texts in the place of the scenario with that number."""
    return Reader(EVERY[number])
