"""Twins in first answers: what is understood, and where the other half comes back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from course.journal.records import Attempt, Practiced
from course.model.record import replace
from course.model.twins import Half, Twins
from course.progress.practice import Due, due
from course.progress.results import progress
from course.progress.twins import TwinsMet, twins_met
from tests.desks import COURSE, DENTIST, LIBRARY, NOON, NOTES, THURSDAYS, TWINS, attempt
from tests.journals import met, past


@pytest.mark.parametrize(
    ("dentist", "library", "understood"),
    [("e-mail", "leave", 1), ("e-mail", "e-mail", 0), ("leave", "leave", 0), ("desk", "desk", 0)],
)
def test_a_pair_is_understood_when_both_sides_are_right_at_first(dentist: str, library: str, understood: int) -> None:
    made = past(attempt(1, "dentist", dentist), attempt(2, "library", library))
    assert twins_met([THURSDAYS], made) == TwinsMet(1, understood)


def test_of_two_statements_only_they_count() -> None:
    right, wrong = attempt(1, "dentist", "desk"), attempt(2, "library", "desk")
    assert twins_met([NOTES], past(right, wrong)) == TwinsMet(1, 0), "a note is right at one desk, wrong at the other"
    other = attempt(2, "library", "desk", side="dont")
    assert twins_met([NOTES], past(right, other)) == TwinsMet(1, 1), "whatever was said of the call"


def test_of_a_scene_that_asks_several_things_all_have_to_be_right() -> None:
    sheets = Twins(Half("dentist", "facts"), Half("library", "facts"))
    half = past(attempt(1, "dentist", "leave"), attempt(2, "library", "leave"))
    assert twins_met([sheets], half) == TwinsMet(1, 0), "one of the two statements is right on each sheet"


def test_a_second_attempt_changes_nothing() -> None:
    again = replace(attempt(3, "library", "leave"), began=NOON + timedelta(days=1))
    made = past(attempt(1, "dentist", "e-mail"), attempt(2, "library", "desk"), again)
    assert twins_met([THURSDAYS], made) == TwinsMet(1, 0)


def test_one_side_alone_is_no_pair_and_what_stands_apart_does_not_count() -> None:
    one = attempt(1, "dentist", "e-mail")
    assert progress(past(one), (), TWINS).twins == TwinsMet()
    both = past(one, attempt(2, "library", "leave"))
    assert progress(both, (), TWINS).twins.met == 2
    assert progress(both, ("library",), TWINS).twins == TwinsMet()


def practice(*attempts: Attempt, done: tuple[Practiced, ...] = (), days: int = 1) -> list[Due]:
    """What is due so many days later."""
    today: date = (NOON + timedelta(days=days)).astimezone().date()
    return list(due(COURSE, [DENTIST, LIBRARY], past(*attempts), met(*attempts), done, today, None, TWINS))


def test_the_other_half_of_what_was_missed_comes_back_and_has_no_need_of_the_rule_that_was_broken() -> None:
    found = practice(attempt(1, "dentist", "leave"), attempt(2, "library", "leave"))
    assert found[0] == Due("ask", "library", "thursday", sure=False, twin=THURSDAYS.other)
    assert all("ask" not in each.breaks for each in attempt(2, "library", "leave").decisions)


def test_a_scenario_that_was_not_played_to_its_end_is_not_opened_in_its_middle() -> None:
    missed = attempt(1, "dentist", "leave")
    begun = replace(attempt(2, "library", "leave"), ended=None, ending=None)
    for there in ((missed,), (missed, begun)):
        assert [each for each in practice(*there) if each.twin] == []


def test_practiced_once_the_rule_goes_on_elsewhere() -> None:
    made = (attempt(1, "dentist", "leave"), attempt(2, "library", "leave", side="dont"))
    done = Practiced("library", "thursday", "ask", True, NOON + timedelta(days=1))
    assert any(each.twin == THURSDAYS.other for each in practice(*made, days=3))
    assert all(each.twin != THURSDAYS.other for each in practice(*made, done=(done,), days=3))


def test_the_other_half_of_a_statement_is_the_sheet_it_stands_on() -> None:
    found = practice(attempt(1, "dentist", "e-mail"), attempt(2, "library", "leave"))
    assert Due("way", "dentist", "facts", sure=False, twin=None) not in found
    assert [each.twin for each in found if each.rule == "way"] == [None], "the sheet there was missed too"
    one = replace(attempt(1, "dentist", "e-mail"), decisions=attempt(1, "dentist", "e-mail").decisions[:2])
    found = practice(one, attempt(2, "library", "leave"))
    assert [each.twin for each in found if each.rule == "way"] == [Half("dentist", "facts", "note")]
