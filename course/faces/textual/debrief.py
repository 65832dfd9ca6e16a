"""The debrief: what became of it, what one tends to do, then the counts; and every decision beside what was advised.
Any of them can be gone back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from course.engine import debrief, totals
from course.engine.debrief import Step
from course.engine.twins import Beside
from course.faces.textual.blocks import Block, Option, Text, digit
from course.faces.textual.blocks.base import Wide
from course.faces.textual.blocks.habits import habit_blocks
from course.faces.textual.blocks.marks import pair_blocks
from course.faces.textual.blocks.steps import landed, step_rows
from course.faces.textual.blocks.twins import TwinsBlock
from course.faces.textual.kinds.versions import versions_block
from course.faces.textual.page import Page, key, numbers
from course.faces.textual.text import HERE, plain, point_out
from course.faces.textual.widgets.sheet import beside_css
from course.progress.habit_words import told
from course.progress.habits import Example, habits
from course.visit.counted import counted
from course.visit.session import Session
from course.words import endings, forecasts, say
from course.words.sources import sources


class Debrief(Page[int | None]):
    """Lists the decisions of a play. Its result is the number of the one to go back to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("keys.point", "keys.point.tip"),
        key("o", "others", "keys.others", "keys.others.tip-debrief"),
        key("i", "differ", "keys.differ", "keys.differ.tip", shown=False),
        key("escape", "dismiss", "keys.close", "keys.close.tip-debrief"),
    ]
    about = "debrief.about"
    CSS = beside_css("Debrief")

    def __init__(self, session: Session, beside: Sequence[Beside] = ()) -> None:
        super().__init__(session.play.scenario.head.title, "   " + say("debrief.title"))
        self._session = session
        self._play = session.play
        self._steps = debrief.steps(session.play)
        self._versions = {each.index: debrief.versions(session.play, each) for each in self._steps}
        told = (entry for step in self._steps for entry in step.told)
        self._sources = sources(session.play.course, (rule for entry in told for rule in entry.rules))
        self._beside = beside
        self.set_class(bool(beside) or any(self._versions.values()), "-beside")

    @property
    def keeps(self) -> bool:
        return self._session.kept

    def blocks(self) -> Iterable[Block]:
        course, decisions, head = self._play.course, self._play.decisions, self._play.scenario.head
        if became := endings.became(self._play):
            yield Text(point_out(endings.sentence(became, HERE), became.title, "bold"))
        made = [Example(head.id, each) for each in decisions]
        yield from habit_blocks(told(course, habits(course, made), lambda _: head, head.id))
        yield Text(plain(counted(self._session)).stylize("bold"))
        yield from pair_blocks(course, totals.score(decisions))
        for sentence in forecasts.told(totals.forecasts(decisions)):
            yield Text(plain(sentence).stylize("$soft"))
        tried = False
        for step in self._steps:
            if step.tried and not tried:
                tried = True
                yield Text(plain(say("debrief.tried-since")).stylize("bold"))
            yield from self._step(step)
        for line in self._sources.lines():
            yield Text(plain(line).stylize("$soft"), after=0)

    def _step(self, step: Step) -> Iterable[Block]:
        rows = step_rows(self._play, step, self._sources.mark)
        yield Option(digit(step.number), rows, step.index, aside=landed(step), after=1)
        versions = self._versions[step.index]
        if versions is not None:
            yield versions_block(versions, self._play.scenario.head)
        indices = {each.index for each in step.entries}
        for each in self._beside:
            if each.after in indices:
                yield Wide(TwinsBlock(self._play.course, each))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "others":
            return bool(self._steps)
        if action == "differ":
            return self.is_mounted and self._pointed() is not None
        return super().check_action(action, parameters)

    def action_others(self) -> None:
        """Open what else the decision with the pointer offered; before there is one, the first that was not right, and
        not what was only tried afterward."""
        from course.faces.textual.other_options import Others

        amiss = (step for step in self._steps if not step.tried and not step.all_right)
        step = self._pointed() or next(amiss, self._steps[0])
        self.app.push_screen(Others(self._session, step))

    def action_differ(self) -> None:
        """Say that the judgment of the decision with the pointer is contested; of several sent at one go, of the first
        that was not right."""
        from course.faces.textual.entry import differ

        step = self._pointed()
        if step is not None:
            differ(self, self._session, step.disputed)

    def _pointed(self) -> Step | None:
        """The decision with the pointer."""
        pointed = self.sheet.pointed
        return None if pointed is None else next(each for each in self._steps if each.index == pointed.value)

    def picked(self, value: object) -> None:
        self.dismiss(int(str(value)))
