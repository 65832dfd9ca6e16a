"""The exercise kind `sort`: statements to put on the do or the don't side of the line."""

from __future__ import annotations

from enum import StrEnum

from course.model import Branch, Exercise
from course.model.record import Record


class Show(StrEnum):
    """How the statements are laid before the learner; its value is the word authors write."""

    ONE = "one"
    """One at a time, with the reason after each."""
    LIST = "list"
    """All at once."""
    LINE = "line"
    """Drafts to put in order, from the best to the worst, and to draw the line between."""


class Statement(Record):
    """Something one might do. It follows a rule and belongs on the do side, or breaks one and belongs on the other."""

    id: str
    say: str
    """What one might do, or a draft to judge."""
    given: str = ""
    """The fact that decides it, where the statement alone does not."""
    follows: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    because: str = ""
    """One sentence of why, shown after the answer."""

    @property
    def is_do(self) -> bool:
        """Whether it belongs on the do side."""
        return not self.breaks


class Sort(Exercise):
    """Every statement is put on one side. Shown as `LINE`, they are written in their right order."""

    statements: tuple[Statement, ...]
    question: str = ""
    """A line above the statements."""
    show: Show = Show.ONE
    next: tuple[Branch, ...] = ()
