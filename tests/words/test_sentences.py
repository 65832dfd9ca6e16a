"""The sentences that every face says alike, where they are put together out of facts."""

from __future__ import annotations

import pytest

from course.engine import kinds
from course.engine.conditions import Logged
from course.engine.outcome import Outcome
from course.model import Contact, Due, Limit, Limits, Medium
from course.model.kinds.sort import Sort
from course.model.record import replace
from course.words import sentences
from tests.market import COURSE, MARKET, exercise


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (Contact("note to the stall", "ines", Medium.NOTE), "note to the stall"),
        (Contact(person="ines", medium=Medium.EMAIL), "email to Ines"),
        (Contact(person="tomas", medium=Medium.CALL), "phone call to Tomas"),
        (Contact(person="ines"), "contact with Ines"),
    ],
)
def test_the_contact_log_has_the_authors_words_or_says_to_whom_and_how(contact: Contact, words: str) -> None:
    assert sentences.contacts_sentence(MARKET.head, [Logged(7, contact)]) == f"So far: {words} on Monday, day 7."


def closing(day: int) -> Outcome:
    """The end of that day on an empty calendar."""
    found = kinds.judged(exercise("days"), [(str(each), "") for each in range(9)])
    assert found is not None
    return found[day].outcome


def test_what_is_overdue_is_said_in_the_words_of_the_course() -> None:
    assert closing(2).overdue == ("thanks",)
    assert sentences.said(COURSE, closing(2)) == "No thank-you in the first days"
    without_words = replace(COURSE, limits=Limits(due=(Due("thanks", 2, Limit(("thanks",))),)))
    assert sentences.said(without_words, closing(2)) == "No thanks in time"


def test_a_calendar_left_empty_says_so_where_it_ends() -> None:
    assert closing(8).overdue == ("",)
    assert sentences.said(COURSE, closing(8)) == "No contact at all"


def test_what_was_sorted_is_kept_in_the_authors_words_alone_and_said_with_its_side() -> None:
    sorting = next(each.body for each in MARKET.scenes.values() if isinstance(each.body, Sort))
    statements = {each.id: f"{each.given} {each.say}".strip() for each in sorting.statements}
    for _, possible in kinds.turns(sorting):
        for each in possible:
            statement, side = each.answer
            assert each.said == statements[statement]
            assert sentences.said(COURSE, each) == {"do": "Do: ", "dont": "Don't: "}[side] + each.said
