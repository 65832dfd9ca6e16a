"""`fineline preview`: what it opens, and what it says when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.cli.main import main
from tests.folders import BAKERY


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, str, str, str]]:
    """What would have been opened on a terminal."""
    calls: list[tuple[Path, str, str, str]] = []

    def run(folder: Path, scenario: str, file: str, at: str) -> int:
        calls.append((folder.resolve(), scenario, file, at))
        return 0

    monkeypatch.setattr("course.cli.preview_command.is_screen", lambda: True)
    monkeypatch.setattr("course.faces.textual.preview.app.run", run)
    return calls


def leave(*arguments: str) -> int:
    """Run the command; its exit status."""
    with pytest.raises(SystemExit) as left:
        main(["preview", *arguments])
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.mark.parametrize(
    ("arguments", "scenario", "file"),
    [
        ([str(BAKERY)], "", ""),
        ([str(BAKERY / "course.yaml")], "", ""),
        ([str(BAKERY), "back-door"], "back-door", ""),
        ([str(BAKERY / "people" / "back-door.yaml")], "", "people/back-door.yaml"),
    ],
    ids=["a course", "its file", "a course and a story", "a story's file"],
)
def test_what_is_named_is_opened(
    opened: list[tuple[Path, str, str, str]], arguments: list[str], scenario: str, file: str
) -> None:
    assert leave(*arguments) == 0
    assert opened == [(BAKERY.resolve(), scenario, file, "")]


def test_a_scenario_of_the_course_one_stands_in_needs_no_path(
    opened: list[tuple[Path, str, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BAKERY / "people")
    assert leave("back-door") == 0
    assert opened[0][1:] == ("back-door", "", "")


def test_it_can_begin_at_a_scene(opened: list[tuple[Path, str, str, str]]) -> None:
    assert leave(str(BAKERY), "back-door", "--from", "end") == 0
    assert opened[0][1:] == ("back-door", "", "end")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([str(BAKERY), "back-dor"], "Did you mean back-door?"),
        (["back-dor"], "Did you mean back-door?"),
        (["no/such/course"], "There is nothing at no/such/course."),
    ],
    ids=["a story", "a story of the course one stands in", "a path"],
)
def test_what_is_not_there_is_said(
    capsys: pytest.CaptureFixture[str],
    opened: list[tuple[Path, str, str, str]],
    arguments: list[str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(BAKERY)
    assert leave(*arguments) == 2
    assert words in capsys.readouterr().err
    assert not opened


def test_without_a_terminal_it_says_what_works_instead(capsys: pytest.CaptureFixture[str]) -> None:
    assert leave(str(BAKERY)) == 2
    assert f"fineline check {BAKERY}" in capsys.readouterr().err
