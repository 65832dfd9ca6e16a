"""The week: what came, what went and what is known about each day."""

from __future__ import annotations

from course.engine.apply import begin
from course.engine.week import Day, week
from course.model import Arrival, Contact, Fact, Medium, Message
from course.model.record import replace
from tests.builders import tiny_course
from tests.engine.test_paths import story
from tests.steps import go_on, send

COURSE = tiny_course()
CALL = Contact("call to Dana", "dana", Medium.CALL)


def test_each_day_has_what_was_sent_what_came_and_what_is_known_about_it() -> None:
    scenario = story()
    head = replace(scenario.head, know=(Fact("Dana decides."), Fact("An answer by Thursday.", day=3)))
    play = begin(COURSE, replace(scenario, head=head), 1, extra_minute=False)
    assert week(play) == (Day(0, (), (), True), Day(1, (), ()), Day(2, (), ()), Day(3, (), ("An answer by Thursday.",)))
    play = go_on(go_on(send(play, ("call",))))
    assert week(play) == (
        Day(0, (CALL,), ()),
        Day(1, (), ()),
        Day(2, (Message(Medium.NOTE, "I heard you called."),), (), True),
        Day(3, (), ("An answer by Thursday.",)),
    )
    waited = go_on(go_on(send(begin(COURSE, scenario, 1, extra_minute=False), ("wait",))))
    assert [each.number for each in week(waited) if not each.empty] == [2], "nothing came and nothing went but today"


def test_what_is_sent_comes_before_the_answer_to_it_and_silence_is_no_event() -> None:
    scenario = story()
    came = Arrival(Medium.TEXT_MESSAGE, "Good morning.")
    start = replace(scenario.scenes["start"], arrives=(came, Arrival(Medium.SILENCE, "")))
    scenario = replace(scenario, scenes={**scenario.scenes, "start": start})
    play = send(begin(COURSE, scenario, 1, extra_minute=False), ("call",))
    assert week(play) == (Day(0, (Message(Medium.TEXT_MESSAGE, "Good morning."), CALL), (), True),)


def test_where_no_day_goes_by_and_nothing_happens_there_is_no_week() -> None:
    assert week(begin(COURSE, story(), 1)) == ()
