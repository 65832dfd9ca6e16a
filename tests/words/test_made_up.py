"""Nothing is said but from the catalog: a walk through every page, prompt, report and file of a course in a language
that nobody speaks finds no other sentence."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from course.faces.plain import run as run_plain
from course.reading.courses import read_course
from course.visit.request import Request
from tests.cli.conftest import run
from tests.words import made_up, walks

KEYS = {"Enter", "Esc", "Space", "Tab", "PgUp", "PgDn", "Ctrl"}
"""Names of keys, as they stand on keyboards."""
NAMES = KEYS | {"Fine", "Line", "fineline", "json", "play", "progress", "course"}
"""What may stand anywhere: the program's name, and what is typed on a command line."""


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course in that language."""
    return made_up.course(tmp_path_factory.mktemp("made-up"))


def strange(text: str, more: Iterable[str] = ()) -> list[str]:
    """The words in a text that are neither the course's nor the catalog's."""
    return made_up.latin(re.sub(r"\S*[/\\]\S*", "", text), {*NAMES, *more})


def test_the_course_is_sound(foreign: Path) -> None:
    reading = read_course(foreign)
    assert reading.problems == ()
    assert len(reading.scenarios) > 15


@pytest.mark.parametrize("seed", range(8))
def test_no_prompt_of_the_plain_face_says_anything_else(
    foreign: Path, seed: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    walks.talk(foreign, seed, monkeypatch)
    assert strange(capsys.readouterr().out) == []


def test_no_report_and_no_file_says_anything_else(
    foreign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(3):
        monkeypatch.setattr(sys, "stdin", io.StringIO("1\n1\n1\n\n" * 60))
        run_plain(Request(foreign, "parking-lot", seed=seed))
    capsys.readouterr()
    ids = {each.head.id for each in read_course(foreign).scenarios}
    for command in ("list", "progress", "report"):
        assert run(command, "--course", str(foreign)) == 0
        assert strange(capsys.readouterr().out, {part for name in ids for part in name.split("-")}) == []
    page = tmp_path / "page.html"
    assert run("report", "--html", str(page), "--course", str(foreign)) == 0
    assert strange(walks.visible(page.read_text(encoding="utf-8"))) == []
    assert 'lang="xx"' in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", range(4))
async def test_no_page_of_the_screen_says_anything_else(
    foreign: Path, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async for text in walks.pages(foreign, tmp_path, seed):
        assert strange(text) == [], text
