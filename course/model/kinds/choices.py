"""The exercise kind `choices`: a branching decision."""

from __future__ import annotations

from dataclasses import dataclass

from course.model import Choice, Exercise


@dataclass(frozen=True, slots=True)
class Choices(Exercise):
    """Exactly one of these is chosen."""

    options: tuple[Choice, ...]
    shuffled: bool = True
