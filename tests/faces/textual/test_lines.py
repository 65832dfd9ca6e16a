"""Only the lines that differ are drawn again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.strip import Strip

from course.faces.textual.widgets.lines import Lines


class Verse(Lines):
    """Some lines; it notes which of its rows are drawn."""

    DEFAULT_CSS = "Verse { width: 10; height: 4; }"

    def __init__(self) -> None:
        super().__init__()
        self.words = ["one", "two", "three"]
        self.asked = 0
        self.drawn: list[int] = []

    def lines(self, width: int, height: int) -> Sequence[Content]:  # noqa: ARG002 (all of them)
        self.asked += 1
        return [Content.assemble((word, "bold" if word.isupper() else "")) for word in self.words]

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return super().render_line(y)


class Stage(App[None]):
    def compose(self) -> ComposeResult:
        yield Verse()


@asynccontextmanager
async def staged() -> AsyncIterator[tuple[Pilot[None], Verse]]:
    """A verse that has been drawn once."""
    async with Stage().run_test() as pilot:
        await pilot.pause()
        verse = pilot.app.query_one(Verse)
        assert verse.text == "one\ntwo\nthree"
        verse.drawn.clear()
        verse.asked = 0
        yield pilot, verse


async def test_a_line_that_differs_is_drawn_and_no_other() -> None:
    async with staged() as (pilot, verse):
        verse.words[1] = "2"
        verse.draw()
        await pilot.pause()
        assert verse.drawn == [1]
        assert verse.render_line(1).text == "2" + " " * 9


async def test_a_line_of_another_look_differs() -> None:
    async with staged() as (pilot, verse):
        verse.words[0] = "ONE"
        verse.draw()
        await pilot.pause()
        verse.words[0] = "ONE"
        verse.draw()
        await pilot.pause()
        assert verse.drawn == [0]


async def test_what_has_not_changed_is_not_drawn_however_often_it_is_asked_for() -> None:
    async with staged() as (pilot, verse):
        for _ in range(3):
            verse.draw()
        await pilot.pause()
        assert verse.drawn == []
        assert verse.asked == 1


async def test_lines_that_are_no_longer_there_are_drawn_empty() -> None:
    async with staged() as (pilot, verse):
        verse.words = ["one"]
        verse.draw()
        await pilot.pause()
        assert verse.drawn == [1, 2]
        assert verse.text == "one"
