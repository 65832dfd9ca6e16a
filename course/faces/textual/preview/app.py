"""The app around the preview: it watches the course, and brings what was saved to the screens."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.screen import Screen

from course.authoring.preview.desk import Desk
from course.authoring.preview.rehearsal import Rehearsal
from course.authoring.watch import EVERY, Watch
from course.faces.textual.preview.problems import ProblemsPage, Waiting
from course.faces.textual.preview.screen import PreviewScreen
from course.faces.textual.preview.small import SmallRoom
from course.faces.textual.window import Window
from course.faces.textual.wish import Wish
from course.system import paths
from course.visit import settings as settings_store
from course.visit.settings import Settings
from course.words import speak_for, words

if TYPE_CHECKING:
    from course.authoring.check.run import Checked

_SETTLED = 0.5
"""Seconds after which the first page has surely been painted."""


class Preview(Window):
    """Holds the desk. Nothing is ever written: neither to the course nor to the journal."""

    CSS_PATH = ["../page.tcss", "../scenario/scenario.tcss", "preview.tcss"]  # noqa: RUF012

    def __init__(
        self,
        desk: Desk,
        watch: Watch,
        settings: Settings,
        *,
        at: str = "",
        mapped: bool = False,
        check: Callable[[Path], Checked] | None = None,
    ) -> None:
        """Begin at the scene `at`, or with the map if it is to be `mapped`.

        The `watch` is older than the `desk`, so that no save is missed between them.
        """
        super().__init__(settings)
        self.desk = desk
        if desk.course is not None:
            speak_for(desk.course)
        self._words = words()  # what every page of the preview speaks, since each begins its tasks from here
        self._watch = watch
        self._check = check or _check
        self._at = at
        self._mapped = mapped
        self._page: PreviewScreen | None = None
        self._saved = asyncio.Event()

    def get_default_screen(self) -> Screen[Any]:
        return self._open() or Waiting(self.desk)

    def on_mount(self) -> None:
        self.set_timer(_SETTLED, gc.freeze)  # what is there by now stays, and looking through it delays a refresh
        if self._mapped and self._page is not None:
            self._page.action_map()
        self._saved.set()
        self._look_on()
        self._check_on()

    @property
    def extra_minute(self) -> bool:
        """Whether both the author and the course want it."""
        return self.settings.extra_minute and self.desk.course is not None and self.desk.course.extra_minute

    @on(Wish)
    def _grant(self, wish: Wish) -> None:
        """Show another scenario, or say why not."""
        problem = self.desk.open(wish.which)
        rehearsal = None if problem else self._begin()
        if self._page is None:
            return
        if rehearsal is None:
            self._page.say(problem)
        else:
            self._page.open(rehearsal)

    def take(self, changed: frozenset[str]) -> None:
        """Bring what has been saved to the screens, then check the whole course."""
        if self.desk.take(changed):
            self._follow()
        self._show_problems()  # draws only what `_follow` has not
        self._saved.set()

    async def _shutdown(self) -> None:
        self.workers.cancel_all()  # Textual takes the pages down first, and a worker must not draw on them then
        await super()._shutdown()

    @work
    async def _look_on(self) -> None:
        while True:
            changed = await asyncio.to_thread(self._watch.changed)
            if changed:
                self.take(changed)
            await asyncio.sleep(EVERY)

    @work
    async def _check_on(self) -> None:
        """Check the course after each save; saves during a check ask for one more."""
        while True:
            await self._saved.wait()
            self._saved.clear()
            if not self.desk.folder.is_dir():  # it may be moved about just now
                self._saved.set()
                await asyncio.sleep(EVERY)
                continue
            try:
                checked = await asyncio.to_thread(self._check, self.desk.folder)
            except Exception as error:  # a mistake of ours in a check must not take the page away
                self.desk.unchecked = f"The checks could not be run ({type(error).__name__})."
            else:
                self.desk.unchecked = ""
                if not self.desk.folder.is_dir():
                    self._saved.set()  # it went in the middle of the check, which saw half of it
                elif not self._saved.is_set():
                    self.desk.put(checked.problems)
            self._show_problems()

    def _follow(self) -> None:
        desk = self.desk
        if desk.course is None:
            return
        self._words.learn(desk.course.language, desk.course.line, desk.course.words)
        if desk.scenario is None:
            return
        if self._page is None:
            page = self._open()
            if page is not None:
                self.push_screen(page)
            return
        rehearsal = self._page.rehearsal
        self._page.walked.follow(rehearsal.play.scenario, desk.scenario)
        notice = rehearsal.follow(desk.course, desk.scenario)
        for screen in self.screen_stack:
            if isinstance(screen, (PreviewScreen, SmallRoom)) and screen.is_mounted:
                screen.follow(notice)

    def _show_problems(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, (PreviewScreen, ProblemsPage)) and screen.is_mounted:
                screen.show_problems()

    def _open(self) -> PreviewScreen | None:
        rehearsal = self._begin()
        if rehearsal is None:
            return None
        there = self._at in rehearsal.play.scenario.scenes
        if there:
            rehearsal.jump(self._at)
        self._page = PreviewScreen(
            rehearsal, self.desk, f"There is no scene {self._at}." if self._at and not there else ""
        )
        return self._page

    def _begin(self) -> Rehearsal | None:
        desk = self.desk
        if desk.course is None or desk.scenario is None:
            return None
        return Rehearsal.begin(desk.course, desk.scenario, extra_minute=self.extra_minute)


def _check(folder: Path) -> Checked:
    from course.authoring.check.run import check  # on the thread that uses it, after the first page

    return check(folder)


def run(folder: Path, scenario: str = "", file: str = "", at: str = "", *, mapped: bool = False) -> int:
    """Run the preview until the author leaves, from the scene `at` on or from the map. Returns the exit status."""
    settings, _ = settings_store.load(paths.settings_file())
    watch = Watch(folder)
    return Preview(Desk(folder, scenario, file), watch, settings, at=at, mapped=mapped).run_to_end()
