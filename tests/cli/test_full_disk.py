"""A disk without room: whatever writes says so, leaves with the documented status, and changes nothing."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pytest

from course.journal import SqliteJournal
from course.journal.records import Trouble
from course.visit import journal_words, leaving
from tests.cli.conftest import BAKERY, fill, run
from tests.folders import BAKERY as COURSE
from tests.terminal import PATIENCE

WRITERS = {
    "export": ["export", "out.json"],
    "report as a web page": ["report", "--html", "out.html", "--course", BAKERY],
    "report as Markdown": ["report", "--md", "out.md", "--course", BAKERY],
    "map": ["map", "back-door", "--output", "out.svg", "--course", BAKERY],
    "fix": ["fix", "bakery", "--yes"],
    "rename": ["rename", "scene", "tuesday", "evening", "--scenario", "thank-you", "--course", "bakery", "--yes"],
    "new course": ["new", "course", "Shop"],
    "new scenario": ["new", "scenario", "Door", "--course", "bakery"],
}
"""Every command that writes where one stands."""


def everything(folder: Path) -> dict[str, bytes]:
    """All that lies there, seen or not."""
    return {str(each): each.read_bytes() if each.is_file() else b"" for each in folder.rglob("*")}


def test_every_command_that_writes(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n3\n1\n\n\n"))
    run("play", "back-door", "--plain", "--course", BAKERY)
    shutil.copytree(COURSE, small / "bakery")
    thanks = small / "bakery" / "thanks" / "thank-you.yaml"
    thanks.write_text(thanks.read_text().replace("title:", "\ttitle:", 1))
    fill(small, monkeypatch)
    monkeypatch.chdir(small)
    before = everything(small)
    for name, command in WRITERS.items():
        if name == "rename":
            thanks.write_text(thanks.read_text().replace("\ttitle:", "title:", 1))  # shorter, so there is room for it
            before = everything(small)
        capsys.readouterr()
        assert run(*command) == 2, name
        said = capsys.readouterr()
        assert "the disk is full" in said.err, name
        assert "Wrote" not in said.out, name
        assert everything(small) == before, name


def test_nothing_is_said_to_be_kept_that_is_not(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if not os.path.ismount(small):
        pytest.skip("only a real disk can be full for SQLite")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n3\n1\n\n\n"))
    run("play", "back-door", "--plain", "--course", BAKERY)
    run("export", str(tmp_path / "out.json"))
    monkeypatch.setenv("FINELINE_HOME", str(small / "home"))
    monkeypatch.setattr(leaving, "LEAVING", 0.1)  # there will be no more room, however long one waits
    monkeypatch.setattr(SqliteJournal.merge, "__kwdefaults__", {"seconds": 0.1})
    monkeypatch.setattr(SqliteJournal.close, "__defaults__", (0.1,))
    fill(small, monkeypatch)
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n3\n1\n\n\n"))
    assert run("play", "back-door", "--plain", "--course", BAKERY) == 2, "what was lost is an exit status, too"
    said = capsys.readouterr()
    assert "disk" in said.out + said.err
    assert "are kept" not in said.out
    assert "is kept" not in said.out
    assert run("import", str(tmp_path / "out.json")) == 2
    assert "Nothing was added" in capsys.readouterr().err


@pytest.mark.parametrize("room", [0, 4096, 16_384, 32_768])
def test_a_disk_with_hardly_any_room_is_called_full_too(
    small: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    """SQLite calls it an I/O error where there is no room for what it keeps beside the file."""
    if not os.path.ismount(small):
        pytest.skip("only a real disk can be full for SQLite")
    fill(small, monkeypatch)
    ballast = small / "ballast"
    os.truncate(ballast, ballast.stat().st_size - room)
    journal = SqliteJournal(small / "home" / "journal.db")
    found = journal.wait(PATIENCE)
    assert (found.trouble, journal_words.refused(found)) == (
        Trouble.FULL,
        "Your journal cannot be written (the disk is full).",
    )
    journal.close(0)
