"""Walks through whole courses, at random, that bring up whatever there is to read."""

from __future__ import annotations

import io
import random
import sys
from collections.abc import AsyncIterator, Iterable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from textual.widgets import Static

from course.faces.plain import run as run_plain
from course.faces.textual.page import Page
from course.faces.textual.widgets.keys import KeyBar
from course.faces.textual.widgets.sheet import Sheet
from course.model import Course
from course.reading.courses import read_course
from course.visit.request import Request
from course.words import say, speak_for
from course.words.catalog import english
from tests.faces.textual.stage import STILL, make_app
from tests.terminal import PATIENCE

_KEYS = 120
_AWAY = ("q", "ctrl+q", "ctrl+c", "ctrl+p", "h", "m", "o")
"""Keys that leave, open another program, or save."""


@cache
def _read(folder: Path) -> tuple[Course, list[str]]:
    """A course, and the ids of its scenarios; each walk asks."""
    reading = read_course(folder)
    assert reading.course is not None
    return reading.course, [each.head.id for each in reading.scenarios]


def talk(folder: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Home and three scenarios of a course in the plain face, which prints all that is said."""
    course, ids = _read(folder)
    speak_for(course)
    for scenario in ["", *random.Random(seed).sample(ids, 3)]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed(seed)))
        run_plain(Request(folder, scenario, seed=seed))


async def pages(folder: Path, home: Path, seed: int) -> AsyncIterator[str]:
    """What stands on the pages of the screen, by way of keys that work there."""
    chance = random.Random(seed)
    begins = "" if seed % 2 else chance.choice(_read(folder)[1])
    app = make_app(home, begins, STILL, folder, seed=seed)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(_KEYS):
            screen = app.screen
            if isinstance(screen, Page):
                for text in on_screen(screen):
                    yield text
            keys = [key for key, each in screen.active_bindings.items() if each.enabled and key not in _AWAY]
            await pilot.press(chance.choice(keys or ["escape"]))
    app.visit.journal.close(PATIENCE)


def typed(seed: int, length: int = 250) -> str:
    """Answers of somebody who tries everything."""
    chance = random.Random(seed)
    names = [name for name in english() if name.startswith("plain.answer.") and name != "plain.answer.quit"]
    words = [first for name in names if (first := say(name).split(", ")[0])]
    usual = ["1", "2", "3", "4", "5", "6", "", "", "", "0"]
    return "\n".join(chance.choice(usual if chance.random() < 0.85 else words) for _ in range(length)) + "\n"


def visible(page: str) -> str:
    """What a browser shows of a page."""
    shown: list[str] = []

    class Reader(HTMLParser):
        skipped = False

        def handle_starttag(self, tag: str, _: object) -> None:
            self.skipped = tag == "style"

        def handle_data(self, data: str) -> None:
            if not self.skipped:
                shown.append(data)

    Reader().feed(page)
    return " ".join(shown)


def on_screen(page: Page[object]) -> Iterable[str]:
    """Every text on a page: the column, what stays in place, and the keys."""
    for sheet in page.query(Sheet):
        yield sheet.text
    for static in page.query(Static):
        yield str(static.content)
    for bar in page.query(KeyBar):
        yield bar.text
