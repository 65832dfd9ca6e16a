"""What becomes of every kind of slip, as it was written down when all of them were last tried everywhere."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from tests.slips.every import EVERY
from tests.slips.trial import Became

FILE = Path(__file__).with_name("tally.txt")
Tally = dict[tuple[str, str], Counter[Became]]
"""How often each kind, by who makes it and its name, came to what."""

MANY = {"cut off after 10%", "cut off after 50%", "cut off after 95%", "all four spaces wide"} | {
    "bold letters for all names"
}
"""Kinds that go through a whole file, and lead to more problems than three."""
ELSEWHERE = {"a line lost"}
"""Kinds that are found at another line than the one at which they happened."""


@cache
def tally() -> Tally:
    """The tally that was written down."""
    found: Tally = {}
    for line in FILE.read_text(encoding="utf-8").splitlines()[1:]:
        who, name, *counts = line.split(" | ")
        found[who, name] = Counter({Became(each.rsplit(" ", 1)[0]): int(each.rsplit(" ", 1)[1]) for each in counts})
    return found


def total(counts: Tally) -> str:
    """All of it in one line."""
    every = sum(counts.values(), Counter[Became]())
    return f"tried {every.total()}: " + ", ".join(f"{became} {every[became]}" for became in Became)


def write(counts: Tally, *, sample: bool) -> None:
    """Write it down, and whether it is a sample of all there is to try."""
    lines = [("a sample, " if sample else "") + total(counts)]
    order = [(each.by, each.name) for each in EVERY]
    for (who, name), found in sorted(counts.items(), key=lambda each: order.index(each[0])):
        lines.append(" | ".join((who, name, *(f"{became} {number}" for became, number in found.most_common()))))
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
