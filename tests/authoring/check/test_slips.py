"""What slips cost: rules that may be broken all the way, and one wrong answer that decides everything."""

from __future__ import annotations

from course.authoring.check.finding import Found
from course.model import Branch, Condition, Contacts, Limit, Limits, Scene
from course.model.kinds.calendar import Calendar, Way
from tests.authoring.check.courses import decision, ending, findings, scenario
from tests.builders import choice


def played(code: str, *scenes: Scene) -> list[Found]:
    """What is found of that code in a scenario of these scenes and two endings."""
    tale = scenario(*scenes, ending("end", "assertive"), ending("bad", "pushy"))
    return [each for each in findings(tale) if each.code == code]


def forgiving(name: str, go: str) -> Scene:
    """A decision at which space may be broken for nothing."""
    return decision(name, choice("keep", go, follows="space"), choice("push", go, breaks="space"))


def last(*wrong: Branch, rule: str = "thanks", name: str = "last") -> Scene:
    """A decision that goes wrong with a rule broken."""
    return decision(name, choice("good", "end", follows=rule), choice("bad", wrong or (Branch("bad"),), breaks=rule))


def test_a_rule_that_may_be_broken_all_the_way() -> None:
    (found,) = played(
        "costs-nothing", forgiving("one", "two"), forgiving("two", "three"), forgiving("three", "last"), last()
    )
    assert found.at.way == ("scenes", "one", "push")
    assert found.message.startswith("Who breaks space wherever that can be done")
    assert found.message.endswith("one → two → three → last → end.")


def test_a_slip_or_two_may_be_forgiven() -> None:
    assert played("costs-nothing", forgiving("one", "two"), forgiving("two", "last"), last()) == []


def test_a_branch_that_asks_for_the_rule_is_enough() -> None:
    asks = (Branch("bad", Condition(broke=("space",))), Branch("end"))
    end = decision("last", choice("good", asks, follows="thanks"), choice("bad", "bad", breaks="thanks"))
    assert (
        played("costs-nothing", forgiving("one", "two"), forgiving("two", "three"), forgiving("three", "last"), end)
        == []
    )


def test_a_rule_that_decides_at_the_end_may_not_be_broken_all_the_way() -> None:
    scenes = [forgiving("one", "two"), forgiving("two", "three"), forgiving("three", "last"), last(rule="space")]
    assert played("costs-nothing", *scenes) == []


def test_breaking_one_rule_often_at_one_scene_is_one_slip() -> None:
    """A third, a fourth and a fifth contact in one calendar are one plan."""
    limits = Limits(1, 9, Limit(("space",)))
    plan = Scene("one", "Plan.", Calendar(4, (Way("call", "Call", follows=("thanks",)),), limits, (Branch("last"),)))
    assert played("costs-nothing", plan, last(rule="unannounced")) == []


def test_where_every_rule_may_be_broken_that_is_said_instead() -> None:
    scenes = [forgiving("one", "two"), forgiving("two", "three"), forgiving("three", "end")]
    tale = scenario(*scenes, decision("never", choice("a", "bad"), choice("b", "end")), ending("end", "assertive"))
    tale = scenario(*tale.scenes.values(), ending("bad", "pushy"))
    found = {each.code for each in findings(tale)}
    assert "breaking-pays" in found
    assert "costs-nothing" not in found


def right(name: str, go: str) -> Scene:
    """A decision whose wrong answer goes on as well, and breaks a rule of its own kind."""
    return decision(name, choice("keep", go, follows="thanks"), choice("hide", go, breaks="thanks"))


def test_one_wrong_answer_that_decides_everything() -> None:
    scenes = [right("one", "two"), right("two", "three"), right("three", "four"), right("four", "last")]
    (found,) = played("one-slip", *scenes, last(rule="space"))
    assert found.at.way == ("scenes", "last", "bad")
    assert "with all right at 4 other scenes, and that is enough to pass, it ends at bad" in found.message


def test_with_less_right_beside_it_one_wrong_answer_may_decide() -> None:
    assert played("one-slip", right("one", "two"), right("two", "last"), last(rule="space")) == []
    (found,) = played(
        "one-slip", right("one", "two"), right("two", "three"), right("three", "last"), last(rule="space")
    )
    assert "at 3 other scenes, it ends" in found.message, "three of four are 75%, and it takes 80%"


def test_a_milder_ending_or_a_second_slip_is_enough() -> None:
    scenes = [right("one", "two"), right("two", "three"), right("three", "last")]
    second = (Branch("bad", Condition(broke=("thanks",))), Branch("end"))
    assert played("one-slip", *scenes, last(*second, rule="space")) == []
    milder = (Branch("bad", Condition(broke=("thanks",))), Branch("quiet"))
    assert played("one-slip", *scenes, last(*milder, rule="space"), ending("quiet", "quiet")) == []


def test_a_slip_that_can_still_be_made_good_decides_nothing() -> None:
    again = decision("again", choice("sorry", "end", follows="thanks"), choice("no", "bad", breaks="thanks"))
    scenes = [right("one", "two"), right("two", "three"), right("three", "last")]
    assert played("one-slip", *scenes, last(Branch("again"), rule="space"), again) == []


def test_contacts_that_decide_are_slips_as_well() -> None:
    many = (Branch("bad", Condition(contacts=Contacts(1))), Branch("end"))
    scenes = [right("one", "two"), right("two", "three"), right("three", "last")]
    calls = decision(
        "last", choice("good", many, follows="space"), choice("call", many, breaks="space", contact="call")
    )
    assert [each.at.way for each in played("one-slip", *scenes, calls)] == [("scenes", "last", "call")]
