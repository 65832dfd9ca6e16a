"""`fineline disputes`: what learners see differently, by scene, where an author finds it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from course.engine.apply import begin
from course.engine.decision import Decision
from course.journal import SqliteJournal
from course.model.record import replace
from course.reading.courses import read_course
from tests.cli.conftest import run
from tests.folders import BAKERY
from tests.journals import open_journal
from tests.steps import send
from tests.terminal import PATIENCE

Printed = pytest.CaptureFixture[str]


def decision(of: Path = BAKERY) -> Decision:
    """The first thing that can be answered in the thank-you, answered."""
    reading = read_course(of)
    assert reading.course is not None
    scenario = next(each for each in reading.scenarios if each.head.id == "thank-you")
    play = begin(reading.course, scenario, 7)
    return send(play, play.shown()[0].answer).decisions[0]


def differ(journal: SqliteJournal, why: str, about: Decision, course: str = "bakery") -> None:
    journal.dispute(course, "1", "thank-you", about, why).result(PATIENCE)


@pytest.fixture
def own(own_home: Path) -> SqliteJournal:
    """The journal of the one learner here."""
    own_home.mkdir(exist_ok=True)
    return open_journal(own_home / "journal.db")


def line_of(course: Path, words: str) -> int:
    """The line of the scenario's file that holds these words."""
    lines = (course / "thanks" / "thank-you.yaml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_each_contested_answer_stands_with_its_line_and_every_reason(own: SqliteJournal, capsys: Printed) -> None:
    about = decision()
    differ(own, "She told me to.", about)
    differ(own, "", replace(about, revision="older"))  # what is said last of the same scene is all that is kept
    own.close(PATIENCE)
    assert run("disputes", str(BAKERY)) == 0
    told = capsys.readouterr().out
    assert f"thank-you.yaml:{line_of(BAKERY, about.said[:20])})" in told
    assert (about.said in told, "She told me to." in told, "no reason given" in told) == (True, True, True)
    assert "Seen differently: 2, about 1 answer." in told


def test_where_nobody_differs_it_is_said(own: SqliteJournal, capsys: Printed) -> None:
    own.close(PATIENCE)
    assert run("disputes", str(BAKERY)) == 0
    assert "Nobody has seen anything differently" in capsys.readouterr().out


def test_what_learners_have_exported_is_read_and_the_same_twice_is_one(
    own: SqliteJournal, tmp_path: Path, capsys: Printed
) -> None:
    differ(own, "She told me to.", decision())
    differ(own, "Elsewhere.", decision(), course="other")
    own.close(PATIENCE)
    exported = tmp_path / "robin.json"
    assert run("export", str(exported)) == 0
    shutil.copy(exported, tmp_path / "again.json")
    capsys.readouterr()
    assert run("disputes", str(BAKERY), str(exported), str(tmp_path / "again.json"), "--mine", "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)["contested"]
    assert [each["why"] for each in found["reasons"]] == ["She told me to."]
    assert (found["file"], found["scene"]) == ("thanks/thank-you.yaml", decision().scene)
    assert run("disputes", str(BAKERY), str(exported)) == 0
    told = capsys.readouterr()
    assert "Elsewhere." not in told.out
    assert "other courses: other" in told.err


def test_a_scene_that_was_edited_or_is_gone_says_so(own: SqliteJournal, capsys: Printed) -> None:
    about = decision()
    differ(own, "Before the edit.", replace(about, revision="another"))
    differ(own, "Nowhere now.", replace(about, scene="no-longer-there"))
    own.close(PATIENCE)
    assert run("disputes", str(BAKERY)) == 0
    told = capsys.readouterr().out
    assert "Before the edit. (the scene has been edited since)" in told
    assert "thank-you.yaml:1)" in told


def test_two_courses_and_a_file_that_is_none_of_ours_are_refused(tmp_path: Path, capsys: Printed) -> None:
    assert run("disputes", str(BAKERY), str(BAKERY.parent / "counter")) == 2
    assert "several courses" in capsys.readouterr().err
    (tmp_path / "letter.json").write_text("{}")
    assert run("disputes", str(BAKERY), str(tmp_path / "letter.json")) == 2
    assert "letter.json" in capsys.readouterr().err
