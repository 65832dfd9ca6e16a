"""What is typed wrong, and help: nothing of it is said in the words of `argparse`."""

from __future__ import annotations

import pytest

from course.cli import parser
from tests.cli.conftest import run

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def by_id(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sentence as its id and what is filled in."""

    def say(id: str, /, **values: object) -> str:
        return f"<{id}{''.join(f' {name}={value}' for name, value in values.items())}>"

    monkeypatch.setattr(parser, "say", say)


@pytest.mark.usefixtures("by_id")
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("play --sead 3", "unknown what=--sead"),
        ("list one two", "unknown what=one two"),
        ("export", "missing what=FILE"),
        ("play --seed", "no-value what=--seed"),
        ("blind --answers", "no-value what=--answers"),
        ("check --format x", "choice what=--format given='x' known="),
        ("report --json=3", "takes-none what=--json given='3'"),
        ("report --html a --json", "not-both what=--json other=--html"),
        ("blind --sheet a --answers b", "not-both what=--answers other=--sheet"),
        ("play --seed -1", "wrong what=--seed why=<command.play.no-seed given=-1 "),
        ("--nope", "unknown what=--nope"),
    ],
)
def test_what_was_typed_wrong_is_said_by_an_id(line: str, said: str, capsys: Printed) -> None:
    assert run(*line.split()) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("<command.help.usage> fineline ")
    assert f"message=<command.error.{said}" in captured.err


@pytest.mark.usefixtures("by_id")
@pytest.mark.parametrize("command", [[], ["play"], ["export"]], ids=["fineline", "play", "export"])
def test_help_has_no_heading_of_argparse(command: list[str], capsys: Printed) -> None:
    assert run(*command, "--help") == 0
    said = capsys.readouterr().out
    assert said.startswith("<command.help.usage> ")
    assert "<command.help.help>" in said
    assert "<command.help.options>:" in said
    assert not {"usage:", "options:", "positional arguments:"} & set(said.splitlines())
