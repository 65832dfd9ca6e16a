"""What an answer leads to. Every exercise kind yields this one type, so that whoever judges answers, counts them or
keeps them need not ask for the kind."""

from __future__ import annotations

from course.model import Arrival, Branch, Contact, Fact, Seen, Told
from course.model.record import Record

Answer = tuple[str, ...]
"""Readable ids that name an answer within its scene; what the journal keeps."""


class Outcome(Record):
    """One possible answer at a scene, in the learner's words, and everything that follows from it."""

    answer: Answer
    said: str
    follows: tuple[str, ...]
    breaks: tuple[str, ...]
    contact: Contact | None
    happens: Told
    arrives: tuple[Arrival, ...]
    because: Told
    next: tuple[Branch, ...]
    misses: tuple[str, ...] = ()
    """Rules whose do side it took for a don't."""
    avoids: tuple[str, ...] = ()
    """Rules whose don't side it saw through."""
    own: bool = False
    """Whether it is judged by itself, since a right answer to its item is no other answer's business."""
    item: str = ""
    """What it answers, where a scene asks more than once."""
    day: int | None = None
    """The day it belongs to, where that is not the scene's."""
    judged: bool = True
    """Whether it is a decision; to leave a day of a calendar empty is none."""
    seen: tuple[Seen, ...] = ()
    know: tuple[Fact, ...] = ()
    either_way: bool = False
    """Whether people differ here, so that it is neither a do nor a don't."""
    mistaken: bool = False
    """Whether it is wrong without breaking or missing a rule: it took what does not matter for what decides."""
    overdue: tuple[str, ...] = ()
    """Kinds of contact of which none has come in time; `""` stands for any contact at all."""

    sorted_as: str = ""
    """Of a statement, how it was put where that is neither do nor don't: the author's name of that side, or what
    `NAMED` holds."""

    @property
    def put_on(self) -> str:
        """Of a statement, the side that it was put on, `DO` or `DONT`; of anything else `""`."""
        return self.answer[-1] if self.answer in ((self.item, DO), (self.item, DONT)) else ""

    @property
    def off_the_line(self) -> bool:
        """Whether it puts a statement on a side that is none of the line's, such as that of the facts which decide; or
        on a wrong one by which no rule is broken. Then it comes across as nothing."""
        return bool(self.put_on) and (bool(self.sorted_as) or self.mistaken)

    @property
    def scores(self) -> bool:
        """Whether it is a decision that a score may count."""
        return self.judged and not self.either_way

    @property
    def broken(self) -> tuple[str, ...]:
        """The rules it breaks or misses; branches ask for them."""
        return (*self.breaks, *self.misses) if self.misses else self.breaks


DO, DONT = "do", "dont"
"""The sides on which a statement of a sort is put: the second word of its answer."""
NAMED = {DO: "decides", DONT: "decides-not"}
"""How a fact is put where a sort asks which of them decides."""
