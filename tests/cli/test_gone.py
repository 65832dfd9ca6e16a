"""What is kept of a scenario that the course no longer has: it is carried along, it is said, and can be forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.reading.courses import read_course
from course.visit import settings
from course.visit.session import Session
from course.visit.settings import Settings
from tests.cli.conftest import BAKERY, run
from tests.journals import open_journal

Printed = pytest.CaptureFixture[str]


def play(home: Path) -> None:
    """One answer, on disk."""
    reading = read_course(Path(BAKERY))
    assert reading.course is not None
    journal = open_journal(home / "journal.db")
    session = Session.start(reading.course, reading.scenarios[0], journal, seed=7, extra_minute=False)
    session.choose(session.play.shown()[0].answer)
    journal.close(30)


def test_an_export_under_an_old_name_is_carried_and_said_and_can_be_forgotten(
    own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.chdir(BAKERY)
    play(own_home)
    exported = tmp_path / "old.json"
    assert run("export", str(exported)) == 0
    data = json.loads(exported.read_text(encoding="utf-8"))
    data["attempts"][0]["beginning"].update(scenario="gone-away", key="another")
    exported.write_text(json.dumps(data), encoding="utf-8")
    capsys.readouterr()
    assert run("import", str(exported)) == 0
    assert "kept all the same: gone-away." in capsys.readouterr().out
    assert run("progress") == run("report") == run("list") == 0
    assert run("forget", "--scenario", "gone-away", "--yes") == 0
    capsys.readouterr()
    assert run("forget", "--scenario", "gone-away", "--yes") == 2, "now there is nothing of it"


def test_forgetting_a_course_forgets_the_card_written_for_it_and_no_other(own_home: Path) -> None:
    play(own_home)
    settings.save(own_home / "settings.json", Settings(cards={"bakery": "Mine.", "other": "Theirs."}))
    assert run("forget", "--course", BAKERY, "--yes") == 0
    assert settings.load(own_home / "settings.json")[0].cards == {"other": "Theirs."}
