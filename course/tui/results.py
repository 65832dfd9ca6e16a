"""Results: do and don't apart for each pair, what trips you, and how well you can tell beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from course import wording
from course.journal.progress import Progress, progress
from course.playing import scoring
from course.tui.page import Page, Spread
from course.tui.scenario.phases import rule_rows
from course.tui.text import assemble, plain
from course.tui.widgets.pairs import pair_widgets
from course.tui.widgets.rows import Row, Rows


class Results(Page[None]):
    """Everything here is computed from the journal."""

    CSS_PATH = "results.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,r", "dismiss", "back", tooltip="Back home")]
    about = (
        "Counted from your first answers: how often you did what was called for, and how often you kept from "
        "what tempted. Your best later attempts are shown beside the first, and never instead of it."
    )

    def masthead(self) -> Iterable[Widget]:
        yield Spread(plain("Results").stylize("bold"), plain(self.app.shelf.course.title).stylize("$soft"))

    def body(self) -> Iterable[Widget]:
        course = self.app.shelf.course
        standing = progress(self.app.journal.attempts(course.id))
        if not standing.first.decisions:
            yield Static("Nothing to show yet. Play a story first; results begin with one.", classes="soft")
            return
        yield Static(plain(wording.score_sentence(standing.first)), classes="heading")
        if standing.first.passed(course.pass_mark):
            yield Static("That is a pass.", classes="soft")
        yield from pair_widgets(course, standing.first)
        yield from self._weakest(standing)
        for sentence in wording.forecast_sentences(standing.forecasts):
            yield Static(plain(sentence), classes="prose")
        yield Static(self._stories(standing), classes="prose")

    def _weakest(self, standing: Progress) -> Iterable[Widget]:
        course = self.app.shelf.course
        weakest = standing.first.weakest()
        pair = course.pair(weakest) if weakest else None
        if pair is None:
            return
        rules = {rule.id: rule for rule in pair.rules}
        yield Static(plain(f"Look again at: {pair.do} / {pair.dont}"), classes="heading")
        for rule_id, count in scoring.broken_rules(standing.decisions, rules)[:3]:
            times = "once" if count == 1 else f"{count} times"
            rows = rule_rows([rules[rule_id]], [rule_id])
            yield Rows(*rows, Row(plain(times).stylize("$soft"), Content(" " * 9)), classes="rules")

    def _stories(self, standing: Progress) -> Content:
        rows = [assemble((f"{'':<30}{'first':>8}{'best':>8}", "$soft"))]
        for head in self.app.shelf.heads:
            done = standing.scenarios.get(head.id)
            if done and done.finished:
                figures = f"{wording.score_words(done.first):>8}{wording.score_words(done.best):>8}"
                rows.append(assemble(f"{head.title[:29]:<30}", figures))
        return Content("\n").join(rows if len(rows) > 1 else [])
