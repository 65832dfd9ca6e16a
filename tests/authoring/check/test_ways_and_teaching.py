"""What the checks say about the ways through a scenario, its rules and its odds; and what they leave alone."""

from __future__ import annotations

from course.model import Branch, Choice, Condition, Contacts, Ending, Limit, Limits, Scene
from course.model.kinds.calendar import Calendar, Way
from course.model.record import replace
from tests.authoring.check.courses import codes, decision, ending, findings, scenario
from tests.builders import choice


def right(go: str | tuple[Branch, ...], name: str = "right") -> Choice:
    return choice(name, go, follows="thanks", contact="letter")


def wrong(go: str, name: str = "wrong") -> Choice:
    return choice(name, go, breaks="space")


def sound(*instead: Scene) -> list[Scene]:
    """Three decisions; whoever breaks a rule at the last ends badly. Scenes of the same name are put in their place."""
    scenes = [
        decision("one", right("two"), wrong("two"), wrong("two", "worse")),
        decision("two", right("three"), wrong("three")),
        decision("three", right("good"), wrong("bad"), wrong("bad", "worse")),
        ending("good", "assertive"),
        ending("bad", "pushy"),
    ]
    return list(({each.id: each for each in scenes} | {each.id: each for each in instead}).values())


def test_a_sound_scenario() -> None:
    assert codes(scenario(*sound())) == []


def test_a_scene_that_nothing_leads_to() -> None:
    (found,) = findings(scenario(*sound(decision("island", right("good"), wrong("bad")))))
    assert found.code == "unreachable-scene"
    assert found.message == 'Nothing leads to the scene "island".'


def test_a_scene_that_was_copied_is_named_with_the_one_it_is() -> None:
    scenes = sound(decision("island", right("good"), wrong("bad")))
    copied = [*scenes, replace(scenes[-1], id="again")]
    messages = {
        each.at.way[1]: each.message for each in findings(scenario(*copied)) if each.code == "unreachable-scene"
    }
    assert messages["again"] == f'The scene "again" is "{scenes[-1].id}" over again, and nothing leads to it.'


def test_a_scene_behind_a_branch_that_never_holds() -> None:
    never = (Branch("hidden", Condition(contacts=Contacts(5))), Branch("three"))
    scenes = sound(decision("two", right(never), wrong("three")), decision("hidden", right("good"), wrong("bad")))
    assert codes(scenario(*scenes)) == ["unreachable-scene", "never-taken"]


def test_a_branch_that_always_holds_hides_the_one_below_it() -> None:
    always = (Branch("three", Condition(contacts=Contacts(1))), Branch("good"))
    (found,) = findings(scenario(*sound(decision("two", right(always), wrong("three")))))
    assert found.code == "never-taken"
    assert "one of the branches above always holds" in found.message


def test_a_branch_on_a_rule_that_may_have_been_broken_is_fine() -> None:
    remembers = (Branch("bad", Condition(broke=("space",))), Branch("good"))
    scenes = sound(decision("three", choice("right", remembers, follows="thanks"), wrong("bad"), wrong("bad", "worse")))
    assert codes(scenario(*scenes)) == []


def test_a_loop_with_no_way_out_is_reported_once() -> None:
    hall, stairs = decision("hall", right("stairs"), wrong("stairs")), decision("stairs", right("hall"), wrong("hall"))
    (found,) = findings(scenario(*sound(decision("two", right("three"), wrong("hall")), hall, stairs)))
    assert found.code == "no-way-out"
    assert "hall and stairs lead to nothing but each other" in found.message


def test_a_loop_that_can_be_left_is_fine() -> None:
    assert codes(scenario(*sound(decision("two", right("three"), wrong("one"))))) == []


def test_rules_that_nobody_practices() -> None:
    found = findings(scenario(*sound()), whole=True)
    said = {(each.code, each.message.split(" rule ")[1].split()[0].strip('",.')) for each in found}
    assert said == {
        ("rule-never-broken", "thanks"),
        ("rule-never-followed", "space"),
        ("rule-never-followed", "unannounced"),
        ("rule-never-followed", "one-way"),
    }


def test_a_rule_that_is_followed_only_where_nobody_comes() -> None:
    follows = choice("leave", "good", follows="space")
    (found,) = [
        each
        for each in findings(scenario(*sound(decision("island", follows, wrong("bad")))), whole=True)
        if 'rule "space"' in each.message
    ]
    assert found.code == "rule-never-followed"


def test_a_decision_at_which_nobody_can_do_right() -> None:
    hopeless = decision("two", choice("both", "three", follows="thanks", breaks="space"), wrong("three"))
    assert codes(scenario(*sound(hopeless))) == ["no-advice"]


