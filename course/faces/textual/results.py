"""Results: do and don't apart for each pair, what trips you, and how well you can tell beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from course.engine import totals
from course.faces.textual.blocks import Block, Row, Rows, Text
from course.faces.textual.blocks.marks import no_label, pair_blocks, rule_rows
from course.faces.textual.page import Page, key
from course.faces.textual.text import assemble, pad, plain
from course.model import Side
from course.progress.results import Progress
from course.text.isolates import closed
from course.text.width import cells
from course.visit.visit import Visit
from course.words import forecasts, say, sentences, twins


class Results(Page[None]):
    """Everything here is computed from the journal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("t", "wish('takeaway')", "keys.takeaway", "keys.takeaway.tip"),
        key("escape,r", "dismiss", "keys.back", "keys.back.tip-home"),
    ]
    about = "results.about"

    def __init__(self, visit: Visit) -> None:
        super().__init__(say("results.title"), aside=visit.course.title)
        self._visit = visit

    def blocks(self) -> Iterable[Block]:
        course = self._visit.course
        standing = self._visit.progress()
        if not standing.first.decisions:
            yield Text(plain(self._visit.unread or say("results.nothing")))
            return
        yield Text(plain(sentences.score_sentence(standing.first, course.pass_mark)).stylize("bold"))
        if standing.first.passed(course.pass_mark):
            yield Text(plain(say("pass.reached")))
        yield from pair_blocks(course, standing.first)
        yield from self._weakest(standing)
        if told := twins.understood(standing.twins.met, standing.twins.understood):
            yield Text(plain(told))
        for sentence in forecasts.told(standing.forecasts):
            yield Text(plain(sentence))
        yield from self._gain()
        yield Text(self._scenarios(standing))

    def _weakest(self, standing: Progress) -> Iterable[Block]:
        course = self._visit.course
        weakest = standing.first.weakest()
        pair = course.pair(weakest) if weakest else None
        if pair is None:
            return
        rules = {rule.id: rule for rule in pair.rules if rule.side is Side.OVER}
        yield Text(plain(say("results.weakest", do=pair.do, dont=pair.dont)).stylize("bold"))
        for rule_id, count in totals.broken_rules(standing.decisions, rules)[:3]:
            yield Rows(
                [
                    *rule_rows([rules[rule_id]], [rule_id]),
                    Row(plain(say("results.missed", times=sentences.times(count))).stylize("$soft"), no_label()),
                ],
                2,
            )

    def _gain(self) -> Iterable[Block]:
        course = self._visit.course
        found = self._visit.gain()
        lines = sentences.gain_lines(course, found.before, found.after) if found else []
        if lines:
            yield Text(plain(say("results.gain")).stylize("bold"), after=0)
            yield Text(Content("\n").join(plain(line) for line in lines))

    def _scenarios(self, standing: Progress) -> Content:
        first, best = say("results.first"), say("results.best")
        rows = [assemble((" " * 30 + _right(first) + _right(best), "$soft"))]
        for head in self._visit.folder.scenarios:
            done = standing.scenarios.get(head.id)
            if done and done.finished:
                figures = _right(sentences.score_words(done.first)) + _right(sentences.score_words(done.best))
                rows.append(assemble(pad(closed(head.title[:29]), 30), figures))
        return Content("\n").join(rows if len(rows) > 1 else [])


def _right(figure: str) -> str:
    return " " * max(1, 8 - cells(figure)) + figure
