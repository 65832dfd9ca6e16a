"""Two programs at one journal, each in a process of its own: what one has said is kept stays, whatever the other does
and however either ends."""

from __future__ import annotations

import json
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import BAKERY, played
from tests.journals import eventually
from tests.locks import LISTED, locked
from tests.terminal import Terminal

QUIT = "\x11"  # Ctrl+Q
AT = ["--course", BAKERY]


def window(scenario: str = "") -> Terminal:
    """Somebody plays that scenario on the screen, or looks at home."""
    what = ["play", scenario] if scenario else []
    return Terminal([sys.executable, "-m", "course", *what, *AT], columns=100, rows=32)


def answer(terminal: Terminal) -> None:
    """Answer, and read what came of it."""
    terminal.answer("1", "extra minute")
    terminal.answer("3", "or think again?")
    terminal.answer("\r", "It lands")


def listed() -> None:
    assert "The back door" in played("list", *AT).stdout


def progress() -> None:
    assert played("progress", *AT).returncode == 0


def exported() -> None:
    assert played("export", "-").returncode == 0


def forgotten() -> None:
    """Everything, and the file is written anew."""
    assert "Deleted" in played("forget", "--yes").stdout


def looked() -> None:
    """In a second window, which is left again."""
    with window() as terminal:
        terminal.read_until("The back door")
        terminal.send(QUIT)
        assert terminal.wait() == 0


OTHERS = (listed, progress, exported, forgotten, looked)


def count(journal: Path) -> int:
    """How many answers are in it."""
    with closing(sqlite3.connect(journal)) as file:
        return int(file.execute("SELECT count(*) FROM moves WHERE kind = 'sent'").fetchone()[0])


def await_answers(journal: Path, wanted: int) -> None:
    """Wait until so many are kept."""
    eventually(lambda: count(journal) == wanted)


def sent() -> dict[str, int]:
    """How many answers are kept of each scenario."""
    found: dict[str, int] = {}
    for each in json.loads(played("export", "-").stdout)["attempts"]:
        name = each["beginning"]["scenario"]
        found[name] = found.get(name, 0) + sum(event["kind"] == "sent" for event in each["events"])
    return found


@pytest.mark.parametrize("other", OTHERS)
def test_what_was_sent_beside_another_program_outlives_a_kill(own_home: Path, other: Callable[[], None]) -> None:
    with window("thank-you") as terminal:
        terminal.read_until("flour")
        other()
        answer(terminal)
        await_answers(own_home / "journal.db", 1)
        other()
        terminal.kill()
        terminal.wait()
    assert sent() == ({} if other is forgotten else {"thank-you": 1})


def test_leaving_overwrites_nothing_that_another_window_has_kept() -> None:
    with window("thank-you") as first:
        first.read_until("flour")
        progress()
        answer(first)
        with window("back-door") as second:
            second.read_until("Your cousin")
            answer(second)
            second.send(QUIT)
            assert second.wait() == 0
        assert sent() == {"thank-you": 1, "back-door": 1}
        first.answer("\r", "Under the door")
        answer(first)
        first.send(QUIT)
        assert first.wait() == 0
    assert sent() == {"thank-you": 2, "back-door": 1}


def all_of_it(data: bytes) -> bytes:
    return b"\x00\xff" * (len(data) // 2)


def all_but_the_first_page(data: bytes) -> bytes:
    return data[:4096] + b"\xa5" * (len(data) - 4096)


@pytest.mark.parametrize("spoil", [all_of_it, all_but_the_first_page])
def test_what_another_program_sets_aside_takes_nothing_from_an_open_window(
    own_home: Path, spoil: Callable[[bytes], bytes]
) -> None:
    """Whichever of the two comes upon the damage first: what this window knows of is kept in the new one."""
    journal = own_home / "journal.db"
    with window("thank-you") as terminal:
        terminal.read_until("flour")
        answer(terminal)
        await_answers(journal, 1)
        with closing(sqlite3.connect(journal)) as file:
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        journal.write_bytes(spoil(journal.read_bytes()))
        assert played("list", *AT).returncode == 0
        assert list(own_home.glob("journal.set-aside-*.db"))
        terminal.answer("\r", "Under the door")
        answer(terminal)
        await_answers(journal, 2)
        terminal.kill()
        terminal.wait()
    assert sent() == {"thank-you": 2}
    assert len(list(own_home.glob("journal.set-aside-*.db"))) == 1


@pytest.fixture
def looks(own_home: Path) -> Iterator[Callable[[int], list[bool]]]:
    """Has it watched whether the process has its lock on the journal; what it returns is what is seen, a hundred times
    a second. A list that changes while it is read may lack one, so that a lock is only missing where it is three times
    in a row."""
    seen: list[bool] = []
    over = threading.Event()

    def watch(pid: int) -> None:
        while not over.wait(0.01):
            seen.append(any(locked(own_home / "journal.db", pid) for _ in range(3)))

    def begin(pid: int) -> list[bool]:
        threading.Thread(target=watch, args=(pid,), daemon=True).start()
        return seen

    yield begin
    over.set()


@pytest.mark.skipif(not LISTED, reason="this system does not list its locks")
def test_an_open_journal_is_locked_from_first_to_last(own_home: Path, looks: Callable[[int], list[bool]]) -> None:
    """By the lock that tells every other program that somebody has it open."""
    with window() as terminal:
        terminal.read_until("The back door")
        assert locked(own_home / "journal.db", terminal.pid), "home has read it"
        seen = looks(terminal.pid)
        terminal.answer("1", "flour")
        answer(terminal)
        await_answers(own_home / "journal.db", 1)
        for other in OTHERS:
            other()
        terminal.answer("\r", "Under the door")
        answer(terminal)
        before = len(seen)
        while len(seen) < before + 200:  # it looks every second whether its file still lies there
            terminal.read(0.1)
        assert all(seen)
