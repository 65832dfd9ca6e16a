"""Inside a course's folder every command means that course; `check` takes any number of paths."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from course.reading.courses import read_contents
from tests import folders
from tests.cli.conftest import BAKERY, run

OF_A_COURSE = {
    "check": ("check", "--format", "json"),
    "list": ("list",),
    "odds": ("odds", "--json"),
    "stats": ("stats", "--json"),
    "map": ("map",),
    "progress": ("progress", "--json"),
    "fix": ("fix",),
    "words": ("words",),
}
"""How each command is called that prints something about one course; those that differ from course to course first."""


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of its own, in a folder of which one stands."""
    course = tmp_path / "bakery"
    shutil.copytree(folders.BAKERY, course)
    (course / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(course / "deep" / "er")
    return course


@pytest.mark.parametrize("command", OF_A_COURSE)
def test_a_command_means_the_course_one_stands_in(
    command: str, inside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(*OF_A_COURSE[command])
    here = capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    named = [str(inside)] if command in ("check", "stats", "fix", "words") else ["--course", str(inside)]
    assert (run(*OF_A_COURSE[command], *named), capsys.readouterr().out) == (status, here)
    run(*OF_A_COURSE[command])
    assert command in ("fix", "words") or capsys.readouterr().out != here, "elsewhere it is the course that came along"


def test_so_do_play_preview_and_new(inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = read_contents(inside).heads[0].id
    run("play", "no-such-scenario")
    assert scenario in capsys.readouterr().err
    run("preview", "no-such-scenario")
    assert scenario in capsys.readouterr().err
    assert run("new", "scenario", "The crumb") == 0
    assert list(inside.rglob("the-crumb.yaml"))


def test_check_takes_any_number_of_paths(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = BAKERY, str(folders.STALL)
    assert run("check", one, other) == 0
    out = capsys.readouterr().out
    assert f"{one}:" in out
    assert f"{other}:" in out
    assert run("check", "--format", "json", one, f"{one}/course.yaml") == 0, "one course is checked once"
    assert isinstance(json.loads(capsys.readouterr().out), dict)
    assert run("check", "--format", "json", one, other) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_what_belongs_to_no_course_names_the_next_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lonely = tmp_path / "lonely.yaml"
    lonely.write_text("title: Alone\n")
    for path in (lonely, tmp_path):
        assert run("check", str(path)) == 2
        assert "fineline new course NAME" in capsys.readouterr().err
