"""What an exercise kind is as authors write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from course.model import Exercise
from course.model.record import Record
from course.reading.fields import Field, Table
from course.reading.naming import Values


class WrittenKind(Record):
    """The fields of a scene that it brings, and what is made of them."""

    name: str
    """The field of a scene that holds the exercise."""
    fields: tuple[Field, ...]
    """All fields of a scene that belong to it."""
    tables: tuple[Table, ...]
    """Those of its records."""
    guide: Mapping[str, tuple[Table, str]]
    """For the authors' guide: a heading for each table, and what stands below it."""
    exercise: Callable[[Values], Exercise]
    """The exercise, out of the values of its scene."""
