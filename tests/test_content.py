"""The shipped scenarios keep to their standard: lengths, choices, endings, and every ending within reach."""

from __future__ import annotations

import pytest

from course.authoring.odds.extremes import worst_advised
from course.authoring.odds.gains import totals
from course.engine import judging, kinds
from course.engine.states.graph import graph
from course.engine.telling import longest
from course.model import Arrival, Ending, Scenario, Side, Told, Verdict
from course.model.kinds.choices import Choices
from course.model.kinds.sort import Sort
from tests.shipped import READING

SCENARIOS = {scenario.head.id: scenario for scenario in READING.scenarios if scenario.head.scored}
each_scenario = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)


def words(*texts: Told) -> int:
    return sum(len(longest(text).split()) for text in texts)


def said(messages: tuple[Arrival, ...]) -> int:
    return sum(words(message.subject, message.text) for message in messages)


@each_scenario
def test_texts_keep_to_their_lengths(scenario: Scenario) -> None:
    """The longest that each can be on any path; an ending may be told in several ways, which count together."""
    for scene in scenario.scenes.values():
        most = 220 if isinstance(scene.body, Ending) else 160
        assert words(scene.text) + said(scene.arrives) <= most, scene.id
        if isinstance(scene.body, Choices):
            for choice in scene.body.options:
                assert words(choice.say) <= 24, choice.say
                assert words(choice.happens, choice.because) + said(choice.arrives) <= 50, choice.say


@each_scenario
def test_each_decision_has_three_choices_one_advised_and_one_not(scenario: Scenario) -> None:
    for scene in scenario.scenes.values():
        if isinstance(scene.body, Choices):
            outcomes = kinds.of(scene.body).outcomes()
            verdicts = {judging.verdict(outcome) for outcome in outcomes}
            assert len(outcomes) == 3, scene.id
            assert {Verdict.DO, Verdict.DONT} <= verdicts, scene.id


@each_scenario
def test_on_the_other_side_nobody_lives_through_what_never_reached_them(scenario: Scenario) -> None:
    """A contact that names nobody is told from the seat of the first person there is: so it says who saw it."""
    for scene in scenario.scenes.values():
        if not isinstance(scene.body, Ending):
            for outcome in kinds.of(scene.body).outcomes():
                assert not outcome.contact or outcome.contact.person or outcome.seen, (scene.id, outcome.said)


@each_scenario
def test_every_ending_is_reached_and_good_advice_reaches_the_good_one(scenario: Scenario) -> None:
    states = graph(scenario)
    endings = {scene.id: scene.body.side for scene in scenario.scenes.values() if isinstance(scene.body, Ending)}
    assert {states.scenes[state].id for state in range(len(states)) if states.ends(state)} == set(endings)
    worst = worst_advised(states, totals(states))
    assert worst is not None
    assert worst.side is Side.RIGHT
    if all(isinstance(scene.body, Choices | Ending) for scene in scenario.scenes.values()):
        assert len(endings) >= 3


@pytest.mark.parametrize("name", ["warm-up", "after-check"])
def test_the_ending_for_five_yeses_is_reached_by_yes_to_all_five_donts_alone(name: str) -> None:
    """A do that is missed counts as its rule broken, so no do has the rule of a don't."""
    body = SCENARIOS[name].scenes["ten"].body
    assert isinstance(body, Sort)
    asked = {rule for branch in body.next for rule in branch.when.broke}
    assert asked == {rule for each in body.statements for rule in each.breaks}
    assert asked.isdisjoint(rule for each in body.statements for rule in each.follows)
