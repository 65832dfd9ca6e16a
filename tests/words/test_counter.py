"""A second course, on complaints at a bank counter: it speaks its own words, and none of the shipped course's."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from course.authoring.check.run import check
from course.faces.plain import run as run_plain
from course.reading.courses import read_course
from course.reading.problems.codes import Level
from course.visit.request import Request
from tests.cli.conftest import run
from tests.folders import ROOT
from tests.words import walks

COUNTER = ROOT / "tests" / "courses" / "counter"
FOREIGN = re.compile(
    r"interview|assertive|push[yi]|quiet|\bstory|\bstories|follow(?:ing)? up|recruit|hiring|candidate|applicant|badger|"
    r"sassy|classy|reconnect|desk",
    re.IGNORECASE,
)
"""Words of the course on the days after an interview."""


def test_nothing_is_wrong_with_it() -> None:
    assert [each for each in check(COUNTER).problems if each.level is not Level.INFO] == []


@pytest.mark.parametrize("seed", range(4))
def test_the_plain_face_says_no_word_of_the_other_course(
    seed: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    walks.talk(COUNTER, seed, monkeypatch)
    assert FOREIGN.findall(capsys.readouterr().out) == []


@pytest.mark.parametrize("seed", range(4))
async def test_the_screen_says_no_word_of_the_other_course(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async for text in walks.pages(COUNTER, tmp_path, seed):
        assert FOREIGN.search(text) is None, text


def test_reports_and_exports_say_no_word_of_the_other_course(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for scenario in read_course(COUNTER).scenarios:
        monkeypatch.setattr(sys, "stdin", io.StringIO("1\n1\n1\n\n" * 60))
        run_plain(Request(COUNTER, scenario.head.id, seed=1))
    capsys.readouterr()
    for command in ("list", "progress", "report"):
        assert run(command, "--course", str(COUNTER)) == 0
        assert FOREIGN.findall(capsys.readouterr().out) == []
    page, kept = tmp_path / "page.html", tmp_path / "kept.json"
    assert run("report", "--html", str(page), "--course", str(COUNTER)) == 0
    assert run("export", str(kept)) == 0
    for file in (page, kept):
        assert FOREIGN.findall(walks.visible(file.read_text(encoding="utf-8"))) == []
