"""Bytes that changed in the journal's file, wherever they lie: it is set aside or read as far as can be, play goes on,
and nothing is raised at anybody."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.journal import SqliteJournal
from course.journal.records import SetAside, Trouble
from course.visit import journal_words
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.journals import open_journal
from tests.terminal import PATIENCE

PAGE = 4096
TIMES = 120


@pytest.fixture
def sound(tmp_path: Path) -> bytes:
    """A journal with something of everything in it."""
    journal = open_journal(tmp_path / "sound.db")
    for seed in range(6):
        play(journal, seed)
    for number in range(3):
        journal.practice("tiny", "tale", f"scene-{number}", "space", held=True)
    journal.close(PATIENCE)
    return (tmp_path / "sound.db").read_bytes()


@pytest.fixture(autouse=True)
def no_thread_ends(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The one that writes goes on, whatever it reads."""
    ended: list[object] = []
    monkeypatch.setattr(threading, "excepthook", ended.append)
    yield
    assert not ended


def play(journal: SqliteJournal, seed: int = 9) -> None:
    """Play the scenario to its end."""
    session = Session.start(tiny_course(), tiny_scenario(), journal, seed=seed, extra_minute=False)
    for name in ("write", "patient"):
        session.choose((name,))
        session.go_on()


def use(path: Path) -> SqliteJournal:
    """Read all there is, and play on."""
    journal = open_journal(path)
    for read in (journal.past, journal.standings, journal.unfinished, journal.met, journal.disputes, journal.practiced):
        read("tiny")
    journal.ended("tiny", "tale")
    journal.carry()
    play(journal)
    journal.past("tiny")
    return journal


def set_aside(journal: SqliteJournal) -> bool:
    return any(isinstance(each, SetAside) for each in journal.take_notices())


def test_bytes_flipped_anywhere(tmp_path: Path, sound: bytes) -> None:
    chance = random.Random(11)
    damaged = 0
    for number in range(TIMES):
        data = bytearray(sound)
        page = chance.choice((0, chance.randrange(len(data) // PAGE))) * PAGE
        flipped = {page + chance.randrange(PAGE): chance.randrange(256) for _ in range(chance.choice((1, 2, 8)))}
        for at, byte in flipped.items():
            data[at] = byte
        path = tmp_path / str(number) / "journal.db"
        path.parent.mkdir()
        path.write_bytes(data)
        journal = use(path)
        found = journal.wait(PATIENCE if journal.keeping.trouble is None else 0)
        # A number of its format's or its version's that has changed can be one that a program to come will write.
        assert found.trouble in (None, Trouble.NEWER, Trouble.READ_ONLY), (flipped, found.detail)
        damaged += set_aside(journal)
        journal.close(0)
    assert damaged > TIMES // 4


@pytest.mark.parametrize(
    ("at", "byte"),
    [
        pytest.param(b"table", 0xFF, id="a table's name is no text, and SQLite quotes it in what it says"),
        pytest.param(b"tableattempts", 0x08, id="where its rows begin"),
        pytest.param(b"CREATE TABLE attempt", ord("z"), id="a table has another name"),
        pytest.param(b"TEXT NOT NULL,\n            scenari", ord("z"), id="a column has another name"),
        pytest.param(b"SQLite format 3", 1, id="it is no database"),
    ],
)
def test_a_page_that_says_what_there_is(tmp_path: Path, sound: bytes, at: bytes, byte: int) -> None:
    data = bytearray(sound)
    data[data.find(at) + len(at)] = byte
    path = tmp_path / "home" / "journal.db"
    path.parent.mkdir()
    path.write_bytes(data)
    journal = use(path)
    assert set_aside(journal)
    assert journal.wait(PATIENCE).trouble is None
    assert journal_words.unread(journal.keeping), "nobody is told that there is nothing"
    assert journal.close(PATIENCE).owed == 0


@pytest.mark.parametrize("version", [-1, 0, 1, 2, 2**20])
def test_another_version_than_it_has(tmp_path: Path, sound: bytes, version: int) -> None:
    """Of a number that no version will ever have, or that what is in it does not fit."""
    data = bytearray(sound)
    data[60:64] = version.to_bytes(4, "big", signed=True)
    path = tmp_path / "home" / "journal.db"
    path.parent.mkdir()
    path.write_bytes(data)
    journal = use(path)
    assert journal.wait(PATIENCE).trouble is None
    assert set_aside(journal) or len(journal.past("tiny").attempts) == 1
    journal.close(PATIENCE)
