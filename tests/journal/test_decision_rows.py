"""Decisions as rows: those of the first edition are read as they were, and new ones come back whole."""

from __future__ import annotations

import json

import pytest

from course.engine.apply import begin
from course.engine.decision import Decision, Reconsidered
from course.journal.decision_rows import decisions_to_text, text_to_decisions
from course.model import Contact, Medium, Side
from course.model.record import replace
from tests.builders import tiny_course, tiny_scenario
from tests.steps import send


def decided() -> Decision:
    return send(begin(tiny_course(), tiny_scenario(), 1), ("write",)).decisions[0]


def test_a_contact_of_the_first_edition_is_a_text() -> None:
    row = json.loads(decisions_to_text([decided()]))
    assert row["contact"] == "e-mail"
    assert text_to_decisions(json.dumps({**row, "contact": ""}))[0].contact is None


def test_a_decision_from_before_minds_could_be_changed_is_one_without() -> None:
    row = json.loads(decisions_to_text([decided()]))
    assert "reconsidered" not in row
    assert text_to_decisions(json.dumps(row)) == [decided()]


@pytest.mark.parametrize(
    "contact",
    [
        None,
        Contact("e-mail"),
        Contact("e-mail to Dana", "dana", Medium.EMAIL, "thanks"),
        Contact(person="dana", medium=Medium.TEXT_MESSAGE),
        Contact("e-mail in the morning", day=10),
    ],
)
def test_a_decision_comes_back_as_it_was(contact: Contact | None) -> None:
    before = Reconsidered((("wave",),), ("Do wave.",), Side.RIGHT, Side.OVER)
    decision = replace(decided(), contact=contact, overdue=("thanks", ""), reconsidered=(before,))
    assert text_to_decisions(decisions_to_text([decision])) == [decision]
