"""Nothing is said but from the catalogue: a walk through every page, prompt, report and file of a course in a language
that nobody speaks finds no other sentence."""

from __future__ import annotations

import io
import random
import re
import sys
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from textual.widgets import Static

from course.faces.plain import run as run_plain
from course.faces.textual.page import Page
from course.faces.textual.widgets.keys import KeyBar
from course.faces.textual.widgets.sheet import Sheet
from course.reading.courses import read_course
from course.visit.request import Request
from course.words import say, speak_for
from course.words.catalogue import english
from tests.cli.conftest import run
from tests.faces.textual.stage import STILL, make_app
from tests.terminal import PATIENCE
from tests.words import made_up

KEYS = {"Enter", "Esc", "Space", "Tab", "PgUp", "PgDn", "Ctrl"}
"""Names of keys, as they stand on keyboards."""
NAMES = KEYS | {"Fine", "Line", "fineline", "json", "play", "progress", "course"}
"""What may stand anywhere: the program's name, and what is typed on a command line."""


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course in that language."""
    return made_up.course(tmp_path_factory.mktemp("made-up"))


def strange(text: str, more: Iterable[str] = ()) -> list[str]:
    """The words in a text that are neither the course's nor the catalogue's."""
    return made_up.latin(re.sub(r"\S*[/\\]\S*", "", text), {*NAMES, *more})


def test_the_course_is_sound(foreign: Path) -> None:
    reading = read_course(foreign)
    assert reading.problems == ()
    assert len(reading.scenarios) > 20


def typed(seed: int, length: int = 250) -> str:
    """Answers of somebody who tries everything."""
    chance = random.Random(seed)
    names = [name for name in english() if name.startswith("plain.answer.") and name != "plain.answer.quit"]
    words = [first for name in names if (first := say(name).split(", ")[0])]
    usual = ["1", "2", "3", "4", "5", "6", "", "", "", "0"]
    return "\n".join(chance.choice(usual if chance.random() < 0.85 else words) for _ in range(length)) + "\n"


@pytest.mark.parametrize("seed", range(12))
def test_no_prompt_of_the_plain_face_says_anything_else(
    foreign: Path, seed: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read_course(foreign)
    assert reading.course is not None
    speak_for(reading.course)
    ids = [scenario.head.id for scenario in reading.scenarios]
    for scenario in ["", *random.Random(seed).sample(ids, 3)]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed(seed)))
        run_plain(Request(foreign, scenario, seed=seed))
    assert strange(capsys.readouterr().out) == []


def test_no_report_and_no_file_says_anything_else(
    foreign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(3):
        monkeypatch.setattr(sys, "stdin", io.StringIO("1\n1\n\n" * 60))
        run_plain(Request(foreign, "parking-lot", seed=seed))
    capsys.readouterr()
    ids = {each.head.id for each in read_course(foreign).scenarios}
    for command in ("list", "progress", "report"):
        assert run(command, "--course", str(foreign)) == 0
        assert strange(capsys.readouterr().out, {part for name in ids for part in name.split("-")}) == []
    page = tmp_path / "page.html"
    assert run("report", "--html", str(page), "--course", str(foreign)) == 0
    assert strange(visible(page.read_text(encoding="utf-8"))) == []
    assert 'lang="xx"' in page.read_text(encoding="utf-8")


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


@pytest.mark.parametrize("seed", range(6))
async def test_no_page_of_the_screen_says_anything_else(
    foreign: Path, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keys at random, as many as lead through the pages; each is one that works there."""
    monkeypatch.chdir(tmp_path)  # where reminders are saved
    chance = random.Random(seed)
    reading = read_course(foreign)
    begins = "" if seed % 2 else chance.choice([each.head.id for each in reading.scenarios])
    app = make_app(tmp_path, begins, STILL, foreign, seed=seed)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(120):
            screen = app.screen
            if isinstance(screen, Page):
                assert [text for text in on_screen(screen) if strange(text)] == []
            keys = [key for key, each in screen.active_bindings.items() if each.enabled]
            keys = [each for each in keys if each not in ("q", "ctrl+q", "ctrl+c", "ctrl+p", "h", "m", "o")]
            await pilot.press(chance.choice(keys or ["escape"]))
    app.visit.journal.close(PATIENCE)
