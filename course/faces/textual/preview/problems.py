"""What is wrong, each problem with its place, what was meant and how to mend it: beside the scenario, on a page of its
own, or in place of a scenario that cannot be shown yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from course.authoring.preview.desk import Desk
from course.faces.textual.blocks import Block, Row, Text
from course.faces.textual.blocks.base import NOTHING, hang, wrap
from course.faces.textual.page import Page, key
from course.faces.textual.text import assemble, closed_rows, plain
from course.model.record import Record
from course.reading.problems.codes import Level
from course.reading.problems.problem import Problem
from course.reading.problems.showing import show

_STYLE = {Level.ERROR: "$over", Level.WARN: "$under", Level.INFO: "$soft"}
_BESIDE_A_LINE = 12
"""Cells for the number of a line and what parts it from the line."""
_MOST = 50
"""Problems shown at once; nobody mends more than that before saving."""


class ProblemBlock(Record):
    """One problem as `fineline check` prints it, in the width that there is."""

    problem: Problem

    def lines(self, width: int) -> list[Content]:
        return list(_lines(self.problem, width))


def summary(problems: Sequence[Problem]) -> str:
    """How many there are of each level, in a few words."""
    levels = [problem.level for problem in problems]
    names = ((Level.ERROR, "error", "errors"), (Level.WARN, "warning", "warnings"), (Level.INFO, "hint", "hints"))
    counts = [(levels.count(level), one, many) for level, one, many in names]
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count) or "No problems"


def blocks(problems: Sequence[Problem], heading: Content) -> Iterable[Block]:
    """A heading and the problems below it."""
    yield Text(heading)
    for problem in problems[:_MOST]:
        yield ProblemBlock(problem)
    if len(problems) > _MOST:
        yield Text(plain(f"And {len(problems) - _MOST} more.").stylize("$soft"))


def heading(problems: Sequence[Problem]) -> Content:
    """The word Problems, and how many there are."""
    return assemble(("Problems", "bold"), (f"   {summary(problems)}", "$soft"))


@lru_cache(2 * _MOST)  # most of them are as they were before a save, and drawing them takes longer than all else
def _lines(problem: Problem, width: int) -> tuple[Content, ...]:
    head, *rest = show(problem, max(20, width - _BESIDE_A_LINE)).split("\n")
    return (*wrap(_head(head, problem), width), *(line for text in rest for line in _rest(text, width)), NOTHING)


def _head(text: str, problem: Problem) -> Content:
    """The place soft, the level in a word and a color, the message as it is."""
    place, level, message = text.partition(f" {problem.level}: ")
    return assemble((place, "$soft"), (level, f"bold {_STYLE[problem.level]}"), message)


def _rest(text: str, width: int) -> list[Content]:
    number, bar, line = text.partition(" | ")
    if bar and not number.strip().strip("0123456789"):
        label = assemble((number + bar, "$soft"))
        if number.strip() or line.strip() == "^":
            return closed_rows([(label + plain(line).stylize("" if number.strip() else "bold $over")).truncate(width)])
        fits = label.cell_length + len(line) <= width
        return hang([Row(plain(line if fits else line.strip()), label)], width)
    return [assemble("  ", line) for line in wrap(plain(text.strip()), width - 2)]


class ProblemsPage(Page[None]):
    """Everything that is wrong with the course, what keeps the scenario from being shown first."""

    BINDINGS: ClassVar[list[BindingType]] = [key("escape,x", "dismiss", "close", "Back to the scenario")]
    about = "Each problem with its place, what was probably meant, and how to mend it. It goes as soon as you save."

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.course.title if desk.course else "Preview")
        self._desk = desk

    @property
    def keeps(self) -> bool:
        return False

    def blocks(self) -> Iterable[Block]:
        found = self._desk.problems
        yield from blocks(found, heading(found))

    def show_problems(self) -> None:
        """Show what is wrong now, from the line that was at the top."""
        self.redraw(top=self.sheet.top)


class Waiting(ProblemsPage):
    """In place of a scenario that could never be shown: it opens by itself once it can be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,x", "nothing", "", shown=False),
        key("q", "app.quit", "quit", "Leave the preview"),
    ]
    about = (
        "This scenario cannot be shown yet. Mend what is listed here in your editor and save; then it opens by itself."
    )

    def blocks(self) -> Iterable[Block]:
        desk = self._desk
        words = f"{desk.file or 'The course'} cannot be shown yet. Mend what is listed, save, and it opens here."
        if desk.course is not None and not desk.file:
            words = "There is no scenario here yet. Save one in this folder, and it opens here."
        yield from blocks(desk.problems, plain(words).stylize("bold"))
