"""Twins side by side: which are found, and what of them differs."""

from __future__ import annotations

import pytest

from course.engine.apply import begin
from course.engine.play import Play
from course.engine.twins import Beside, beside
from course.model import Fact, Scenario
from course.model.record import replace
from course.model.twins import Half, Twins, named
from course.reading.twins import all_twins
from course.words.twins import lines
from tests.desks import COURSE, DENTIST, LIBRARY, NOTES, THURSDAYS, TWINS, played
from tests.steps import rewind, send


def found(here: Play, *elsewhere: Play) -> dict[int, Beside]:
    """By the decision behind which it is shown."""
    met = {each.scenario.head.id: each for each in elsewhere}
    return {each.after: each for each in beside(here, TWINS, lambda half: met.get(half.scenario))}


@pytest.mark.parametrize(
    ("twin", "half"),
    [
        ("library/thursday", Half("library", "thursday")),
        ("friday", Half("dentist", "friday")),
        ("a/library/thursday", None),
        ("library/", None),
        ("", None),
    ],
)
def test_what_a_scene_leaves_out_at_the_front_is_its_own(twin: str, half: Half | None) -> None:
    assert named(twin, Half("dentist", "thursday")) == half


@pytest.mark.parametrize(
    ("twin", "half"),
    [
        ("library/facts/note", Half("library", "facts", "note")),
        ("facts/note", Half("dentist", "facts", "note")),
        ("call", Half("dentist", "facts", "call")),
    ],
)
def test_what_a_statement_leaves_out_is_its_own_too(twin: str, half: Half) -> None:
    assert named(twin, Half("dentist", "facts", "note")) == half


def test_it_is_enough_that_one_of_two_names_the_other() -> None:
    assert set(TWINS) == {THURSDAYS, NOTES}
    scene = replace(LIBRARY.scenes["thursday"], twin="dentist/thursday")
    both = replace(LIBRARY, scenes={**LIBRARY.scenes, "thursday": scene})
    assert len(all_twins([DENTIST, both])) == len(TWINS), "and no more if both do"


@pytest.mark.parametrize("twin", ["nowhere/thursday", "dentist/nothing", "thursday", "dentist/facts/note"])
def test_what_names_nothing_or_itself_is_no_twin(twin: str) -> None:
    scene = replace(DENTIST.scenes["thursday"], twin=twin)
    assert all_twins([replace(DENTIST, scenes={**DENTIST.scenes, "thursday": scene})]) == ()


def test_both_sides_show_the_fact_the_answer_and_the_advice() -> None:
    one = found(played("library", "leave"), played("dentist", "leave"))[0]
    assert one.here.facts == ("Otis sees people until Friday of next week.",)
    assert one.there.facts == ("Mara wants an e-mail if there is no answer by Wednesday.",)
    assert [each.decision.said for each in (*one.here.entries, *one.there.entries)] == ["Leave it until next week."] * 2
    (advised,) = one.there.entries[0].advised
    assert (advised.answer, one.here.entries[0].advised) == (("e-mail",), ())


def test_only_sentences_that_differ_are_shown_and_only_a_few() -> None:
    one = found(played("library", "leave"), played("dentist", "leave"))[0]
    assert "Wednesday is over." in one.there.says
    assert not any("Your phone" in each for each in (*one.here.says, *one.there.says)), "both say so"
    longer = "Once. Twice. Three times."
    play = played("library", "leave")
    thursday = replace(LIBRARY.scenes["thursday"], text=longer)
    edited = replace(play, scenario=replace(LIBRARY, scenes={**LIBRARY.scenes, "thursday": thursday}))
    one = found(edited, played("dentist", "leave"))[0]
    assert (one.here.says, one.there.says) == ((), ())


def rewritten(scenario: Scenario, text: str, know: tuple[Fact, ...] = ()) -> Play:
    """Played to its end, with another Thursday."""
    play = played(scenario.head.id, "leave")
    thursday = replace(scenario.scenes["thursday"], text=text, know=know)
    return replace(play, scenario=replace(scenario, scenes={**scenario.scenes, "thursday": thursday}))


