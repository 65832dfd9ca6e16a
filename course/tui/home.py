"""Home: the line, the stories pair by pair, and where you stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from course import wording
from course.journal import OpenAttempt
from course.journal.progress import Progress, progress
from course.model import Head
from course.playing.judging import Marks
from course.tui.page import Page, Spread
from course.tui.text import assemble, plain
from course.tui.widgets.line import TheLine
from course.tui.widgets.option import Option

CONTINUE = "continue"


class Home(Page[None]):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "continue", tooltip="Go on where you left, or begin with the first story"),
        *(
            Binding(str(number), f"open({number})", "open", tooltip="Open the story of that number")
            for number in range(1, 10)
        ),
        Binding("r", "results", "results", tooltip="What you are good at, and what trips you"),
        Binding("s", "settings", "settings", tooltip="Theme, extra minute, motion"),
        Binding("q", "app.quit", "quit", tooltip="Quit; your place is kept"),
    ]
    about = (
        "Each story is about the days after one interview. Open one with its number. Dos and don'ts are counted "
        "apart, from first answers only: *do 4 of 5* means that five times something was called for, and four "
        "times you did it."
    )

    def __init__(self) -> None:
        super().__init__()
        self._left = False

    def masthead(self) -> Iterable[Widget]:
        course = self.app.shelf.course
        yield Spread(plain(course.title).stylize("bold"), plain("Fine Line").stylize("$soft"), id="top")
        yield TheLine(words=True, id="line")

    def body(self) -> Iterable[Widget]:
        shelf, journal = self.app.shelf, self.app.journal
        standing = progress(journal.attempts(shelf.course.id))
        unfinished = journal.unfinished(shelf.course.id)
        for notice in self.app.take_notices():
            yield Static(plain(notice), classes="notice")
        if unfinished and shelf.head(unfinished[0].scenario):
            yield Option("", self._continue_words(unfinished[0]), CONTINUE, classes="continue")
        elif not standing.scenarios:
            yield Static(plain(_first_sentence(shelf.course.about)), classes="soft")
        yield from self._shelf(standing, {each.scenario for each in unfinished})

    def _shelf(self, standing: Progress, begun: set[str]) -> Iterable[Widget]:
        course = self.app.shelf.course
        number = 0
        groups = [(pair.id, f"{pair.do} / {pair.dont}") for pair in course.pairs]
        for pair_id, name in [*groups, ("", "All together" if groups else "")]:
            heads = [head for head in self.app.shelf.heads if head.pair == pair_id]
            if not heads:
                continue
            marks = standing.first.pairs.get(pair_id) if pair_id else None
            yield Spread(plain(name).stylize("$soft"), _marks_words(marks))
            for head in heads:
                number += 1
                state = self._state(head, standing, begun)
                yield Option(str(number), self._head_words(head), head.id, aside=state, classes="story")

    def on_mount(self) -> None:
        super().on_mount()
        self.set_timer(0.3, self._look_for_broken_stories)

    @work(thread=True)
    def _look_for_broken_stories(self) -> None:
        self.app.shelf.check()
        if self.app.shelf.unavailable and self.is_attached:
            self.app.call_from_thread(self.redraw)

    async def on_screen_resume(self) -> None:
        if self._left:
            await self.redraw()

    def on_screen_suspend(self) -> None:
        self._left = True

    async def redraw(self) -> None:
        """Show what has changed since the page was drawn."""
        await self.refill(self.body())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open":
            return int(str(parameters[0])) <= len(self.app.shelf.heads)
        return super().check_action(action, parameters)

    async def action_begin(self) -> None:
        """Continue, or begin with the first story that has not been played."""
        unfinished = self.app.journal.unfinished(self.app.shelf.course.id)
        if unfinished and self.app.shelf.head(unfinished[0].scenario):
            await self.app.open_scenario(unfinished[0].scenario)
        else:
            await self.app.open_scenario(self.app.next_scenario())

    async def action_open(self, number: int) -> None:
        """Open the story with that number."""
        stories = list(self.query("Option.story").results(Option))
        await self.app.open_scenario(str(stories[number - 1].value))

    def action_results(self) -> None:
        """Open the results."""
        from course.tui.results import Results

        self.app.push_screen(Results())

    def action_settings(self) -> None:
        """Open the settings."""
        from course.tui.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    @on(Option.Picked)
    async def _picked(self, event: Option.Picked) -> None:
        if event.option.value == CONTINUE:
            await self.action_begin()
        else:
            await self.app.open_scenario(str(event.option.value))

    def _continue_words(self, attempt: OpenAttempt) -> Content:
        head = self.app.shelf.head(attempt.scenario)
        assert head is not None
        where = f"{attempt.title}, {wording.day_name(head, attempt.day)}"
        return Content("\n").join(
            [assemble(("Continue: ", "bold"), plain(head.title).stylize("bold")), plain(where).stylize("$soft")]
        )

    def _head_words(self, head: Head) -> Content:
        reason = self.app.shelf.unavailable.get(head.id)
        if reason:
            return Content("\n").join([plain(head.title), plain(reason).stylize("$soft")])
        return plain(head.title)

    def _state(self, head: Head, standing: Progress, begun: set[str]) -> Content:
        if head.id in self.app.shelf.unavailable:
            return plain("unavailable").stylize("$pushy")
        done = standing.scenarios.get(head.id)
        if head.id in begun:
            return plain("begun").stylize("$quiet")
        if done and done.first is not None:
            best = f", best {wording.score_words(done.best)}" if done.best != done.first and done.best else ""
            return plain(f"first {wording.score_words(done.first)}{best}").stylize("$assertive")
        return plain(f"{head.minutes} min" if head.minutes else "").stylize("$soft")


def _marks_words(marks: Marks | None) -> Content:
    if marks is None:
        return Content("")
    words = f"do {marks.do.got} of {marks.do.of}   don't {marks.dont.got} of {marks.dont.of} avoided"
    return plain(words).stylize("$soft")


def _first_sentence(about: str) -> str:
    return " ".join(about.split("\n\n")[-1].split())
