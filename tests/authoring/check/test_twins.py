"""Twins: the same options in two places, word for word, and one fact changed."""

from __future__ import annotations

import pytest

from course.authoring.check import twins
from course.authoring.check.finding import Found
from course.model import Choice, Fact, Scenario, Scene
from course.model.kinds.choices import Choices
from course.model.kinds.sort import Sort, Statement
from course.model.record import replace
from tests.authoring.check.courses import ending, scenario
from tests.builders import choice


def choices(*lines: str) -> tuple[Choice, ...]:
    """Choices from lines like "+ Wait.": + follows a rule, - breaks one, = does neither since people differ."""
    found = []
    for line in lines:
        mark, say = line.split(" ", 1)
        follows, breaks = {"+": ("thanks", ""), "-": ("", "space"), "=": ("", "")}[mark]
        made = choice(say, "end", follows=follows, breaks=breaks)
        found.append(replace(made, say=say, either_way=mark == "="))
    return tuple(found)


def scene(*lines: str, twin: str = "", know: str = "") -> Scenario:
    """A scenario with one such scene, called asked."""
    facts = (Fact(know),) if know else ()
    return scenario(Scene("asked", "So.", Choices(choices(*lines)), twin=twin, know=facts), ending("end", "assertive"))


def named(each: Scenario, id: str) -> Scenario:
    """The scenario under that id."""
    return replace(each, head=replace(each.head, id=id, file=f"{id}.yaml"))


def found(one: Scenario, other: Scenario, *, whole: bool = True) -> list[Found]:
    """What is found in these two, called one and other."""
    return list(twins.find([named(one, "one"), named(other, "other")], whole=whole))


WAIT, CALL = "+ Wait until Monday.", "- Call the front desk."
WAIT_IS_WRONG, CALL_IS_RIGHT = "- Wait until Monday.", "+ Call the front desk."


def test_twins_with_another_key_are_fine_in_any_order() -> None:
    assert found(scene(WAIT, CALL, twin="other/asked"), scene(CALL_IS_RIGHT, WAIT_IS_WRONG)) == []


def test_that_people_differ_in_one_of_them_is_another_key() -> None:
    assert found(scene(WAIT, CALL, twin="other/asked"), scene("= Wait until Monday.", CALL)) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [("other/askd", "other/asked"), ("othr/asked", "other/asked"), ("asked", "other/asked"), ("other/end", "")],
)
def test_a_twin_that_is_not_there(name: str, meant: str) -> None:
    (problem,) = found(scene(WAIT, CALL, twin=name), scene(WAIT_IS_WRONG, CALL_IS_RIGHT))
    assert (problem.code, problem.at.way) == ("unknown-twin", ("scenes", "asked", "twin"))
    assert problem.instead == ((name, meant) if meant else None)


def test_what_is_its_own_may_be_left_out() -> None:
    asked, other = scene(WAIT, CALL, twin="later"), scene(WAIT_IS_WRONG, CALL_IS_RIGHT).scenes["asked"]
    both = replace(asked, scenes={**asked.scenes, "later": replace(other, id="later")})
    assert list(twins.find([named(both, "one")], whole=True)) == []


def test_a_scene_is_no_twin_of_its_own() -> None:
    (problem,) = found(scene(WAIT, CALL, twin="one/asked"), scene(CALL_IS_RIGHT, WAIT_IS_WRONG))
    assert problem.code == "unknown-twin"


def test_a_twin_in_a_scenario_that_could_not_be_read_may_well_be_there() -> None:
    assert found(scene(WAIT, CALL, twin="broken/asked"), scene(WAIT, CALL), whole=False) == []
    assert [each.code for each in found(scene(WAIT, CALL, twin="other/askd"), scene(WAIT, CALL), whole=False)] == [
        "unknown-twin"
    ]


def test_twins_whose_options_differ_by_a_word_are_told_once_and_which() -> None:
    one, other = scene(WAIT, CALL, twin="other/asked"), scene(WAIT_IS_WRONG, "+ Call the desk.", twin="one/asked")
    (problem,) = found(one, other)
    assert problem.code == "twin-differs"
    assert problem.message.endswith('"Call the front desk." stands only here; "Call the desk." only there.')
    assert [each.file for each in (problem.at, *problem.also)] == ["one.yaml", "other.yaml"]


def test_a_decision_and_a_sort_are_no_twins() -> None:
    sort = Sort((Statement("wait", "Wait until Monday.", follows=("thanks",)),), next=choice("x", "end").next)
    (problem,) = found(
        scene(WAIT, CALL, twin="other/asked"), scenario(Scene("asked", "So.", sort), ending("end", "assertive"))
    )
    assert problem.code == "twin-differs"
    assert "not of one kind" in problem.message


def test_twins_with_one_key_are_worth_a_look() -> None:
    (problem,) = found(scene(WAIT, CALL, twin="other/asked"), scene(WAIT, CALL))
    assert problem.code == "twin-same-key"
    assert "say under know: what differs." in problem.mend


def test_one_key_is_meant_where_some_fact_differs() -> None:
    one, other = scene(WAIT, CALL, twin="other/asked", know="Answer by Wednesday"), scene(WAIT, CALL)
    assert found(one, other) == []
    (problem,) = found(one, scene(WAIT, CALL, know="Answer by Wednesday"))
    assert problem.code == "twin-same-key"


def statement(twin: str = "", given: str = "", *, right: bool = True, say: str = "Write on Thursday.") -> Scenario:
    """A scenario with one statement to sort, called card."""
    follows, breaks = (("thanks",), ()) if right else ((), ("space",))
    sort = Sort((Statement("card", say, given, follows, breaks, twin=twin),), next=choice("x", "end").next)
    return scenario(Scene("asked", "So.", sort), ending("end", "assertive"))


def test_twins_among_statements() -> None:
    assert found(statement("other/asked/card"), statement(right=False)) == []
    assert found(statement("other/asked/card", "She said Friday."), statement(given="She said nothing.")) == []
    (problem,) = found(statement("other/asked/card"), statement())
    assert (problem.code, problem.at.way) == ("twin-same-key", ("scenes", "asked", "card", "twin"))
    assert "another given:" in problem.mend
    (problem,) = found(statement("other/asked/card"), statement(right=False, say="Write on Friday."))
    assert problem.code == "twin-differs"
    (problem,) = found(statement("other/asked/crad"), statement(right=False))
    assert (problem.code, problem.instead) == ("unknown-twin", ("other/asked/crad", "other/asked/card"))
