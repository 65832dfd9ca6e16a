"""How much lies ahead of a scene. Apart from what works it out, since the first page reads what was kept of it."""

from __future__ import annotations

from course.model.record import Record


class Ahead(Record):
    """From a scene to an ending, in scenes that ask something, its own included."""

    least: int
    most: int | None
    """None where one can go round in circles before the end."""
