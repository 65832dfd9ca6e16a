"""Decisions as text in a row, and back. The names in the rows are older than some in the code, and stay."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import asdict

from course.engine.decision import Decision, Reconsidered
from course.engine.judging import Marks, Tally
from course.engine.outcome import Answer
from course.model import Contact, Medium, Side, Verdict
from course.model.encoding import from_json, to_json
from course.model.record import Record, Whole


class _Contact(Record, omit_defaults=True, rename={"words": "as", "person": "to", "medium": "via"}):
    words: str = ""
    person: str = ""
    medium: str = ""
    kind: str = ""
    day: Whole | None = None


class DecisionRow(Record, omit_defaults=True):
    """A decision as a row has it."""

    scene: str
    revision: str
    title: str
    day: Whole
    answer: Answer
    said: str
    follows: tuple[str, ...]
    breaks: tuple[str, ...]
    contact: str | _Contact
    """Its words alone where that is all of it, as in the first edition; `""` for none."""
    verdict: Verdict
    side: Side
    forecast: Side | None
    worth: Fraction
    marks: dict[str, tuple[Whole, Whole, Whole, Whole]]
    """By pair: dos followed, out of so many, and don'ts avoided, out of so many."""
    counts: bool
    misses: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    item: str = ""
    overdue: tuple[str, ...] = ()
    sorted_as: str = ""
    reconsidered: tuple[Reconsidered, ...] = ()

    def __post_init__(self) -> None:
        """No decision is worth less than nothing or more than all, and no count is of more than there was. Raises
        ValueError for what somebody has written by hand."""
        if not 0 <= self.worth <= 1:
            raise ValueError(f"a decision is worth {self.worth}")
        if not all(0 <= did <= dos and 0 <= kept <= donts for did, dos, kept, donts in self.marks.values()):
            raise ValueError("a decision has followed more than there was to follow")


def decisions_to_text(decisions: Sequence[Decision]) -> str:
    """The decisions of one event as JSON, as they were judged: an object for one, a list for any other number."""
    return rows_to_text([_row(decision) for decision in decisions])


def text_to_decisions(text: str) -> list[Decision]:
    """The decisions. Raises ValueError when the text is none of ours."""
    return [_decision(row) for row in text_to_rows(text)]


def rows_to_text(rows: Sequence[DecisionRow]) -> str:
    """The same, of decisions that are rows already."""
    return to_json(rows[0] if len(rows) == 1 else rows)


def text_to_rows(text: str) -> list[DecisionRow]:
    """The decisions as rows. Raises ValueError when the text is none of ours."""
    return from_json(text, list[DecisionRow]) if text.startswith("[") else [from_json(text, DecisionRow)]


def _row(decision: Decision) -> DecisionRow:
    marks = {pair: (each.do.got, each.do.of, each.dont.got, each.dont.of) for pair, each in decision.marks.items()}
    return DecisionRow(**{**asdict(decision), "contact": _noted(decision.contact), "marks": marks})


def _decision(row: DecisionRow) -> Decision:
    marks = {
        pair: Marks(Tally(did, do_of), Tally(kept, dont_of)) for pair, (did, do_of, kept, dont_of) in row.marks.items()
    }
    return Decision(**{**asdict(row), "contact": _contact(row.contact), "marks": marks})


def _noted(contact: Contact | None) -> str | _Contact:
    if contact is None or contact == Contact(contact.words):
        return contact.words if contact else ""
    return _Contact(contact.words, contact.person, contact.medium or "", contact.kind, contact.day)


def _contact(noted: str | _Contact) -> Contact | None:
    if isinstance(noted, str):
        return Contact(noted) if noted else None
    medium = next((each for each in Medium if each.value == noted.medium), None)  # another version may know others
    return Contact(noted.words, noted.person, medium, noted.kind, noted.day)
