"""What the whole course says at the plain face is what is on record."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tests.recorded.compare import differences
from tests.recorded.evening import MANNERS, PLAYS, evening
from tests.recorded.program import HERE, furnish, lasting
from tests.recorded.screen import Screen, named

_SHOWN = 60
"""Lines of a difference that a failure shows; the whole of it is one command away."""
_HOW = "If it is meant: python -m tests.recorded.evening, and look at what git diff shows."


@pytest.mark.parametrize("manner", MANNERS)
def test_an_evening_with_the_course_says_what_is_on_record(manner: str, tmp_path: Path) -> None:
    recorded = {file.name: file.read_text(encoding="utf-8") for file in PLAYS.glob(f"*.{manner}.txt")}
    found = list(islice(differences(recorded, evening(HERE, manner, tmp_path)), _SHOWN))
    if found:
        pytest.fail("\n".join([*found, "", _HOW]), pytrace=False)


def test_a_difference_says_what_was_typed_before_it() -> None:
    before = {"one": "Which?\n> 2\n\nRight.\n", "two": "a\n"}
    after = {"one": "Which?\n> 2\n\nWrong.\n", "three": "a\n"}
    assert list(differences(before, before)) == []
    assert list(differences(before, after)) == [
        "one differs:",
        "  line 4, after 2:",
        "      > 2",
        "      ",
        "    - Right.",
        "    + Wrong.",
        "three is only in the second.",
        "two is only in the first.",
    ]


def test_what_is_another_day_tomorrow_is_not_on_record(tmp_path: Path) -> None:
    said = ["When: today (Saturday, November 28).", "(Friday, December 4)", "January 1, 2027.", "May 4, 2026-05-04"]
    assert lasting(said, tmp_path) == ["When: (a day).", "((a day))", "(a day).", "(a day), (a day)"]


def test_a_screen_is_read_when_it_is_still(tmp_path: Path) -> None:
    furnish(tmp_path)
    with Screen(HERE, tmp_path, "play", "parking-lot", "--seed", "7") as screen:
        assert "The parking lot" in screen.rows[1]
        screen.press("Enter")
        assert screen.keys["3"] == "choose"
        screen.press("1")
        assert screen.keys["1"] == "call it"
        screen.press("Esc")
        assert screen.keys["3"] == "choose"
        screen.press("Esc")
        assert "Fine Line" in screen.rows[1]
        screen.press("q")
        assert screen.rows == ["(left with status 0)"]


def test_a_key_bar_names_its_keys() -> None:
    assert named("    Space more   1-3 choose   ←/→ another one   ? help") == {
        "Space": "more",
        **dict.fromkeys("123", "choose"),
        **dict.fromkeys("←→", "another one"),
        "?": "help",
    }
