"""Home as facts: every scenario and how it stands, what was left, what comes next, and what may be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from course.journal.records import OpenAttempt, Past
from course.model import Head, Rule
from course.model.record import Record, replace
from course.progress.results import Progress, ScenarioProgress, progress
from course.visit.course_folder import Chapter, CourseFolder
from course.visit.offers import Offer

if TYPE_CHECKING:
    from course.progress.practice import Due


class State(StrEnum):
    """How a scenario stands."""

    NEW = "new"
    BEGUN = "begun"
    FINISHED = "finished"
    UNAVAILABLE = "unavailable"


class Listed(Record):
    """A scenario in a list."""

    head: Head
    state: State
    progress: ScenarioProgress | None
    """How it went, once something was decided in it."""
    reason: str
    """Why it cannot be opened, or `""`."""


class ListedChapter(Record):
    """A chapter, and its scenarios as a list shows them."""

    chapter: Chapter
    scenarios: tuple[Listed, ...]

    @property
    def finished(self) -> int:
        """How many of its scenarios have been played to an end."""
        return sum(map(_is_finished, self.scenarios))


class Round(Record):
    """The first round: a half hour that home leads through before the chapters."""

    scenarios: tuple[Listed, ...]
    """Those that can be opened, in order."""
    apart: frozenset[str] = frozenset()
    """The ids of those that count for nothing, and so not among its stories: the warm-up."""

    @property
    def stories(self) -> int:
        """How many of them count, as a chapter counts those in it."""
        return sum(each.head.id not in self.apart for each in self.scenarios)

    @property
    def played(self) -> int:
        """How many of those have been played to an end."""
        return sum(_is_finished(each) for each in self.scenarios if each.head.id not in self.apart)

    @property
    def warms_up(self) -> bool:
        """Whether the warm-up is still ahead."""
        return any(each.head.id in self.apart and not _is_finished(each) for each in self.scenarios)

    @property
    def finished(self) -> int:
        """How many of them have been played to an end."""
        return sum(map(_is_finished, self.scenarios))

    @property
    def over(self) -> bool:
        """Whether all of them have been."""
        return self.finished == len(self.scenarios)

    @property
    def minutes(self) -> int | None:
        """How long what is left of it takes; None where nobody has said."""
        left = [each.head.minutes for each in self.scenarios if not _is_finished(each)]
        return sum(each or 0 for each in left) if all(left) else None


class Left(Record):
    """A scenario that was left in the middle and can be gone on with."""

    head: Head
    attempt: OpenAttempt


_MOST_LISTED = 9
"""As many as there are number keys."""


class Home(Record):
    """Everything that home shows."""

    left: Left | None
    """What was left last."""
    next_up: Head | None
    """What comes next; None when all is done, or nothing can be opened."""
    first_round: Round | None
    """None in a course that has none."""
    warm_up: Listed | None
    after_check: Listed | None
    """Only once the warm-up is done, and the first round."""
    chapters: tuple[ListedChapter, ...]
    progress: Progress
    due: tuple[Due, ...]
    """What is due to be practiced again."""
    better: tuple[Rule, ...]
    """The rules that were missed at first and kept since, in practice."""
    looked_back: bool
    """Whether the results have been seen since."""
    offers: frozenset[Offer]

    @property
    def first_time(self) -> bool:
        """Whether nothing has been begun yet, the warm-up neither."""
        warmed = self.warm_up is not None and _is_finished(self.warm_up)
        return not self.progress.scenarios and self.left is None and not warmed

    @property
    def in_round(self) -> bool:
        """Whether home is still leading through the first round."""
        return self.first_round is not None and not self.first_round.over

    @property
    def by_chapters(self) -> bool:
        """Whether there are so many scenarios that they are shown by chapters, each of which opens by itself."""
        return sum(len(each.scenarios) for each in self.chapters) > _MOST_LISTED

    @property
    def round_just_over(self) -> bool:
        """Whether the first round has been played, and nothing else yet."""
        if self.first_round is None or not self.first_round.over:
            return False
        of_round = {each.head.id for each in self.first_round.scenarios}
        return {name for name, each in self.progress.scenarios.items() if each.finished} <= of_round

    @property
    def round_ends(self) -> bool:
        """Whether it is time for the results that the first round ends with."""
        return self.round_just_over and self.left is None and not self.looked_back

    def goes_on(self, chapter: Chapter) -> Head | None:
        """What a chapter goes on with: what was left in it; what the first round goes on with, in whatever chapter that
        is; then what comes next, or its first that was never finished. None if there is nothing to go on with."""
        listed = [each for one in self.chapters if one.chapter.id == chapter.id for each in one.scenarios]
        there = [each for each in listed if each.state is not State.UNAVAILABLE]
        if self.left is not None and self.left.head in [each.head for each in there]:
            return self.left.head
        if self.next_up is not None and (self.in_round or self.next_up in [each.head for each in there]):
            return self.next_up
        return next((each.head for each in there if not _is_finished(each)), None)

    def begun(self, head: Head) -> bool:
        """Whether that scenario waits where it was left."""
        everything = [each for one in self.chapters for each in one.scenarios]
        everything += filter(None, (self.warm_up, self.after_check))
        return any(each.head == head and each.state is State.BEGUN for each in everything)

    @property
    def all_done(self) -> bool:
        """Whether everything that can be opened has been played to an end."""
        return self.next_up is None and bool(self.open) and not self.left

    @property
    def open(self) -> tuple[Head, ...]:
        """The scenarios of all chapters that can be opened, in order."""
        return tuple(
            each.head for chapter in self.chapters for each in chapter.scenarios if each.state is not State.UNAVAILABLE
        )


def home(
    folder: CourseFolder,
    past: Past,
    unfinished: Sequence[OpenAttempt],
    due: tuple[Due, ...] = (),
    better: tuple[Rule, ...] = (),
    *,
    looked_back: bool = False,
) -> Home:
    """Home, from what the course holds and what the journal keeps of it."""
    course = folder.course
    every = progress(past)
    counted = progress(past, course.apart)
    begun = {each.beginning.scenario for each in unfinished}
    finished = past.finished

    def listed(head: Head) -> Listed:
        return _listed(head, every.scenarios, begun, folder.unavailable)

    chapters = tuple(ListedChapter(chapter, tuple(map(listed, chapter.heads))) for chapter in folder.chapters)
    opening = tuple(map(listed, folder.first_round(finished)))
    warm_up, after_check = folder.head(course.warm_up), folder.head(course.after_check)
    before = listed(warm_up) if warm_up else None
    round_ = Round(opening, frozenset(course.apart)) if opening else None
    leading = round_ is not None and not round_.over
    after = listed(after_check) if after_check and course.warm_up in finished and not leading else None
    left = next((Left(head, each) for each in unfinished if (head := _playable(folder, each.beginning.scenario))), None)
    next_up = _playable(folder, folder.next_up(finished))
    found = Home(left, next_up, round_, before, after, chapters, counted, due, better, looked_back, frozenset())
    return replace(found, offers=_offers(found, companion=_playable(folder, course.companion) is not None))


def _offers(found: Home, *, companion: bool) -> frozenset[Offer]:
    offered = {
        Offer.CONTINUE: found.left is not None,
        Offer.BEGIN: found.left is None and found.next_up is not None and not found.round_ends,
        Offer.ROUND_RESULTS: found.round_ends,
        Offer.OPEN: bool(found.open),
        Offer.COMPANION: companion,
        Offer.PRACTICE: bool(found.due),
        Offer.NO_PRACTICE: bool(found.due),
        Offer.RESULTS: True,
        Offer.TAKEAWAY: bool(found.progress.first.decisions),
        Offer.SETTINGS: True,
        Offer.LEAVE: True,
    }
    return frozenset(offer for offer, holds in offered.items() if holds)


def _listed(
    head: Head, standing: Mapping[str, ScenarioProgress], begun: set[str], unavailable: Mapping[str, str]
) -> Listed:
    done = standing.get(head.id)
    state = State.FINISHED if done and done.finished else State.NEW
    if head.id in begun:
        state = State.BEGUN
    if head.id in unavailable:
        state = State.UNAVAILABLE
    return Listed(head, state, done, unavailable.get(head.id, ""))


def _is_finished(listed: Listed) -> bool:
    return bool(listed.progress and listed.progress.finished)


def _playable(folder: CourseFolder, scenario_id: str) -> Head | None:
    """The head of that scenario, unless it is known that it cannot be opened."""
    return None if scenario_id in folder.unavailable else folder.head(scenario_id)
