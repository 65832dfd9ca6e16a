"""Where in a scenario a learner is, in a few words."""

from __future__ import annotations

from typing import Protocol

from course.words import say


class Position(Protocol):
    """What a visit knows of it."""

    @property
    def number(self) -> int: ...
    @property
    def least(self) -> int: ...
    @property
    def most(self) -> int | None: ...
    @property
    def about(self) -> int: ...


def words(at: Position) -> str:
    """Like "3 of 6", "6 of 6, the last", "3 of about 6" where the ways differ, and "3 of 6 or more" where one can go
    round in circles; `""` in a scenario that asks only once."""
    if at.most is None:
        return say("position.open", number=at.number, of=max(at.number, at.least))
    if at.number == at.most:
        return say("position.last", number=at.number, of=at.most) if at.most > 1 else ""
    if at.least == at.most:
        return say("page.number", number=at.number, of=at.most)
    return say("position.about", number=at.number, of=at.about)
