"""A story in plain lines, as transcripts: what is typed, what is said."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from course.words import say
from tests.faces.plain.conftest import Talk
from tests.folders import BAKERY, ROOT

SHIPPED = ROOT / "content" / "after-the-interview"
TRANSCRIPT = Path(__file__).with_name("whole-story.txt")
SCENE = "The phone is in your hand."
TO_THE_END = ["1", "2", "", "2", "2", "1", ""]
"""The second time it asks whether to send it, though it was called assertive."""


def test_a_whole_story_with_forecasts_and_debrief(talk: Talk) -> None:
    said = talk(["1", "assertive", "", " 2 ", "Assertive", "Send", "", ""])
    assert [line.rstrip() for line in said.splitlines()] == TRANSCRIPT.read_text().splitlines()


@pytest.mark.parametrize("answer", ["2", " 2 ", "2.", "2)"])
def test_a_choice_is_its_number(talk: Talk, answer: str) -> None:
    assert "You are about to: Wait." in talk([answer])


@pytest.mark.parametrize("answer", ["3", "3.", "pushy", "  Pushy "])
@pytest.mark.parametrize("sent", ["1", "send", "Send it"])
def test_a_forecast_is_a_number_or_a_word_and_so_is_what_sends_it(talk: Talk, answer: str, sent: str) -> None:
    assert "pushy, as you said" in talk(["1", answer, sent])


@pytest.mark.parametrize("answer", ["1", "too quiet", "quiet"])
def test_too_little_can_be_called_too(talk: Talk, answer: str) -> None:
    said = talk(["1", answer, "1"])
    assert "You called it too quiet. Go ahead, or think again?" in said
    assert "You called it too quiet." in said.partition("It lands")[2]


@pytest.mark.parametrize("answer", ["2", "think again", "back"])
def test_a_mind_changed_in_time_is_told(talk: Talk, answer: str) -> None:
    said = talk(["1", "3", answer, "3", "2", "debrief"])
    assert "What you put back would have come across pushy." in said
    assert "One first pick would have come across too quiet or pushy, and you stopped it in time." in said


def test_what_was_put_back_has_had_its_word_when_it_is_picked_again(talk: Talk) -> None:
    said = talk(["1", "3", "2", "1", "1"])
    assert said.count("How will it come across?") == 1
    assert "It lands over the line, pushy, as you said." in said


def test_what_is_not_understood_is_asked_again_in_a_line(talk: Talk) -> None:
    said = talk(["9", "banana", "", "1", "maybe", "back"])
    assert '"banana" is no answer here; help says what is.\nYour choice, 1 to 3:' in said
    assert "This needs an answer; help says which.\n" in said
    assert "it will come across as assertive" not in said, "the question says what it takes, and only help says more"
    assert said.count("Your choice, 1 to 3:") == 5


def test_help_names_everything_that_can_be_answered(talk: Talk) -> None:
    said = talk(["help"])
    for word in ("back", "again", "start over", "home", "help", "quit"):
        assert re.search(rf"^  {word}\b.*: ", said, re.MULTILINE), word


def test_what_is_looked_up_stands_right_above_the_question_that_comes_once_more(talk: Talk) -> None:
    said = talk(["k"])
    assert said.count(SCENE) == 1
    assert said.partition("k\n")[2].count("\n1. ") == 0, "what is known would be pushed away"
    assert said.count("Your choice, 1 to 3:") == 2


def test_where_the_other_options_lead_is_said_to_be_seen_later(talk: Talk) -> None:
    said = talk(["o", "1", "o", "3", "o", "1", "o"])
    assert said.count("Where the other options lead can be seen once it's sent.") == 3
    assert said.count("Or: ") == 2, "once it is sent"


def test_again_says_the_scene_once_more(talk: Talk) -> None:
    assert talk(["again", "1", "again"]).count(SCENE) == 3


def test_think_again_and_back_put_a_choice_back(talk: Talk) -> None:
    assert talk(["1", "back", "2", "1", "back"]).count(SCENE) == 3


def test_back_is_a_what_if_and_the_first_answer_counts(talk: Talk) -> None:
    said = talk(["1", "2", "b", "3", "2", "", "2", "2", "1", ""])
    assert "What if? Your first answer here is the one that counts; try another." in said
    assert "What you tried since; it doesn't count:\n3. Tuesday evening: assertive, tried." in said
    assert (
        "First answers count: 1 of 2 answers landed as advised. With 1 partly right, at half each, that makes 75%."
        in said
    )


def test_there_is_nothing_before_the_first_decision(talk: Talk) -> None:
    assert "This is the first decision; there is nothing before it." in talk(["back"])


def test_the_other_options_are_told_with_their_reasons(talk: Talk) -> None:
    said = talk(["1", "2", "o"])
    assert "Or: Wait. She said next week." in said
    assert "It would land on the quiet side." in said
    assert "Or: Send two lines to thank her." in said
    assert "A short thank-you asks nothing of her." in said


def test_after_the_end_a_decision_can_be_looked_at_again(talk: Talk) -> None:
    said = talk([*TO_THE_END, "o 2", "debrief"])
    assert "Or: Write again, to show that you are keen." in said
    assert said.count("First answers count: 1 of 2 answers landed as advised") == 2


def test_after_the_end_what_if_is_practice(talk: Talk) -> None:
    said = talk([*TO_THE_END, "w 2", "1", "3", "1", ""])
    assert "From here on it is practice; your score stays as it is." in said
    after = said.split("Since then you tried:")[1]
    assert "3. Thursday noon: pushy, tried." in after
    assert "Tuesday evening: pushy." not in after, "what was told before is not told again"
    assert "First answers count: 1 of 2 answers landed as advised" in after


def test_from_a_what_if_one_word_leads_back_and_it_says_so(talk: Talk) -> None:
    said = talk(["1", "2", "", "back", "return", "help"])
    assert "Back to where you were: return." in said
    after = said.partition("Back where you were.\n")[2]
    assert "Thursday noon" in after
    assert "return, u:" not in after, "and is offered no more"


def test_from_a_what_if_after_the_end_one_word_leads_back_to_the_end(talk: Talk) -> None:
    said = talk([*TO_THE_END, "w 2", "return"])
    assert said.count("What became of it:") == 2


def test_after_the_end_the_story_can_be_played_again(talk: Talk) -> None:
    said = talk([*TO_THE_END, "play again", "3", "2"])
    assert "A new attempt." in said
    assert said.endswith("To go on: fineline play thank-you --course " + str(BAKERY) + "\n")


def test_again_means_the_same_after_the_end_as_everywhere(talk: Talk) -> None:
    said = talk([*TO_THE_END, "again"])
    assert said.count("What became of it:") == 2
    assert "A new attempt." not in said


def test_the_next_story_is_one_word_away(talk: Talk) -> None:
    assert "The back door. With Ilse" in talk([*TO_THE_END, "n"])


def test_start_over_gives_the_attempt_up(talk: Talk) -> None:
    assert "A new attempt." not in talk(["1", "2", "start over", "", "start over", "no"])
    assert "You were here before" in talk([])
    assert "A new attempt." in talk(["start over", "maybe", "yes"])
    assert "You were here before" not in talk()


def test_whoever_is_asked_whether_to_start_over_may_answer_what_every_prompt_understands(talk: Talk) -> None:
    said = talk(["1", "2", "start over", "k", "home"])
    assert "is no answer here" not in said
    assert "A new attempt." not in said
    assert "Your place is kept." in said
    assert "You were here before" in talk([])


def test_start_over_asks_nothing_where_there_is_nothing_to_give_up(talk: Talk) -> None:
    assert "A new attempt." in talk(["start over"])


def test_the_end_of_the_input_saves_and_says_how_to_go_on(talk: Talk) -> None:
    said = talk(["1", "2"])
    assert said.endswith(f"Your place is kept. To go on: fineline play thank-you --course {BAKERY}\n")
    again = talk()
    assert "You were here before: you have just sent decision 1." in again
    assert "You: Thank the owner too" in again
    assert "Who is this, please?" in again, "back at the same sentence"


def test_one_who_comes_back_to_a_decision_is_told_so(talk: Talk) -> None:
    talk(["1", "2", "", "quit"])
    assert "You were here before: decision 2." in talk()


def test_a_scene_edited_since_is_announced(talk: Talk, tmp_path: Path) -> None:
    course = shutil.copytree(BAKERY, tmp_path / "bakery")
    talk(["1", "2", ""], course=course)
    file = course / "thanks" / "thank-you.yaml"
    file.write_text(file.read_text().replace("flour on both sleeves", "flour to the elbows"))
    assert "One scene has been edited since you answered." in talk(course=course)


def test_from_a_scene_is_a_rehearsal_and_says_so(talk: Talk) -> None:
    said = talk(["2", "2", "1", ""], at="thursday")
    assert "This is a rehearsal; nothing of it is kept." in said
    assert "That was a rehearsal." in said
    assert "You were here before" not in talk()


def test_an_ending_can_be_rehearsed_too(talk: Talk) -> None:
    assert "What became of it: One of five (on the quiet side).\n\nEnter to finish, play again to begin anew" in talk(
        at="faded"
    )


def test_a_program_that_does_not_listen_is_left_alone(talk: Talk) -> None:
    said = talk(["y"] * 1000)
    assert said.count('"y" is no answer here.') < 30
    assert "nobody seems to be listening" in said


def test_nothing_but_plain_text_is_ever_written(talk: Talk) -> None:
    said = talk(["\x1b[31m", "1", "2", "", "1", "3", "1", "", "w 1", "2", "2", "", ""])
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f]", said)
    assert "*next week*" not in said


def test_a_learner_sees_it_differently(talk: Talk) -> None:
    said = talk(["1", "2", "differ", "The owner knows me.", ""])
    assert "sent to nobody: whoever writes this course sees it only if you hand them an export" in said
    assert say("differ.noted") in said


def test_enter_sends_nothing_where_one_may_think_again(talk: Talk) -> None:
    said = talk(["1", "3", "", "1"])
    assert "\n1 to send it, 2 to think again: \nThis needs an answer; help says which.\n1 to send it," in said
    assert "It lands over the line, pushy, as you said." in said


def test_a_finished_story_is_opened_at_its_ending_and_begun_anew_only_when_asked_for(talk: Talk) -> None:
    ended = talk([*TO_THE_END, "finish", "quit"]).partition("What became of it")[2]
    said = talk([], "thank-you")
    assert "You have played this story to its end; here is its ending. To begin it anew: play again." in said
    assert ended.partition("Enter to finish")[0] in said, "the whole debrief"
    anew = talk(["play again", "home"], "thank-you").partition("A new attempt.")[2]
    assert "You have finished this story before. This time is practice; your first answers stay as they are." in anew


def test_leaving_a_finished_story_says_what_is_kept_and_how_to_come_back(talk: Talk) -> None:
    """At home no command is named: there it would be no answer."""
    talk([*TO_THE_END, "finish", "quit"])
    said = talk(["1", "home"], "")
    assert "Your decisions are kept, and its ending stays open to you.\nHome." in said
    said = talk(["1", "play again", "home"], "")
    assert "Nothing was decided this time; your first answers stay as they are.\nHome." in said
    assert "Nothing was decided yet" not in said
    assert "fineline play" not in said
    assert "To come back to it: fineline play thank-you" in talk(["quit"])
    assert "To come back to its ending: fineline play thank-you" in talk(["play again", "quit"])


def test_a_new_story_was_not_finished_before(talk: Talk) -> None:
    said = talk(["1", "home"], "")
    assert "You have finished" not in said
    assert "Nothing was decided yet.\nHome." in said


def test_the_warm_up_names_its_statements_and_no_score(talk: Talk) -> None:
    said = talk([*["1", ""] * 10, "help"], "warm-up", course=SHIPPED)
    named = re.findall(r"^   You said do: (.+)$", said, re.MULTILINE)
    assert "\n  w 1 to w 10: what if? back to that decision\n" in said, "all of them in one line of the help"
    assert len(set(named)) == 10
    assert "play again: play this story again from its start\n" in said
    assert "your first score stays" not in said


def test_the_key_of_what_you_know_is_named_at_the_start(talk: Talk) -> None:
    assert "help, k for what you know, back" in talk([])
