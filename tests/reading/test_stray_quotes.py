"""Quotes that were meant for the file, and that learners would see."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.authoring.fix import mended
from course.authoring.new.writing import new_course
from course.reading.courses import read_course

FILE = "the-friday-shift.yaml"
LINE = "happens: She takes you at your word, and is a little relieved."
WORDS = LINE.removeprefix("happens: ")
OVER_LINES = WORDS.replace(" ", "\n          ", 1)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return new_course("shop")[0].parent / FILE


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (f"“{WORDS}”", f'"{WORDS}"'),
        (f"„{WORDS}“", f'"{WORDS}"'),
        (f"‘{WORDS}’", f'"{WORDS}"'),
        (f'{WORDS}"', f'"{WORDS}"'),
        (f"{WORDS}'", f'"{WORDS}"'),
        (f'“{WORDS}"', f'"{WORDS}"'),
        (f'‘{WORDS}"', f'"{WORDS}"'),
        (f"“{OVER_LINES}”", f'"{OVER_LINES}"'),
        ('‘"Oh," she says. "So."\'', '\'"Oh," she says. "So."\''),
        (f"“{WORDS}”  # ask Dana", f'"{WORDS}"  # ask Dana'),
        (f"‘{WORDS}’  # ask Dana", f'"{WORDS}"  # ask Dana'),
        (f'{WORDS}"  # ask Dana', f'"{WORDS}"  # ask Dana'),
        (f"{WORDS}'  # ask Dana", f'"{WORDS}"  # ask Dana'),
    ],
)
def test_it_is_said_and_asked_about(written: str, meant: str, file: Path) -> None:
    """Where all that is said in the file is said in straight quotes."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(WORDS, written), encoding="utf-8")
    (problem,) = read_course(file.parent).problems
    assert problem.code == "stray-quotes"
    assert problem.meant is not None
    assert problem.meant.ask
    after = mended(file.read_bytes(), problem.meant.edits)
    assert after is not None
    assert f"happens: {meant}\n" in after.decode()
    file.write_bytes(after)
    assert read_course(file.parent).problems == ()


@pytest.mark.parametrize(
    "written",
    [
        "She says “fine”, and is a little relieved.",
        'A plank, all of 6"',
        "“Fine,” she says. “Thanks.”",
        "It is the Vargas'",
        "She'd give them an inch, all of 12'",
        "The word for it is 'fine.'",
        "Ask 'em all.'",
        "« She takes it »",
    ],
)
def test_what_somebody_says_is_left_alone(written: str, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(WORDS, written), encoding="utf-8")
    assert read_course(file.parent).problems == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("‘“Oh,” she says, and it’’s so.’", "'\"Oh,\" she says, and it''s so.'"),
        ("‘“Oh,” she says. “So.”'", '\'"Oh," she says. "So."\''),
        (f"“{WORDS}", WORDS),
        (f"‘{WORDS}", WORDS),
        (f"{WORDS}”", WORDS),
        (f"{WORDS}’", WORDS),
        ("It''s late.", "It's late."),
        ("\"It''s late.\"", '"It\'s late."'),
        ("'\"It’’s late,\" she says.'", "'\"It''s late,\" she says.'"),
    ],
)
def test_the_text_before_the_slip_is_offered_once(written: str, meant: str, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(WORDS, written), encoding="utf-8")
    (problem,) = read_course(file.parent).problems
    assert problem.meant is not None
    assert problem.meant.ask
    after = mended(file.read_bytes(), problem.meant.edits)
    assert after is not None
    assert after.decode() == text.replace(WORDS, meant)


def test_where_all_speak_in_curly_quotes_they_may(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace(WORDS, f"“{WORDS}”")
    file.write_text(text.replace("      Ines hangs up", "      “So.” Ines hangs up"), encoding="utf-8")
    assert read_course(file.parent).problems == ()
