"""Home in plain lines: the stories, where the learner stands, and which one to open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.words import say
from tests.faces.plain.conftest import Talk
from tests.faces.textual.test_course_pages import PLAIN
from tests.folders import BAKERY
from tests.market import FOLDER


def test_the_first_visit_makes_sense_by_itself(talk: Talk) -> None:
    assert talk(scenario="").splitlines() == [
        "The bakery.",
        "A small course for tests.",
        "Two stories, every kind of message, every way to branch.",
        "",
        "Warm / Cold.",
        "1. The thank-you, 2 minutes. With Marta Oduya, head baker. Flour on both sleeves.",
        "",
        "All together:",
        "2. The back door, 1 minute. With Ilse, who sells the bread.",
        "",
        "Next: The thank-you. Flour on both sleeves. Warm, or cold?",
        "Enter for The thank-you, 1 to 2 for a story, r for your results, or quit: ",
        f"Your progress is kept. To come back: fineline --course {BAKERY}",
    ]


@pytest.mark.parametrize("answer", ["2", "back-door", "The back door"])
def test_a_story_opens_by_number_or_name(talk: Talk, answer: str) -> None:
    assert "Your cousin has a key." in talk([answer], "")


def test_enter_goes_on_where_the_learner_left(talk: Talk) -> None:
    talk(["1", "3", "1", "", "quit"])
    said = talk([""], "")
    assert "1. The thank-you, begun." in said
    assert "You left The thank-you at Thursday noon." in said
    assert "You were here before: decision 2." in said


def test_after_a_story_home_knows_how_it_went(talk: Talk) -> None:
    said = talk(["2", "1", "3", "1", "", "", "list", "r"], "")
    assert "2. The back door, done." in said
    assert "This happened once:\nThe back door: Ask your cousin to look at the list." in said
    assert "First answers count: 0 of 1 answer landed as advised" in said


def test_the_word_home_leads_back_from_a_story(talk: Talk) -> None:
    said = talk(["1", "3", "1", "home"])
    assert "Your place is kept." in said
    assert "You left The thank-you at Tuesday evening" in said


def test_quit_in_a_story_leaves_altogether(talk: Talk) -> None:
    assert talk(["2", "1", "3", "1", "quit", "list"], "").count("The bakery.") == 1


def test_a_broken_story_is_listed_with_its_reason(talk: Talk, tmp_path: Path) -> None:
    course = shutil.copytree(BAKERY, tmp_path / "bakery")
    (course / "thanks" / "thank-you.yaml").write_text("title: The thank-you\nstart: nowhere\n")
    said = talk(scenario="", course=course)
    assert "Not available: The thank-you. thanks/thank-you.yaml, line" in said
    assert f"To see more: fineline check {course}" in said
    assert "1. The back door" in said


def test_a_course_without_stories_says_so(talk: Talk, tmp_path: Path) -> None:
    shutil.copy(BAKERY / "course.yaml", tmp_path)
    assert talk(scenario="", course=tmp_path) == "The bakery.\nThere is no story to play here.\n"


def test_a_journal_that_cannot_be_kept_is_announced(talk: Talk, own_home: Path) -> None:
    own_home.write_text("a file where the folder should be")
    said = talk(["1", "3", "1"], status=2)
    why = "(the folder it belongs in is a file; FINELINE_HOME can name another)"
    assert said.count(f"Your journal cannot be written now {why}.") == 3, "before each answer"
    assert f"Not kept yet: 1 thing you did is waiting for the journal {why}." in said
    assert "Nor can it be read: what you did before is not shown." in said
    lost, which = said.splitlines()[-2:]
    assert lost.endswith(f"Not kept: the last thing you did is lost {why}.")
    assert which.startswith("It was your answer at ")


def test_a_link_that_leads_nowhere_is_not_called_a_file(talk: Talk, own_home: Path) -> None:
    own_home.symlink_to(own_home.with_name("unplugged"))
    said = talk(["1", "3", "1"], status=2)
    assert "(a link on the way there leads nowhere; FINELINE_HOME can name another folder)" in said


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    """The market with ten more stalls, two of which are the first round."""
    folder = shutil.copytree(FOLDER, tmp_path / "fair")
    course = folder / "course.yaml"
    course.write_text("first-round: [stall-07, stall-02]\nextra-minute: off\n" + course.read_text())
    for number in range(1, 11):
        pair = "near" if number < 6 else "room"
        (folder / f"stall-{number:02}.yaml").write_text(PLAIN.format(number=number, pair=pair))
    return folder


def test_many_stories_are_told_by_chapters_and_read_out_when_they_are_asked_for(talk: Talk, fair: Path) -> None:
    said = talk(["help"], "", course=fair)
    assert "1 to 5: Near / Far, 0 of 5 played." in said
    assert "Stall number 3" not in said, "no wall of them, in help neither"
    assert "3. Stall number 3." in talk(["list"], "", course=fair)
    assert "It is market day at stall number 3." in talk(["3"], "", course=fair), "each opens all the same"


def test_home_leads_through_the_first_round_and_says_what_comes_next_and_why(talk: Talk, fair: Path) -> None:
    said = talk(["", "1", "", "", ""], "", course=fair)
    first = "First round: 0 of 2 stories played.\nNext: Stall number 7. One decision at stall number 7. Room, or crowd?"
    second = "First round: 1 of 2 stories played.\nNext: Stall number 2. One decision at stall number 2. Near, or far?"
    assert said.index(first) < said.index("It is market day at stall number 7.") < said.index(second)


def test_the_first_round_ends_with_the_results(talk: Talk, fair: Path) -> None:
    said = talk(["", "1", "", "", "", "1", "", "n", "quit"], "", course=fair)
    ended = said.index(say("home.round.over"))
    assert said.index("It is market day at stall number 2.") < ended
    assert "n for your results" in said
    assert say("plain.next.about") not in said[ended:]
    assert ended < said.index("First answers count: 2 of 2")


def test_at_home_enter_tells_them_until_they_have_been_told(talk: Talk, fair: Path) -> None:
    said = talk(["", "1", "", "", "", "1", "", "", "", "quit"], "", course=fair)
    asked = said.index("Enter for your results")
    told = said.index("First answers count: 2 of 2", asked)
    assert asked < told < said.index("Enter for Stall number 1", told)


def test_that_the_first_round_is_over_is_said_at_its_end_and_once_at_home(talk: Talk, fair: Path) -> None:
    over = "That was the first round;"
    said = talk(["", "1", "", "", "", "1", "", "", "r", "list", "r"], "", course=fair)
    assert said.count(over) == 2
    assert talk(["r", "r"], "", course=fair).count(over) == 1, "another day"