def test_a_decision_at_which_nothing_can_go_wrong() -> None:
    assert codes(scenario(*sound(decision("two", right("three"), right("three", "as well"))))) == ["no-temptation"]


def test_advice_that_ends_badly_after_several_contacts_names_them_with_their_days() -> None:
    letter = Way("letter", "Write a letter.", follows=("thanks",), because="It is early.")
    ways = letter, Way("visit", "Drop in.", breaks=("space",), because="Nobody asked.")
    often = (Branch("bad", Condition(contacts=Contacts(3))), Branch("three"))
    planning = Scene("two", "Plan.", Calendar(3, ways, limits=Limits(no_contact=Limit(("space",), "No.")), next=often))
    told = [each.message for each in findings(scenario(*sound(planning))) if each.code == "advice-ends-badly"]
    assert len(told) == 1
    assert "one → two (Day 3: Write a letter, Day 3: Write a letter) → bad." in told[0], (
        "the third is that of scene one"
    )


def test_advice_that_ends_badly() -> None:
    (found,) = findings(scenario(*sound(decision("three", right("bad"), right("good", "other"), wrong("bad")))))
    assert found.code == "advice-ends-badly"
    assert found.message.endswith("one → two → three → bad.")


def test_breaking_a_rule_each_time_and_ending_well() -> None:
    (found,) = findings(scenario(*sound(decision("three", right("good"), wrong("good"), wrong("bad", "worse")))))
    assert found.code == "breaking-pays"


def test_a_slip_that_is_made_good_is_no_reason_to_complain() -> None:
    scenes = sound(
        decision("two", right("three"), wrong("good")),
        decision("one", right("two"), right("two", "also"), wrong("bad")),
    )
    assert codes(scenario(*scenes)) == ["few-decisions"], "it breaks a rule once, not each time"


def test_a_guesser_who_passes_too_often() -> None:
    scenes = [
        decision("one", right("good"), right("good", "also"), wrong("bad")),
        ending("good", "assertive"),
        ending("bad", "pushy"),
    ]
    assert codes(scenario(*scenes)) == ["few-decisions", "guesser-passes"]


def test_a_pass_mark_that_nobody_reaches() -> None:
    """The advised choice leads into a trap; whoever wants to come to an end has to break a rule."""
    trap = decision("trap", right("trap"), wrong("trap"))
    scenes = sound(decision("three", right("trap"), wrong("bad"), wrong("bad", "worse")), trap)
    found = {each.code: each.message for each in findings(scenario(*scenes))}
    assert found["out-of-reach"] == "Nobody can pass this scenario: its best path scores 67%, and it takes 80%."


def test_a_scenario_without_a_decision_cannot_be_passed() -> None:
    assert codes(scenario(ending("good", "assertive"))) == ["out-of-reach"]


def test_a_way_past_every_decision_leaves_the_others_to_be_passed() -> None:
    differ = replace(choice("differ", "good"), either_way=True)
    scenes = [decision("one", right("good"), wrong("bad"), differ), ending("good", "assertive"), ending("bad", "pushy")]
    found = {each.code: each.message for each in findings(scenario(*scenes))}
    assert "out-of-reach" not in found
    assert found["few-decisions"].startswith("This scenario can end after no decision at all, ")


def test_the_best_that_a_scene_offers_counts_as_full() -> None:
    hopeless = decision("two", choice("both", "three", follows="thanks", breaks="space"), wrong("three"))
    assert "out-of-reach" not in codes(scenario(*sound(hopeless)))


def test_a_scene_where_people_differ_about_everything_lacks_neither_advice_nor_temptation() -> None:
    differ = [replace(choice(name, "three"), either_way=True) for name in ("card", "mail")]
    assert codes(scenario(*sound(decision("two", *differ)))) == ["few-decisions"]


def test_what_people_differ_about_keeps_nobody_from_breaking_a_rule_at_every_decision() -> None:
    differ = [replace(choice(name, "three"), either_way=True) for name in ("card", "mail")]
    scenes = sound(decision("two", *differ), decision("three", right("good"), wrong("good"), wrong("bad", "worse")))
    assert "breaking-pays" in codes(scenario(*scenes))


def test_a_flip_leads_to_a_sort() -> None:
    """To any other scene it would lead back into the scenario, and what is played there would not count."""
    good = sound()[3]
    assert isinstance(good.body, Ending)
    (found,) = findings(scenario(*sound(replace(good, body=replace(good.body, flip="two")))))
    assert (found.code, found.at.way) == ("out-of-place", ("scenes", "good", "flip"))
    assert "two is no sort" in found.message
