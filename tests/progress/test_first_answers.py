"""First answers: every count of a scenario whose first attempt was given up speaks of the same ones."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

from course.engine.apply import begin
from course.journal.records import Attempt
from course.model import Side
from course.model.record import replace
from course.progress.lessons import lessons
from course.progress.results import progress
from course.words.scores import first_answers
from tests.builders import tiny_course, tiny_scenario
from tests.journals import past
from tests.steps import go_on, send

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def attempt(*names: str, number: int, ended: bool) -> Attempt:
    """These choices, to an end or not."""
    play = begin(tiny_course(), tiny_scenario(), 1)
    for name in names:
        play = go_on(send(play, (name,), forecast=Side.RIGHT))
    ending = Side.RIGHT if ended else None
    return Attempt(number, "tiny", "", 1, NOON, NOON if ended else None, ending, play.decisions)


def test_they_are_those_of_the_first_attempt_and_from_where_it_was_given_up_those_of_the_first_finished() -> None:
    given_up, played = attempt("wave", number=1, ended=False), attempt("wave", "leave", number=2, ended=True)
    known = past(given_up, played)
    assert [each.answer for each in known.first_answers("tiny")] == [("wave",), ("leave",)]
    standing = progress(known)
    assert standing.first.decisions == 2
    assert standing.scenarios["tiny"].first == standing.first.share
    assert lessons(tiny_course(), known, {"tiny"}, "").score.decisions == 2


def test_a_first_answer_is_never_replaced_by_a_better_one() -> None:
    given_up, played = attempt("hide", number=1, ended=False), attempt("write", "patient", number=2, ended=True)
    known = past(given_up, played)
    assert known.first_answers("tiny")[0].answer == ("hide",)
    standing = progress(known)
    assert standing.scenarios["tiny"].first == standing.first.share
    assert standing.scenarios["tiny"].best == standing.best.share


def test_where_what_was_decided_counts_for_nothing_nobody_is_told_that_nothing_was_decided() -> None:
    made = attempt("wave", number=1, ended=False)
    free = replace(made, decisions=tuple(replace(each, counts=False) for each in made.decisions))
    assert first_answers(progress(past(free)).first, Fraction(3, 4)) == "No answer that counts yet."
