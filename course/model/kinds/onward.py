"""The exercise kind `next`: nothing is asked, and the scenario only goes on."""

from __future__ import annotations

from course.model.conditions import Branch
from course.model.record import Record


class Onward(Record):
    """The scene is read, and the next one follows."""

    next: tuple[Branch, ...]
