"""The learner's app: it opens the page that is wished for. What there is to wish for, the visit decides."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import SystemCommand
from textual.screen import Screen

from course.faces.textual.home import Home
from course.faces.textual.page import Page
from course.faces.textual.window import Window
from course.faces.textual.wish import Wish
from course.model.record import replace
from course.system.printing import warn
from course.visit.offers import Offer
from course.visit.request import Request
from course.visit.settings import Settings
from course.visit.visit import CannotOpen, Visit
from course.words import say

if TYPE_CHECKING:
    from course.progress.practice import Due
    from course.visit.course_folder import Chapter

_SETTLED = 0.5
"""Seconds after which the first page has surely been painted."""
_READING = 15.0
"""Seconds for which news of the journal are shown."""
_PLAYED = (Offer.CONTINUE, Offer.BEGIN, Offer.OPEN, Offer.PRACTICE)
"""What is played, and not only looked at: one of it is open at a time."""
_LOOK_AGAIN = 0.25
"""Seconds after which it is looked again whether everything is kept."""


class FineLine(Window):
    """Opens pages for one visit."""

    CSS_PATH = ["page.tcss", "home.tcss"]  # noqa: RUF012 (Textual loads none of a default screen)

    def __init__(self, visit: Visit, request: Request) -> None:
        super().__init__(visit.settings)
        self.visit = visit
        self._request = request
        self._told: Sequence[str] = ()
        self._told_at = -_READING

    def get_default_screen(self) -> Screen[Any]:
        return Home(self.visit)

    def on_mount(self) -> None:
        if self._request.companion:
            self.open_companion(lambda _: self.exit())
        elif self._request.scenario:
            self.open_scenario(self._request.scenario, at=self._request.at)
        self.set_timer(_SETTLED, _collect_garbage_again)
        self.set_interval(_LOOK_AGAIN, self._show_keeping)

    def _show_keeping(self) -> None:
        """Have the page on top say how it stands with keeping; home, too, once the journal has been looked into."""
        on_top = self.screen_stack[-1] if self.screen_stack else None  # there is none on the way out
        if self.visit.has_news():
            self._redraw_home()
        if isinstance(on_top, Page):
            on_top.show_keeping(" ".join(filter(None, (*self._news(on_top), self.visit.keeping))))

    def _news(self, on_top: Page[Any]) -> Sequence[str]:
        """What the learner should be told now, wherever they are, for as long as it takes to read; home has a place
        of its own for it."""
        if not isinstance(on_top, Home) and (notices := self.visit.take_notices()):
            self._told, self._told_at = notices, monotonic()
        return self._told if monotonic() < self._told_at + _READING else ()

    @on(Wish)
    def _grant(self, wish: Wish) -> None:
        """Open what the page on top asks for. Of two keys pressed at once only the first leads on."""
        if wish.page is not self.screen:
            return
        match wish.offer:
            case Offer.CONTINUE:
                left = self.visit.home().left
                if left is not None:
                    self.open_scenario(left.head.id)
            case Offer.BEGIN:
                self.open_next()
            case Offer.OPEN:
                self.open_scenario(wish.which)
            case Offer.OPEN_CHAPTER:
                self.open_chapter(next(each for each in self.visit.folder.chapters if each.id == wish.which))
            case Offer.COMPANION:
                self.open_companion()
            case Offer.PRACTICE:
                self.practice(self.visit.due())
            case Offer.NO_PRACTICE:
                self.remember(replace(self.visit.settings, practice=False))
                self._redraw_home()
            case Offer.TAKEAWAY:
                self.open_takeaway()
            case Offer.RESULTS | Offer.ROUND_RESULTS:
                self.open_results()
            case Offer.SETTINGS:
                self.open_settings()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the keys of the page do, and what can be found from anywhere."""
        from course.faces.textual.command_palette import everywhere

        yield from super().get_system_commands(screen)
        yield from everywhere(self, screen)

    async def action_quit(self) -> None:
        """Leave; while something is not kept, only if the learner is sure."""
        if not self.visit.owing:
            self.exit()
            return
        while not isinstance(page := self.screen, Page):  # the palette asks nothing
            self.pop_screen()
        page.ask(self.quit_question(), self.exit)

    def quit_question(self) -> str:
        return "quit.not-kept" if self.visit.owing else super().quit_question()

    def title_behind(self, action: str) -> str:
        if action == f"wish('{Offer.COMPANION}')":
            head = self.visit.folder.head(self.visit.course.companion)
            return head.title if head else ""
        return super().title_behind(action)

    def go_home(self) -> bool:
        """Leave every page but home; the place in a scenario is kept. Whether that was done: a line that somebody has
        begun to type is not thrown away without a word."""
        from course.faces.textual.entry import Entry

        while len(self.screen_stack) > 1:
            if isinstance(self.screen, Entry) and self.screen.begun:
                self.screen.tell(say("entry.begun"))
                return False
            self.pop_screen()
        return True

    def lead_to(self, offer: Offer, which: str = "") -> None:
        """Open what home offers, from anywhere: what is only looked at leads back to where that was; what is played is
        left first, for what is to be played."""
        if offer not in _PLAYED or self.go_home():
            self.post_message(Wish(self.screen, offer, which))

    def open_settings(self, pointed: int | None = None) -> None:
        """Show the settings, with the pointer on one of them, if it was that one that was looked for."""
        from course.faces.textual.settings import SettingsScreen

        if isinstance(self.screen, SettingsScreen):
            self.pop_screen()
        today = self.visit.journal.now().date()
        self.push_screen(SettingsScreen(lambda: self.visit.settings, self.remember, today, pointed))

    def open_scenario(self, scenario_id: str, at: str = "", within: Chapter | None = None) -> None:
        """Show a scenario: where it was left, or from its start; on leaving it, the chapter that it was opened in."""
        from course.faces.textual.scenario import ScenarioScreen

        if scenario_id == self.visit.course.companion and not at:
            self.open_companion()
            return

        def after(left_with: Offer | None) -> None:
            if left_with is Offer.NEXT:
                self.open_next()
            elif left_with is Offer.ROUND_RESULTS:
                self.open_results()
            elif within is not None and not self.visit.home().round_ends:  # what comes then stands at home
                self.open_chapter(within)

        with self._or_why_not():
            session, notice = self.visit.play(scenario_id, at)
            notices = filter(None, [*self.visit.take_notices(), notice])
            self.push_screen(ScenarioScreen(self.visit, session, "\n\n".join(notices)), after)

    def open_results(self) -> None:
        """Show the results."""
        from course.faces.textual.results import Results

        self.visit.looked_back = True
        if not isinstance(self.screen, Results):
            self.push_screen(Results(self.visit))

    def open_takeaway(self) -> None:
        """Show what to take along."""
        from course.faces.textual.takeaway import TakeawayPage

        if not isinstance(self.screen, TakeawayPage):
            self.push_screen(TakeawayPage(self.visit))

    def open_companion(self, after: Callable[[None], None] | None = None) -> None:
        """Show the companion."""
        from course.faces.textual.companion import CompanionPage

        if isinstance(self.screen, CompanionPage):
            return
        with self._or_why_not():
            self.push_screen(CompanionPage(self.visit.companion()), after)

    def open_chapter(self, chapter: Chapter) -> None:
        """Show a pair and its scenarios; then the one that is picked there."""
        from course.faces.textual.chapter import ChapterPage

        def after(scenario_id: str | None) -> None:
            if scenario_id and not self.go_home():  # it may have been opened over something that is played
                return
            if scenario_id in [head.id for head in chapter.heads]:
                self.open_scenario(scenario_id, within=chapter)
            elif scenario_id:  # the first round goes on in another chapter
                self.open_next()

        self.push_screen(ChapterPage(self.visit, chapter), after)

    def open_next(self) -> None:
        """Go on with what comes next: by way of its chapter, when that begins with it."""
        scenario_id = self.visit.next_up()
        chapter = self.visit.opens(scenario_id)
        if chapter is not None:
            self.open_chapter(chapter)
        elif scenario_id:
            self.open_scenario(scenario_id)

    def practice(self, due: Sequence[Due], number: int = 1) -> None:
        """One scene after the other for what is due, until all are through or the learner has had enough."""
        from course.faces.textual.scenario import Practice

        if number > len(due):
            return

        def after(result: Offer | None) -> None:
            if result is Offer.GO_ON:
                self.practice(due, number + 1)

        with self._or_why_not():
            session = self.visit.practice(due[number - 1])
            self.push_screen(Practice(session, say("page.number", number=number, of=len(due))), after)

    def remember(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        self.visit.remember(settings)
        self.apply(settings)

    @contextmanager
    def _or_why_not(self) -> Iterator[None]:
        """Open something; or say at home why it cannot be opened."""
        try:
            yield
        except CannotOpen as problem:
            self.visit.tell(str(problem))
            self._redraw_home()

    def _redraw_home(self) -> None:
        if self.screen_stack and isinstance(self.screen, Home) and self.screen.is_mounted:
            self.screen.redraw_in_place()


def _collect_garbage_again() -> None:
    gc.freeze()
    gc.enable()


def run(request: Request) -> int:
    """Run the app until the learner leaves. Returns the exit status. Raises CourseBroken."""
    visit = Visit.begin(request)
    status = 128
    try:
        status = FineLine(visit, request).run_to_end()
    finally:
        lost = visit.close(warn, hurried=status >= 128)  # a signal is not kept waiting
    return status or lost
