"""Several share a machine, and one of them has everything of theirs deleted: what others answered is not theirs to
delete. A damaged journal that was set aside may hold anybody's."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.system import paths
from tests.cli.conftest import run
from tests.terminal import Terminal

Printed = pytest.CaptureFixture[str]
AMY, DAMAGED = ("--learner", "Amy"), "journal.set-aside-20260101-000000.db"


@pytest.fixture
def home(own_home: Path) -> Iterator[Path]:
    """Of Amy and of Ben there are settings, whole and damaged; and there is a damaged journal of both."""
    own_home.mkdir()
    for learner in ("amy", "ben", ""):
        file = paths.settings_file(learner)
        file.write_text("{}")
        paths.aside(file, "20260101-000000").write_text("{")
    (own_home / DAMAGED).write_text("what Amy and Ben have answered")
    yield own_home
    bens = {"settings-ben.json", "settings-ben.set-aside-20260101-000000.json"}
    assert bens < {each.name for each in own_home.iterdir()}, "whatever Amy does"


def names(home: Path) -> set[str]:
    return {each.name for each in home.iterdir()}


def test_without_being_asked_it_stays_and_it_is_said_how_it_goes(home: Path, capsys: Printed) -> None:
    assert run("forget", "--yes", *AMY) == 1, "a script learns that something may be left"
    said = capsys.readouterr()
    assert f"Deleted {home / 'settings-amy.json'}" in said.out
    assert DAMAGED in said.err
    assert "fineline forget --set-aside --learner amy" in said.err
    assert DAMAGED in names(home)
    assert not any("amy" in each for each in names(home)), "her settings are her own, damaged or not"
    assert run("forget", "--yes", "--set-aside", *AMY) == 0
    assert DAMAGED not in names(home)


@pytest.mark.parametrize("part", [["--scenario", "parking-lot"], ["--course", "content/after-the-interview"]])
def test_a_part_never_takes_it_along(part: list[str], home: Path, capsys: Printed) -> None:
    before = names(home)
    assert run("forget", "--yes", *part, *AMY) == 0
    assert DAMAGED in capsys.readouterr().err, "but it is said that it is there"
    assert run("forget", "--yes", "--set-aside", *part, *AMY) == 2
    assert before <= names(home)


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_it_is_asked_apart_and_by_its_name(answer: str, home: Path) -> None:
    with Terminal([sys.executable, "-m", "course", "forget", *AMY], columns=200, rows=32) as terminal:
        terminal.read_until("Type yes")
        assert "your" not in terminal.output.decode().lower(), "who is asked need not be Amy"
        terminal.answer("yes\n", "Type yes")
        assert DAMAGED in terminal.output.decode()
        terminal.send(f"{answer}\n")
        assert terminal.wait() == 0
    assert (DAMAGED in names(home)) == (answer == "no")
