"""A course as a learner meets it: its table of contents at once, each scenario when it is opened."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from course.model import Course, Head, Pair, Scenario
from course.model.record import Record, replace
from course.model.twins import Twins
from course.reading.contents_cache import keep_sound, table_of_contents
from course.visit.positions import Positions
from course.words import say

if TYPE_CHECKING:  # authors' commands keep nothing
    from course.journal.records import Past


class Chapter(Record):
    """A pair and its scenarios; without a pair, the scenarios that mix them."""

    pair: Pair | None
    heads: tuple[Head, ...]

    @property
    def id(self) -> str:
        """The pair's id, or `""`."""
        return self.pair.id if self.pair else ""

    @property
    def title(self) -> str:
        """Both names of the pair."""
        return say("chapter.title", do=self.pair.do, dont=self.pair.dont) if self.pair else say("chapter.mixed")


class CourseFolder:
    """The course in a folder. A broken scenario is listed with the reason and never stops the others."""

    def __init__(self, folder: Path) -> None:
        """Read the table of contents. Raises CourseBroken when `course.yaml` cannot be played from."""
        self.path = folder
        contents = table_of_contents(folder)
        if contents.course is None:
            raise CourseBroken(folder)
        self.course: Course = contents.course
        self.heads = contents.heads
        """Every scenario there is, in the order to show them."""
        self._sound = contents.sound
        self._twins = contents.twins if contents.sound else None
        self.positions = Positions(folder, contents.ahead)
        self.unavailable: dict[str, str] = {}
        """Why a scenario cannot be opened, by scenario id; filled by `open` and `check`."""
        self._open: dict[str, Scenario] = {}

    @property
    def scenarios(self) -> tuple[Head, ...]:
        """The scenarios of all chapters: without the warm-up, the after-check and the companion."""
        return tuple(head for chapter in self.chapters for head in chapter.heads)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The scenarios by the pair they practice, in the course's order; those that mix pairs come last."""
        course = self.course
        found = []
        for pair in (*course.pairs, None):
            heads = [each for each in self.heads if course.pair(each.pair) == pair and each.id not in course.apart]
            if heads:
                found.append(Chapter(pair, tuple(heads)))
        return tuple(found)

    def next_up(self, finished: Collection[str], after: str = "") -> str:
        """The id of what comes next, other than `after`: the first of the first round never finished, then the first
        scenario; before all of them the warm-up, after all of them the after-check; `""` when nothing is left."""
        course = self.course
        ids = [head.id for head in (*self.first_round(finished), *self.scenarios)]
        if course.warm_up and not finished and course.warm_up not in ids:
            ids.insert(0, course.warm_up)
        if course.after_check and course.warm_up in finished:
            ids.append(course.after_check)
        there = {head.id for head in self.heads} - self.unavailable.keys()
        return next((each for each in ids if each in there and each not in finished and each != after), "")

    def first_round(self, finished: Collection[str]) -> tuple[Head, ...]:
        """What home leads through first, as far as it can be opened. Without the warm-up once something else was
        finished before it: there is nothing left to warm up for."""
        course = self.course
        missed = {course.warm_up} if finished and course.warm_up not in finished else set()
        apart = {course.after_check, course.companion}
        ids = [each for each in dict.fromkeys(course.first_round) if each not in {*missed, *apart, *self.unavailable}]
        return tuple(head for each in ids if (head := self.head(each)))

    def chapter_of(self, scenario_id: str) -> Chapter | None:
        """The chapter that the scenario stands in, or None."""
        return next((each for each in self.chapters if scenario_id in {head.id for head in each.heads}), None)

    def head(self, scenario_id: str) -> Head | None:
        """The head of that scenario, or None."""
        return next((head for head in self.heads if head.id == scenario_id), None)

    def open(self, scenario_id: str) -> Scenario | None:
        """The whole scenario, or None when it cannot be played (then `unavailable` says why)."""
        if scenario_id not in self._open:
            head = self.head(scenario_id)
            if head is None:
                return None
            from course.reading.courses import read_scenario, reason  # slow to import; no page before this needs it

            scenario, problems = read_scenario(self.path, self.course, head)
            if scenario is None:
                self.unavailable[scenario_id] = reason(problems)
                return None
            if scenario.head.id != scenario_id:  # its file was given another id since the course was opened
                scenario = replace(scenario, head=replace(scenario.head, id=scenario_id))
            self._open[scenario_id] = scenario
        return self._open[scenario_id]

    def check(self) -> None:
        """Read everything, to learn which scenarios are unavailable; unless they are known to be sound."""
        if self._sound:
            return
        from course.reading.courses import read_course
        from course.reading.twins import all_twins

        reading = read_course(self.path)
        self.unavailable = {each.id: each.reason for each in reading.unavailable}
        self._twins = all_twins(reading.scenarios)
        if not reading.unavailable:
            self._sound = True
            keep_sound(self.path, self._twins)

    @property
    def twins(self) -> tuple[Twins, ...]:
        """All twins that can be played. Scenes name them: unless they are known from an earlier time, all of the course
        is read for them, so this is not for the way to a first page."""
        if self._twins is None:
            self.check()
        return self._twins or ()

    def twins_in(self, past: Past) -> tuple[Twins, ...]:
        """Those that results may rest on: none before anything was decided, so that nothing is read for them."""
        return self.twins if past.standings else ()


class CourseBroken(Exception):
    """The course file itself cannot be played from."""

    def __init__(self, folder: Path) -> None:
        from course.text.shell import typed  # only once something is wrong

        super().__init__(say("course.broken", folder=folder, command=typed(["fineline", "check", str(folder)])))
