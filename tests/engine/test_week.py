"""The week: what came, what went and what is known about each day."""

from __future__ import annotations

from course.engine.apply import begin
from course.engine.conditions import Logged
from course.engine.otherside import views
from course.engine.week import Day, week
from course.model import Arrival, Condition, Contact, Fact, Medium, Message, Person, Sent
from course.model.kinds.choices import Choices
from course.model.record import replace
from tests.builders import tiny_course
from tests.engine.test_paths import story
from tests.steps import go_on, send

COURSE = tiny_course()
CALL = Contact("call to Dana", "dana", Medium.CALL)
DANA = Person("dana", "Dana Whitfield")


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


def test_what_goes_out_or_came_on_another_day_stands_on_that_one() -> None:
    scenario = story()
    start = scenario.scenes["start"]
    assert isinstance(start.body, Choices)
    tomorrow, late = replace(CALL, day=1), Arrival(Medium.EMAIL, "You weren't in.", came=1)
    call = replace(start.body.options[0], contact=tomorrow, arrives=(late,))
    start = replace(start, body=replace(start.body, options=(call, *start.body.options[1:])))
    play = send(begin(COURSE, replace(scenario, scenes={**scenario.scenes, "start": start}), 1), ("call",))
    message = Message(Medium.EMAIL, "You weren't in.", came=1)
    assert week(play) == (Day(0, (), (), True), Day(1, (tomorrow, message), ()))
    assert play.contacts == (Logged(1, tomorrow),)
    (view,) = views(replace(play, scenario=replace(play.scenario, head=replace(play.scenario.head, people=(DANA,)))))
    assert [each.day for each in view.moments] == [1], "and there they live through it on that day"


def test_what_a_scene_tells_of_is_sent_too_before_what_answers_it_and_only_where_it_was() -> None:
    scenario = story()
    note, text = Contact("note to Dana"), Contact("text to Dana", day=0)
    came = Arrival(Medium.TEXT_MESSAGE, "Thank you.")
    told = (Sent(text), Sent(note, Condition(chose=("call",)), answered=True))
    day = next(each for each in scenario.scenes.values() if each.day)
    scenario = replace(scenario, scenes={**scenario.scenes, day.id: replace(day, sent=told, arrives=(came,))})
    called = go_on(go_on(send(begin(COURSE, scenario, 1, extra_minute=False), ("call",))))
    assert day.day
    assert week(called)[0].events == (CALL, text)
    assert week(called)[day.day].events == (note, Message(Medium.TEXT_MESSAGE, "Thank you."))
    assert [each.contact for each in called.contacts] == [CALL, text, note]
    waited = go_on(go_on(send(begin(COURSE, scenario, 1, extra_minute=False), ("wait",))))
    assert [each.contact for each in waited.contacts] == [text]


def test_where_no_day_goes_by_and_nothing_happens_there_is_no_week() -> None:
    assert week(begin(COURSE, story(), 1)) == ()
