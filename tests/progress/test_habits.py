"""Habits: two scenes that show it, or it happened once, or what went well is told."""

from __future__ import annotations

from fractions import Fraction

from course.engine.apply import begin
from course.engine.decision import Decision
from course.model import Side
from course.model.record import replace
from course.progress.habits import Example, Habit, habits
from tests.builders import tiny_course, tiny_scenario
from tests.steps import go_on, send


def decided(*names: str, forecast: Side | None = None) -> tuple[Decision, ...]:
    """What these choices in the tiny scenario come to."""
    play = begin(tiny_course(), tiny_scenario(), 1)
    for name in names:
        play = go_on(send(play, (name,), forecast=forecast))
    return play.decisions


def found(*made: tuple[str, Decision]) -> tuple[list[str], list[str], list[str]]:
    """The rules of the habits in these decisions, of what happened once, and of what went well."""
    told = habits(tiny_course(), [Example(*each) for each in made])
    one, two, three = ([each.rule.id for each in some] for some in (told.tends, told.once, told.well))
    return one, two, three


def in_tale(*decisions: Decision) -> list[tuple[str, Decision]]:
    return [("tale", each) for each in decisions]


def shown(habit: Habit) -> list[tuple[str, str]]:
    return [(each.scenario, each.decision.scene) for each in habit.scenes]


def test_a_rule_broken_in_two_scenes_is_a_habit_and_both_show_it() -> None:
    waved, stayed = decided("wave", "stay")
    told = habits(tiny_course(), [Example("tale", waved), Example("tale", stayed)])
    assert [(each.rule.id, shown(each)) for each in told.tends] == [
        ("unannounced", [("tale", "office"), ("tale", "lobby")])
    ]
    assert told.once == ()


def test_broken_in_one_scene_it_happened_once_however_often_it_was_done_there() -> None:
    (waved,) = decided("wave")
    assert found(*in_tale(waved, replace(waved, item="more"))) == ([], ["unannounced"], [])


def test_the_same_scene_of_another_scenario_is_another_one() -> None:
    (waved,) = decided("wave")
    assert found(("tale", waved), ("other", waved))[0] == ["unannounced"]


def test_only_first_answers_speak() -> None:
    waved, stayed = decided("wave", "stay")
    assert found(*in_tale(waved, replace(stayed, counts=False))) == ([], ["unannounced"], [])


def test_what_is_kept_goes_well_unless_it_is_broken_elsewhere() -> None:
    wrote, was_patient = decided("write", "patient")
    assert found(*in_tale(wrote, was_patient)) == ([], [], ["thanks", "space"])
    (hid,) = decided("hide")
    assert found(*in_tale(wrote, was_patient), ("other", hid)) == ([], ["thanks"], ["space"])


def test_a_rule_that_shows_only_where_another_has_shown_is_not_told_as_well() -> None:
    waved, stayed = decided("wave", "stay")
    both = [replace(each, breaks=("unannounced", "space")) for each in (waved, stayed)]
    assert found(*in_tale(*both))[0] == ["unannounced"]


def test_of_what_happened_once_that_comes_first_which_was_called_right() -> None:
    (hid,) = decided("hide")
    (waved,) = decided("wave", forecast=Side.RIGHT)
    assert found(("tale", hid), ("other", waved))[1] == ["unannounced", "thanks"]


def test_what_was_pushy_comes_before_what_was_called_right() -> None:
    (hid,) = decided("hide", forecast=Side.RIGHT)
    (waved,) = decided("wave", forecast=Side.OVER)
    assert (hid.side, waved.side) == (Side.UNDER, Side.OVER)
    assert found(("tale", hid), ("other", waved))[1] == ["unannounced", "thanks"]


def others(*made: Decision) -> int:
    return habits(tiny_course(), [Example("tale", each) for each in made]).others


def test_how_much_more_was_amiss_than_is_named_is_counted() -> None:
    waved, stayed, again = (replace(each, side=Side.OVER) for each in decided("wave", "stay", "both"))
    away = replace(again, scene="elsewhere", breaks=("space",), counts=True)
    assert others(waved, stayed) == 0, "both show the habit"
    assert others(waved, stayed, away) == 1, "what is no habit is not named beside one"
    once = [replace(waved, scene=each, breaks=(each,)) for each in ("space", "thanks", "unannounced")]
    assert others(*once) == 1, "two are named, of three"
    assert others(*once, replace(waved, scene="d", side=Side.RIGHT, breaks=())) == 1, "and what was right is none"


def test_of_one_message_every_part_that_was_amiss_is_named_or_counted() -> None:
    (waved,) = decided("wave")
    parts = {"hello": ("space",), "wish": ("thanks", "space"), "close": ("unannounced",)}
    made = [replace(waved, item=name, answer=(name,), breaks=rules) for name, rules in parts.items()]
    told = habits(tiny_course(), [Example("tale", each) for each in made])
    assert [(each.rule.id, each.scenes[0].decision.item) for each in told.once] == [
        ("space", "hello"),
        ("thanks", "wish"),
    ]
    assert told.others == 1, "that is the close"
    told = habits(tiny_course(), [Example("tale", each) for each in (*made[1:], replace(made[0], breaks=("thanks",)))])
    assert [(each.rule.id, each.scenes[0].decision.item) for each in told.once] == [
        ("thanks", "wish"),
        ("unannounced", "close"),
    ]
    assert told.others == 1, "what broke the same rule in the same message was amiss too"
    elsewhere = replace(waved, scene="lobby", breaks=("space",))
    told = habits(tiny_course(), [Example("tale", each) for each in (*made, elsewhere)])
    assert [(each.rule.id, len(each.scenes), len(each.acts)) for each in told.tends] == [("space", 2, 3)]
    assert told.others == 1, "a habit speaks of all that broke its rule"


def test_of_statements_each_counts_and_several_of_one_scene_are_named() -> None:
    (waved,) = decided("wave")
    wrong = replace(waved, worth=Fraction(0))
    sheet = {"a": "space", "b": "thanks", "c": "unannounced", "d": "space"}
    made = [replace(wrong, item=name, answer=(name, "do"), breaks=(rule,)) for name, rule in sheet.items()]
    told = habits(tiny_course(), [Example("tale", each) for each in made])
    assert [(each.rule.id, len(each.scenes)) for each in told.tends] == [("space", 2)]
    assert told.others == 2


def test_to_judge_a_statement_is_to_do_nothing() -> None:
    (waved,) = decided("wave")
    judged = replace(waved, scene="sorted", item="late", answer=("late", "do"))
    assert found(*in_tale(waved, judged)) == ([], ["unannounced"], [])
    told = habits(tiny_course(), [Example("tale", judged)])
    assert told.judged
    assert [each.rule.id for each in told.once] == ["unannounced"]


def test_rules_that_the_course_no_longer_has_are_left_out() -> None:
    (waved,) = decided("wave")
    assert found(*in_tale(replace(waved, breaks=("long-gone",)))) == ([], [], [])


def test_before_anything_is_decided_there_is_nothing_to_say() -> None:
    assert found() == ([], [], [])
