"""Home: the line, the scenarios pair by pair, and where you stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from course.faces.textual.blocks import Block, Gap, Heading, Option, Row, Text, digit
from course.faces.textual.page import PICK, Page, key, numbers
from course.faces.textual.text import plain, prose
from course.faces.textual.widgets.line import TheLine
from course.faces.textual.wish import Wish
from course.model import Head, Pair
from course.visit.home import Left, Listed, ListedChapter, State
from course.visit.offers import Offer
from course.visit.visit import Visit
from course.words import endings, practice, say, sentences
from course.words import home as words

_INDENT = 5
"""Cells before what no key stands in front of, so that it begins where the options' texts do."""


def _wish(keys: str, offer: Offer, says: str, tip: str, *, shown: bool = True) -> Binding:
    return key(keys, f"wish('{offer}')", says, tip, offer, shown=shown)


class Home(Page[None]):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        _wish("enter", Offer.CONTINUE, "keys.continue", "keys.continue.tip"),
        _wish("enter", Offer.BEGIN, "keys.next-up", "keys.begin.tip"),
        _wish("enter", Offer.ROUND_RESULTS, "keys.round-results", "keys.results.tip"),
        *numbers("keys.open", "keys.open.tip", Offer.OPEN),
        key("w", "pick('w')", "keys.warm-up", "keys.warm-up.tip", Offer.OPEN, shown=False),
        key("o", "pick('o')", "keys.once-more", "keys.once-more.tip", Offer.OPEN, shown=False),
        _wish("a", Offer.COMPANION, "keys.companion", "keys.companion.tip"),
        _wish("g", Offer.PRACTICE, "keys.practice", "keys.practice.tip", shown=False),
        _wish("x", Offer.NO_PRACTICE, "keys.no-practice", "keys.no-practice.tip", shown=False),
        _wish("t", Offer.TAKEAWAY, "keys.takeaway", "keys.takeaway.tip"),
        _wish("r", Offer.RESULTS, "keys.results", "keys.results.tip"),
        _wish("s", Offer.SETTINGS, "keys.settings", "keys.settings.tip"),
        key("q", "app.quit", "keys.quit", "keys.quit.tip", Offer.LEAVE),
    ]
    about = "home.about"
    back_to = "keys.back.tip-home"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit.course.title, aside=" · ".join(filter(None, ("Fine Line", visit.called))))
        self._visit = visit
        self._home = visit.home()
        self._notices: list[str] = []
        """What there is to tell; it stays until the learner goes to another page."""
        self._left = False

    @property
    def offers(self) -> Collection[Offer]:
        return self._home.offers

    def tip(self, id: str) -> str:
        if id == "keys.warm-up.tip" and self._home.warm_up and (minutes := self._home.warm_up.head.minutes):
            return say("keys.warm-up.tip-minutes", minutes=sentences.minutes_words(minutes))
        return "keys.open.tip-chapter" if id == "keys.open.tip" and self._home.by_chapters else id

    def masthead(self) -> Iterable[Widget]:
        yield from super().masthead()
        yield TheLine(words=True, id="line")

    def redraw(self, *, top: int = 0, pointed: int | None = None) -> None:
        self._home = self._visit.home()
        super().redraw(top=top, pointed=pointed)

    def redraw_in_place(self) -> None:
        """Show what has become known meanwhile, with the pointer where it was; what there is to tell is in view."""
        held, tells = self.sheet.pointed, self._look_for_notices()
        self.redraw()
        same = next((each for each in self.sheet.options if held and each.value == held.value), None)
        if same is not None:
            self.sheet.point(same, follow=not tells)

    def _look_for_notices(self) -> bool:
        """Whether there is anything new to tell: the newest first, and nothing twice."""
        new = self._visit.take_notices() if self.is_current else []  # a page above it tells them itself
        self._notices = [*reversed(new), *(each for each in self._notices if each not in new)]
        return bool(new)

    def blocks(self) -> Iterable[Block]:
        home = self._home
        self._look_for_notices()
        for notice in self._notices:
            yield Text(plain(notice), bar="$under")
        if home.first_time:
            yield Text(prose(self._visit.course.about.split("\n\n")[-1]).stylize("$soft"))
        yield from self._what_next()
        yield from self._practice()
        if home.by_chapters:
            for number, chapter in enumerate(home.chapters, 1):
                yield _chapter(chapter, number, about=self.tall)
            if not self.tall:
                yield Gap()
        else:
            yield from self._scenarios(home.chapters)
        if not (home.warm_up and home.next_up == home.warm_up.head):  # Enter is enough of it
            yield from _apart(home.warm_up, "w")
        yield from _apart(home.after_check, "o")

    def _what_next(self) -> Iterable[Block]:
        """What Enter does, and why just that comes next."""
        home = self._home
        if home.first_round is not None and home.in_round:
            so_far = home.first_round
            told = words.round_words(so_far)
            yield Heading(plain(say("home.round")).stylize("bold"), plain(told).stylize("$soft"))
            yield Gap()
        elif home.round_just_over:
            yield Text(plain(words.round_over_words()).stylize("$soft"))
        if home.left is not None:
            yield _continue(home.left)
        elif home.round_ends:
            rows = [Row(plain(say("home.round.results")).stylize("bold"))]
            rows.append(Row(plain(say("keys.results.tip")).stylize("$soft")))
            yield Option("", rows, Offer.ROUND_RESULTS, after=1, indent=_INDENT - 2)
        elif home.next_up is not None:
            yield next_option(home.next_up, self._visit.course.pair(home.next_up.pair), with_whom=self.tall)
        elif home.all_done:
            yield Text(plain(say("home.all-done")).stylize("$soft"))

    def _practice(self) -> Iterable[Block]:
        """Practice, where any is due, and what it has bettered."""
        home = self._home
        done = plain(practice.better(home.better)).stylize("$soft")
        if Offer.PRACTICE in home.offers:
            offer = [Row(plain(practice.offer(len(home.due)))), *([Row(done)] if home.better else [])]
            yield Option("g", offer, Offer.PRACTICE, plain("x  " + say("home.not-again")).stylize("$soft"), after=1)
        elif home.better:
            yield Text(done, indent=_INDENT)

    def _scenarios(self, chapters: Iterable[ListedChapter]) -> Iterable[Block]:
        """Every scenario, chapter by chapter."""
        number = 0
        for each in chapters:
            yield Heading(plain(each.chapter.title).stylize("$soft"))
            for listed in each.scenarios:
                number += 1
                last = int(listed is each.scenarios[-1] and bool(each.chapter.pair))
                yield listed_option(listed, digit(number), whom=self.tall, summary=self.tall, after=last)

    def on_mount(self) -> None:
        self.set_timer(0.3, self._look_through)

    @work(thread=True)
    def _look_through(self) -> None:
        self._visit.look_through()
        if (self._visit.folder.unavailable or self._visit.due()) and self.is_attached:
            self.app.call_from_thread(self.call_later, self.redraw_in_place)

    def on_screen_resume(self) -> None:
        if self._left:
            self._visit.look_for_practice()
            self.redraw()

    def on_screen_suspend(self) -> None:
        self._left = True
        self._notices.clear()

    def action_wish(self, offer: str) -> None:
        """Ask for what an offer leads to; what would be gone for good, only if they are sure."""
        if offer == Offer.NO_PRACTICE:
            self.ask("keys.no-practice.sure", partial(super().action_wish, offer))
        else:
            super().action_wish(offer)

    def picked(self, value: object) -> None:
        match value:
            case Offer():
                self.post_message(Wish(self, value))
            case ListedChapter():
                self.post_message(Wish(self, Offer.OPEN_CHAPTER, value.chapter.id))
            case _:
                self.post_message(Wish(self, Offer.OPEN, str(value)))


