"""The debrief: what was sent at one go together, the advised version beside it, and what was left out."""

from __future__ import annotations

from course.engine import debrief
from course.engine.apply import begin
from course.engine.play import Play
from tests.builders import tiny_course, tiny_scenario
from tests.market import at
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
