"""The exercise kinds as authors write them, one module each, named like the kind in `course.engine.kinds`."""

from __future__ import annotations

from course.reading.format.fields import WrittenKind
from course.reading.format.kinds import calendar, choices, message, onward, sort

KINDS: tuple[WrittenKind, ...] = (choices.KIND, sort.KIND, message.KIND, calendar.KIND, onward.KIND)
"""The one place here that lists the kinds."""
EXERCISES = tuple(kind.name for kind in KINDS)
"""The fields of a scene of which each holds an exercise."""
