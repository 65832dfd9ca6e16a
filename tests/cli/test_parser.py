"""What is typed wrong, and help: nothing of it is said in the words of `argparse`."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.cli import commands, parser
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


@pytest.mark.parametrize(
    "line",
    [
        "rooms forget CODE --yes",
        "rooms forget --yes CODE",
        "rooms --yes forget CODE",
        "--yes rooms forget CODE",
        "--database= rooms show CODE",
        "rooms export --force CODE a.csv",
        "rooms export CODE --force a.csv",
    ],
)
def test_options_may_stand_anywhere(
    line: str, capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FINELINE_HOME", str(tmp_path))
    assert run(*line.split()) == 2
    assert capsys.readouterr().err == "fineline: No room goes by CODE. fineline rooms lists them.\n"


def test_a_command_is_also_found_behind_an_option_with_what_that_is_given() -> None:
    assert commands.split(["--seed", "5", "play", "tale"]) == ("play", ["--seed", "5", "tale"])
    assert commands.split(["--plain", "tale", "play"]) == ("tale", ["--plain", "play"])
    assert commands.split(["--seed", "5"]) == ("5", ["--seed"])


def test_so_may_options_that_are_given_something_and_all_that_is_none_keeps_its_order() -> None:
    reader = parser.Parser("fineline x", "")
    reader.add_argument("what", nargs="?", default="list")
    reader.add_argument("more", nargs="*")
    reader.add_argument("--yes", action="store_true")
    reader.add_argument("--name", default="")
    reader.add_argument("--back", nargs="?", const="the latest")
    reader.add_argument("--each", nargs="+", default=[])
    for line, found in (
        ("show --yes A B", ("show", ["A", "B"], True, "", None, [])),
        ("--name N show A --yes B", ("show", ["A", "B"], True, "N", None, [])),
        ("show --name=N A --back", ("show", ["A"], False, "N", "the latest", [])),
        ("--back C show - --name -5", ("show", ["-"], False, "-5", "C", [])),
        ("show --each a b --yes A", ("show", ["A"], True, "", None, ["a", "b"])),
        ("--yes show -- --name", ("show", ["--name"], True, "", None, [])),
        ("", ("list", [], False, "", None, [])),
    ):
        read = reader.parse_args(line.split())
        assert (read.what, read.more, read.yes, read.name, read.back, read.each) == found


def test_what_is_too_much_for_a_command_is_said_and_not_left_out(capsys: Printed) -> None:
    for line, surplus in (("list foo", "foo"), ("forget CODE OTHER --yes", "OTHER"), ("stop CODE x", "x")):
        assert run("rooms", *line.split()) == 2
        what = line.split()[0]
        said = f"fineline: fineline rooms {what} takes nothing more, and this is more: {surplus}\n"
        assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("option", "too_small", "too_large", "said"),
    [
        ("host --rehearse", "0", "501", "is no number of simulated phones, from 1 to 500"),
        ("serve --port", "-1", "65536", "is no port: a number from 0 to 65535"),
        ("serve --keep", "0", "36501", "is no number of days, from 1 to 36500"),
    ],
)
def test_a_number_that_cannot_be_is_said_to_be_none(
    option: str, too_small: str, too_large: str, said: str, capsys: Printed
) -> None:
    for given in (too_small, too_large, "-5", "2.5", "", "x", "9" * 5000, "1" + "0" * 5000):
        assert run(*option.split(), given) == 2
        assert f"{given} {said}" in " ".join(capsys.readouterr().err.split())


def test_a_number_may_begin_with_any_number_of_zeros() -> None:
    read = parser.whole_number(0, 500, lambda _: "none")
    for text, number in (("0", 0), ("000", 0), ("0500", 500), ("0" * 5000 + "7", 7), ("0" * 5000, 0)):
        assert read(text) == number
