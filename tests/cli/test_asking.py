"""A yes is asked for in one place, and what is neither yes nor no is asked again."""

from __future__ import annotations

import io

import pytest

from course.cli.asking import sure
from course.cli.commands import COMMANDS
from course.words import say
from tests.cli.conftest import run
from tests.folders import ROOT


def question(yes: str) -> str:
    return say("command.forget.sure", yes=yes)


@pytest.mark.parametrize(
    ("typed", "meant", "asked"),
    [
        ("yes\n", True, 1),
        (" Y \n", True, 1),
        ("no\n", False, 1),
        ("\n", False, 1),
        ("", False, 1),
        ("yess\nyes\n", True, 2),
        ("quit\nsure\nn\n", False, 3),
        ("yess\n", False, 2),
    ],
)
def test_what_is_neither_yes_nor_no_is_asked_again(
    typed: str, meant: bool, asked: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert sure(question) is meant
    said = capsys.readouterr()
    assert said.err.count("Type yes to do it:") == asked
    assert said.err.count("Type yes to do it, or no to leave everything as it is.") == asked - 1
    assert said.out == ""


def test_nobody_asks_in_a_way_of_their_own() -> None:
    """Who waits for a line to be typed: the one place that asks for a yes, and those who ask for something else."""
    found = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "course").rglob("*.py")
        if "wait_for_line(" in file.read_text() or ".readline(" in file.read_text()
    }
    reads_a_server = "course/serving/nearby.py"
    something_else = {"course/cli/blind_asking.py", "course/faces/plain/conversation.py", reads_a_server}
    assert found - {"course/system/waiting.py"} == {"course/cli/asking.py", *something_else}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_leaves_one_alone_with_a_course(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever does not take a course says why."""
    run(command, "--course", "nowhere")
    assert "unrecognized" not in capsys.readouterr().err
