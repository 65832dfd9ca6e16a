"""Judging: verdict, side, worth and marks, all derived from rules."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.engine import judging, kinds
from course.engine.judging import Marks, Tally
from course.engine.outcome import Outcome
from course.model import Ending, Side, Verdict
from course.model.kinds.choices import Choices
from tests.builders import choice, tiny_course, tiny_scenario
from tests.market import COURSE, MARKET

RULES = tiny_course().all_rules()


def office() -> dict[str, Outcome]:
    body = tiny_scenario().scenes["office"].body
    assert isinstance(body, Choices)
    return {outcome.answer[0]: outcome for outcome in kinds.of(body).outcomes()}


@pytest.mark.parametrize(
    ("name", "verdict", "side", "worth"),
    [
        ("write", Verdict.DO, Side.RIGHT, 1),
        ("both", Verdict.MIXED, Side.OVER, Fraction(1, 2)),
        ("wave", Verdict.DONT, Side.OVER, 0),
        ("hide", Verdict.DONT, Side.UNDER, 0),
    ],
)
def test_what_an_answer_amounts_to(name: str, verdict: Verdict, side: Side, worth: Fraction) -> None:
    outcomes = office()
    assert judging.verdict(outcomes[name]) is verdict
    assert judging.side(outcomes[name], RULES) is side
    assert judging.worth(outcomes[name], outcomes.values()) == worth


def test_where_the_best_is_mixed_the_best_is_worth_all() -> None:
    body = Choices((choice("a", "x", follows="thanks", breaks="space"), choice("b", "x", breaks="space")))
    mixed, dont = kinds.of(body).outcomes()
    assert judging.worth(mixed, (mixed, dont)) == 1
    assert judging.worth(dont, (mixed, dont)) == 0


@pytest.mark.parametrize(
    ("verdicts", "worths"),
    [
        ([Verdict.DO, Verdict.MIXED, Verdict.DONT], [2, 1, 0]),
        ([Verdict.MIXED, Verdict.DONT], [2, 0]),
        ([Verdict.DONT, Verdict.DONT], [2, 2]),  # where nobody can do right, nobody is faulted
        ([], []),
    ],
)
def test_worth_is_counted_in_halves_beside_the_best_there_is(verdicts: list[Verdict], worths: list[int]) -> None:
    assert judging.worths_of(verdicts) == worths


@given(st.lists(st.sampled_from(["follows", "breaks", "follows breaks"]), min_size=2, max_size=6))
def test_an_answer_is_worth_the_same_whoever_asks(touched: list[str]) -> None:
    """Plays ask for one answer, odds for all at a turn, guessers for verdicts alone."""
    rules = [dict.fromkeys(each.split(), "space") for each in touched]
    body = Choices(tuple(choice(str(number), "x", **each) for number, each in enumerate(rules)))
    outcomes = kinds.of(body).outcomes()
    worths = judging.worths(outcomes)
    assert [judging.worth(each, outcomes) * judging.FULL for each in outcomes] == list(worths)
    assert judging.worths_of([judging.verdict(each) for each in outcomes]) == list(worths)


def every_answer() -> list[tuple[Outcome, tuple[Outcome, ...]]]:
    """Every answer of a course with every kind of exercise, each with what could have been answered beside it."""
    bodies = [each.body for each in (*MARKET.scenes.values(), *tiny_scenario().scenes.values())]
    turns = [outcomes for body in bodies if not isinstance(body, Ending) for _, outcomes in kinds.turns(body)]
    return [(each, outcomes) for outcomes in turns for each in outcomes if each.judged]


def test_a_record_is_held_to_what_answers_can_be() -> None:
    """What may stand in a journal that was carried here is asked of the place that judges, never written twice."""
    rules = {**RULES, **COURSE.all_rules()}
    for outcome, beside in every_answer():
        assert judging.verdict(outcome) in judging.verdicts_of(outcome.follows, outcome.broken)
        assert judging.side(outcome, rules) in judging.sides_of(outcome.breaks, outcome.misses)
        assert judging.worth(outcome, beside) in judging.worths_as(judging.verdict(outcome))
    assert Verdict.EITHER not in judging.verdicts_of(("thanks",), ())
    assert judging.worths_as(Verdict.MIXED) == {1, Fraction(1, 2)}


def test_dos_and_donts_are_marked_apart() -> None:
    outcomes = office()
    marks = judging.marks(outcomes["wave"], tuple(outcomes.values()), RULES)
    assert marks["reach"] == Marks(do=Tally(0, 1), dont=Tally(1, 1)), "missed the thanks, kept from pressing"
    assert marks["place"] == Marks(dont=Tally(0, 1)), "turned up, where not everyone would have"


def test_who_did_right_in_one_way_is_not_faulted_for_another() -> None:
    body = Choices((choice("a", "x", follows="thanks"), choice("b", "x", follows="unannounced")))
    outcomes = kinds.of(body).outcomes()
    assert judging.marks(outcomes[0], outcomes, RULES) == {"reach": Marks(do=Tally(1, 1))}


def test_a_rule_of_the_whole_course_belongs_to_no_pair() -> None:
    body = Choices((choice("a", "x", breaks="one-way"), choice("b", "x", follows="one-way")))
    outcomes = kinds.of(body).outcomes()
    assert judging.marks(outcomes[0], outcomes, RULES) == {"": Marks(do=Tally(0, 1), dont=Tally(0, 1))}
