"""Results: do and don't apart for each pair, what trips you, and how well you can tell beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from course.engine import totals
from course.faces.textual.blocks import Block, Row, Rows, Text
from course.faces.textual.blocks.marks import pair_blocks, rule_rows
from course.faces.textual.page import Page, key
from course.faces.textual.text import assemble, plain
from course.progress.results import Progress
from course.text.isolates import closed
from course.text.width import cells
from course.visit.visit import Visit
from course.words import sentences


class Results(Page[None]):
    """Everything here is computed from the journal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("t", "wish('takeaway')", "take along", "One page of what you did and should keep"),
        key("escape,r", "dismiss", "back", "Back home"),
    ]
    about = (
        "Counted from your first answers: how often you did what was called for, and how often you kept from "
        "what tempted. Your best later attempts are shown beside the first, and never instead of it."
    )

    def __init__(self, visit: Visit) -> None:
        super().__init__("Results", aside=visit.course.title)
        self._visit = visit

    def blocks(self) -> Iterable[Block]:
        course = self._visit.course
        standing = self._visit.progress()
        if not standing.first.decisions:
            yield Text(plain("Nothing to show yet. Play a story first; results begin with one."))
            return
        yield Text(plain(sentences.score_sentence(standing.first)).stylize("bold"))
        if standing.first.passed(course.pass_mark):
            yield Text(plain("That is a pass."))
        yield from pair_blocks(course, standing.first)
        yield from self._weakest(standing)
        for sentence in sentences.forecast_sentences(standing.forecasts):
            yield Text(plain(sentence))
        yield from self._gain()
        yield Text(self._scenarios(standing))

    def _weakest(self, standing: Progress) -> Iterable[Block]:
        course = self._visit.course
        weakest = standing.first.weakest()
        pair = course.pair(weakest) if weakest else None
        if pair is None:
            return
        rules = {rule.id: rule for rule in pair.rules}
        yield Text(plain(f"Look again at: {pair.do} / {pair.dont}").stylize("bold"))
        for rule_id, count in totals.broken_rules(standing.decisions, rules)[:3]:
            yield Rows(
                [
                    *rule_rows([rules[rule_id]], [rule_id]),
                    Row(plain(sentences.times(count)).stylize("$soft"), plain(" " * 9)),
                ],
                2,
            )

    def _gain(self) -> Iterable[Block]:
        course = self._visit.course
        found = self._visit.gain()
        lines = sentences.gain_lines(course, found.before, found.after) if found else []
        if lines:
            yield Text(plain("Before and after").stylize("bold"), after=0)
            yield Text(Content("\n").join(plain(line) for line in lines))

    def _scenarios(self, standing: Progress) -> Content:
        rows = [assemble((f"{'':<30}{'first':>8}{'best':>8}", "$soft"))]
        for head in self._visit.folder.scenarios:
            done = standing.scenarios.get(head.id)
            if done and done.finished:
                figures = f"{sentences.score_words(done.first):>8}{sentences.score_words(done.best):>8}"
                title = closed(head.title[:29])
                rows.append(assemble(title + " " * (30 - cells(title)), figures))
        return Content("\n").join(rows if len(rows) > 1 else [])
