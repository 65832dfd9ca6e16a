"""Where things lie that tests need: the repository, and the small courses that tests play."""

from __future__ import annotations

from pathlib import Path

from course.system import paths

ROOT = Path(__file__).parents[1]
COURSES = ROOT / "tests" / "courses"
"""Small courses, each in a folder of its own."""
BAKERY = COURSES / "bakery"
"""Two short scenarios."""
STALL = COURSES / "market"
"""Every kind of exercise."""
COUNTER = ROOT / "tests" / "courses" / "counter"
"""Another subject, with a line of its own."""
DESKS = COURSES / "desks"
"""Twins: two scenarios with the same options and one fact changed."""


def kept_contents() -> Path:
    """The file in which the table of contents is kept of the course that was opened last."""
    return paths.cache_folder() / "contents.json"
