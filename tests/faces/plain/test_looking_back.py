"""Looking back in plain lines: words before numbers, the advised version, and every option's reason."""

from __future__ import annotations

from functools import partial

from tests.faces.plain.conftest import Talk
from tests.market import FOLDER

NOTE = ["2", "2", "2", "", "1", "1"]
"""All three parts worded in the second way that shows, sent, called too quiet, and sent all the same."""


def at_the_note(talk: Talk) -> Talk:
    return partial(talk, scenario="market", at="note", course=FOLDER)


def test_after_a_message_the_advised_one_can_be_heard_and_each_alternative_with_its_reason(talk: Talk) -> None:
    said = at_the_note(talk)([*NOTE, "o"]).partition("As advised:")[2]
    assert "Dear Ines, thank you for the apron, and the lemon." in said
    assert "Or: Greeting: To the owner of the stall,\nShe looks for the invoice." in said
    assert "She told you her name twice.\nToo quiet: Let it pass without a word." in said


def test_the_debrief_says_words_first_then_counts_then_decisions(talk: Talk) -> None:
    said = at_the_note(talk)([*NOTE, "debrief"])
    words, numbers, listed = (said.index(each) for each in ("happened once", "First answers count:", "1. The note:"))
    assert words < numbers < listed
    assert "Of what you sent at one go, each part counts." in said


def test_the_parts_of_a_message_are_one_decision_to_go_back_to(talk: Talk) -> None:
    said = at_the_note(talk)([*NOTE, "debrief"])
    assert "w 1 for a what if" in said
    assert "2. " not in said.partition("1. The note:")[2].partition("w 1")[0]
