"""Passages, messages and options that only some paths have: what no path has, and what some path lacks."""

from __future__ import annotations

import pytest

from course.authoring.check.finding import Found
from course.model import (
    ALWAYS,
    Arrival,
    Choice,
    Condition,
    Contact,
    Contacts,
    Ending,
    Medium,
    Passage,
    Scene,
    Sent,
    Side,
    Told,
)
from course.model.kinds.message import Alternative, MessageInParts, Part
from course.model.record import replace
from tests.authoring.check.courses import codes, decision, ending, findings, scenario
from tests.builders import choice

THANKED, NEVER = Condition(followed=("thanks",)), Condition(contacts=Contacts(5))
ALWAYS_BY_THEN = Condition(been=("one",))


def write(go: str) -> Choice:
    return choice("write", go, follows="thanks", contact="letter")


def wait(go: str) -> Choice:
    return choice("wait", go, breaks="thanks")


def told(text: Told = "Monday.", *, happens: Told = "She nods.", arrives: tuple[Arrival, ...] = ()) -> list[Found]:
    """What is found where the second of three scenes says so, and the first answer there brings that about."""
    two = decision("two", replace(choice("good", "three", follows="space"), happens=happens), wait("three"))
    return played(replace(two, text=text, arrives=arrives))


def played(two: Scene, three: Scene | None = None) -> list[Found]:
    """What is found of the ways through three decisions, of which this is the second; hints left aside."""
    last = three or decision(
        "three", choice("leave", "end", follows="unannounced"), choice("go", "bad", breaks="space")
    )
    one = decision("one", write("two"), wait("two"), choice("shout", "two", breaks="space"))
    found = findings(scenario(one, two, last, ending("end", "assertive"), ending("bad", "pushy")))
    return [each for each in found if each.code not in ("guesser-passes", "one-slip")]


def test_passages_that_some_path_tells_are_fine() -> None:
    assert told((Passage("Monday."), Passage("She has your letter.", THANKED, "Her desk is bare."))) == []


def test_a_passage_that_no_path_tells() -> None:
    (found,) = told((Passage("Monday."), Passage("Five letters.", NEVER)))
    assert (found.code, found.at.way) == ("never-told", ("scenes", "two", "text", 1))


def test_an_else_that_no_path_tells() -> None:
    (found,) = told((Passage("You came in.", ALWAYS_BY_THEN, "You stood outside."),))
    assert (found.code, found.at.way) == ("never-told", ("scenes", "two", "text", 0, "else"))


def test_a_condition_that_always_holds_does_no_harm_where_nothing_stands_instead() -> None:
    assert told((Passage("You came in.", ALWAYS_BY_THEN),)) == []


def test_a_message_that_never_comes_is_said_once() -> None:
    (found,) = told(arrives=(Arrival(Medium.NOTE, (Passage("Hm.", NEVER), Passage("Ah.")), when=NEVER),))
    assert (found.code, found.at.way) == ("never-told", ("scenes", "two", "arrives", "note"))
    assert found.message.startswith("This note never comes")


def test_a_contact_that_a_text_tells_of_and_nobody_makes() -> None:
    made = decision("two", choice("good", "three", follows="space"), wait("three"))
    sent = (Sent(Contact("call"), THANKED), Sent(Contact("note"), NEVER), Sent(Contact("card")))
    (found,) = played(replace(made, sent=sent))
    assert (found.code, found.at.way) == ("never-told", ("scenes", "two", "sent", 1))
    assert found.message.startswith("This contact is never made")


def test_a_consequence_knows_the_answer_that_it_belongs_to() -> None:
    assert told(happens=(Passage("She nods.", Condition(followed=("space",))),)) == []
    (found,) = told(happens=(Passage("Well."), Passage("She turns.", Condition(chose=("two/wait",)))))
    assert (found.code, found.at.way) == ("never-told", ("scenes", "two", "good", "happens", 1))


def test_a_text_that_says_nothing_on_some_path() -> None:
    (found,) = told((Passage("She has your letter.", THANKED),))
    assert (found.code, found.at.way) == ("needs-else", ("scenes", "two", "text"))
    assert found.message.endswith("says nothing: one → two.")


