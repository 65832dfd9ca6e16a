"""Home: the line, the stories pair by pair, and where you stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from course import wording
from course.journal import OpenAttempt
from course.journal.progress import Progress, progress
from course.model import Head
from course.playing.judging import Marks
from course.tui.blocks import Block, Heading, Option, Row, Text
from course.tui.page import PICK, Page
from course.tui.text import plain, prose
from course.tui.widgets.line import TheLine
from course.tui.widgets.sheet import Sheet
from course.tui.widgets.spread import Spread

CONTINUE = "continue"
_TALL = 32
"""From this many rows on, each story has its summary."""


class Home(Page[None]):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        Binding("enter", "resume", "continue", tooltip="Go on where you left"),
        Binding("enter", "begin", "begin", tooltip="Begin with the next story"),
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
        "apart, from first answers only: *did 4 of 5* means that five times something was called for, and "
        "you did it four times; *avoided 5 of 6*, that six times something tempted, and you kept from it five."
    )

    def __init__(self) -> None:
        super().__init__()
        self._left = False
        self._begun = ""
        """The story to go on with, if there is one."""

    def masthead(self) -> Iterable[Widget]:
        course = self.fineline.shelf.course
        yield Spread(plain(course.title).stylize("bold"), plain("Fine Line").stylize("$soft"), id="top")
        yield TheLine(words=True, id="line")

    def blocks(self) -> Iterable[Block]:
        shelf, journal = self.fineline.shelf, self.fineline.journal
        standing = progress(journal.attempts(shelf.course.id))
        unfinished = [each for each in journal.unfinished(shelf.course.id) if shelf.head(each.scenario)]
        for notice in self.fineline.take_notices():
            yield Text(plain(notice), bar="$quiet")
        self._begun = unfinished[0].scenario if unfinished else ""
        if unfinished:
            yield self._continue(unfinished[0])
        elif not standing.scenarios:
            yield Text(prose(shelf.course.about.split("\n\n")[-1]).stylize("$soft"))
        yield from self._shelf(standing, {each.scenario for each in unfinished})

    def _shelf(self, standing: Progress, begun: set[str]) -> Iterable[Block]:
        course = self.fineline.shelf.course
        number = 0
        known = {pair.id for pair in course.pairs}
        for pair_id, name in [*((pair.id, f"{pair.do} / {pair.dont}") for pair in course.pairs), ("", "All together")]:
            heads = [head for head in self.fineline.shelf.heads if (head.pair if head.pair in known else "") == pair_id]
            if heads:
                marks = standing.first.pairs.get(pair_id) if pair_id else None
                yield Heading(plain(name).stylize("$soft"), _marks_words(marks))
            for head in heads:
                number += 1
                last = int(head is heads[-1] and bool(pair_id))
                yield Option(str(number), self._rows(head), head.id, self._state(head, standing, begun), after=last)

    def on_mount(self) -> None:
        self.set_timer(0.3, self._look_for_broken_stories)

    @work(thread=True)
    def _look_for_broken_stories(self) -> None:
        self.fineline.shelf.check()
        if self.fineline.shelf.unavailable and self.is_attached:
            self.app.call_from_thread(self.call_later, self.redraw)

    def on_screen_resume(self) -> None:
        if self._left:
            self.redraw()

    def on_screen_suspend(self) -> None:
        self._left = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "resume":
            return bool(self._begun)
        if action == "open":
            return int(str(parameters[0])) <= len(self.fineline.shelf.heads)
        return super().check_action(action, parameters)

    def action_resume(self) -> None:
        """Go on with the story that was left."""
        self.fineline.open_scenario(self._begun)

    def action_begin(self) -> None:
        """Begin with the first story that has not been finished."""
        self.fineline.open_scenario(self.fineline.next_scenario())

    def action_open(self, number: int) -> None:
        """Open the story with that number."""
        stories = [each.value for each in self.sheet.options if each.value != CONTINUE]
        self.fineline.open_scenario(str(stories[number - 1]))

    def action_results(self) -> None:
        """Open the results."""
        from course.tui.results import Results

        self.app.push_screen(Results())

    def action_settings(self) -> None:
        """Open the settings."""
        from course.tui.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    @on(Sheet.Picked)
    def _picked(self, event: Sheet.Picked) -> None:
        if event.value == CONTINUE:
            self.action_resume()
        else:
            self.fineline.open_scenario(str(event.value))

    def _continue(self, attempt: OpenAttempt) -> Option:
        head = self.fineline.shelf.head(attempt.scenario)
        assert head is not None
        where = f"{attempt.title}, {wording.day_name(head, attempt.day)}"
        rows = [Row(plain(f"Continue: {head.title}").stylize("bold")), Row(plain(where).stylize("$soft"))]
        return Option("", rows, CONTINUE, after=1)

    def _rows(self, head: Head) -> list[Row]:
        reason = self.fineline.shelf.unavailable.get(head.id)
        about = reason or (head.summary if self.app.size.height >= _TALL else "")
        return [Row(plain(head.title)), *([Row(plain(about).stylize("$soft"))] if about else [])]

    def _state(self, head: Head, standing: Progress, begun: set[str]) -> Content:
        if head.id in self.fineline.shelf.unavailable:
            return plain("unavailable").stylize("$pushy")
        done = standing.scenarios.get(head.id)
        if head.id in begun:
            return plain("begun").stylize("$quiet")
        if done and done.finished:
            return plain(wording.standing_words(done)).stylize("$assertive")
        return plain(f"{head.minutes} min" if head.minutes else "").stylize("$soft")


def _marks_words(marks: Marks | None) -> Content:
    if marks is None:
        return Content("")
    return plain(f"did {wording.count(marks.do)}, avoided {wording.count(marks.dont)}").stylize("$soft")
