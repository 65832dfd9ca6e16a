"""The companion in plain lines."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.conftest import run
from tests.market import FOLDER

FINE, PUSHY = "3\n1\n1\n1\n1\n1\n", "1\n3\n1\n1\n2\n1\n"
"""Answers that come to the one and to the other."""


def test_in_plain_lines_it_asks_says_and_saves_and_keeps_nothing(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    saving = "s\nno\ns\n\ns\nhelp\n\ns\nday.ics\nyes\n\n"
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nback\n1\n3\n1\n1\n2\n1\n" + saving))
    assert run("ask", "--plain") == 0
    said = capsys.readouterr().out
    assert "Pushy, because:" in said
    assert "Appropriate contact, do: Let your interviewer do the talking to the people higher up." in said
    (reminder,) = (each for each in tmp_path.glob("*.ics") if each.name != "day.ics")
    assert f"Enter alone means {reminder}; no saves nothing:" in said
    assert "Nothing was written." in said
    assert f"A name alone is saved in {tmp_path}." in said
    assert "this folder" not in said
    assert (tmp_path / "day.ics").is_file()
    assert f"Saved as {reminder}." in said
    assert f"It is saved already, as {reminder}." in said
    assert {each.name for each in own_home.glob("*")} <= {"cache"}, "the course's own table of contents, nothing said"


@pytest.mark.parametrize("typed", ["a\n1\nhome\nquit\n", "a\n1\n3\n1\n1\n2\n1\nhome\nquit\n"])
def test_home_leads_home_from_a_question_and_from_the_advice(
    typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert run("--plain") == 0
    said = capsys.readouterr().out
    assert '"home" is no answer here' not in said
    assert "To come back:" in said


def test_a_course_without_a_companion_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "--plain", "--course", str(FOLDER)) == 2
    assert "This course has no companion" in capsys.readouterr().err


def test_a_reason_on_the_other_side_stands_under_its_own_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("3\n1\n2\n2\n2\n"))
    assert run("ask", "--plain") == 0
    said = capsys.readouterr().out
    in_order = [
        "Pushy, because:",
        "You: One sentence has an edge.",
        "And also too quiet:",
        "You: They asked longer ago than that",
    ]
    assert sorted(in_order, key=said.index) == in_order


def test_where_it_is_fine_there_is_nothing_better(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is fine is followed by how to do it."""
    said = {}
    for typed in FINE, PUSHY:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert run("ask", "--plain") == 0
        said[typed] = capsys.readouterr().out
    assert "Assertive." in said[FINE]
    assert "\nThen: " in said[FINE]
    assert "\nBetter: " not in said[FINE]
    assert "\nBetter: " in said[PUSHY]
