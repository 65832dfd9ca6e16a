"""The plain face, as transcripts: what is typed, what is said."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from course.opening import Opening
from course.plain import run

BAKERY = Path(__file__).parents[1] / "courses" / "bakery"


def talk(
    typed: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, scenario: str = "thank-you"
) -> str:
    """Everything said when these lines are typed and then the input ends."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(line + "\n" for line in typed)))
    assert run(Opening(BAKERY, scenario, seed=7)) == 0
    return capsys.readouterr().out


def number_of(words: str, said: str) -> str:
    """The number before a choice."""
    match = re.search(rf"(\d)\. {words}", said)
    assert match is not None, said
    return match[1]


def test_a_whole_story_with_forecasts_and_debrief(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = talk([], capsys, monkeypatch)
    first = number_of("Thank the owner", said)
    said = talk([first, "a", ""], capsys, monkeypatch)
    second = number_of("Let her count", said)
    said = talk([second, "assertive", "", ""], capsys, monkeypatch)
    assert "Thursday noon. Thursday, day 2." in said
    assert "So far: e-mail to the owner (Tuesday, the interview day)." in said
    assert "Voicemail from Marta, 6 seconds." in said
    assert "The story ends over the line, pushy." in said
    assert "1. Tuesday evening: pushy." in said
    assert "Advised: Send two lines to thank her." in said
    assert "You called 2 assertive; 1 landed pushy." in said
    assert "Wrong person: kept from it 0 of 1" in said


def test_what_is_not_understood_is_explained_and_asked_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = talk(["9", "banana", "", " 1 ", "maybe", "THINK"], capsys, monkeypatch)
    assert '"banana" is not one of the answers here.' in said
    assert "Something has to be answered here." in said
    assert "a: it will come across as assertive" in said
    assert said.count("Your choice, 1 to 3:") == 5


def test_the_end_of_the_input_saves_and_says_how_to_go_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = talk(["1", "a"], capsys, monkeypatch)
    assert said.endswith("Your place is kept. Go on with: fineline play thank-you\n")
    again = talk([], capsys, monkeypatch)
    assert "You were here before" in again
    assert "Enter to go on" in again, "back at the consequence, where it was left"


def test_back_and_again_and_the_other_options(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = talk(["again", "1", "p", "o", "b", "quit"], capsys, monkeypatch)
    assert said.count("flour on both sleeves") == 3
    assert said.count("Or: ") == 2
    assert "What if?" in said


def test_nothing_but_plain_text_is_ever_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = talk(["\x1b[31m", "1", "a", "", "1", "p", "", "1", "2", "a", "", ""], capsys, monkeypatch)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f]", said)
    assert "next week" in said
    assert "*next week*" not in said


def test_home_lists_the_stories_and_opens_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = talk(["2", "1", "p", "", "", "quit"], capsys, monkeypatch, scenario="")
    assert "1. The thank-you, 2 minutes. Flour on both sleeves." in said
    assert "Your cousin has a key." in said
    assert "2. The back door, first 0%." in said
    assert said.endswith("Your progress is kept. Come back with: fineline\n")
