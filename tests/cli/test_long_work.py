"""On a terminal after a second it says what it does, and that it goes on; in a pipe, nothing."""

from __future__ import annotations

import io
import sys
from threading import Event

import pytest

from course.cli.working import working
from tests.terminal import PATIENCE

SOON, NEVER = 0.001, PATIENCE


class Tty(io.StringIO):
    """A stream that leads to a terminal; it tells when there is something on it, and when that goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.goes_on = Event(), Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        written = super().write(text)
        self.begun.set()
        if "..." in self.getvalue():
            self.goes_on.set()
        return written


def streams(monkeypatch: pytest.MonkeyPatch, out: io.StringIO, err: io.StringIO) -> None:
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)


def test_on_a_terminal_it_says_what_it_does_and_that_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = Tty(), Tty()
    streams(monkeypatch, out, err)
    with working("Trying every path", SOON):
        assert err.goes_on.wait(PATIENCE)
    assert err.getvalue().startswith("Trying every path ...")
    assert err.getvalue().endswith(".\n")
    assert out.getvalue() == ""


def test_what_takes_no_moment_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    err = Tty()
    streams(monkeypatch, Tty(), err)
    with working("Trying every path", NEVER):
        pass
    assert err.getvalue() == ""


@pytest.mark.parametrize("piped", ["out", "err"])
def test_in_a_pipe_it_says_nothing(piped: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {"out": Tty(), "err": Tty()} | {piped: io.StringIO()}
    streams(monkeypatch, made["out"], made["err"])
    with working("Trying every path", 0.0):
        pass
    assert [each.getvalue() for each in made.values()] == ["", ""]


def test_what_goes_wrong_meanwhile_is_told_on_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    err = Tty()
    streams(monkeypatch, Tty(), err)

    def fail() -> None:
        assert err.begun.wait(PATIENCE)
        raise ValueError("no such")

    with pytest.raises(ValueError, match="no such"), working("Trying every path", SOON):
        fail()
    assert err.getvalue().endswith("\n")
