"""Where it slips: the pair that is broken most often, by what was done."""

from __future__ import annotations

from course.engine import totals
from course.engine.apply import begin
from course.engine.decision import Decision
from course.model.record import replace
from course.progress.slips import slips
from course.words import sentences
from tests.builders import tiny_course, tiny_scenario
from tests.steps import send

COURSE = tiny_course()
PAIRS = {rule.id: rule.pair for rule in COURSE.all_rules().values()}


def broke(*rules: str) -> Decision:
    """An answer that broke these."""
    (waved,) = send(begin(COURSE, tiny_scenario(), 1), ("wave",)).decisions
    return replace(waved, breaks=rules)


def judged(decision: Decision) -> Decision:
    """The same as a statement that was put on the wrong side."""
    return replace(decision, item="late", answer=("late", "do"))


def test_the_pair_is_named_with_the_answers_that_broke_it() -> None:
    found = slips(COURSE, [broke("unannounced"), broke("unannounced"), broke("space"), broke()])
    assert found is not None
    assert (found.pair.id, found.answers, found.of) == (PAIRS["unannounced"], 2, 3)
    assert [(rule.id, times) for rule, times in found.rules] == [("unannounced", 2)]
    said = sentences.slips_sentence(found.pair, found.answers, found.of)
    assert said.endswith("is where it slips most: in 2 of the 3 answers of yours that broke a rule.")


def test_once_is_no_place_where_it_slips() -> None:
    assert slips(COURSE, [broke("unannounced"), broke("thanks")]) is None
    assert slips(COURSE, [broke("unannounced")]) is None


def test_of_two_that_are_even_none_is_the_one() -> None:
    assert slips(COURSE, [broke("unannounced", "space"), broke("unannounced", "space")]) is None


def test_a_statement_called_wrongly_is_not_reported_as_an_act() -> None:
    made = [judged(broke("unannounced")), judged(broke("unannounced"))]
    assert slips(COURSE, made) is None
    assert totals.broken_rules(made) == []
