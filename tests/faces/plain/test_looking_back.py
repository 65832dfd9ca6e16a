"""Looking back in plain lines: words before numbers, the advised version, and every option's reason."""

from __future__ import annotations

import io
import os
import sys
from functools import partial

import pytest

from course.faces.plain import conversation, run
from course.faces.plain.conversation import Conversation, InputEnded
from course.visit.request import Request
from tests.faces.plain.conftest import Talk
from tests.folders import BAKERY
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
    words, numbers, listed = (said.index(each) for each in ("happened once", "In this attempt", "1. The note:"))
    assert words < numbers < listed
    assert "Where one decision has several parts, each of them counts as an answer, except where people differ." in said


def test_the_parts_of_a_message_are_one_decision_to_go_back_to(talk: Talk) -> None:
    said = at_the_note(talk)([*NOTE, "debrief"])
    assert "w 1 for a what if" in said
    assert "2. " not in said.partition("1. The note:")[2].partition("w 1")[0]


def test_what_has_no_room_on_a_terminal_waits_and_what_is_enough_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six rows are left below the question: two things of three rows, and no third."""
    monkeypatch.setattr("course.faces.plain.conversation.wait_for_line", lambda *_: None)
    monkeypatch.setattr(conversation, "terminal_size", lambda: os.terminal_size((80, 9)))
    assert told_together("") == "aaabbb>ccc"
    assert told_together("skip") == "aaabbb>"
    assert told_together("help", "", "skip").startswith("aaabbb>")
    with pytest.raises(InputEnded):
        told_together("quit")


def told_together(*typed: str) -> str:
    """Three things, each a letter in three rows, and `>` for where it waited."""
    source, target = AtTerminal("".join(f"{line}\n" for line in typed)), AtTerminal()
    talk = Conversation(source, target)
    for letter in "abc":
        with talk.together():
            for _ in range(3):
                talk.say(letter)
    question = "Enter for more, skip to skip the rest: "
    return target.getvalue().replace(question, ">").replace("\n", "")


@pytest.mark.usefixtures("own_home")
def test_whatever_is_said_on_a_terminal_never_leaves_it_before_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The diary of a plan, a help, a page of words: between two answers is no more than a screen has room for."""
    monkeypatch.setattr("course.faces.plain.conversation.wait_for_line", lambda *_: None)
    monkeypatch.setattr(conversation, "terminal_size", lambda: os.terminal_size((60, 12)))
    said = AtTerminal()
    typed = ["3", "1", "7", "2", "?", "k", "", "2", "1", "o", "", "home", "list", "r", "t", "?", "q"]
    reader = Reader(said, typed)
    monkeypatch.setattr(sys, "stdin", reader)
    monkeypatch.setattr(sys, "stdout", said)
    run(Request(FOLDER, "market", "days", 7))
    assert not typed
    assert max(reader.rows) <= 12
    assert len(reader.rows) > 17 + 5, "it had to wait more than a few times"


class Reader(io.StringIO):
    """Answers at a terminal, reads on wherever there is more, and counts the rows between."""

    def __init__(self, said: io.StringIO, typed: list[str]) -> None:
        super().__init__()
        self.rows: list[int] = []
        self._typed = typed
        self._said = said
        self._read = 0

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # noqa: ARG002
        new = self._said.getvalue()[self._read :]
        self._read += len(new)
        self.rows.append(new.count("\n") + 1)
        return "\n" if "Enter for more" in new.splitlines()[-1] else f"{self._typed.pop(0)}\n"


class AtTerminal(io.StringIO):
    """What is typed and said at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("own_home")
def test_a_list_that_is_enough_leaves_out_its_headings_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten rows have no room for two chapters."""
    monkeypatch.setattr("course.faces.plain.conversation.wait_for_line", lambda *_: None)
    monkeypatch.setattr(conversation, "terminal_size", lambda: os.terminal_size((80, 10)))
    source, target = AtTerminal("list\nskip\nquit\n"), AtTerminal()
    monkeypatch.setattr(sys, "stdin", source)
    monkeypatch.setattr(sys, "stdout", target)
    assert run(Request(BAKERY, "", "", 7)) == 0
    assert target.getvalue().partition("Enter for more, skip")[2].count("All together:") == 0
