"""The other options: what each answer of a scene would have led to and why, the one taken first. Of a message, each
part's; of a calendar, what was left out too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from course.engine import debrief
from course.engine.debrief import Entry, Option, Step
from course.engine.play import Play
from course.faces.textual.blocks import Block, Rows, Text
from course.faces.textual.blocks.marks import option_rows
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.kinds.versions import versions_block
from course.faces.textual.page import Page, key
from course.faces.textual.text import HERE, assemble, plain, point_out, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.faces.textual.widgets.sheet import beside_css
from course.model import Course, Verdict
from course.visit.session import Session
from course.words import say, sentences, sorting


class Others(Page[None]):
    """Every option of what was sent at one go, with its consequence and its why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("i", "differ", "keys.differ", "keys.differ.tip"),
        key("escape,o,enter", "dismiss", "keys.back", "keys.back.tip-scenario"),
    ]
    about = "others.about"
    CSS = beside_css("Others")

    def __init__(self, session: Session, step: Step) -> None:
        decision = step.decision
        super().__init__(decision.title, aside=sentences.when(session.play.scenario.head, decision.day))
        self._session = session
        self._step = step
        self._versions = debrief.versions(session.play, step)
        self.set_class(self._versions is not None, "-beside")

    @property
    def keeps(self) -> bool:
        return self._session.kept

    def action_differ(self) -> None:
        """Say that the judgment is contested."""
        from course.faces.textual.entry import differ

        differ(self, self._session, self._step.disputed)

    def blocks(self) -> Iterable[Block]:
        play = self._session.play
        if self._versions is not None:
            yield versions_block(self._versions, play.scenario.head)
        for entry in self._step.entries:
            yield from self._entry(entry)
        left = debrief.untaken(play, self._step)
        if left:
            yield Text(plain(say("others.left-out")).stylize("bold"))
        for option in left:
            yield from _option(option, play.course, self._day(option), HERE)

    def _entry(self, entry: Entry) -> Iterable[Block]:
        play, decision = self._session.play, entry.decision
        options = debrief.options(play, decision)
        day = self._day(options[0]) if options else ""
        if decision.is_sorted:  # both sides of a statement have one reason
            yield from _statement(entry, options[0], play)
            return
        for option in options:
            yield from _option(option, play.course, day)

    def _day(self, option: Option) -> str:
        """The day of an option that has one of its own."""
        day = option.outcome.day
        return "" if day is None else sentences.day_name(self._session.play.scenario.head, day)


def _statement(entry: Entry, taken: Option, play: Play) -> Iterable[Block]:
    right, decision = taken.verdict is Verdict.DO, entry.decision
    style = SIDE_STYLE[taken.side] if right or not decision.off_the_line else ""
    said = plain(sentences.told_of(play.course, decision)).stylize("bold")
    yield Text(assemble(("✓ " if right else "✗ ", f"bold {style}")) + said, after=0)
    for other in entry.advised:
        belongs = sorting.advised(play, entry, other)
        yield Text(point_out(say("others.advised", said=HERE), belongs, "", "$soft"), indent=2, after=0)
    yield Text(prose(taken.consequence.because).stylize("$soft"), indent=2, after=0)
    yield Rows(option_rows(taken.rules, taken.outcome.breaks), indent=2, after=2)


def _option(option: Option, course: Course, day: str, sentence: str = "") -> Iterable[Block]:
    outcome, style = option.outcome, SIDE_STYLE[option.side]
    said, words = sentences.said(course, outcome), sentences.landing(option.side)
    if option.verdict is Verdict.EITHER:
        words, style = say("side.either-way"), "bold"
    elif option.verdict is Verdict.MIXED:
        words = say("others.mixed", landing=words)
    sentence = sentence or (say("others.chosen", said=HERE) if option.taken else say("others.or", said=HERE))
    when = assemble((f"{day}   ", "$soft")) if day else assemble("")
    yield Text(when + point_out(sentence, said, "bold", "$soft"), after=0)
    yield Text(assemble((f"● {words}", style)), indent=2, after=0)
    told = option.consequence
    if told.happens:
        yield Text(prose(told.happens), indent=2, after=0)
    for message in told.arrives:
        yield MessageBlock(message, after=0)
    if told.because:
        yield Text(prose(told.because).stylize("$soft"), indent=2, after=0)
    yield Rows(option_rows(option.rules, outcome.breaks), indent=2, after=2)
