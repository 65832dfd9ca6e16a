"""A journal that somebody else has written: no word of it reaches a terminal, a page or a file as it is."""

from __future__ import annotations

import io
import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import BAKERY, run
from tests.cli.test_door_to_the_terminal import HOSTILE, assert_harmless

EVIL = HOSTILE.encode("utf-8", "replace").decode() + "<script>[/b]\x00" + "x" * 10_000
WORDS = {"attempts": ("title",), "moves": ("title",), "disputes": ("said", "why")}
"""The columns that hold words, which are shown as they were said then."""
SHOWS = (
    ["list"],
    ["progress"],
    ["progress", "--json"],
    ["report"],
    ["report", "--json"],
    ["report", "--html", "out.html"],
    ["report", "--md", "out.md"],
    ["play", "thank-you", "--plain"],
    ["export", "out.json"],
    ["export", "-"],
)


def test_no_word_of_it_is_shown_as_it_is(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for scenario, typed in (("back-door", "1\n3\n1\ni\n1\nbecause\n\n\n"), ("thank-you", "1\n2\nquit\n")):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        run("play", scenario, "--plain", "--course", BAKERY)
    changed = 0
    with sqlite3.connect(own_home / "journal.db") as journal:
        for table, columns in WORDS.items():
            there = {row[1] for row in journal.execute(f"PRAGMA table_info({table})")}
            for column in there.intersection(columns):
                changed += journal.execute(f"UPDATE {table} SET {column} = ?", (EVIL,)).rowcount
        inside = json.dumps(EVIL)[1:-1]
        query = "UPDATE moves SET decision = replace(decision, 'cousin', ?) WHERE decision LIKE '%cousin%'"
        said = journal.execute(query, (inside,)).rowcount
    assert changed
    assert said, "what a decision says is the learner's, too"
    journal.close()
    capsys.readouterr()
    for command in SHOWS:
        monkeypatch.setattr("sys.stdin", io.StringIO("quit\n"))
        run(*command, *(["--course", BAKERY] if command[0] != "export" else []))
        told = capsys.readouterr()
        assert_harmless(told.out)
        assert_harmless(told.err)
        assert "Traceback" not in told.err
        if "--json" in command or "-" in command:
            assert json.loads(told.out), "no program reads anything else than was meant"
    for file in ("out.html", "out.md", "out.json"):
        written = (tmp_path / file).read_text()
        assert_harmless(written)
        assert file == "out.json" or "<script>" not in written
