"""A chapter: what a pair is about, its scenarios, and, once some are played, what the learner did in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Gap, Row, Rows, Text, digit
from course.faces.textual.blocks.marks import pair_blocks, row_label, rule_rows
from course.faces.textual.home import listed_option, next_option
from course.faces.textual.page import PICK, Page, key, numbers
from course.faces.textual.text import plain, prose
from course.visit.course_folder import Chapter
from course.visit.home import ListedChapter
from course.visit.offers import Offer
from course.visit.visit import Visit
from course.words import forecasts, say, sentences


class ChapterPage(Page[str]):
    """One pair of the course. Its result is the scenario to open, or `""`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        key("enter", "begin", "keys.begin", "keys.begin.tip-chapter", Offer.BEGIN),
        key("enter", "next", "keys.next-up", "keys.begin.tip", Offer.NEXT),
        key("enter", "go_on", "keys.go-on", "keys.continue.tip", Offer.CONTINUE),
        *numbers("keys.open", "keys.open.tip", Offer.OPEN),
        key("escape", "dismiss('')", "keys.back", "keys.back.tip-home", Offer.LEAVE),
    ]
    about = "chapter.about"

    def __init__(self, visit: Visit, chapter: Chapter) -> None:
        super().__init__(chapter.title, aside=_where(visit))
        self._visit = visit
        self._chapter = chapter
        self._home = visit.home()
        """As it is drawn: every key that is looked at asks what is offered."""
        self._next = self._home.goes_on(chapter)
        self._elsewhere = self._next is not None and self._next not in chapter.heads
        """Whether what is gone on with stands in another chapter, where the first round leads."""
        self._goes_on = Offer.NEXT if self._elsewhere else Offer.BEGIN
        if self._next and self._home.begun(self._next):
            self._goes_on = Offer.CONTINUE

    @property
    def offers(self) -> Collection[Offer]:
        opens = Offer.OPEN in self._home.offers
        return {Offer.LEAVE} | ({self._goes_on} if self._next else set()) | ({Offer.OPEN} if opens else set())

    def blocks(self) -> Iterable[Block]:
        self._home = self._visit.home()
        shown = next(each for each in self._home.chapters if each.chapter.id == self._chapter.id)
        pair, begun = self._chapter.pair, any(each.progress for each in shown.scenarios)
        if pair:
            yield Text(prose(pair.about if begun and pair.about else pair.intro or pair.about))
        if self._next and self._elsewhere:
            begun_there = self._goes_on is Offer.CONTINUE
            pair_there = self._visit.course.pair(self._next.pair)
            yield next_option(self._next, pair_there, with_whom=self.tall, begun=begun_there)
        for number, listed in enumerate(shown.scenarios, 1):
            coming = listed.head == self._next
            yield listed_option(
                listed, digit(number), whom=True, summary=self.tall, coming=coming, after=int(self.tall)
            )
        if begun:
            if not self.tall:
                yield Gap()
            yield from self._debrief(shown)
            if pair and pair.about and pair.intro:  # read before the first of them; by now it is to look up
                yield Text(plain(say("chapter.intro")).stylize("bold"))
                yield Text(prose(pair.intro))

    def _debrief(self, shown: ListedChapter) -> Iterable[Block]:
        """The learner's own decisions: how many, and those to remember."""
        found = self._visit.lessons(self._chapter)
        all_played = all(each.progress for each in shown.scenarios)
        yield Text(plain(say("chapter.did") if all_played else say("chapter.did-so-far")).stylize("bold"))
        for heading, decisions in ((say("chapter.kept"), found.kept), (say("chapter.slipped"), found.slipped)):
            if decisions:
                yield Text(plain(heading).stylize("bold"))
            for decision, rules in decisions:
                you = Row(plain(sentences.said(self._visit.course, decision)), row_label("you"))
                yield Rows([you, *rule_rows(rules, {*decision.breaks, *decision.avoids})], indent=2)
        yield from pair_blocks(self._visit.course, found.score)
        for sentence in forecasts.told(found.forecasts):
            yield Text(plain(sentence).stylize("$soft"))

    def action_begin(self) -> None:
        """Open the scenario that the chapter goes on with."""
        self.dismiss(self._next.id if self._next else "")

    def action_next(self) -> None:
        """On to what comes next, as Enter does at home: by way of its chapter, where that begins with it."""
        self.action_begin()

    def action_go_on(self) -> None:
        """Go on with it where it was left."""
        self.action_begin()

    def picked(self, value: object) -> None:
        if value is Offer.BEGIN:
            self.action_begin()
        else:
            self.dismiss(str(value))


def _where(visit: Visit) -> str:
    """How far the first round is, while it leads through the chapters; else which course this is."""
    home = visit.home()
    if home.first_round is None or not home.in_round:
        return visit.course.title
    return say("chapter.round", done=home.first_round.played, of=home.first_round.stories)
