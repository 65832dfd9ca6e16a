"""What authors' commands make of a course in which something is wrong: what can be done is done, the first cause is
said with the way to the rest, and the exit status says that something is missing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests import folders
from tests.cli.conftest import run

Printed = pytest.CaptureFixture[str]
COMMANDS = {"map": "No map of", "odds": "No odds for", "proof": "No reading copy of", "stats": "is not counted"}


@pytest.fixture
def bakery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of two scenarios, one of which cannot be played; one stands in it."""
    course = tmp_path / "bakery"
    shutil.copytree(folders.BAKERY, course)
    file = course / "thanks" / "thank-you.yaml"
    file.write_text(file.read_text().replace("start:", "strat:"))
    monkeypatch.chdir(course)
    return course


@pytest.mark.parametrize("command", COMMANDS)
def test_the_others_are_done_and_the_status_is_1(command: str, bakery: Path, capsys: Printed) -> None:
    assert run(command) == 1
    said = capsys.readouterr()
    assert "The back door" in said.out
    assert COMMANDS[command] in said.err
    assert 'thanks/thank-you.yaml, line 8: A scenario has no field called "strat"' in said.err
    assert said.err.endswith("To see how to mend it: fineline check\n")
    assert bakery.is_dir()


@pytest.mark.parametrize("command", COMMANDS)
def test_where_it_is_the_one_asked_for_nothing_else_is_said(command: str, bakery: Path, capsys: Printed) -> None:
    assert run(command, "thanks/thank-you.yaml") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert run(command, "back-door") == 0
    assert bakery.is_dir()


@pytest.mark.parametrize("writes", [["map", "--output", "out.svg"], ["proof", "--html", "out.html"]])
def test_nothing_is_written_of_it(writes: list[str], bakery: Path, capsys: Printed) -> None:
    command, *rest = writes
    assert run(command, "thank-you", *rest) == 1
    assert COMMANDS[command] in capsys.readouterr().err
    assert not [*bakery.glob("out.*")]


@pytest.mark.parametrize("command", COMMANDS)
def test_where_the_course_itself_is_broken_none_can_run(command: str, bakery: Path, capsys: Printed) -> None:
    file = bakery / "course.yaml"
    file.write_text(file.read_text().replace("pairs:", "piars:"))
    assert run(command) == 2
    assert "fineline check" in capsys.readouterr().err


@pytest.mark.parametrize("command", [*COMMANDS, "blind"])
def test_of_a_course_without_a_scenario_it_is_said_how_to_begin_one(
    command: str, bakery: Path, capsys: Printed
) -> None:
    for file in bakery.glob("*/*.yaml"):
        file.unlink()
    assert run(command) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        "fineline: There is no scenario in The bakery yet. fineline new scenario NAME begins one.\n",
    )


@pytest.mark.parametrize("command", ["odds", "stats"])
def test_data_is_of_what_there_is(command: str, bakery: Path, capsys: Printed) -> None:
    assert run(command, "--json") == 1
    assert len(json.loads(capsys.readouterr().out)["scenarios"]) == 1
    assert bakery.is_dir()