@pytest.mark.parametrize(
    ("here", "there", "differs"),
    [
        ('It is 3.5 miles. "Call me," she says. It rains.', 'It is 3.5 miles. "Write," she says. It rains.', 1),
        ('*"Call me!"* Then silence.', '*"Write!"* Then silence.', 1),
        ("周三回信。下雨。", "周五回信。下雨。", 1),
        ("One line\nbroken here. So.", "One line broken\nhere. So.", 0),
    ],
)
def test_a_sentence_ends_where_its_writer_ended_it(here: str, there: str, differs: int) -> None:
    one = found(rewritten(LIBRARY, here), rewritten(DENTIST, there))[0]
    assert (len(one.here.says), len(one.there.says)) == (differs, differs)


def test_where_a_scene_makes_nothing_known_all_that_was_known_by_then_is_held_against_the_other() -> None:
    here, there = rewritten(LIBRARY, "So."), rewritten(DENTIST, "So.", (Fact("Both know it."), Fact("One does.")))
    head = replace(LIBRARY.head, know=(Fact("Both know it."), Fact("From the start.")))
    here = replace(here, scenario=replace(here.scenario, head=head))
    one = found(here, there)[0]
    assert (one.here.facts, one.there.facts) == (("From the start.",), ("One does.",))


def test_what_can_not_be_played_again_is_not_set_beside() -> None:
    assert found(played("library", "leave"), begin(COURSE, DENTIST, 1)) == {}, "as after an edit"


def known_by_then(number: int) -> Play:
    """The library, where Thursday makes nothing known and so much was known from the beginning."""
    play = rewritten(LIBRARY, "So.")
    facts = tuple(Fact(f"Fact {each}.") for each in range(number))
    return replace(play, scenario=replace(play.scenario, head=replace(LIBRARY.head, know=facts)))


@pytest.mark.parametrize(("number", "listed"), [(3, 3), (4, 0)])
def test_all_that_was_known_by_then_is_listed_only_while_it_is_little(number: int, listed: int) -> None:
    one = found(known_by_then(number), rewritten(DENTIST, "So."))[0]
    assert len(one.here.facts) == listed, "a page of facts, most of which decide nothing, hides the one that does"


def test_why_what_is_right_is_right_is_said_of_either() -> None:
    one = found(played("library", "leave"), played("dentist", "leave"))[0]
    assert one.here.because == ("There is nothing to ask before the day.",), "it was right"
    assert one.there.because == ("The day has come and gone.",), "as it was advised"


def test_a_sentence_that_a_fact_quotes_is_not_said_again() -> None:
    text, fact = 'He looks up. "No reply needed!" A fan turns.', Fact('Otis, Thursday: "No reply needed."')
    one = found(rewritten(LIBRARY, text, (fact,)), rewritten(DENTIST, "He looks up. A fan turns."))[0]
    assert (one.here.facts, one.here.says) == ((fact.text,), ())


def test_of_a_statement_what_was_given_stands_in_what_was_answered() -> None:
    sides = found(played("library", "leave"), played("dentist", "leave"))
    (note,) = (each for after, each in sides.items() if after)
    for side, given in ((note.here, "He asked for no more paper."), (note.there, "She asked for a note.")):
        told = [text for _, text in lines(COURSE, side)]
        assert sum(given in each for each in told) == 1, "not as a fact, and then again"
        assert sum("Send a note the same day." in each for each in told) == 1, "advised is only the other side"
    assert {each.decision.item for each in (*note.here.entries, *note.there.entries)} == {"note"}


def test_what_was_tried_after_going_back_is_not_set_beside() -> None:
    tried = send(rewind(played("library", "leave"), 0), ("desk",))
    one = found(tried, played("dentist", "leave"))[0]
    assert [each.decision.answer for each in one.here.entries] == [("leave",)]


def test_before_the_other_was_met_nothing_is_shown() -> None:
    assert found(played("library", "leave")) == {}


def test_two_of_one_attempt_are_shown_once_behind_the_later() -> None:
    scene = replace(DENTIST.scenes["thursday"], id="friday")
    scenes = {**DENTIST.scenes, "friday": scene}
    play = played("dentist", "leave")
    later = replace(play.history[0], decision=replace(play.history[0].decision, scene="friday"))
    play = replace(play, scenario=replace(DENTIST, scenes=scenes), history=(*play.history, later))
    pair = Twins(Half("dentist", "friday"), Half("dentist", "thursday"))
    (one,) = beside(play, [pair], lambda _: None)
    assert (one.after, one.here.entries[0].decision.scene) == (len(play.history) - 1, "friday")
