"""The page as data, for `fineline report --json`."""

from __future__ import annotations

from typing import Any

from course.progress.results import as_data
from course.progress.takeaway.gather import Takeaway


def data(page: Takeaway) -> dict[str, Any]:
    """Plain data. Shares run from 0 to 1."""
    gain = page.gain
    return {
        "version": 1,
        "course": {"id": page.course.id, "title": page.course.title, "version": page.course.version},
        "day": page.day.isoformat(),
        "scenarios": {"finished": page.played, "of": page.scenarios},
        "passed": page.passed,
        "progress": as_data(page.progress),
        "gain": None
        if gain is None
        else {
            when: {pair: {"got": tally.got, "of": tally.of} for pair, tally in tallies.items()}
            for when, tallies in (("before", gain.before), ("after", gain.after))
        },
        "well": [rule.id for rule in page.well],
        "watch": [
            {"rule": each.rule.id, "times": each.times, "said": each.said, "advised": list(each.advised)}
            for each in page.watch
        ],
        "card": page.card,
    }
