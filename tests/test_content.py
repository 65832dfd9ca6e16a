"""The shipped scenarios keep to their standard: lengths, choices, endings, and every ending within reach."""

from __future__ import annotations

import re

import pytest

from course.authoring.odds.extremes import worst_advised
from course.authoring.odds.gains import totals
from course.engine import judging, kinds
from course.engine.states.graph import graph
from course.engine.telling import longest, versions
from course.model import Arrival, Ending, Scenario, Side, Told, Verdict
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
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


TOLD = re.compile(
    r"\b[Yy]ou(?:'ve|'d)?(?: just)? (?:call|e?mail|phone|text|write|wrote|written|send|sent)(?:e?d)?\b[^.?!…]*"
)
"""What tells of a contact in words."""
QUOTED = re.compile(r'"[^"]*"|\*[^*]*\*')
DOES = re.compile(r"(?:answer|ask|call|check with|e?mail|send|tell|text|write)\b(?! no one)", re.IGNORECASE)
"""An option by which somebody is contacted."""
BACK = {
    "call-me-any-time/face-down": ["you wrote him, he's never seen"],
    "no-answer/thursday": ["You emailed him yesterday, and within a second this came back, from a machine:"],
    "supervisor/wednesday": ["you've written Howard Stroud a letter in your head, three lines, and it's good"],
    "supervisor/nobody-moved": ["you sent it"],
    "assistant-offered/brees-list": ["you wrote"],
    "agency-between/link": ["you text him"],  # a friend
    "thanks-for-nothing/the-beep": ["you send a canister through her branch's drive-through tube", "you call"],
    "thanks-for-nothing/friday": ["you sent her at seven"],
    "missed-date/bid-line": ["you wrote"],
    "competing-offer/wednesday": ["You write it on your hand:"],
    "competing-offer/signed": ["You'd written that you'd check back today"],
    "long-week/morning": ["you wrote on that first day, coming out of the building:"],
    "long-week/the-morning-mail": ["you write to"],
}
"""What looks back to an answer that has its contact, or is none."""


@each_scenario
def test_what_a_story_tells_as_sent_stands_in_the_week(scenario: Scenario) -> None:
    """A course about counting contacts counts them all: in an option, and in a text, which notes it under `sent:`."""
    for scene in scenario.scenes.values():
        texts = [QUOTED.sub("…", each.replace("\n", " ")) for each in versions(scene.text)]
        told = [match.strip() for each in texts for match in TOLD.findall(each)]
        noted = {each for each in told if each not in BACK.get(f"{scenario.head.id}/{scene.id}", ())}
        assert not noted or scene.sent, (scene.id, noted)


@each_scenario
def test_what_an_option_sends_has_its_contact_and_on_the_day_on_which_it_goes_out(scenario: Scenario) -> None:
    """But where the message is still to be put together, which has it."""
    for scene in scenario.scenes.values():
        for choice in scene.body.options if isinstance(scene.body, Choices) else ():
            following = [scenario.scenes[each.next].body for each in choice.next]
            if all(isinstance(each, MessageInParts) for each in following):
                continue
            does = DOES.match(choice.say) or any(
                TOLD.search(QUOTED.sub("…", each.replace("\n", " "))) for each in versions(choice.happens)
            )
            assert choice.contact or not does, (scene.id, choice.say)
            if choice.contact and "in the morning" in choice.say:
                assert choice.contact.day, (scene.id, choice.say)


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
