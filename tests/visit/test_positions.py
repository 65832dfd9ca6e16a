"""Where a learner is in a scenario."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from course.engine.apply import begin
from course.engine.play import Phase, Play
from course.visit.course_folder import CourseFolder
from course.visit.positions import Position
from tests.folders import BAKERY, ROOT
from tests.steps import go_on, send
from tests.terminal import PATIENCE

SHIPPED = ROOT / "content" / "after-the-interview"


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


@pytest.mark.parametrize("name", ["no-answer", "supervisor", "already-sent", "panel-of-five"])
def test_the_estimate_stays_until_the_path_makes_it_impossible_and_never_goes_back(name: str) -> None:
    """On twenty paths by chance, as far as their scenes ask for one answer."""
    folder = CourseFolder(SHIPPED)
    scenario = folder.open(name)
    assert scenario is not None
    for seed in range(20):
        said = said_on_the_way(folder, begin(folder.course, scenario, seed, extra_minute=False), Random(seed))
        first = said[0].about
        last = said[0]
        for each in said[1:]:
            assert each.most is not None
            assert last.most is not None
            assert last.least <= each.least <= each.about <= each.most <= last.most, "what was certain stays so"
            assert each.about in (last.about, each.least, each.most), "it changes only where it has to"
            assert abs(each.about - first) >= abs(last.about - first), "and never goes back and forth"
            last = each


def said_on_the_way(folder: CourseFolder, play: Play, chance: Random) -> list[Position]:
    """The positions on one path."""
    said = []
    while play.phase is not Phase.ENDED and (here := known(folder, play)):
        said.append(here)
        if play.phase is Phase.READING:
            play = go_on(play)
            continue
        if play.whole():
            break
        play = go_on(send(play, chance.choice(play.shown()).answer))
    assert said
    return said
