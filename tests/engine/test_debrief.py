"""The debrief: what was sent at one go together, the advised version beside it, and what was left out."""

from __future__ import annotations

import pytest

from course.engine import debrief, totals
from course.engine.advised import advised_whole
from course.engine.apply import apply, begin
from course.engine.events import Returned
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.model import Verdict
from tests.builders import tiny_course, tiny_scenario
from tests.market import at
from tests.shipped import COURSE, SCENARIOS
from tests.steps import draft, go_on, rewind, send

NOTE = (("greeting", "dear-ines"), ("thanks", "say-nothing-of-it"), ("close", "i-look-forward-to-friday"))
CARD, CALL, VISIT = "thank-you-card-to-ines", "call-ines", "stand-at-the-stall"


def weeks(*placed: tuple[str, str]) -> Play:
    """The calendar of the market, lived like that."""
    planned = draft(at("days"), *placed)
    answers = planned.ready()
    assert answers is not None
    return send(planned, *answers)


def numbers(play: Play) -> list[tuple[int, list[int], bool]]:
    return [(each.number, [entry.index for entry in each.entries], each.tried) for each in debrief.steps(play)]


def test_a_message_is_one_step_with_all_its_parts() -> None:
    assert numbers(send(at("note"), *NOTE)) == [(1, [0, 1, 2], False)]


def test_sent_twice_it_is_two_and_the_second_was_only_tried() -> None:
    once = send(at("note"), *NOTE)
    again = send(rewind(once, 0), *NOTE)
    assert numbers(again) == [(1, [0, 1, 2], False), (2, [3, 4, 5], True)]
    assert rewind(again, 4).draft == NOTE


def test_what_was_only_tried_comes_last() -> None:
    play = begin(tiny_course(), tiny_scenario(), 1)
    tried = send(rewind(send(play, ("wave",)), 0), ("write",))
    assert numbers(send(go_on(tried), ("patient",))) == [(1, [0], False), (2, [2], False), (3, [1], True)]


def _answers(play: Play) -> tuple[Answer, ...]:
    """What is answered here: where people differ, that; and else what is advised."""
    exercise = play.exercise
    assert exercise is not None
    if play.whole():
        answers = draft(play, *advised_whole(exercise)).ready()
        assert answers is not None
        return answers
    shown = play.shown()
    best = max(shown, key=lambda each: (each.either_way, -len(each.broken), len((*each.follows, *each.avoids))))
    return (best.answer,)


def _ended(play: Play, *, trying: bool) -> Play:
    """Played on to the ending; `trying` what if before each answer, at the beginning and where it is one's turn."""
    while play.phase is not Phase.ENDED:
        if play.phase is not Phase.DECIDING:
            play = go_on(play)
            continue
        before = play.history[-1].first if play.history else 0
        for to in {0, before} if trying and play.history else ():
            back = rewind(play, to)
            play = apply(send(back, *_answers(back)), Returned())
        play = send(play, *_answers(play))
    return play


@pytest.mark.parametrize("name", sorted(SCENARIOS))
def test_trying_something_before_an_answer_does_not_make_it_one_that_was_tried(name: str) -> None:
    scenario = SCENARIOS[name]
    straight_on = _ended(begin(COURSE, scenario, 1), trying=False)
    assert not any(step.tried for step in debrief.steps(straight_on))
    play = _ended(begin(COURSE, scenario, 1), trying=True)
    assert play.path == straight_on.path
    steps = debrief.steps(play)
    mine = {each.index for step in steps if not step.tried for each in step.entries}
    assert mine == set(play.line), "every answer that led to the ending is the learner's, and nothing else is"
    back = rewind(play, 0)
    again = debrief.steps(send(back, *_answers(back)))[-1]
    assert again.tried, "after the end everything is"


@pytest.mark.parametrize(("wish", "full"), [("still", 4), ("tomorrow", 3)])
def test_what_is_counted_of_a_message_is_what_the_score_counts(wish: str, full: int) -> None:
    started = begin(COURSE, SCENARIOS["thanks-for-nothing"], 1)
    said = {"hello": "plain", "tuesday": "next", "your-wish": wish, "check-back": "out", "and-then": "hang-up"}
    play = send(started, *said.items())
    (step,), score = debrief.steps(play), totals.score(play.decisions)
    assert len(step.entries) == 5
    assert (step.right, len(step.judged)) == (score.full, score.decisions) == (full, 4)
    assert step.all_right is (full == 4)


def test_where_people_differ_the_second_answer_was_only_tried_and_so_is_the_first_after_the_end() -> None:
    """As everywhere, it is the first answer to a scene that is the learner's."""
    scenario = SCENARIOS["parking-lot"]
    play = _ended(begin(COURSE, scenario, 1), trying=False)
    (either,) = (each.index for step in debrief.steps(play) for each in step.entries if _differs(each))
    again = send(rewind(play, either), _answers(rewind(play, either))[0])
    assert [step.tried for step in debrief.steps(again) if _differs(step.entries[0])] == [False, True]


def _differs(entry: debrief.Entry) -> bool:
    return entry.decision.verdict is Verdict.EITHER


def test_the_advised_message_stands_beside_the_one_that_was_sent() -> None:
    play = send(at("note"), *NOTE)
    (step,) = debrief.steps(play)
    found = debrief.versions(play, step)
    assert found is not None
    assert found.sent == NOTE
    assert found.advised == (NOTE[0], ("thanks", "thank-you-for-the-apron-and"), NOTE[2])


def test_the_advised_calendar_too_without_the_days_on_which_nothing_is_placed() -> None:
    play = weeks(("1", CARD), ("7", CALL), ("7", VISIT))
    (step,) = debrief.steps(play)
    found = debrief.versions(play, step)
    assert found is not None
    assert found.sent == (("1", CARD), ("7", CALL), ("7", VISIT))
    assert found.advised == (("1", CARD), ("7", CALL))


def test_where_nothing_was_amiss_there_is_no_other_version() -> None:
    play = weeks(("1", CARD), ("7", CALL))
    (step,) = debrief.steps(play)
    assert debrief.versions(play, step) is None


def test_a_single_choice_has_no_versions() -> None:
    play = send(begin(tiny_course(), tiny_scenario(), 1), ("wave",))
    (step,) = debrief.steps(play)
    assert debrief.versions(play, step) is None
    assert debrief.untaken(play, step) == ()


def test_what_a_calendar_left_out_is_told_at_its_best_and_on_the_first_day_where_that_differs() -> None:
    play = weeks(("1", CARD), ("7", VISIT))
    (step,) = debrief.steps(play)
    told = [(each.outcome.item, each.outcome.breaks, each.consequence.because) for each in debrief.untaken(play, step)]
    assert told == [(CALL, (), "Friday has come."), (CALL, ("often",), "She said Friday.")]
