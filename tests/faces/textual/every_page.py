"""Every page of a learner's, by name: its course, the scenario it begins in, and the keys that lead to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot

from tests.faces.textual import test_course_pages, test_kinds, test_snapshots
from tests.faces.textual.stage import NOON, make_app, page, pressed, until
from tests.folders import BAKERY, DESKS
from tests.market import FOLDER

_ENDED = ["1", "2", "end", "enter", "1", *test_snapshots.PUSHY, "end", "enter"]
_BAKERY = {
    **test_snapshots.PAGES,
    "debrief-tried": ("thank-you", ["1", "2", "b", "2", *test_snapshots.PUSHY, "end", "enter", "w"]),
    "help-of-a-scene": ("thank-you", ["1", "2", "question_mark"]),
    "takeaway-bakery": ("thank-you", [*_ENDED, "escape", "t"]),
    "takeaway-from-results": ("thank-you", [*_ENDED, "escape", "r", "t"]),
    "others-from-debrief": ("thank-you", [*_ENDED, "enter", "o"]),
}
_FAIR = {
    **{f"fair-{name}": ("", keys) for name, keys in test_course_pages.PAGES.items()},
    **{
        f"practice-{name}": ("", ["1", "1", "2", "2", "end", "enter", *keys])
        for name, keys in test_course_pages.PRACTICE.items()
    },
}
_MARKET = {name: ("market", keys) for name, keys in test_kinds.PAGES.items()}

_DESKS = {
    "debrief-twins": (
        "dentist",
        ["1", "2", "end", "enter", "1", "2", "s", "end", "enter", "n", "1", "2", "end", "enter", "w"],
    ),
}

PAGES = [*_BAKERY, *_FAIR, *_MARKET, *_DESKS]
SIZES = test_snapshots.SIZES
_COURSES = ((FOLDER, _MARKET), (BAKERY, _BAKERY), (DESKS, _DESKS))


@asynccontextmanager
async def opened(name: str, size: str, home: Path, fair: Path) -> AsyncIterator[Pilot[int]]:
    """The app with that page on top, in an empty home."""
    course = next((course for course, pages in _COURSES if name in pages), fair)
    scenario, keys = {**_BAKERY, **_FAIR, **_MARKET, **_DESKS}[name]
    days = [0]

    def now() -> datetime:
        return NOON + timedelta(days=days[0])

    app = make_app(home, scenario, course=course, now=now)
    async with app.run_test(size=SIZES[size], notifications=True) as pilot:
        for key in _typed(name, keys):
            if key == _NEXT_DAYS:
                days[0] = 2
            else:
                await pressed(pilot, key)
        if name == "practice-offered":
            await until(pilot, lambda: "g" in {each.key for each in page(pilot).sheet.options})
        yield pilot
    app.visit.journal.close(60)  # or as many files would be open as there are tests


_NEXT_DAYS = "next days"


def _typed(name: str, keys: Sequence[str]) -> Sequence[str]:
    """What was missed is to be practiced two days after the learner has left the scenario."""
    return [*keys[:6], _NEXT_DAYS, *keys[6:]] if name.startswith("practice") else keys
