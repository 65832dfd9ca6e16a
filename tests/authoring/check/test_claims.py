"""Texts that take contacts for granted, or their absence, where some path knows better."""

from __future__ import annotations

import pytest

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.contact_words import Kind, Whose, claims
from course.model import Arrival, Choice, Condition, Contact, Contacts, Medium, Passage, Scene, Told
from course.model.record import replace
from tests.authoring.check.courses import decision, ending, findings, scenario
from tests.builders import choice, tiny_course

ONCE, CALLED = Condition(contacts=Contacts(1)), Contact("call", "dana", Medium.CALL)
READS = {
    (Whose.OPTION, "Ask Moira again, and each day this week."): {(Kind.AGAIN, None)},
    (Whose.OPTION, "Call the front desk once more."): {(Kind.AGAIN, Medium.CALL)},
    (Whose.OPTION, "Leave a second message, shorter."): {(Kind.AGAIN, None)},
    (Whose.OPTION, "Send another e-mail."): {(Kind.AGAIN, Medium.EMAIL)},
    (Whose.OPTION, "Wait until she calls again."): set(),
    (Whose.OPTION, "Ask whether it still holds."): set(),
    (Whose.TOLD, "You ring again. It is engaged."): {(Kind.AGAIN, Medium.CALL)},
    (Whose.TOLD, "If you ring again, she will pick up."): set(),
    (Whose.TOLD, "She rings again."): set(),
    (Whose.TOLD, "You've written twice now."): {(Kind.SECOND, None)},
    (Whose.TOLD, "You read it twice."): set(),
    (Whose.SAID, "Your second note lies on my desk."): {(Kind.SECOND, Medium.NOTE)},
    (Whose.TOLD, "You have not called."): {(Kind.NONE, Medium.CALL)},
    (Whose.TOLD, "You still haven’t been in touch, and it is Friday."): {(Kind.NONE, None)},
    (Whose.SAID, "I have had nothing from you."): {(Kind.NONE, None)},
    (Whose.TOLD, "No letter from you, says Owen."): {(Kind.NONE, Medium.NOTE)},
    (Whose.TOLD, "You did not write it to be clapped at."): set(),
    (Whose.TOLD, "Two weeks and a day. No call, no letter."): {(Kind.SILENT, Medium.CALL)},
    (Whose.SAID, "Missed, 14.10. No message."): set(),
    (Whose.TOLD, "No call is a bad sign."): set(),
}


@pytest.mark.parametrize(("text", "read"), READS.items(), ids=[text for _, text in READS])
def test_what_words_take_for_granted(text: tuple[Whose, str], read: set[tuple[Kind, Medium | None]]) -> None:
    whose, words = text
    assert {(each.kind, each.medium) for each in claims(words, whose)} == read


def calls(name: str = "call", contact: Contact | None = CALLED) -> Choice:
    return replace(choice(name, "two", breaks="space"), contact=contact)


def told(text: Told = "Monday.", *options: Choice, contact: Contact | None = CALLED, arrives: str = "") -> list[Found]:
    """What is found where the second scene says so, and one of the first one's two answers is a contact, or brings a
    note."""
    first = calls(contact=contact)
    if arrives:
        first = replace(first, arrives=(Arrival(Medium.NOTE, arrives),))
    scenes = [
        decision("one", first, choice("wait", "two", follows="thanks")),
        replace(decision("two", *(options or plain())), text=text),
        ending("end", "assertive"),
        ending("bad", "pushy"),
    ]
    return [each for each in findings(scenario(*scenes)) if each.code == "untrue-on-a-path"]


def plain() -> tuple[Choice, ...]:
    return choice("leave", "end", follows="space"), choice("stay", "bad", breaks="space")


def test_a_text_that_is_untrue_on_a_path_says_which_words_and_which_path() -> None:
    (found,) = told("You ring again.")
    assert found.at.way == ("scenes", "two", "text")
    assert found.message.startswith('"You ring again": on some path there was no such contact before')
    assert found.message.endswith("one → two.")


def test_a_passage_that_knows_its_path_is_true() -> None:
    assert told((Passage("Tuesday."), Passage("You ring again.", ONCE, "You have not called."))) == []
    (found,) = told((Passage("Tuesday."), Passage("You have not called.", ONCE, "You ring again.")))
    assert found.at.way == ("scenes", "two", "text")


def test_an_option_that_is_offered_to_those_alone_who_have_called_is_true() -> None:
    again = replace(calls("again"), say="Call again.", next=choice("x", "bad").next)
    (found,) = told("Monday.", *plain(), again)
    assert found.at.way == ("scenes", "two", "again", "say")
    assert told("Monday.", *plain(), replace(again, when=ONCE)) == []


def test_a_consequence_counts_the_contact_that_it_follows() -> None:
    """ "You ring again", after an answer that is a call itself, takes one more for granted."""
    rings = replace(calls("ring"), happens="You ring again.", next=choice("x", "bad").next)
    (found,) = told("Monday.", *plain(), rings)
    assert found.at.way == ("scenes", "two", "ring", "happens")


@pytest.mark.parametrize("medium", [Medium.CALL, Medium.EMAIL])
def test_by_which_medium_is_asked_where_every_contact_says_so(medium: Medium) -> None:
    contact = replace(CALLED, medium=medium)
    assert bool(told("You have not called.", contact=contact)) is (medium is Medium.CALL)
    assert told("You have not called.", contact=Contact("some words")) == [], "it may have been a letter"
    assert told("Nothing from you.", contact=Contact("some words")) != []


def test_nothing_is_said_where_no_contact_was_ever_noted() -> None:
    assert told("You ring again.", contact=None) == []


def test_what_has_come_from_others_is_counted_too() -> None:
    (found,) = told("A week. No letter, no call.", arrives="Come in.")
    assert found.message.startswith('"No letter": on some path something has come')
    assert told("A week. No call.", arrives="Come in.") == [], "it was a note that came"


def test_it_is_looked_for_in_english_alone() -> None:
    first, second = decision("one", calls(), choice("wait", "two")), decision("two", *plain())
    tale = scenario(first, replace(second, text="You ring again."), ending("end", "assertive"), ending("bad", "pushy"))
    for language, found in (("en-GB", True), ("de", False)):
        course = replace(tiny_course(), language=language)
        assert ("untrue-on-a-path" in {each.code for each in findings(tale, course=course)}) is found


def test_a_scene_may_say_so_where_it_is_true_on_every_path() -> None:
    first = decision("one", calls(), calls("ring"))
    second: Scene = replace(decision("two", *plain()), text="You ring again.")
    tale = scenario(first, second, ending("end", "assertive"), ending("bad", "pushy"))
    assert "untrue-on-a-path" not in {each.code for each in findings(tale)}
