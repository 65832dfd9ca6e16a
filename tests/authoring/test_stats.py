"""What a course holds, counted on scenarios small enough to count by hand."""

from __future__ import annotations

from course.authoring.stats import coverage, stats
from course.model import Side
from course.model.record import replace
from tests.authoring.check.courses import decision, ending, scenario
from tests.builders import choice, scene, tiny_course, tiny_scenario


def test_a_small_scenario() -> None:
    counted = stats(tiny_course(), tiny_scenario())
    assert (counted.scenes, counted.decisions, counted.unreached) == (6, 3, 0)
    assert counted.endings == {Side.RIGHT: 1, Side.OVER: 1, Side.UNDER: 1}
    assert counted.pairs == {"reach": 2, "place": 2}
    assert counted.followed == {"thanks": 2, "unannounced": 1, "space": 1}
    assert counted.broken == {"unannounced": 2, "space": 2, "thanks": 1}


def test_words_are_those_that_a_learner_could_read() -> None:
    only = scene("end", ending("end", "assertive").body)
    begin = replace(decision("start", choice("go", "end", follows="thanks")), text="One two three.", title="")
    counted = stats(tiny_course(), scenario(begin, replace(only, text="Four.", title="")))
    assert counted.words == 3 + 1 + 7, "Do go. go happens. Because of go."


def test_what_nobody_can_reach_covers_no_rule() -> None:
    island = decision("island", choice("leave", "end", follows="space"), choice("stay", "end", breaks="space"))
    start = decision("start", choice("go", "end", follows="thanks"), choice("no", "end", breaks="thanks"))
    counted = stats(tiny_course(), scenario(start, ending("end", "assertive"), island))
    assert counted.unreached == 1
    by_rule = {each.rule: each for each in coverage(tiny_course(), [counted])}
    assert by_rule["thanks"].followed == by_rule["thanks"].broken == 1
    assert by_rule["space"].followed == by_rule["space"].broken == 0
    assert by_rule["thanks"].scenarios == ("tale",)
    assert by_rule["space"].scenarios == ()