def _continue(left: Left) -> Option:
    where = sentences.place(left.attempt.title, left.head, left.attempt.day)
    rows = [Row(plain(say("home.continue", title=left.head.title)).stylize("bold")), Row(plain(where).stylize("$soft"))]
    return Option("", rows, Offer.CONTINUE, after=1, indent=_INDENT - 2)


def next_option(head: Head, pair: Pair | None, *, with_whom: bool, begun: bool = False) -> Option:
    """What comes next, and why; or what is `begun`, to go on with."""
    told = [words.why(head, pair), words.with_whom(head) if with_whom else ""]
    named = say("home.continue", title=head.title) if begun else say("home.next", title=head.title)
    rows = [Row(plain(named).stylize("bold"))]
    rows += [Row(plain(each).stylize("$soft")) for each in told if each]
    return Option("", rows, Offer.BEGIN, _minutes(head), after=1, indent=_INDENT - 2)


def _chapter(each: ListedChapter, number: int, *, about: bool) -> Option:
    """A chapter, folded; with a line `about` it where there is room."""
    pair = each.chapter.pair
    told = pair.about if pair else say("home.all-meets")
    rows = [Row(plain(each.chapter.title)), *([Row(plain(told).stylize("$soft"))] if about and told else [])]
    played = say("home.played", got=each.finished, of=len(each.scenarios))
    return Option(digit(number), rows, each, plain(played).stylize("$soft"), after=int(about))


def _apart(listed: Listed | None, key: str) -> Iterable[Block]:
    """The warm-up before the scenarios, or the after-check after them."""
    if listed is not None:
        done = say("home.done") if listed.progress and listed.progress.finished else ""  # it counts for nothing
        yield Option(key, [Row(plain(listed.head.title))], listed.head.id, _state(listed, done))


def listed_option(
    listed: Listed, key: str, *, whom: bool, summary: bool, coming: bool = False, after: int = 0
) -> Option:
    """A scenario as a list shows it: with whom it is, and what it is about, or what became of it; and whether it is
    `coming` next. Picking it gives the scenario's id."""
    head = listed.head
    became = endings.listed(listed.progress) if whom or summary else ""
    about = [listed.reason] if listed.reason else [words.with_whom(head) * whom, became or head.summary * summary]
    rows = [Row(plain(head.title)), *(Row(plain(each).stylize("$soft")) for each in about if each)]
    aside = _state(listed, say("home.done") if listed.progress and listed.progress.finished else "")
    if coming:
        aside = Content("  ").join(each for each in (plain(say("home.coming")).stylize("bold"), aside) if each)
    return Option(key, rows, head.id, aside, after=after)


def _state(listed: Listed, before: str) -> Content:
    """How it stands, in a word or two; `before` says how it went."""
    match listed.state:
        case State.UNAVAILABLE:
            return plain(say("home.unavailable")).stylize("$over")
        case State.BEGUN:
            return plain(sentences.begun_words(say("home.begun"), before)).stylize("$under")
        case State.FINISHED:
            return plain(before).stylize("$soft")
        case State.NEW:
            return _minutes(listed.head)


def _minutes(head: Head) -> Content:
    return plain(say("home.minutes", n=head.minutes) if head.minutes else "").stylize("$soft")
