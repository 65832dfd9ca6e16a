"""The learner's app: what its screens share."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from course.faces.textual.home import Home
from course.faces.textual.window import Window
from course.journal import NOWHERE, Journal
from course.system import paths
from course.visit import settings as settings_store
from course.visit.course_folder import CourseFolder
from course.visit.request import Request
from course.visit.settings import Settings

_SETTLED = 0.5
"""Seconds after which the first page has surely been painted."""


if TYPE_CHECKING:
    from course.progress.practice import Due


class FineLine(Window):
    """Holds the folder, the journal and the settings. The screens do the rest."""

    CSS_PATH = ["page.tcss", "home.tcss"]  # noqa: RUF012 (Textual loads none of a default screen)

    def __init__(self, opening: Request, folder: CourseFolder, journal: Journal, settings: Settings) -> None:
        super().__init__(settings)
        self.folder = folder
        self.journal = journal
        self._request = opening
        self._notices: list[str] = []

    def get_default_screen(self) -> Screen[Any]:
        return Home()

    def on_mount(self) -> None:
        if self._request.ask:
            self.open_ask(lambda _: self.exit())
        elif self._request.scenario:
            self.open_scenario(self._request.scenario, at=self._request.at)
        self.set_timer(_SETTLED, _collect_garbage_again)

    def next_scenario(self) -> str:
        """The id of what comes next, or of the first story when nothing is left."""
        finished = {each.scenario for each in self.journal.attempts(self.folder.course.id) if each.ended}
        playable = [head.id for head in self.folder.stories if head.id not in self.folder.unavailable]
        return self.folder.next_up(finished) or (playable[0] if playable else "")

    def open_scenario(self, scenario_id: str, at: str = "") -> None:
        """Show a story: where it was left, or from its start."""
        from course.faces.textual.scenario import ScenarioScreen
        from course.visit.session import Session

        if scenario_id == self.folder.course.ask and not at:
            self.open_ask()
            return
        scenario = self.folder.open(scenario_id)
        if scenario is None:
            self._cannot_open(scenario_id)
            return
        session, notice = Session.take_up(
            self.folder.course,
            scenario,
            self.journal,
            seed=self.new_seed(),
            extra_minute=self.extra_minute,
            at=at,
        )
        self.push_screen(ScenarioScreen(session, notice), self._after_story)

    def _cannot_open(self, scenario_id: str) -> None:
        self._notices.append(self.folder.unavailable.get(scenario_id, "There is no story to open."))
        if isinstance(self.screen, Home):
            self.screen.redraw()

    def open_ask(self, after: Callable[[None], None] | None = None) -> None:
        """Show the companion."""
        from course.faces.textual.ask import Ask

        scenario = self.folder.open(self.folder.course.ask)
        if scenario is not None:
            self.push_screen(Ask(scenario), after)
        else:
            self._cannot_open(self.folder.course.ask)

    def open_chapter(self, chapter: str) -> None:
        """Show a pair and its stories."""
        from course.faces.textual.chapter import ChapterPage

        self.push_screen(ChapterPage(chapter), self._after_scenario)

    def due(self) -> tuple[Due, ...]:
        """What is due to be practised again, if it is to be offered."""
        from course.visit.due import due_now

        return due_now(self.folder, self.journal, self.settings)

    def practise(self, due: Sequence[Due], number: int = 1) -> None:
        """One scene after the other for what is due, until all are through or the learner has had enough."""
        from course.faces.textual.practise import Practice
        from course.visit.session import Session

        if number > len(due):
            return
        each = due[number - 1]
        scenario = self.folder.open(each.scenario)
        assert scenario is not None  # it was open a moment ago

        def after(result: str | None) -> None:
            if result:
                self.practise(due, number + 1)

        session = Session.practise(
            self.folder.course,
            scenario,
            self.journal,
            rule=each.rule,
            seed=self.new_seed(),
            extra_minute=self.extra_minute,
            at=each.scene,
        )
        self.push_screen(Practice(session, f"{number} of {len(due)}"), after)

    def open_next(self) -> None:
        """Go on with what comes next: by way of its chapter, when that begins with it."""
        self._go_on(self.next_scenario())

    def _after_scenario(self, next_up: str | None) -> None:
        if next_up:
            self.open_scenario(next_up)

    def _after_story(self, next_up: str | None) -> None:
        if next_up:
            self._go_on(next_up)

    def _go_on(self, scenario_id: str) -> None:
        chapter = next((each for each in self.folder.chapters if scenario_id in {head.id for head in each.heads}), None)
        begun = {each.scenario for each in self.journal.attempts(self.folder.course.id)}
        opens = chapter is not None and chapter.pair is not None and bool(chapter.pair.intro)
        if chapter is not None and opens and begun.isdisjoint(head.id for head in chapter.heads):
            self.open_chapter(chapter.id)
        else:
            self.open_scenario(scenario_id)

    @property
    def extra_minute(self) -> bool:
        """Whether both the learner and the course want it."""
        return self.settings.extra_minute and self.folder.course.extra_minute

    def new_seed(self) -> int:
        """The seed asked for, or a fresh one."""
        return random.randrange(2**31) if self._request.seed is None else self._request.seed

    def take_notices(self) -> list[str]:
        """What the learner should be told once, and forget it."""
        notices = [*self.journal.notices, *self._notices]
        self.journal.notices.clear()
        self._notices.clear()
        return notices

    def remember(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        self.settings = settings
        self.apply(settings)
        problem = settings_store.save(paths.settings_file(), settings)
        if problem:
            self.notify(problem, markup=False)


def _collect_garbage_again() -> None:
    gc.freeze()
    gc.enable()


def run(opening: Request) -> int:
    """Run the app until the learner leaves. Returns the exit status."""
    folder = CourseFolder(opening.folder)
    settings, notice = settings_store.load(paths.settings_file())
    journal = Journal.open(NOWHERE if opening.ask else paths.journal_file())
    if notice:
        journal.notices.append(notice)
    app = FineLine(opening, folder, journal, settings)
    try:
        return app.run_to_end()
    finally:
        journal.close()
