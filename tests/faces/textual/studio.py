"""The preview on a stage: a copy of the small course, edited under its eyes as an editor would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from course.authoring.check.run import Checked
from course.authoring.preview.desk import Desk
from course.authoring.watch import Watch
from course.faces.textual.preview.app import Preview
from course.faces.textual.preview.screen import PreviewScreen
from course.reading.courses import read_course
from course.visit.settings import Settings
from tests.faces.textual.stage import STILL
from tests.folders import BAKERY

STORY = "thanks/thank-you.yaml"
OTHER = "people/back-door.yaml"


class Folder:
    """A course that is being written."""

    def __init__(self, tmp_path: Path) -> None:
        self.path = tmp_path / "course"
        shutil.copytree(BAKERY, self.path)

    def edit(self, file: str, *changes: tuple[str, str]) -> None:
        """Save a file with some of its text replaced, by a copy that takes its place."""
        path = self.path / file
        text = path.read_text()
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        copy = path.with_name(".copy")
        copy.write_text(text)
        copy.replace(path)


def only_read(folder: Path) -> Checked:
    """A check without any checks, so that pictures do not change with them."""
    reading = read_course(folder)
    return Checked(reading, reading.problems)


def make_preview(
    folder: Folder,
    scenario: str = "thank-you",
    at: str = "",
    settings: Settings = STILL,
    *,
    check: Callable[[Path], Checked] | None = only_read,
    watch: Watch | None = None,
    mapped: bool = False,
) -> Preview:
    """The preview of a scenario in the folder; without a `check` of one's own, with all that there are."""
    watch = watch or Watch(folder.path)
    return Preview(Desk(folder.path, scenario), watch, settings, at=at, mapped=mapped, check=check)


def preview(pilot: Pilot[int]) -> PreviewScreen:
    """The preview on top."""
    screen = pilot.app.screen
    assert isinstance(screen, PreviewScreen)
    return screen


def desk(pilot: Pilot[int]) -> Desk:
    """What the preview knows of the course."""
    assert isinstance(pilot.app, Preview)
    return pilot.app.desk


def problems(pilot: Pilot[int]) -> str:
    """What the problem panel says."""
    return preview(pilot).beside.problems.text


def outline(pilot: Pilot[int]) -> str:
    """What the outline says."""
    return preview(pilot).beside.outline.text
