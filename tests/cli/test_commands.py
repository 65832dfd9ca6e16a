"""The command line: each command, its exit status, and what it says when it cannot run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from course.cli.main import main

BAKERY = str(Path(__file__).parents[1] / "courses" / "bakery")


def run(*arguments: str) -> int:
    """The exit status of a command."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


def played(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, with something typed."""
    command = [sys.executable, "-m", "course", *arguments]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False, timeout=60)


def test_list_names_every_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--course", BAKERY) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()] == ["thank-you", "back-door"]


def test_progress_as_data_keeps_do_and_dont_apart(capsys: pytest.CaptureFixture[str]) -> None:
    played("play", "back-door", "--course", BAKERY, typed="1\np\n\n\n")
    assert run("progress", "--json", "--course", BAKERY) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["course"] == "bakery"
    assert data["overall"]["first"]["pairs"]["right"] == {"do": {"got": 0, "of": 1}, "dont": {"got": 0, "of": 1}}
    assert data["forecasts"] == [{"called": "pushy", "landed": "pushy", "count": 1}]
    assert run("progress", "--course", BAKERY) == 0
    assert "Broken once: Go around the person you met." in capsys.readouterr().out


def test_forget_asks_first_and_never_guesses(capsys: pytest.CaptureFixture[str]) -> None:
    played("play", "back-door", "--course", BAKERY, typed="1\np\n")
    assert played("forget").returncode == 2
    assert run("forget", "--yes") == 0
    assert "Deleted 1 attempt." in capsys.readouterr().out


def test_check_is_clean_on_a_sound_course(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", BAKERY) == 0
    assert "2 scenarios with 7 scenes can be played" in capsys.readouterr().out


def test_check_names_the_place_and_leaves_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "course.yaml").write_text("format: 1\ntitel: Oops\npairs: {}\n")
    assert run("check", str(tmp_path)) == 1
    out = capsys.readouterr().out
    assert "course.yaml:2:1: error" in out
    assert "title" in out


def test_check_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "course.yaml").write_text("format: 1\ntitel: Oops\n")
    assert run("check", str(tmp_path), "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == 1
    found = next(problem for problem in data["problems"] if problem["code"] == "unknown-key")
    assert (found["file"], found["line"], found["column"], found["meant"]) == ("course.yaml", 2, 1, "title")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lst"], "Did you mean list?"),
        (["play", "thank-yu", "--course", BAKERY], "Did you mean thank-you?"),
        (["play", "thank-you", "--from", "thursdy", "--course", BAKERY], "Did you mean thursday?"),
        (["play", "--from", "x", "--course", BAKERY], "--from needs a story"),
        (["check", "/no/such/place"], "There is nothing at"),
        (["--course", str(Path(BAKERY).parents[1] / "tui"), "--plain"], "course.yaml"),
    ],
)
def test_what_cannot_run_says_why_and_leaves_with_two(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert said in capsys.readouterr().err


def test_from_a_scene_is_a_rehearsal_and_leaves_no_trace() -> None:
    result = played("play", "thank-you", "--from", "thursday", "--seed", "7", "--course", BAKERY, typed="1\na\n\n\n")
    assert "nothing of it is kept" in result.stdout
    assert json.loads(played("progress", "--json", "--course", BAKERY).stdout)["overall"]["first"]["decisions"] == 0


def test_without_a_terminal_the_plain_face_answers() -> None:
    result = played("--course", BAKERY)
    assert result.returncode == 0
    assert "1. The thank-you" in result.stdout
    assert "\x1b" not in result.stdout


def test_something_unexpected_is_a_sentence_and_a_log(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.cli.check_command.read_course", lambda _: 1 / 0)
    assert run("check", BAKERY) == 2
    assert "ZeroDivisionError" in (own_home / "fineline.log").read_text()


def test_a_reader_that_has_gone_is_no_error() -> None:
    command = f"{sys.executable} -m course check {BAKERY} --format json | head -c 1; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert result.stdout.endswith("0\n")
    assert result.stderr == ""


HEAVY = {"textual", "rich", "yaml", "sqlite3", "platformdirs"}


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--help"], set()),
        (["--version"], set()),
        (["check", BAKERY], {"yaml"}),
        (["list", "--course", BAKERY], {"yaml", "sqlite3"}),
        (["play", "back-door", "--plain", "--course", BAKERY], {"yaml", "sqlite3"}),
    ],
)
def test_a_command_imports_only_what_it_needs(arguments: list[str], allowed: set[str]) -> None:
    program = (
        "import sys\nfrom course.cli.main import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"print('LOADED', *sorted({HEAVY!r} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", program], input="", capture_output=True, text=True, check=True)
    loaded = set(result.stdout.split("LOADED")[1].split())
    assert loaded <= allowed
