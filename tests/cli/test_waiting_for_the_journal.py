"""A command that has to wait for the journal says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from course.cli import common
from course.journal import SqliteJournal
from tests.cli.conftest import run
from tests.journals import open_journal


@pytest.mark.parametrize(("command", "works"), [("import", "merge"), ("forget", "forget")])
def test_who_waits_is_told(
    command: str, works: str, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_journal(own_home / "journal.db").close(60)
    assert run("export", str(tmp_path / "out.json")) == 0
    blocker = sqlite3.connect(own_home / "journal.db", isolation_level=None, check_same_thread=False)
    blocker.execute("BEGIN IMMEDIATE")
    told: list[str] = []
    begun: list[str] = []

    does: Callable[..., object] = getattr(SqliteJournal, works)

    def work(journal: SqliteJournal, *given: object) -> object:
        begun.append(works)
        return does(journal, *given, seconds=60)

    def warn(text: str) -> None:
        told.append(text)
        if begun:  # it goes on as soon as it has been said that one waits
            blocker.execute("ROLLBACK")

    monkeypatch.setattr(SqliteJournal, works, work)
    monkeypatch.setattr(common, "_MOMENT", 0.01)
    monkeypatch.setattr(common, "warn", warn)
    assert run(command, *{"import": [str(tmp_path / "out.json")], "forget": ["--yes"]}[command]) == 0
    assert "Ctrl+C leaves." in told[-1]
    blocker.close()
