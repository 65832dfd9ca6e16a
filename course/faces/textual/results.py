"""Results: what one tends to do, in words; then do and don't apart for each pair, what became of each scenario, and how
well one can tell beforehand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from course.faces.textual.blocks import Block, Row, Rows, Text
from course.faces.textual.blocks.habits import habit_blocks
from course.faces.textual.blocks.marks import no_label, pair_blocks, rule_rows
from course.faces.textual.page import Page, key
from course.faces.textual.text import assemble, pad, plain
from course.progress.habit_words import going_well, told
from course.progress.habits import Habits
from course.progress.results import Progress, ScenarioProgress
from course.progress.slips import slips
from course.text.isolates import closed
from course.text.width import cells
from course.visit.results import habits, practiced
from course.visit.visit import Visit
from course.words import endings, forecasts, say, scores, sentences, twins

_TITLE = 54
"""Cells of the column of titles; two columns of figures stand beside it."""


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
        standing = self._visit.progress()
        if not standing.first.decisions:
            yield Text(plain(self._visit.unread or say("results.nothing")))
            return
        found = habits(self._visit)
        yield from self._habits(found)
        yield from self._practiced()
        yield from self._counts(standing)
        yield from self._weakest(standing, {each.rule.id for each in found.tends or found.once})
        if understood := twins.understood(standing.twins.met, standing.twins.understood):
            yield Text(plain(understood))
        for sentence in forecasts.told(standing.forecasts):
            yield Text(plain(sentence))
        yield from self._gain()
        yield from self._scenarios(standing)

    def _habits(self, found: Habits) -> Iterable[Block]:
        """What one tends to do, and what one does well."""
        course, head = self._visit.course, self._visit.folder.head
        yield from habit_blocks(told(course, found, head))
        if found.tends or found.once:
            yield from habit_blocks(going_well(course, found, head))

    def _counts(self, standing: Progress) -> Iterable[Block]:
        course = self._visit.course
        complete = standing.complete(head.id for head in self._visit.folder.scenarios)
        sentence = scores.first_answers(standing.first, course.pass_mark)
        passed = sentences.pass_sentence(standing.first, course.pass_mark, complete=complete)
        yield Text(plain(f"{sentence} {passed}".rstrip()).stylize("bold"))
        yield from pair_blocks(course, standing.first)

    def _practiced(self) -> Iterable[Block]:
        """What went better in practice; it changes no first answer."""
        better = practiced(self._visit)
        if better:
            yield Text(plain(say("results.practiced")).stylize("bold"), after=0)
            yield Rows([Row(plain(rule.do)) for rule in better], after=0)
            yield Text(plain(say("results.practiced-stays")).stylize("$soft"))

    def _weakest(self, standing: Progress, without: Collection[str]) -> Iterable[Block]:
        """The pair where it slips most, and its rules that were broken most often, `without` those told already."""
        found = slips(self._visit.course, standing.decisions)
        if found is None:
            return
        yield Text(plain(sentences.slips_sentence(found.pair, found.answers, found.of)).stylize("bold"))
        for rule, count in [each for each in found.rules if each[0].id not in without][:3]:
            often = plain(say("results.broken", n=count)).stylize("$soft")
            yield Rows([*rule_rows([rule], [rule.id]), Row(often, no_label())], 2)

    def _gain(self) -> Iterable[Block]:
        course = self._visit.course
        found = self._visit.gain()
        lines = sentences.gain_lines(course, found.before, found.after) if found else []
        if lines:
            yield Text(plain(say("results.gain")).stylize("bold"), after=0)
            yield Text(Content("\n").join(plain(line) for line in lines))

    def _scenarios(self, standing: Progress) -> Iterable[Block]:
        """What became of each that was played to an end, with its figures."""
        rows: list[Row] = []
        for head in self._visit.folder.scenarios:
            done = standing.scenarios.get(head.id)
            if done and done.finished:
                rows += _finished(head.title, done)
        if rows:
            first, best = say("results.first"), say("results.best")
            names = pad(say("results.became"), _TITLE) + _right(first) + _right(best)
            yield Text(plain(names).stylize("$soft"), after=0)
            yield Rows(rows)


def _finished(title: str, done: ScenarioProgress) -> Iterable[Row]:
    figures = _right(sentences.score_words(done.first)) + _right(sentences.score_words(done.best))
    yield Row(assemble(pad(closed(title[: _TITLE - 1]), _TITLE), figures))
    if became := endings.named(done):
        yield Row(plain(became).stylize("$soft"), plain("  "))


def _right(figure: str) -> str:
    return " " * max(1, 8 - cells(figure)) + figure
