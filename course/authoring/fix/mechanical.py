"""Quotes, tabs, lost text, lines that do not line up: what the reader knows how to mend by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from course.authoring.fix.page import Page
from course.reading.codes import SHAPE
from course.reading.fields import Table
from course.reading.scenarios import Corrected, corrected

_ROUNDS = 20
"""One mend may uncover another."""
_TRIES = 60
"""Readings in a round, to find out which lines can be mended without a doubt; of a long text, fewer."""
_LONG = 500_000
_SHAPE = frozenset(code.id for code in SHAPE)
_SIGNS = re.compile(r"[\W_]+")

Piece = Mapping[int, str]
"""Lines that are mended together or not at all, by number from 1."""


def mended(page: Page, table: Table) -> Page:
    """The page with all the mends that leave it saying what it says; what is in doubt stays as it is."""
    now = page.shown()
    for _ in range(_ROUNDS):
        after = _Round(now, table).mended()
        if after is now:
            break
        now = after
    return now


class _Round:
    """One look at a page, and as much of what the reader would correct as is sure."""

    def __init__(self, page: Page, table: Table) -> None:
        self._page = page
        self._table = table
        self._meant = corrected(page.text, table)
        self._tries = _TRIES if len(self._meant.text) < _LONG else _TRIES // 10

    def mended(self) -> Page:
        pieces = _pieces(self._page, self._confirmed(self._proposed()))
        after = self._with(self._page, pieces)
        if after is self._page:  # values of several lines apart may still be mended one by one
            after = self._with(self._page, [{number: line} for piece in pieces for number, line in piece.items()])
        return after

    def _proposed(self) -> dict[int, str]:
        """The lines that the reader goes on with in other words: all of the same letters, in the same order."""
        old = self._page.text.split("\n")
        new = self._meant.text.split("\n")
        if len(old) != len(new):
            return {}
        last = self._meant.problems[-1].place.line if self._meant.stopped and self._meant.problems else len(old)
        proposed = {number: line for number, (was, line) in enumerate(zip(old, new, strict=True), 1) if was != line}
        for problem in self._meant.problems:
            if problem.code == "misaligned" and problem.meant:  # of long texts, the reader moves none
                proposed.setdefault(problem.place.line, problem.meant)
        return {
            number: line
            for number, line in sorted(proposed.items())
            if number <= last and _SIGNS.sub("", old[number - 1]) == _SIGNS.sub("", line)
        }

    def _confirmed(self, proposed: Mapping[int, str]) -> dict[int, str]:
        """Without the lines that were moved to where they do not fit: how far in a line belongs is a guess."""
        found = _shape(self._meant)
        if not found:
            return dict(proposed)
        return {
            number: line
            for number, line in proposed.items()
            if _depth(line) == _depth(self._page.lines[number - 1]) or found <= self._shape_without(number)
        }

    def _shape_without(self, number: int) -> Counter[str]:
        """What of the fields would be wrong if that line were not there at all."""
        if self._tries == 0:
            return Counter()
        self._tries -= 1
        lines = self._meant.text.split("\n")
        lines[number - 1] = ""
        return _shape(corrected("\n".join(lines), self._table))

    def _with(self, page: Page, pieces: Sequence[Piece]) -> Page:
        """The page with as many of the pieces as leave it saying the same."""
        if not pieces or self._tries == 0:
            return page
        self._tries -= 1
        changed = {number: line for piece in pieces for number, line in piece.items()}
        after = page.with_lines(changed)
        now = corrected(after.text, self._table)
        if _says_the_same(now, self._meant) and _stays(changed, now):
            return after
        if len(pieces) == 1:
            return page
        middle = len(pieces) // 2
        return self._with(self._with(page, pieces[:middle]), pieces[middle:])


def _pieces(page: Page, proposed: Mapping[int, str]) -> Sequence[Piece]:
    """The proposed lines, those of one value together: a quote is worth nothing without its other half."""
    pieces: list[dict[int, str]] = []
    depth = end = 0
    for number, line in proposed.items():
        if pieces and all(_depth(each) > depth for each in (*page.lines[end : number - 1], line) if each.strip()):
            pieces[-1][number] = line
        else:
            pieces.append({number: line})
            depth = _depth(line)
        end = number
    return pieces


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _says_the_same(now: Corrected, meant: Corrected) -> bool:
    """Whether all values are as they were read before, and nothing is wrong that was not."""
    if meant.stopped:  # where the reading goes further than before, it finds more
        return _goes_on(meant.values, now.values)
    return now.text == meant.text and now.values == meant.values and _codes(now) <= _codes(meant)


def _shape(reading: Corrected) -> Counter[str]:
    """How often what is wrong with the fields."""
    return Counter({code: times for code, times in _codes(reading).items() if code in _SHAPE})


def _codes(reading: Corrected) -> Counter[str]:
    return Counter(problem.code for problem in reading.problems)


def _stays(changed: Mapping[int, str], now: Corrected) -> bool:
    """Whether there is nothing more to correct in the lines that were."""
    lines = now.text.split("\n")
    return all(lines[number - 1] == line for number, line in changed.items())


def _goes_on(before: Any, now: Any) -> bool:
    """Whether values that were read until the reading stopped are still there; the last may have been cut short."""
    if not isinstance(before, dict) or not isinstance(now, dict):
        return True
    *whole, last = list(before) or [None]
    return all(each in now and before[each] == now[each] for each in whole) and (
        last is None or _goes_on(before[last], now.get(last))
    )
