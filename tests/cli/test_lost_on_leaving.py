"""The last answer is refused just as the learner leaves: once the terminal is theirs again, both faces say which one
it was, and why."""

from __future__ import annotations

import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from course.journal.sqlite.forgetting import delete
from tests.cli.conftest import BAKERY, fill
from tests.journals import attempts, eventually, open_journal
from tests.terminal import PATIENCE, Terminal

QUIT = "\x11"  # Ctrl+Q
GIVEN_BACK = b"\x1b[?1049l"
PLAY = [sys.executable, "-m", "course", "play", "thank-you", "--seed", "7", "--course", BAKERY]
SECOND = "The thank-you, Thursday noon: "


class Face:
    """One face, at the first scene."""

    def __init__(self, plain: bool, errors: Path) -> None:
        apart = ["sh", "-c", 'exec "$@" 2>"$0"', str(errors), *PLAY, "--plain"]
        self.plain, self._errors = plain, errors
        self.terminal = Terminal(apart if plain else PLAY, columns=100, rows=32)
        self.terminal.read_until("Your choice" if plain else "flour")

    def answer(self) -> None:
        """Give the first answer there is, and call it pushy."""
        self.terminal.answer("1\n" if self.plain else "1", "to put it back:" if self.plain else "extra minute")
        self.terminal.answer("3\n" if self.plain else "3", "to think again:" if self.plain else "or think again?")
        self.terminal.answer("1\n" if self.plain else "\r", "Enter to go on" if self.plain else "It lands")

    def go_on(self) -> None:
        """Read the second scene."""
        self.terminal.answer("\n" if self.plain else "\r", "Your choice" if self.plain else "toast")

    def __enter__(self) -> Face:
        return self

    def __exit__(self, *_: object) -> None:
        self.terminal.close()

    def quit(self) -> None:
        """Leave, though not all is kept."""
        if self.plain:
            self.terminal.send("quit\n")
        else:
            self.terminal.read_until("Not kept yet")
            self.terminal.answer(QUIT, "Quit?")
            self.terminal.send("Y")

    def read_until_told(self, text: str) -> None:
        """Read until that has been said on leaving."""

        def there() -> bool:
            self.terminal.read(0)
            return text in self.told()

        try:
            eventually(there)
        except AssertionError:
            raise AssertionError(f"{text!r} was never said; last was {bytes(self.terminal.output[-900:])!r}") from None

    def told(self) -> str:
        """All that is said once it has left: by the plain face to standard error, by the other below the screen that
        was given back, on however many lines."""
        told = self._errors.read_text() if self.plain else self.terminal.output.rpartition(GIVEN_BACK)[2].decode()
        return " ".join(told.split())


@pytest.fixture(params=["plain", "textual"])
def plain(request: pytest.FixtureRequest) -> bool:
    """Whether it is the plain face."""
    return bool(request.param == "plain")


@contextmanager
def left_while_it_is_held(face: Face, journal: Path) -> Iterator[sqlite3.Connection]:
    """Give the second answer and leave while another window holds the journal; it lets go of it when it has done what
    is to be done."""
    face.answer()
    face.go_on()
    with closing(sqlite3.connect(journal, isolation_level=None, timeout=PATIENCE)) as window:
        eventually(lambda: window.execute("SELECT count(*) FROM moves").fetchone()[0] == 2)
        window.execute("BEGIN IMMEDIATE")
        face.answer()
        face.quit()
        face.read_until_told("Ctrl+C leaves without it.")
        yield window
        window.execute("COMMIT")


def test_a_disk_that_is_full_by_then(
    plain: bool, small_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_journal(small_home / "journal.db").close()
    with Face(plain, tmp_path / "errors") as face:
        fill(small_home, monkeypatch)
        face.answer()
        face.quit()
        face.read_until_told("Ctrl+C leaves without it.")
        face.terminal.kill(signal.SIGINT)
        assert face.terminal.wait() == 130
    assert "Not kept: the last thing you did is lost (the disk is full). It was your answer at" in face.told()
    assert "answer at The thank-you, Tuesday evening: " in face.told()


@pytest.mark.parametrize(
    ("elsewhere", "why"),
    [
        (
            lambda window: window.execute("INSERT INTO abandoned SELECT id, began FROM attempts"),
            "this attempt was given up in another window",
        ),
        (
            lambda window: window.execute(
                "INSERT INTO moves (attempt, number, at, kind, particulars, scene, title, day) "
                "SELECT attempt, 2, at, 'went-on', '{}', scene, title, day FROM moves WHERE number = 1"
            ),
            "this story went on in another terminal",
        ),
        (lambda window: delete(window, "", None, None), "was deleted in another window"),
    ],
)
def test_another_window_that_was_faster(
    plain: bool, own_home: Path, tmp_path: Path, elsewhere: Callable[[sqlite3.Connection], object], why: str
) -> None:
    with Face(plain, tmp_path / "errors") as face:
        with left_while_it_is_held(face, own_home / "journal.db") as window:
            elsewhere(window)
        assert face.terminal.wait() == 2
    assert "Not kept, since " in face.told()
    assert f"{why}: your answer at {SECOND}" in face.told()
    assert "Now everything is kept" not in face.told()


def test_what_can_be_given_again_is_kept_and_that_is_said(plain: bool, own_home: Path, tmp_path: Path) -> None:
    """It was another story that was deleted."""
    with Face(plain, tmp_path / "errors") as face:
        with left_while_it_is_held(face, own_home / "journal.db") as window:
            delete(window, "", "bakery", "another-story")
        assert face.terminal.wait() == 0, face.told()
    assert face.told().endswith("Now everything is kept.")
    (attempt,) = attempts(open_journal(own_home / "journal.db"), "bakery")
    assert len(attempt.decisions) == 2
