"""What is said of practice: never more praise than there is ground for."""

from __future__ import annotations

import pytest

from course.engine.apply import begin
from course.words import practice, say
from tests.builders import tiny_course, tiny_scenario
from tests.steps import send

COURSE, SCENARIO = tiny_course(), tiny_scenario()


@pytest.mark.parametrize(
    ("choice", "held", "said"),
    [
        ("write", True, "practice.held"),
        ("hide", True, "practice.held-alone"),
        ("wave", False, "practice.not-held"),
    ],
)
def test_a_rule_that_was_kept_while_something_else_went_wrong_is_no_success(choice: str, held: bool, said: str) -> None:
    play = send(begin(COURSE, SCENARIO, 1), (choice,))
    rule = COURSE.all_rules()["thanks"]
    assert practice.outcome(play, rule, held=held) == say(said, do=rule.do)


def test_the_facts_stand_in_one_sentence_or_there_is_none() -> None:
    assert practice.known(begin(COURSE, SCENARIO, 1)) == ""
