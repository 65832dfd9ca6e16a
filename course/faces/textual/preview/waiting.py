"""The problems on a page of their own: on top of the scenario, or in place of one that cannot be shown yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType

from course.authoring.preview.desk import Desk
from course.faces.textual.blocks import Block
from course.faces.textual.page import Page, key
from course.faces.textual.preview import problems
from course.faces.textual.text import plain


class ProblemsPage(Page[None]):
    """Everything that is wrong with the course, what keeps the scenario from being shown first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,x", "dismiss", "close", "Back to the scenario"),
    ]
    about = "Each problem with its place, what was probably meant, and how to mend it. It goes as soon as you save."

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.course.title if desk.course else "Preview")
        self._desk = desk

    def blocks(self) -> Iterable[Block]:
        found = self._desk.problems
        yield from problems.blocks(found, problems.heading(found))

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
        yield from problems.blocks(desk.problems, plain(words).stylize("bold"))
