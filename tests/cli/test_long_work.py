"""On a terminal after a second it says what it does, and that it goes on; in a pipe, nothing."""

from __future__ import annotations

import io
import sys
import time

import pytest

from course.cli import working as module
from course.cli.working import working
from tests.terminal import PATIENCE


class Tty(io.StringIO):
    """A stream that leads to a terminal."""

    def isatty(self) -> bool:
        return True


def streams(monkeypatch: pytest.MonkeyPatch, out: io.StringIO, err: io.StringIO) -> None:
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)


def test_on_a_terminal_it_says_what_it_does_and_that_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = Tty(), Tty()
    streams(monkeypatch, out, err)
    monkeypatch.setattr(module, "_MOMENT", 0.01)
    until = time.monotonic() + PATIENCE
    with working("Trying every path"):
        while "..." not in err.getvalue() and time.monotonic() < until:
            time.sleep(0.001)
    assert err.getvalue().startswith("Trying every path ...")
    assert err.getvalue().endswith(".\n")
    assert out.getvalue() == ""


def test_what_takes_no_moment_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    err = Tty()
    streams(monkeypatch, Tty(), err)
    monkeypatch.setattr(module, "_MOMENT", PATIENCE)
    with working("Trying every path"):
        pass
    assert err.getvalue() == ""


@pytest.mark.parametrize("piped", ["out", "err"])
def test_in_a_pipe_it_says_nothing(piped: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {"out": Tty(), "err": Tty()} | {piped: io.StringIO()}
    streams(monkeypatch, made["out"], made["err"])
    monkeypatch.setattr(module, "_MOMENT", 0.0)
    with working("Trying every path"):
        time.sleep(0.01)  # nobody is there who could say anything
    assert [each.getvalue() for each in made.values()] == ["", ""]


def test_what_goes_wrong_meanwhile_is_told_on_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    err = Tty()
    streams(monkeypatch, Tty(), err)
    monkeypatch.setattr(module, "_MOMENT", 0.01)
    until = time.monotonic() + PATIENCE

    def fail() -> None:
        while not err.getvalue() and time.monotonic() < until:
            time.sleep(0.001)
        raise ValueError("no such")

    with pytest.raises(ValueError, match="no such"), working("Trying every path"):
        fail()
    assert err.getvalue().endswith("\n")
