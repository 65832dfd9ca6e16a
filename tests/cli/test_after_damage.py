"""A journal that was damaged: how one goes on, what can still be carried away, and what is said of it."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from course.system import paths
from tests.cli.conftest import BAKERY, played, run

Printed = pytest.CaptureFixture[str]
ONE = ("play", "back-door", "--course", BAKERY)


@pytest.fixture
def backup(own_home: Path, tmp_path: Path) -> Path:
    """What was exported before the journal was damaged."""
    played(*ONE, typed="1\n3\n1\n\n\n")
    assert run("export", str(tmp_path / "backup.json")) == 0
    assert own_home.exists()
    return tmp_path / "backup.json"


def test_what_was_exported_before_comes_back(own_home: Path, backup: Path, capsys: Printed) -> None:
    (own_home / "journal.db").write_bytes(os.urandom(5000))
    assert run("list", "--course", BAKERY) == 0
    said = capsys.readouterr().err
    assert said.index("a new one was begun") < said.index("fineline import FILE"), "what happened, and how to go on"
    assert "so nobody can say what is in it" not in said
    before = backup.read_bytes()
    assert run("export", str(backup), "--force") == 2
    assert backup.read_bytes() == before, "what there was is not written over with nothing"
    capsys.readouterr()
    assert run("import", str(backup)) == 0
    said = capsys.readouterr().err
    assert said.count("damaged, so a new one was begun") == 1
    assert "cannot be read" not in said
    assert run("export", "-") == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == json.loads(before)
    assert told.err == "", "once something is in it, nothing more is said"


def test_bytes_that_sqlite_itself_stumbles_over(own_home: Path, capsys: Printed) -> None:
    """It quotes the name of a table that is no text."""
    played(*ONE, typed="1\n3\n1\n\n\n")
    data = bytearray((own_home / "journal.db").read_bytes())
    data[data.find(b"table") + len(b"table")] = 0xFF
    for command in (["list", "--course", BAKERY], ["progress", "--course", BAKERY], ["forget", "--yes", "--set-aside"]):
        for each in own_home.glob("journal*"):
            each.unlink()
        (own_home / "journal.db").write_bytes(data)
        run(*command)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        assert "a new one was begun" in said.err
    assert not paths.set_aside(paths.journal_file()), "which forget has deleted too"


@pytest.fixture
def unreadable_entries(own_home: Path) -> int:
    """A decision of one attempt cannot be read, and what was sent last in another; how many events there are."""
    for scenario in ("back-door", "thank-you"):
        played("play", scenario, "--course", BAKERY, typed="1\n3\n1\n\n1\n3\n1\n\n")
    with closing(sqlite3.connect(own_home / "journal.db")) as journal:
        spoil = "UPDATE moves SET {0} = substr({0}, 3) WHERE attempt = ? AND number = ?"
        last = "SELECT attempt, max(number) FROM moves WHERE kind = 'sent' GROUP BY attempt ORDER BY attempt"
        for column, move in zip(("decision", "particulars"), journal.execute(last).fetchall(), strict=True):
            journal.execute(spoil.format(column), move)
        journal.commit()
        return int(journal.execute("SELECT count(*) FROM moves").fetchone()[0])


def test_an_entry_that_cannot_be_read_keeps_nothing_else_from_being_carried(
    own_home: Path, unreadable_entries: int, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    capsys.readouterr()
    out = tmp_path / "out.json"
    assert run("export", str(out)) == 1
    said = capsys.readouterr()
    assert "2 attempts written" in said.out
    assert "2 entries of your journal could not be read, and were left out." in said.err
    assert str(own_home / "journal.db") in said.err
    events = [event for each in json.loads(out.read_text())["attempts"] for event in each["events"]]
    assert 0 < len(events) < unreadable_entries
    assert any(event["kind"] == "sent" and not event["decisions"] for event in events), "how it went on is kept"
    assert run("import", str(out)) == 0, "it may be what is imported where it came from"
    monkeypatch.setenv("FINELINE_HOME", str(tmp_path / "elsewhere"))
    assert run("import", str(out)) == 0
    assert run("export", "-") == 0


def test_what_an_editor_puts_before_it_is_no_part_of_it(backup: Path, capsys: Printed) -> None:
    backup.write_bytes(b"\xef\xbb\xbf" + backup.read_bytes())
    assert run("import", str(backup)) == 0
    backup.write_text('{"journal": 1}')
    capsys.readouterr()
    assert run("import", str(backup)) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert said.index("Nothing was added.") < said.index("(")


def test_what_could_not_be_kept_is_not_called_nothing(own_home: Path) -> None:
    """In a scenario in which one goes on before anything is to be decided."""
    (own_home / "journal.db").mkdir(parents=True)
    done = played("play", "friend-inside", "--plain", typed="\nquit\n")
    assert "Not kept: the last thing you did is lost" in done.stderr
    assert "Nothing was decided" not in done.stdout
