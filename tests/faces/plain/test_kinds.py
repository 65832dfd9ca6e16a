"""Every exercise kind in plain lines, through the market's whole story, left in the middle and come back to."""

from __future__ import annotations

import re

from tests.faces.plain.conftest import Talk
from tests.folders import ROOT
from tests.market import FOLDER

SHIPPED = ROOT / "content" / "after-the-interview"
SORTED = ["2", "", "1", "", "2", "", "1", "", "1", ""]
"""The apron's five statements, each on its side; the seed gives their order."""
NOTE = ["2", "1", "2", "", "2", ""]
DAYS = ["2", "1", "7", "2", "", "2", "1", ""]
DRAFTS = ["1", "line", "3", "2", ""]


def told(talk: Talk, *typed: str) -> str:
    """What is said when these lines are typed at the market."""
    return talk([*typed], "market", course=FOLDER)


def test_a_statement_is_a_do_or_a_dont_and_the_reason_follows(talk: Talk) -> None:
    said = told(talk, "2", "", "dont")
    assert "1 of 5." in said
    assert "Don't, as you said." in said
    assert "Do, and you said: Don't." in said
    assert "She will read it with her feet up." in said
    assert said.count("lets you try the apron on") == 1, "the scene is told once, not with every statement"


def test_help_calls_the_sides_of_a_sort_what_they_are_called_there(talk: Talk) -> None:
    said = talk(["help"], "parking-lot", at="monday-morning", course=SHIPPED)
    assert "1 or It decides: it belongs under “It decides”" in said
    assert "it is a do" not in said


def test_a_statement_that_was_told_apart_has_landed_nowhere_and_has_no_other_option(talk: Talk) -> None:
    """It came across as nothing; so no side of the line is named, and `o` gives its reason."""
    typed = [*["1", ""] * 5, "debrief", "", "home"]
    listed = talk(typed, "parking-lot", at="monday-morning", course=SHIPPED).partition("In this attempt 2 of 5")[2]
    assert (listed.count(": as advised."), listed.count(": not as advised.")) == (2, 3)
    assert "Monday, nine: assertive" not in listed


def test_a_message_is_put_together_changed_read_and_read_back(talk: Talk) -> None:
    said = told(talk, *SORTED, "1", "1", "1", "1", "2", "", "2")
    assert "To the owner of the stall," in said
    assert "Dear Ines, thank you for the apron, and the lemon." in said
    assert "Ines reads it." in said
    assert "She looks at the door." in said
    assert "All of it lands over the line, pushy. You called it assertive." in said


def test_a_calendar_is_filled_day_by_day_and_emptied_one_by_one(talk: Talk) -> None:
    said = told(talk, *SORTED, *NOTE, "3", "2", "3", "0", "1", "1", "1", "3", "1", "2", "")
    assert "Thursday, day 3: Call Ines." in said
    assert "Taken back: Thursday, day 3: Call Ines." in said
    assert "A day has room for 2. Say 0 to take one off first." in said
    assert "You are about to live these days." in said


def test_the_same_is_planned_once_a_day_and_nought_takes_off_one(talk: Talk) -> None:
    """Else two of one way would be told as two ways."""
    said = told(talk, *SORTED, *NOTE, "3", "2", "3", "2", "3", "1", "3", "0", "")
    assert "Thursday, day 3 has that already. Say 0 there to take it off." in said
    left = said.rpartition("You are about to live these days.")[2]
    assert left.count("Thursday, day 3:") == 1
    assert "Thursday, day 3: Call Ines." in left, "what was planned before the last stays"


def test_below_a_message_and_a_plan_stands_which_rules_were_kept(talk: Talk) -> None:
    """The message broke one and kept one; the plan is told apart even where it kept them all."""
    sent = told(talk, *SORTED, "1", "2", "2", "", "2", "1").partition("All of it lands")[2]
    assert re.search(r"\nNot kept:\nToo quiet: .*\n(?s:.*)\nKept:\nNear, do: ", sent), sent
    lived = told(talk, *SORTED, *NOTE, *DAYS[:-1]).rpartition("Together it lands")[2]
    assert re.search(r"^.*\n(?:Not kept|Kept):\n", lived), lived


