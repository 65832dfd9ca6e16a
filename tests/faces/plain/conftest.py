"""Talking to the plain face: lines in, everything said out."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from course.faces.plain import run
from course.visit.request import Request
from tests.folders import BAKERY

Talk = Callable[..., str]


@pytest.fixture
def talk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Talk:
    """`talk(typed, scenario, ...)` says everything that was said when these lines are typed and the input ends.

    The seed is 7: the first scene shows the choices owner, nothing, two-lines; the second again, wait.
    """

    def talk(
        typed: Sequence[str] = (),
        scenario: str = "thank-you",
        *,
        at: str = "",
        seed: int = 7,
        course: Path = BAKERY,
        status: int = 0,
    ) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(line + "\n" for line in typed)))
        assert run(Request(course, scenario, at, seed)) == status
        found = capsys.readouterr()
        return found.out + found.err

    return talk
