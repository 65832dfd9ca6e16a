"""How commands end when something is in the way: signals, pipes, streams, and the unexpected."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import BAKERY, run, shell
from tests.terminal import Terminal

PLAIN = [sys.executable, "-m", "course", "play", "thank-you", "--seed", "7", "--plain", "--course", BAKERY]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_plain_face_with_its_status_and_keeps_the_place(number: signal.Signals) -> None:
    with Terminal(PLAIN) as terminal:
        terminal.read_until("Your choice")
        terminal.send("1\n")
        terminal.read_until("put it back:")
        terminal.send("3\n")
        terminal.read_until("You called it")
        terminal.send("send\n")
        terminal.read_until("Enter to go on")
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        said = " ".join(terminal.output.decode().split())
    assert f"Your place is kept. To go on: fineline play thank-you --course {BAKERY} --plain" in said
    assert "Traceback" not in said


def test_control_c_at_home_says_how_to_come_back() -> None:
    with Terminal([sys.executable, "-m", "course", "--plain", "--course", BAKERY]) as terminal:
        terminal.read_until("or quit:")
        terminal.kill(signal.SIGINT)
        assert terminal.wait() == 130
        assert b"Your progress is kept." in terminal.output


def test_on_a_terminal_lines_are_wrapped_and_nothing_else_is_sent() -> None:
    with Terminal(PLAIN, columns=40) as terminal:
        terminal.read_until("1 to 3:")
        lines = terminal.output.decode().splitlines()
    assert b"\x1b" not in terminal.output
    assert max(len(line) for line in lines if BAKERY not in line) < 40


def test_forget_asks_on_a_terminal_and_takes_no_for_an_answer(own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "journal.db").touch()
    with Terminal([sys.executable, "-m", "course", "forget"]) as terminal:
        terminal.read_until("Type yes to do it:")
        terminal.send("no\n")
        assert terminal.wait() == 0
        assert b"Nothing was deleted." in terminal.output
    with Terminal([sys.executable, "-m", "course", "forget"]) as terminal:
        terminal.read_until("Type yes to do it:")
        terminal.send("yes\n")
        assert terminal.wait() == 0
        assert b"Deleted 0 attempts." in terminal.output


def test_a_reader_that_has_gone_is_no_error() -> None:
    result = shell(f'fineline check "{BAKERY}" --format json | true; echo "${{PIPESTATUS[0]}}"')
    assert result.stdout in ("141\n", "0\n")  # 0 if all of it got out before the reader had gone
    assert result.stderr == ""


def test_help_to_a_reader_that_has_gone_is_no_error_either() -> None:
    assert shell("fineline --help | true").stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")  # noqa: PTH110
def test_output_that_cannot_be_written_is_a_sentence() -> None:
    result = shell(f'fineline list --course "{BAKERY}" > /dev/full; echo $?')
    assert result.stdout == "2\n"
    assert result.stderr == "fineline: The output cannot be written (the disk is full).\n"


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
def test_streams_that_are_closed_are_no_surprise(closed: str) -> None:
    result = shell(f'fineline play thank-you --course "{BAKERY}" {closed}; echo $?')
    assert result.stdout.endswith("0\n")
    assert result.stderr == ""


@pytest.mark.parametrize("command", ["list", "--help", "--version", "play thank-you", "check", "report --html -"])
def test_what_would_have_been_printed_where_the_output_is_closed_is_missed(command: str) -> None:
    result = shell(f'cd "{BAKERY}" && fineline {command} < /dev/null >&-; echo $?')
    assert result.stdout == "2\n"
    assert result.stderr.startswith("fineline: The output cannot be written (")
    assert shell(f'cd "{BAKERY}" && fineline {command} <&- >&- 2>&-; echo $?').stdout == "2\n"


def test_a_closed_output_is_missed_by_nobody_who_would_have_printed_nothing() -> None:
    assert shell("fineline rooms 2>&1 >&-; echo $?").stdout.endswith("0\n")


def test_a_letter_that_the_output_cannot_show_does_not_stop_it(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(
        "format: 2\ntitle: Café\npairs:\n  p:\n    do: A\n    dont: B\n    rules:\n"
        "      r:\n        do: A\n        dont: B\n        side: over\n",
        encoding="utf-8",
    )
    result = shell(f'PYTHONIOENCODING=ascii fineline --course "{tmp_path}" < /dev/null')
    assert result.stdout.startswith("Cafe.")
    assert result.returncode == 0


def test_something_unexpected_is_a_sentence_and_a_log(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("course.cli.check_command.check", lambda _: 1 / 0)
    assert run("check", BAKERY) == 2
    log = own_home / "fineline.log"
    assert capsys.readouterr().err == (
        "fineline: Something unexpected happened (ZeroDivisionError); what you have decided is kept. "
        f"The details are in {log}.\n"
    )
    assert "Traceback" in log.read_text()


def test_a_catalog_that_fails_hides_no_error(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", "--help")  # so that all that needs sentences has been loaded
    monkeypatch.setattr("course.cli.check_command.check", lambda _: 1 / 0)
    monkeypatch.delattr("course.words.say")
    capsys.readouterr()
    assert run("check", BAKERY) == 2
    said = capsys.readouterr().err
    assert said.startswith("fineline: Something unexpected happened (ZeroDivisionError); what you have ")
    assert said.endswith(f"The details are in {own_home / 'fineline.log'}.\n")


def test_debugging_shows_it_raw(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINELINE_DEBUG", "1")
    monkeypatch.setattr("course.cli.check_command.check", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run("check", BAKERY)


HEAVY = {"textual", "rich", "yaml", "sqlite3", "platformdirs", "importlib.metadata", "course.reading"}
READS = {"yaml", "course.reading"}
KEEPS = {*READS, "sqlite3"}


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--help"], set()),
        (["--version"], {"importlib.metadata"}),
        (["check", BAKERY], READS),
        (["list", "--course", BAKERY], KEEPS),
        (["progress", "--json", "--course", BAKERY], KEEPS),
        (["play", "back-door", "--plain", "--course", BAKERY], KEEPS),
        (["--plain", "--course", BAKERY], KEEPS),
    ],
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], allowed: set[str]) -> None:
    program = (
        "import sys\nfrom course.cli.main import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"print('LOADED', *sorted({HEAVY!r} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", program], input="", capture_output=True, text=True, check=True)
    assert set(result.stdout.split("LOADED")[1].split()) <= allowed