def test_after_a_plan_the_other_options_are_those_left_out(talk: Talk) -> None:
    """What was planned has no other option; it was told a moment ago, and would stand there with nothing to say."""
    others = told(talk, *SORTED, *NOTE, *DAYS[:-1], "o").rpartition(" o\n")[2]
    assert others.startswith("\nWhat you left out:\nOr: "), others
    assert "You: " not in others


def test_the_whole_story_its_flip_and_the_other_side(talk: Talk) -> None:
    said = told(talk, *SORTED, *NOTE, *DAYS, *DRAFTS, "y", "f", "1", "2", "", "")
    assert "Ines: Market day. The phone is under the lemons." in said
    assert re.search(r"What became of it: .* \(assertive\)", said)
    assert "Here runs the line." in said
    assert "Tomas, carries the crates." in said
    assert "Don't, as you said." in said.partition("The same call, another Friday.")[2]
    assert "One fact changes.\nThe same call" in said, "its day and its contacts are another story's"


def test_a_draft_is_kept_when_the_learner_leaves(talk: Talk) -> None:
    told(talk, *SORTED, "2", "quit")
    said = told(talk)
    assert "Greeting." not in said, "it is worded"
    assert "Thanks." in said


def test_back_in_a_message_goes_to_the_part_before_and_again_reads_what_stands(talk: Talk) -> None:
    said = told(talk, *SORTED, "2", "again", "back", "1", "1", "back", "2", "2", "2", "back", "back")
    again = said.partition("Greeting.")[2]
    assert again.count("You write Ines a note, part by part.") == 1, "because of `again`"
    assert re.search(r"part by part\.\nGreeting: .*\nThanks\.", again), "what stands is read before what is asked next"
    assert again.count("\nGreeting.\n") == 1, "back from the thanks"
    assert "What if?" not in said, "nothing has been decided here that could be gone back from"


def test_back_from_the_first_part_still_goes_to_the_decision_before(talk: Talk) -> None:
    assert "What if?" in told(talk, *SORTED, "2", "back", "back")


def test_back_from_changing_a_part_leaves_it_as_it_is(talk: Talk) -> None:
    said = told(talk, *SORTED, "1", "1", "1", "3", "back", "")
    assert said.count("To Ines.") >= 2
    assert "You are about to send this" in said


def test_back_in_a_calendar_takes_back_what_was_planned_last(talk: Talk) -> None:
    said = told(talk, *SORTED, *NOTE, "3", "1", "2", "back", "1", "1", "back", "back", "back")
    assert "Taken back: Tuesday, day 1:" in said
    assert said.index("Taken back: Tuesday, day 1:") < said.index("Taken back: Thursday, day 3:")
    assert said.count("What if?") == 1, "once nothing is planned any more"


def test_a_calendar_says_which_day_its_first_is(talk: Talk) -> None:
    assert re.search(r"A day, 0 to 8 \(0 is Monday, the interview day\), or Enter", told(talk, *SORTED, *NOTE))


def test_back_among_drafts_takes_back_the_last_pick_and_again_loses_none(talk: Talk) -> None:
    said = told(talk, *SORTED, *NOTE, *DAYS, "1", "line", "3", "again", "back", "k", "again", "back", "line", "3", "2")
    assert "So far, the best first: 1, line, 3." in said
    assert "So far, the best first: 1, line." in said, "and to look something up neither"
    assert "Taken back: line" in said
    assert "Here runs the line." in said


def test_no_side_of_a_statement_takes_the_letter_of_something_else(talk: Talk) -> None:
    said = told(talk, "2", "", "help")
    assert "  debrief or d: " in said
    assert "As you said" not in told(talk, "2", "", "d").partition("Statement 2 of 5.")[2]
