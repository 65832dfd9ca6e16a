"""Every kind of slip in every scenario that lies here, at its first, a middle and its last place: `python -m
tests.slips`. It takes some twenty minutes of two processors. The tests try some of all this; see `test_fix_slips.py`.

With a word, only in the scenarios that have it in their paths; with a second one, only kinds that have it in their
names. `--record` writes the tally down, against which the tests hold what they try.

`--sample` tries less, in a few minutes: each kind at one place in three scenarios, other ones for every kind. A tally
that is made of that says so.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice

from tests.slips import tally
from tests.slips.every import EVERY
from tests.slips.kinds import Kind
from tests.slips.trial import Became, Reader, Tried, chances, every, originals, tried

_MOST_PROBLEMS = 3
_SAMPLE = 3
"""Scenarios in which a sample tries a kind."""
_Row = tuple[str, str, str, list[str], str]
"""Who makes the slip and its name, what became of it, what is not as it should be, and where."""


def main(*words: str) -> int:
    """Print what became of each kind, and all that is not as it should be; how many files were harmed."""
    scenario, kind, *_ = (*(each for each in words if not each.startswith("--")), "", "")
    sample = "--sample" in words
    counts: tally.Tally = {}
    strange: dict[tuple[str, str], list[str]] = defaultdict(list)
    for who, name, became, faults, place in _rows(scenario, kind, sample):
        counts.setdefault((who, name), Counter())[Became(became)] += 1
        for fault in faults:
            strange[fault, name].append(place)
    for (who, name), found in counts.items():
        print(f"{who:15} {name:45}", ", ".join(f"{became} {number}" for became, number in found.most_common()))
    for (fault, name), places in sorted(strange.items()):
        print(f"{fault:10} {len(places):4}  {name}  ({', '.join(places[:3])})")
    print(tally.total(counts))
    if "--record" in words:
        tally.write(counts, sample=sample)
    return sum(found[Became.HARMED] for found in counts.values())


def _rows(scenario: str, kind: str, sample: bool) -> Iterator[_Row]:
    names = [each.name for each in originals() if scenario in each.name]
    with ProcessPoolExecutor(2) as pool:
        for name, rows in zip(names, pool.map(partial(_tries, kind=kind, sample=sample), names), strict=True):
            harmed = sum("harmed" in row[3] for row in rows)
            print(f"{name}: {len(rows)} tried, {harmed} harmed", file=sys.stderr, flush=True)
            yield from rows


def _tries(scenario: str, kind: str, sample: bool) -> list[_Row]:
    kinds = [each for each in EVERY if kind in each.name]
    found = _some(kinds, scenario) if sample else every(kinds, only=scenario)
    return [
        (each.kind.by, each.kind.name, each.became.value, _faults(each), f"{scenario}:{each.slip.first}")
        for each in found
    ]


def _some(kinds: Sequence[Kind], scenario: str) -> Iterator[Tried]:
    """What of a sample is tried in that scenario."""
    reader: Reader | None = None
    for kind in kinds:
        for original, at in islice(chances(kind, EVERY.index(kind)), _SAMPLE):
            if original.name == scenario:
                reader = reader or Reader(original)
                yield tried(reader, original, kind, at)


def _faults(each: Tried) -> list[str]:
    """What is not as it should be: harm, many problems, a first one elsewhere."""
    found = ["harmed"] if each.became is Became.HARMED else []
    found += ["many"] if len(each.problems) > _MOST_PROBLEMS else []
    return found + ["elsewhere"] * (not each.named)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
