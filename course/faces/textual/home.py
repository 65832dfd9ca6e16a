"""Home: the line, the scenarios pair by pair, and where you stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from course.engine.judging import Marks
from course.faces.textual.blocks import Block, Heading, Option, Row, Text
from course.faces.textual.listed import listed_option, state
from course.faces.textual.page import PICK, Page, key
from course.faces.textual.text import plain, prose
from course.faces.textual.widgets.line import TheLine
from course.faces.textual.widgets.sheet import Sheet
from course.faces.textual.widgets.spread import Spread
from course.faces.textual.wish import Wish
from course.visit.home import Left, Listed, ListedChapter, State
from course.visit.offers import Offer
from course.visit.visit import Visit
from course.words import sentences

_MOST_LISTED = 9
"""More scenarios than there are number keys are shown by chapters."""
_TALL = 32
"""From this many rows on, each scenario has its summary."""


class Home(Page[None]):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        key("enter", "resume", "continue", "Go on where you left", Offer.CONTINUE),
        key("enter", "begin", "begin", "Begin with the next story", Offer.BEGIN),
        *(
            key(str(number), f"open({number})", "open", "Open the story of that number", Offer.OPEN)
            for number in range(1, 10)
        ),
        key("w", "open('w')", "warm-up", "Two minutes before the stories, to see what moves", shown=False),
        key("o", "open('o')", "once more", "The same kind of round, after the stories", shown=False),
        key("a", "ask", "about to follow up?", "The extra minute, for real; nothing is kept", Offer.COMPANION),
        key("g", "practise", "practise", "What you missed, in other scenes", Offer.PRACTISE, shown=False),
        key(
            "x",
            "no_practice",
            "do not offer",
            "Settings bring it back",
            Offer.NO_PRACTICE,
            shown=False,
        ),
        key("t", "takeaway", "take along", "One page of what you did and should keep", Offer.TAKEAWAY),
        key("r", "results", "results", "What you are good at, and what trips you", Offer.RESULTS),
        key("s", "settings", "settings", "Theme, extra minute, motion", Offer.SETTINGS),
        key("q", "app.quit", "quit", "Quit; your place is kept", Offer.LEAVE),
    ]
    about = (
        "Each story is about the days after one interview. Open one with its number. Dos and don'ts are counted "
        "apart, from first answers only: *did 4 of 5* means that five times something was called for, and "
        "you did it four times; *avoided 5 of 6*, that six times something tempted, and you kept from it five."
    )

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self._home = visit.home()
        self._left = False

    @property
    def offers(self) -> Collection[Offer]:
        return self._home.offers

    def masthead(self) -> Iterable[Widget]:
        yield Spread(plain(self._visit.course.title).stylize("bold"), plain("Fine Line").stylize("$soft"), id="top")
        yield TheLine(words=True, id="line")

    def redraw(self, *, top: int = 0, pointed: int | None = None) -> None:
        self._home = self._visit.home()
        super().redraw(top=top, pointed=pointed)

    def blocks(self) -> Iterable[Block]:
        home = self._home
        for notice in self._visit.take_notices():
            yield Text(plain(notice), bar="$quiet")
        if home.left is not None:
            yield _continue(home.left)
        elif not home.progress.scenarios:
            yield Text(prose(self._visit.course.about.split("\n\n")[-1]).stylize("$soft"))
        if Offer.PRACTISE in home.offers:  # above the scenarios: below them it would be out of sight
            offer = Row(plain(sentences.practice_offer(len(home.due))))
            yield Option("g", [offer], Offer.PRACTISE, plain("x  not again").stylize("$soft"), after=1)
        yield from _apart(home.warm_up, "w")
        if sum(len(each.scenarios) for each in home.chapters) > _MOST_LISTED:
            for number, chapter in enumerate(home.chapters, 1):
                yield _chapter(chapter, number)
        else:
            yield from self._scenarios(home.chapters)
        yield from _apart(home.after_check, "o")

    def _scenarios(self, chapters: Iterable[ListedChapter]) -> Iterable[Block]:
        """Every scenario, chapter by chapter."""
        tall = self.app.size.height >= _TALL
        number = 0
        for each in chapters:
            yield Heading(plain(each.chapter.title).stylize("$soft"), _marks_words(each.marks))
            for listed in each.scenarios:
                number += 1
                last = int(listed is each.scenarios[-1] and bool(each.chapter.pair))
                yield listed_option(listed, str(number), summary=tall, after=last)

    def on_mount(self) -> None:
        self.set_timer(0.3, self._look_through)

    @work(thread=True)
    def _look_through(self) -> None:
        self._visit.look_through()
        if (self._visit.folder.unavailable or self._visit.due()) and self.is_attached:
            self.app.call_from_thread(self.call_later, self.redraw)

    def on_screen_resume(self) -> None:
        if self._left:
            self._visit.look_for_practice()
            self.redraw()

    def on_screen_suspend(self) -> None:
        self._left = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open" and not (
            self.is_mounted and str(parameters[0]) in {option.key for option in self.sheet.options}
        ):
            return False
        return super().check_action(action, parameters)

    def action_resume(self) -> None:
        """Go on with the scenario that was left."""
        self.post_message(Wish(Offer.CONTINUE))

    def action_begin(self) -> None:
        """Begin with what comes next."""
        self.post_message(Wish(Offer.BEGIN))

    def action_open(self, key: int | str) -> None:
        """Open the scenario or the chapter with that key."""
        self._open(next(option.value for option in self.sheet.options if option.key == str(key)))

    def action_ask(self) -> None:
        """Open the companion."""
        self.post_message(Wish(Offer.COMPANION))

    def action_practise(self) -> None:
        """Practise what is due."""
        self.post_message(Wish(Offer.PRACTISE))

    def action_no_practice(self) -> None:
        """Never offer it again."""
        self.post_message(Wish(Offer.NO_PRACTICE))

    def action_takeaway(self) -> None:
        """Open the takeaway."""
        self.post_message(Wish(Offer.TAKEAWAY))

    def action_results(self) -> None:
        """Open the results."""
        self.post_message(Wish(Offer.RESULTS))

    def action_settings(self) -> None:
        """Open the settings."""
        self.post_message(Wish(Offer.SETTINGS))

    @on(Sheet.Picked)
    def _picked(self, event: Sheet.Picked) -> None:
        self._open(event.value)

    def _open(self, value: object) -> None:
        match value:
            case Offer():
                self.post_message(Wish(value))
            case ListedChapter():
                self.post_message(Wish(Offer.OPEN_CHAPTER, value.chapter.id))
            case _:
                self.post_message(Wish(Offer.OPEN, str(value)))


def _continue(left: Left) -> Option:
    where = sentences.place(left.attempt.title, left.head, left.attempt.day)
    rows = [Row(plain(f"Continue: {left.head.title}").stylize("bold")), Row(plain(where).stylize("$soft"))]
    return Option("", rows, Offer.CONTINUE, after=1)


def _chapter(each: ListedChapter, number: int) -> Option:
    pair = each.chapter.pair
    about = pair.about if pair else "Stories in which all of it meets."
    rows = [Row(plain(each.chapter.title).stylize("bold")), Row(plain(about).stylize("$soft"))]
    if each.marks is not None:
        rows.append(Row(_marks_words(each.marks)))
    played = f"{each.finished} of {len(each.scenarios)} played"
    return Option(str(number), rows, each, plain(played).stylize("$assertive" if each.finished else "$soft"), after=1)


def _apart(listed: Listed | None, key: str) -> Iterable[Block]:
    """The warm-up before the scenarios, or its parallel form after them."""
    if listed is not None:
        done = plain("done").stylize("$assertive") if listed.state is State.FINISHED else state(listed)
        yield Option(key, [Row(plain(listed.head.title))], listed.head.id, done, after=1)


def _marks_words(marks: Marks | None) -> Content:
    if marks is None:
        return Content("")
    told = [("did", marks.do), ("avoided", marks.dont)]
    return plain(", ".join(f"{word} {sentences.count(tally)}" for word, tally in told if tally.of)).stylize("$soft")
