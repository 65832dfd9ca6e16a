"""Home: the line, the stories pair by pair, and where you stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from course.engine.judging import Marks
from course.faces.textual.blocks import Block, Heading, Option, Row, Text
from course.faces.textual.listed import story_option
from course.faces.textual.page import PICK, Page
from course.faces.textual.text import plain, prose
from course.faces.textual.widgets.line import TheLine
from course.faces.textual.widgets.sheet import Sheet
from course.faces.textual.widgets.spread import Spread
from course.journal import OpenAttempt
from course.model.record import replace
from course.progress.gain import gain
from course.progress.results import Progress, progress
from course.visit.course_folder import Chapter
from course.words import sentences

if TYPE_CHECKING:
    from course.progress.practice import Due

CONTINUE = "continue"
_MOST_STORIES = 9
"""More of them than there are number keys are shown by chapters."""
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
        Binding("w", "open('w')", "warm-up", show=False, tooltip="Two minutes before the stories, to see what moves"),
        Binding("o", "open('o')", "once more", show=False, tooltip="The same kind of round, after the stories"),
        Binding("a", "ask", "about to follow up?", tooltip="The extra minute, for real; nothing is kept"),
        Binding("g", "practise", "practise", show=False, tooltip="Practise again what you missed, in other scenes"),
        Binding(
            "x", "no_practice", "do not offer", show=False, tooltip="Do not offer it again; settings bring it back"
        ),
        Binding("t", "takeaway", "take along", tooltip="One page of what you did and should keep"),
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
        self._due: tuple[Due, ...] = ()
        """What to practise again; looked for once the page is painted."""
        self._decided = 0
        """Decisions so far."""

    def masthead(self) -> Iterable[Widget]:
        course = self.fineline.folder.course
        yield Spread(plain(course.title).stylize("bold"), plain("Fine Line").stylize("$soft"), id="top")
        yield TheLine(words=True, id="line")

    def blocks(self) -> Iterable[Block]:
        folder, journal = self.fineline.folder, self.fineline.journal
        standing = progress(journal.attempts(folder.course.id), folder.course.apart)
        unfinished = [each for each in journal.unfinished(folder.course.id) if folder.head(each.scenario)]
        for notice in self.fineline.take_notices():
            yield Text(plain(notice), bar="$quiet")
        self._decided = standing.first.decisions
        self._begun = unfinished[0].scenario if unfinished else ""
        if unfinished:
            yield self._continue(unfinished[0])
        elif not standing.scenarios:
            yield Text(prose(folder.course.about.split("\n\n")[-1]).stylize("$soft"))
        if self._due:  # above the stories: below them it would be out of sight
            offer = Row(plain(sentences.practice_offer(len(self._due))))
            yield Option("g", [offer], "practise", plain("x  not again").stylize("$soft"), after=1)
        yield from self._stories(standing, {each.scenario for each in unfinished})

    def _stories(self, standing: Progress, begun: set[str]) -> Iterable[Block]:
        """Every story, chapter by chapter; of a longer course the chapters alone."""
        folder = self.fineline.folder
        yield from self._apart(folder.course.warm_up, "w", begun)
        chapters = folder.chapters
        number = 0
        if len(folder.stories) > _MOST_STORIES:
            for number, chapter in enumerate(chapters, 1):
                yield self._chapter(chapter, number, standing)
        else:
            for chapter in chapters:
                marks = standing.first.pairs.get(chapter.id) if chapter.pair else None
                yield Heading(plain(chapter.title).stylize("$soft"), _marks_words(marks))
                for head in chapter.heads:
                    number += 1
                    last = int(head is chapter.heads[-1] and bool(chapter.pair))
                    tall = self.app.size.height >= _TALL
                    yield story_option(folder, head, str(number), standing, begun, summary=tall, after=last)
        yield from self._apart(folder.course.after, "o", begun)

    def _chapter(self, chapter: Chapter, number: int, standing: Progress) -> Option:
        played = sum(
            head.id in standing.scenarios and bool(standing.scenarios[head.id].finished) for head in chapter.heads
        )
        about = chapter.pair.about if chapter.pair else "Stories in which all of it meets."
        rows = [Row(plain(chapter.title).stylize("bold")), Row(plain(about).stylize("$soft"))]
        marks = standing.first.pairs.get(chapter.id) if chapter.pair else None
        if marks is not None:
            rows.append(Row(_marks_words(marks)))
        aside = plain(f"{played} of {len(chapter.heads)} played").stylize("$assertive" if played else "$soft")
        return Option(str(number), rows, ("chapter", chapter.id), aside, after=1)

    def _apart(self, scenario: str, key: str, begun: set[str]) -> Iterable[Block]:
        """The warm-up before the stories, or its parallel form after them; the latter once the former is done."""
        fineline = self.fineline
        course = fineline.folder.course
        head = fineline.folder.head(scenario)
        if head is None or not scenario:
            return
        found = gain(course, fineline.journal.attempts(course.id))
        done = found is not None if scenario == course.warm_up else bool(found and found.after)
        if scenario == course.after and found is None:
            return
        state = plain("done").stylize("$assertive") if done else plain(f"{head.minutes} min").stylize("$soft")
        if scenario in begun:
            state = plain("begun").stylize("$quiet")
        yield Option(key, [Row(plain(head.title))], scenario, state, after=1)

    def on_mount(self) -> None:
        self.set_timer(0.3, self._look_for_broken_stories)

    @work(thread=True)
    def _look_for_broken_stories(self) -> None:
        self.fineline.folder.check()
        self._due = self.fineline.due()
        if (self.fineline.folder.unavailable or self._due) and self.is_attached:
            self.app.call_from_thread(self.call_later, self.redraw)

    def on_screen_resume(self) -> None:
        if self._left:
            self._due = self.fineline.due()
            self.redraw()

    def on_screen_suspend(self) -> None:
        self._left = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "resume":
            return bool(self._begun)
        if action in ("practise", "no_practice"):
            return self.is_mounted and any(option.key == "g" for option in self.sheet.options)
        if action == "takeaway":
            return bool(self._decided)
        if action == "ask":
            return self.fineline.folder.head(self.fineline.folder.course.ask) is not None
        if action == "open":
            return self.is_mounted and str(parameters[0]) in {option.key for option in self.sheet.options}
        return super().check_action(action, parameters)

    def action_resume(self) -> None:
        """Go on with the story that was left."""
        self.fineline.open_scenario(self._begun)

    def action_begin(self) -> None:
        """Begin with the first story that has not been finished."""
        self.fineline.open_next()

    def action_open(self, number: int | str) -> None:
        """Open the story or the chapter with that key."""
        self._open(next(option.value for option in self.sheet.options if option.key == str(number)))

    def action_ask(self) -> None:
        """Open the companion."""
        self.fineline.open_ask()

    def action_practise(self) -> None:
        """Practise what is due."""
        self.fineline.practise(self._due)

    def action_no_practice(self) -> None:
        """Never offer it again."""
        self.fineline.remember(replace(self.fineline.settings, practice=False))
        self._due = ()
        self.redraw()

    def action_takeaway(self) -> None:
        """Open the takeaway."""
        from course.faces.textual.takeaway import TakeawayPage

        self.app.push_screen(TakeawayPage())

    def action_results(self) -> None:
        """Open the results."""
        from course.faces.textual.results import Results

        self.app.push_screen(Results())

    def action_settings(self) -> None:
        """Open the settings."""
        from course.faces.textual.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    @on(Sheet.Picked)
    def _picked(self, event: Sheet.Picked) -> None:
        self._open(event.value)

    def _open(self, value: object) -> None:
        match value:
            case "continue":
                self.action_resume()
            case "practise":
                self.fineline.practise(self._due)
            case ("chapter", str(chapter)):
                self.fineline.open_chapter(chapter)
            case _:
                self.fineline.open_scenario(str(value))

    def _continue(self, attempt: OpenAttempt) -> Option:
        head = self.fineline.folder.head(attempt.scenario)
        assert head is not None
        where = sentences.place(attempt.title, head, attempt.day)
        rows = [Row(plain(f"Continue: {head.title}").stylize("bold")), Row(plain(where).stylize("$soft"))]
        return Option("", rows, CONTINUE, after=1)


def _marks_words(marks: Marks | None) -> Content:
    if marks is None:
        return Content("")
    told = [("did", marks.do), ("avoided", marks.dont)]
    return plain(", ".join(f"{word} {sentences.count(tally)}" for word, tally in told if tally.of)).stylize("$soft")
