"""Scenarios that know their path, in both faces: what is told, what is offered, what is known."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from course.authoring.check.run import check
from course.faces.plain import run
from course.faces.textual.known import WhatYouKnow
from course.reading.problems.codes import Level
from course.visit.request import Request
from course.visit.settings import Settings
from tests.faces.textual.stage import STILL, make_app, page, text
from tests.faces.textual.test_snapshots import LOOKS, SIZES, THEMES
from tests.folders import BAKERY

STORY = Path(__file__).with_name("knowing.yaml")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The bakery with a scenario of conditions, passages and facts."""
    folder = shutil.copytree(BAKERY, tmp_path / "bakery")
    shutil.copy(STORY, folder / "second-tray.yaml")
    return folder


def told(course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
    assert run(Request(course, "second-tray", seed=1)) == 0
    return capsys.readouterr().out


def test_it_is_read_without_a_fault(course: Path) -> None:
    wrong = [each for each in check(course).problems if each.level is Level.ERROR]
    assert not wrong


CALLED = ("It is your first call.", "She knows about the tin.", "Ask whether Friday is still fine.")
WAITED = ("She is looking for the tin.", "Have you seen my tin?", "Write back that you have it.")


@pytest.mark.parametrize(("did", "so", "not_so"), [("call", CALLED, WAITED), ("wait", WAITED, CALLED)])
def test_in_plain_lines(
    did: str,
    so: tuple[str, ...],
    not_so: tuple[str, ...],
    course: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = told(course, monkeypatch, capsys, "know")
    number = next(line[0] for line in shown.splitlines() if ("Call the" if did == "call" else "Wait until") in line)
    said = told(course, monkeypatch, capsys, number, "2", "", "", "know")
    assert "A night goes by." in said
    for sentence in so:
        assert sentence in said
    for sentence in not_so:
        assert sentence not in said
    assert "Marta answers the phone herself." in said
    assert "Marta, runs the bakery." in said
    assert ("The tin can wait until Friday." in said, "She is not cross." in said) == (did == "call",) * 2
    assert ("So far: " in said) == (did == "call")


async def test_on_the_screen(course: Path, tmp_path: Path) -> None:
    app = make_app(tmp_path, "second-tray", STILL, course, seed=1)
    async with app.run_test(size=(80, 24)) as pilot:
        call = "1" if "1  Call" in text(pilot) else "2"
        await pilot.press(call, "2")
        assert "It is your first call." in text(pilot)
        await pilot.press("enter")
        assert text(pilot).strip() == "A night goes by."
        await pilot.press("enter")
        assert "She knows about the tin." in text(pilot)
        assert "Write back" not in text(pilot)
        either = "1" if "1  Bake" in text(pilot) else "2"
        await pilot.press(either, "2")
        assert "Either way is fine; people differ here." in text(pilot)
        await pilot.press("k")
        assert isinstance(page(pilot), WhatYouKnow)
        assert "She is not cross." in text(pilot)
        await pilot.press("k", "enter")
        assert "It decides" in text(pilot)


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_what_you_know(size: str, theme: str, course: Path, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    app = make_app(tmp_path, "second-tray", Settings(theme=THEMES[theme], motion=False), course, seed=1)
    keys = ["2", "2", "enter", "enter", "k"]
    assert snap_compare(app, press=keys, terminal_size=SIZES[size])
