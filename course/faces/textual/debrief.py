"""The debrief: every decision of an attempt beside what was advised; any of them can be gone back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from course.engine import debrief, totals
from course.engine.debrief import Entry
from course.engine.twins import Beside
from course.faces.textual.blocks import Block, Option, Row, Text, digit
from course.faces.textual.blocks.base import WIDE, Wide
from course.faces.textual.blocks.marks import no_label, pair_blocks, row_label, rule_rows
from course.faces.textual.blocks.twins import TwinsBlock
from course.faces.textual.page import Page, key, numbers
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.faces.textual.widgets.sheet import MARGIN, MEASURE
from course.model import Verdict
from course.visit.session import Session
from course.words import forecasts, say, sentences

_BESIDE = MARGIN + (WIDE - MEASURE) // 2
"""Cells at either side of the column, in a wide window."""


class Debrief(Page[int | None]):
    """Lists the decisions of a play. Its result is the number of the one to go back to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("keys.point", "keys.point.tip"),
        key("o", "others", "keys.others", "keys.others.tip-debrief"),
        key("i", "differ", "keys.differ", "keys.differ.tip", shown=False),
        key("escape", "dismiss", "keys.close", "keys.close.tip-debrief"),
    ]
    about = "debrief.about"
    CSS = f"""
    Debrief.-wide.-twins Sheet {{ max-width: {WIDE}; }}
    Debrief.-wide.-twins #masthead, Debrief.-wide.-twins #keeping, Debrief.-wide.-twins #told {{
        max-width: {WIDE + 2 * MARGIN}; padding-left: {_BESIDE} !important; padding-right: {_BESIDE} !important;
    }}
    """

    def __init__(self, session: Session, beside: Sequence[Beside] = ()) -> None:
        super().__init__(session.play.scenario.head.title, "   " + say("debrief.title"))
        self._session = session
        self._play = session.play
        self._entries = debrief.entries(session.play)
        self._beside = beside
        self.set_class(bool(beside), "-twins")

    @property
    def keeps(self) -> bool:
        return self._session.kept

    def blocks(self) -> Iterable[Block]:
        decisions = self._play.decisions
        score = totals.score(decisions)
        yield Text(plain(sentences.score_sentence(score, self._play.course.pass_mark)).stylize("bold"))
        yield from pair_blocks(self._play.course, score)
        for sentence in forecasts.told(totals.forecasts(decisions)):
            yield Text(plain(sentence).stylize("$soft"))
        for entry in self._entries:
            yield Option(digit(entry.index + 1), self._rows(entry), entry.index, aside=_landed(entry), after=1)
            for each in self._beside:
                if each.after == entry.index:
                    yield Wide(TwinsBlock(self._play.course, each))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "others":
            entry = self._pointed() if self.is_mounted else None
            return entry is not None and not entry.decision.item
        if action == "differ":
            return self.is_mounted and self._pointed() is not None
        return super().check_action(action, parameters)

    def action_others(self) -> None:
        """Open what else the decision with the pointer offered."""
        from course.faces.textual.others import Others

        entry = self._pointed()
        if entry is not None:
            self.app.push_screen(Others(self._session, entry.decision))

    def action_differ(self) -> None:
        """Say that the judgement of the decision with the pointer is contested."""
        from course.faces.textual.entry import differ

        entry = self._pointed()
        if entry is not None:
            differ(self, self._session, entry.decision)

    def _pointed(self) -> Entry | None:
        """The decision with the pointer."""
        return None if self.sheet.pointed is None else self._entries[int(str(self.sheet.pointed.value))]

    def picked(self, value: object) -> None:
        self.dismiss(int(str(value)))

    def _sources(self, entry: Entry) -> list[str]:
        """What its rules rest on, each once."""
        found = (sentences.source(self._play.course, rule) for rule in entry.rules)
        return [each for each in dict.fromkeys(found) if each]

    def _rows(self, entry: Entry) -> list[Row]:
        course, decision = self._play.course, entry.decision
        when = sentences.when(self._play.scenario.head, decision.day)
        if not decision.counts:
            when = say("debrief.tried-on", day=when) if when else say("debrief.tried")
        return [
            Row(assemble((decision.title, "bold"), (f"   {when}", "$soft"))),
            Row(plain(sentences.said(course, decision)), row_label("you")),
            *(Row(plain(sentences.said(course, each)), row_label("advised")) for each in entry.advised),
            *rule_rows(entry.rules, decision.breaks),
            *(Row(plain(line).stylize("$soft"), no_label()) for line in self._sources(entry)),
        ]


def _landed(entry: Entry) -> Content:
    decision = entry.decision
    style = "" if decision.verdict is Verdict.EITHER else SIDE_STYLE[decision.side]
    return assemble(("● ", f"bold {style}"), (sentences.where(decision), style))
