"""A course as a learner meets it: its table of contents at once, each story when it is opened."""

from __future__ import annotations

from pathlib import Path

from course.model import Course, Head, Scenario
from course.reading import Contents, read_contents, read_course, read_scenario, reason


class Shelf:
    """The course in a folder. A broken story is listed with the reason and never stops the others."""

    def __init__(self, folder: Path) -> None:
        """Read the table of contents. Raises CourseBroken when `course.yaml` cannot be played from."""
        self.folder = folder
        self.contents: Contents = read_contents(folder)
        if self.contents.course is None:
            raise CourseBroken(folder)
        self.course: Course = self.contents.course
        self.unavailable: dict[str, str] = {}
        """Why a story cannot be opened, by scenario id; filled by `open` and `check`."""
        self._open: dict[str, Scenario] = {}

    @property
    def heads(self) -> tuple[Head, ...]:
        """The scenarios, in the order to show them."""
        return self.contents.heads

    def head(self, scenario_id: str) -> Head | None:
        """The head of that scenario, or None."""
        return next((head for head in self.heads if head.id == scenario_id), None)

    def open(self, scenario_id: str) -> Scenario | None:
        """The whole story, or None when it cannot be played (then `unavailable` says why)."""
        if scenario_id not in self._open:
            head = self.head(scenario_id)
            if head is None:
                return None
            scenario, problems = read_scenario(self.folder, self.course, head)
            if scenario is None:
                self.unavailable[scenario_id] = reason(problems)
                return None
            self._open[scenario_id] = scenario
        return self._open[scenario_id]

    def check(self) -> None:
        """Read everything, to learn which stories are unavailable."""
        reading = read_course(self.folder)
        self.unavailable = {each.id: each.reason for each in reading.unavailable}


class CourseBroken(Exception):
    """The course file itself cannot be played from."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"The course in {folder} cannot be played. `fineline check` says what to mend.")