def test_a_text_may_be_empty_where_a_message_speaks() -> None:
    assert told((Passage("She has your letter.", THANKED),), arrives=(Arrival(Medium.NOTE, "Come in."),)) == []


def test_a_consequence_may_be_empty_on_some_path() -> None:
    assert told(happens=(Passage("She smiles.", THANKED),)) == []


def test_where_nobody_comes_nothing_is_said_of_passages() -> None:
    island = replace(decision("island", write("end"), wait("bad")), text=(Passage("Sand.", NEVER),))
    one = decision("one", write("two"), wait("two"))
    two = decision("two", write("end"), wait("bad"))
    scenes = (one, two, island, ending("end", "assertive"), ending("bad", "pushy"))
    assert "never-told" not in codes(scenario(*scenes))


def option(name: str, when: Condition = ALWAYS) -> Choice:
    follows, breaks = ("space", "") if name == "leave" else ("", "space")
    return replace(choice(name, "three", follows=follows, breaks=breaks), when=when)


def test_options_of_which_two_are_always_offered_are_fine() -> None:
    assert played(decision("two", option("leave"), option("stay"), option("call", THANKED))) == []


def test_an_option_that_no_path_offers() -> None:
    (found,) = played(decision("two", option("leave"), option("stay"), option("call", NEVER)))
    assert (found.code, found.at.way) == ("never-offered", ("scenes", "two", "call", "when"))


def test_a_decision_with_one_option_on_some_path() -> None:
    (found,) = played(decision("two", option("leave"), option("stay", THANKED)))
    assert (found.code, found.at.way) == ("few-options", ("scenes", "two"))
    assert "only one option" in found.message
    assert found.message.endswith("one → two.")


def test_a_decision_with_no_option_on_some_path_is_said_to_have_none() -> None:
    shouted = Condition(chose=("shout",))
    found, *others = played(decision("two", option("leave", THANKED), option("stay", THANKED), option("call", shouted)))
    assert (found.code, [each.code for each in others]) == ("few-options", ["no-advice"])
    assert "no option's condition holds here" in found.message


def test_the_part_of_a_message_with_too_few_wordings_is_named() -> None:
    def wording(name: str, when: Condition = ALWAYS) -> Alternative:
        return Alternative(name, f"So {name}.", ("space",) if name == "kind" else (), breaks(name), when=when)

    def breaks(name: str) -> tuple[str, ...]:
        return () if name == "kind" else ("space",)

    parts = (
        Part("thanks", "Thanks", (wording("kind"), wording("sour"))),
        Part("close", "Close", (wording("kind"), wording("sour", THANKED))),
    )
    (found,) = played(Scene("two", "Write.", MessageInParts(parts, next=choice("x", "three").next)))
    assert (found.code, found.at.way) == ("few-options", ("scenes", "two", "close"))


def test_a_scene_with_no_do_on_some_path_is_worth_a_look() -> None:
    """Both ways out cost something where no thanks were said: that may be meant, and so it is a hint."""
    found = played(decision("two", option("leave", THANKED), option("stay"), option("call")))
    assert [(each.code, each.at.way) for each in found] == [("no-advice", ("scenes", "two"))]
    assert found[0].message.startswith("On some path no do is offered at two")


def test_two_dos_are_fine() -> None:
    assert played(decision("two", option("leave"), write("three"), option("stay"))) == []


@pytest.mark.parametrize("text", [(Passage("She called.", NEVER),), "She called."])
def test_what_comes_after_an_ending_is_not_looked_at(text: Told) -> None:
    """Of what was before, nothing is known there."""
    flipped = replace(decision("flipped", write("end"), wait("end")), text=text)
    end = Scene("end", "It ends.", Ending(Side.RIGHT, flip="flipped"))
    one, two = decision("one", write("two"), wait("two")), decision("two", write("end"), wait("bad"))
    assert "never-told" not in codes(scenario(one, two, flipped, end, ending("bad", "pushy")))
