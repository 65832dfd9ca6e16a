"""The exercise kind `choices`: a branching decision."""

from __future__ import annotations

from course.model.choice import Choice
from course.model.record import Record


class Choices(Record):
    """Exactly one of these is chosen."""

    options: tuple[Choice, ...]
    shuffled: bool = True
    """Whether they are shown in another order in each attempt."""
