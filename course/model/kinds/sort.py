"""The exercise kind `sort`: statements to put on the do or the don't side of the line."""

from __future__ import annotations

from enum import StrEnum

from course.model.conditions import Branch, Told
from course.model.record import Record


class Show(StrEnum):
    """How the statements are laid before the learner; its value is the word authors write."""

    ONE = "one"
    """One at a time, with the reason after each."""
    LIST = "list"
    """All at once."""
    LINE = "line"
    """Drafts to put in order, from the best to the worst, and to draw the line between."""


class Asks(StrEnum):
    """What a sort asks of its statements; its value is the word authors write."""

    SIDE = "side"
    """On which side of the line each belongs."""
    DECIDES = "decides"
    """Which of these facts decides what to do."""


class Statement(Record):
    """Something one might do. It follows a rule and belongs on the do side, or breaks one and belongs on the other.

    Where a sort asks what decides, it is a fact: one that follows a rule decides, and one that follows none does not.
    """

    id: str
    say: str
    """What one might do, or a draft to judge."""
    given: str = ""
    """The fact that decides it, where the statement alone does not."""
    follows: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    because: Told = ""
    """One sentence of why, shown after the answer."""
    twin: str = ""
    """The statement with one fact changed, as `scenario/scene/statement`, or `""`."""

    @property
    def is_do(self) -> bool:
        """Whether it belongs on the do side; of facts, whether it decides."""
        return bool(self.follows)


class Sort(Record):
    """Every statement is put on one side. Shown as `LINE`, they are written in their right order."""

    statements: tuple[Statement, ...]
    question: str = ""
    """A line above the statements."""
    show: Show = Show.ONE
    asks: Asks = Asks.SIDE
    sides: tuple[str, ...] = ()
    """The author's names of the do side and of the other, such as "fine" and "too much"; none for the program's."""
    next: tuple[Branch, ...] = ()
