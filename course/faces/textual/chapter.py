"""A chapter: what a pair is about, its stories, and, once some are played, what the learner did in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from course.faces.textual.blocks import Block, Gap, Row, Rows, Text
from course.faces.textual.blocks.marks import pair_blocks
from course.faces.textual.blocks.rules import rule_rows
from course.faces.textual.listed import story_option
from course.faces.textual.page import PICK, Page
from course.faces.textual.text import plain, prose
from course.faces.textual.widgets.sheet import Sheet
from course.faces.textual.widgets.spread import Spread
from course.progress.lessons import lessons
from course.progress.results import progress
from course.words import sentences


class ChapterPage(Page[str]):
    """One pair of the course. Its result is the story to open, or `""`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        PICK,
        Binding("enter", "begin", "begin", tooltip="Open the next story of this chapter"),
        *(
            Binding(str(number), f"open({number})", "open", tooltip="Open the story of that number")
            for number in range(1, 10)
        ),
        Binding("escape", "leave", "back", tooltip="Back home"),
    ]
    about = (
        "What this pair is about, and its stories. Once you have played some, what you did in them stands below: "
        "dos and don'ts apart, from first answers only."
    )

    def __init__(self, chapter: str) -> None:
        """`chapter` is the id of a pair, or `""` for the stories that mix pairs."""
        super().__init__()
        self._chapter = chapter

    def masthead(self) -> Iterable[Widget]:
        folder = self.fineline.folder
        title = next(each.title for each in folder.chapters if each.id == self._chapter)
        yield Spread(plain(title).stylize("bold"), plain(folder.course.title).stylize("$soft"))

    def blocks(self) -> Iterable[Block]:
        fineline = self.fineline
        course, journal = fineline.folder.course, fineline.journal
        chapter = next(each for each in fineline.folder.chapters if each.id == self._chapter)
        attempts = journal.attempts(course.id)
        standing = progress(attempts, course.apart)
        begun = {each.scenario for each in journal.unfinished(course.id)}
        if chapter.pair:
            yield Text(prose(chapter.pair.intro or chapter.pair.about))
        for number, head in enumerate(chapter.heads, 1):
            yield story_option(fineline.folder, head, str(number), standing, begun, summary=True)
        done = [each for each in chapter.heads if each.id in standing.scenarios]
        if done:
            yield Gap()
            yield from self._debrief(len(done) == len(chapter.heads))

    def _debrief(self, all_played: bool) -> Iterable[Block]:
        """The learner's own decisions: how many, and those to remember."""
        course = self.fineline.folder.course
        ids = {head.id for each in self.fineline.folder.chapters if each.id == self._chapter for head in each.heads}
        found = lessons(course, self.fineline.journal.attempts(course.id), ids, self._chapter)
        yield Text(plain("What you did" if all_played else "What you did so far").stylize("bold"))
        yield from pair_blocks(course, found.score)
        for heading, decisions in (("Worth keeping", found.kept), ("Worth another look", found.slipped)):
            if decisions:
                yield Text(plain(heading).stylize("bold"))
            for decision, rules in decisions:
                you = Row(plain(decision.said), plain("You      ").stylize("$soft"))
                yield Rows([you, *rule_rows(rules, {*decision.breaks, *decision.avoids})], indent=2)
        for sentence in sentences.forecast_sentences(found.forecasts):
            yield Text(plain(sentence).stylize("$soft"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open":
            return self.is_mounted and int(str(parameters[0])) <= len(self.sheet.options)
        return super().check_action(action, parameters)

    def action_begin(self) -> None:
        """Open the first story of the chapter that has not been finished, or its first."""
        journal, folder = self.fineline.journal, self.fineline.folder
        finished = {each.scenario for each in journal.attempts(folder.course.id) if each.ended}
        heads = next(each.heads for each in folder.chapters if each.id == self._chapter)
        self.dismiss(next((each.id for each in heads if each.id not in finished), heads[0].id))

    def action_open(self, number: int) -> None:
        """Open the story of that number."""
        self.dismiss(str(self.sheet.options[number - 1].value))

    def action_leave(self) -> None:
        """Back home."""
        self.dismiss("")

    @on(Sheet.Picked)
    def _picked(self, event: Sheet.Picked) -> None:
        self.dismiss(str(event.value))
