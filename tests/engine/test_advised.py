"""The advised whole of a message and of a calendar, and the nearest to what was sent."""

from __future__ import annotations

from itertools import product

import pytest

from course.engine import judging, kinds
from course.engine.advised import advised_whole
from course.engine.outcome import Answer
from course.model import Verdict
from course.model.kinds import Exercise
from course.model.kinds.calendar import Calendar
from course.model.kinds.message import MessageInParts
from tests.authoring.odds.scenarios import random_scenario
from tests.market import MARKET
from tests.shipped import SCENARIOS

CARD, CALL, VISIT = "thank-you-card-to-ines", "call-ines", "stand-at-the-stall"


def exercise(scene: str) -> Exercise:
    body = MARKET.scenes[scene].body
    assert isinstance(body, Exercise)
    return body


def breaches(exercise: Exercise, answers: tuple[Answer, ...]) -> int:
    judged = kinds.judged(exercise, answers)
    assert judged is not None
    wrong = (Verdict.MIXED, Verdict.DONT)
    return sum(each.outcome.judged and judging.verdict(each.outcome) in wrong for each in judged)


def test_a_message_keeps_what_was_right_in_it() -> None:
    sent = (("greeting", "dear-ines"), ("thanks", "say-nothing-of-it"), ("close", "i-look-forward-to-friday"))
    assert advised_whole(exercise("note"), sent) == (
        ("greeting", "dear-ines"),
        ("thanks", "thank-you-for-the-apron-and"),
        ("close", "i-look-forward-to-friday"),
    )


def test_a_calendar_keeps_the_contacts_that_were_fine() -> None:
    sent = (("1", CARD), ("7", CALL), ("7", VISIT))
    found = [each for each in advised_whole(exercise("days"), sent) if each[1]]
    assert found == [("1", CARD), ("7", CALL)]


def test_what_was_too_early_is_advised_for_later_and_not_left_for_something_else() -> None:
    """An email on the first day, a call on the second: to ask is right once her week is over."""
    boxes = SCENARIOS["one-or-two"].scenes["boxes"].body
    assert isinstance(boxes, Calendar)
    found = [each for each in advised_whole(boxes, (("1", "email"), ("2", "desk"))) if each[1]]
    assert found in ([("8", "email")], [("8", "desk")]), "and not a card, on the last day of all"


def test_a_day_is_as_soon_as_can_be() -> None:
    found = [each for each in advised_whole(exercise("days")) if each[1]]
    assert found[0] == ("0", CARD), "a thank-you is not left for the last day on which it is no breach"


def test_of_nothing_sent_it_is_a_calendar_that_breaks_nothing() -> None:
    found = advised_whole(exercise("days"))
    assert breaches(exercise("days"), found) == 0
    assert [way for _, way in found if way][:1] == [CARD], "a thank-you is due"


@pytest.mark.parametrize("seed", range(80))
def test_nothing_breaks_less_and_is_nearer(seed: int) -> None:
    """Against every whole there is, in small messages and calendars."""
    for scene in random_scenario(seed, kinds=True).scenes.values():
        body = scene.body
        if not isinstance(body, MessageInParts | Calendar):
            continue
        everything = _wholes(body)
        sent = everything[seed % len(everything)]
        found = advised_whole(body, sent)
        assert kinds.judged(body, found) is not None
        best = min((breaches(body, each), _changes(each, sent)) for each in everything)
        assert (breaches(body, found), _changes(found, sent)) == best


def _wholes(body: MessageInParts | Calendar) -> list[tuple[Answer, ...]]:
    if isinstance(body, MessageInParts):
        parts = [[(part.id, each.id) for each in part.alternatives] for part in body.parts]
        return list(product(*parts))
    kind = kinds.of(body)
    found: list[tuple[Answer, ...]] = []
    waiting: list[tuple[kinds.Turn, tuple[Answer, ...]]] = [(kinds.FIRST, ())]
    while waiting:
        turn, so_far = waiting.pop()
        for outcome in kind.outcomes(turn):
            after, answers = kind.then(turn, outcome), (*so_far, outcome.answer)
            if after is None:
                found.append(answers)
            else:
                waiting.append((after, answers))
    return found


def _changes(answers: tuple[Answer, ...], sent: tuple[Answer, ...]) -> int:
    """What was added, less what was kept; days that were closed aside."""
    placed = [each for each in answers if each[1]]
    return sum(-1 if each in sent else 1 for each in placed)
