"""What could not be kept is tried on leaving, and what is said then is true."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_leaving import PLAIN
from tests.journals import attempts, open_journal
from tests.terminal import Terminal


@pytest.fixture
def blocker(own_home: Path) -> Iterator[sqlite3.Connection]:
    """Another program that is writing to the journal, and takes its time."""
    open_journal(own_home / "journal.db").close(60)
    connection = sqlite3.connect(own_home / "journal.db", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    yield connection
    connection.close()


def answer_and_leave(terminal: Terminal) -> None:
    terminal.read_until("Your choice")
    terminal.answer("1\n", then="to put it back:")
    terminal.answer("3\n", then="to think again:")
    terminal.answer("1\n", then="Not kept yet: 1 thing you did is waiting")
    terminal.read_until("Enter to go on")
    terminal.answer("quit\n", then="Ctrl+C leaves without it.")


def test_it_is_kept_as_soon_as_it_can_be(own_home: Path, blocker: sqlite3.Connection) -> None:
    with Terminal(PLAIN) as terminal:
        answer_and_leave(terminal)
        blocker.execute("ROLLBACK")
        terminal.read_until("Now everything is kept.")
        assert terminal.wait() == 0
    assert len(attempts(open_journal(own_home / "journal.db"), "bakery")[0].decisions) == 1


@pytest.mark.usefixtures("blocker")
def test_who_does_not_wait_is_told_what_is_lost() -> None:
    with Terminal(PLAIN) as terminal:
        answer_and_leave(terminal)
        terminal.kill(signal.SIGINT)
        terminal.read_until("Not kept: the last thing you did is lost")
        assert terminal.wait() == 130
        assert b"Your place is kept" not in terminal.output
