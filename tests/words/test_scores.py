"""Scores in words: who was told "decision 2 of 2" and reads of four answers is told why there are more."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from course.engine import kinds, totals
from course.engine.apply import begin
from course.engine.play import Play
from course.engine.totals import Score
from course.words import scores
from tests.builders import tiny_course, tiny_scenario
from tests.market import at, exercise
from tests.steps import go_on, send

MARK = Fraction(1, 2)
WHY = "Where one decision has several parts, each of them counts as an answer, except where people differ."


def sorted_out() -> Play:
    """Every statement of a list, on one side."""
    play = at("apron")
    while play.scene_id == "apron":
        play = go_on(send(play, play.shown()[0].answer))
    return play


def written() -> Play:
    """A note of three parts."""
    return send(
        at("note"), ("greeting", "dear-ines"), ("thanks", "say-nothing-of-it"), ("close", "i-look-forward-to-friday")
    )


def let_pass() -> Play:
    """Days on which nobody was thanked, and nobody heard anything: that is two."""
    answers = kinds.of(exercise("days")).answers((), "")
    assert answers is not None
    return send(at("days"), *answers)


def chosen() -> Score:
    """A single choice, made twice in two stories whose scenes are called the same."""
    play = send(begin(tiny_course(), tiny_scenario(), 1, extra_minute=False), ("wave",))
    return totals.score((*play.decisions, *play.decisions))


@pytest.mark.parametrize("played", [sorted_out, written, let_pass])
def test_why_there_are_more_answers_than_decisions(played: Callable[[], Play]) -> None:
    score = totals.score(played().decisions)
    assert score.decisions > 1
    assert scores.first_answers(score, MARK).endswith(f". {WHY}")
    assert scores.first_answers(score, MARK, apart=True).endswith(f"None of it counts. {WHY}")
    assert scores.this_attempt(score, MARK).endswith(f". {WHY}")
    for both in (
        scores.both(score, chosen(), MARK),
        scores.both(chosen(), score, MARK),
        scores.both(score, score, MARK),
    ):
        assert both.count(WHY) == 1, "said once, of both"
        assert both.endswith(WHY)


def test_nothing_of_it_where_every_decision_is_one_answer() -> None:
    score = chosen()
    assert score.decisions == 2
    assert scores.first_answers(score, MARK) == "First answers count: 0 of 2 answers landed as advised, 0%."
    assert scores.this_attempt(score, MARK) == "In this attempt 0 of 2 answers landed as advised, 0%."
