"""Where a learner is in a scenario."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.engine.apply import begin
from course.engine.play import Play
from course.visit.course_folder import CourseFolder
from course.visit.positions import Position
from tests.folders import BAKERY
from tests.steps import go_on, send
from tests.terminal import PATIENCE


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    return shutil.copytree(BAKERY, tmp_path / "bakery")


def known(folder: CourseFolder, play: Play) -> Position | None:
    """The position, once it has been worked out."""
    folder.positions.of(play)
    folder.positions.wait(PATIENCE)
    return folder.positions.of(play)


def test_scenes_are_counted_on_the_way_and_ahead(bakery: Path) -> None:
    folder = CourseFolder(bakery)
    scenario = folder.open("thank-you")
    assert scenario is not None
    play = begin(folder.course, scenario, 1, extra_minute=False)
    first = known(folder, play)
    assert first is not None
    assert first.number == 1
    assert first.most is None or first.least <= first.most
    later = known(folder, go_on(send(play, play.shown()[0].answer)))
    assert later is not None
    assert later.least >= first.least, "what is left on the shortest way is never less than it was"


def test_it_is_kept_for_the_next_time(bakery: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 2**62)  # long after any file was saved
    folder = CourseFolder(bakery)
    scenario = folder.open("thank-you")
    assert scenario is not None
    play = begin(folder.course, scenario, 1)
    here = known(folder, play)
    assert here is not None
    assert CourseFolder(bakery).positions.of(play) == here, "at once, without being worked out"
