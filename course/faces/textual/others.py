"""The other options: what each answer of a scene would have led to, the one taken first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from course.engine import debrief
from course.engine.debrief import Option
from course.engine.decision import Decision
from course.faces.textual.blocks import Block, Rows, Text
from course.faces.textual.blocks.marks import rule_rows
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.page import Page, key
from course.faces.textual.text import HERE, assemble, point_out, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Course, Verdict
from course.visit.session import Session
from course.words import say, sentences


class Others(Page[None]):
    """Every option of one decision, with its consequence and its why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("i", "differ", "keys.differ", "keys.differ.tip"),
        key("escape,o,enter", "dismiss", "keys.back", "keys.back.tip-scenario"),
    ]
    about = "others.about"

    def __init__(self, session: Session, decision: Decision) -> None:
        super().__init__(decision.title, aside=sentences.when(session.play.scenario.head, decision.day))
        self._session = session
        self._decision = decision

    @property
    def keeps(self) -> bool:
        return self._session.kept

    def action_differ(self) -> None:
        """Say that the judgement is contested."""
        from course.faces.textual.entry import differ

        differ(self, self._session, self._decision)

    def blocks(self) -> Iterable[Block]:
        for option in debrief.options(self._session.play, self._decision):
            yield from _option(option, self._session.play.course)


def _option(option: Option, course: Course) -> Iterable[Block]:
    outcome, style = option.outcome, SIDE_STYLE[option.side]
    said, words = sentences.said(course, outcome), sentences.landing(option.side)
    if option.verdict is Verdict.EITHER:
        words, style = say("side.either-way"), "bold"
    elif option.verdict is Verdict.MIXED:
        words = say("others.mixed", landing=words)
    sentence = say("others.chosen", said=HERE) if option.taken else say("others.or", said=HERE)
    yield Text(point_out(sentence, said, "bold", "$soft"), after=0)
    yield Text(assemble((f"● {words}", style)), indent=2, after=0)
    told = option.consequence
    if told.happens:
        yield Text(prose(told.happens), indent=2, after=0)
    for message in told.arrives:
        yield MessageBlock(message, after=0)
    if told.because:
        yield Text(prose(told.because).stylize("$soft"), indent=2, after=0)
    yield Rows(rule_rows(option.rules, outcome.breaks), indent=2, after=2)
