"""Typing a line: where the cursor goes, what is let in, and what never is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Offset
from textual.pilot import Pilot

from course.faces.textual.entry import Entry
from course.faces.textual.page import YES
from course.faces.textual.widgets.line_input import LineInput
from course.faces.textual.widgets.sheet import Sheet
from course.words import say
from course.words.said_back import said_back
from tests.faces.textual.every_page import SIZES
from tests.faces.textual.stage import make_app, page, rows, told, until

_ZWNJ, _ZWJ = "\u200c", "\u200d"


@asynccontextmanager
async def asked(home: Path, line: str = "", most: int = 500) -> AsyncIterator[tuple[Pilot[int], list[str | None]]]:
    """The page that asks for a line, and the list that the answer is put on."""
    app = make_app(home)
    answers: list[str | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Entry("A line", "What it is about", "A hint", line, most), answers.append)
        await until(pilot, lambda: isinstance(app.screen, Entry) and isinstance(app.focused, LineInput))
        yield pilot, answers


def field(pilot: Pilot[int]) -> LineInput:
    return pilot.app.screen.query_one(LineInput)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (["home", *"So "], "So one two"),
        (["left", "left", "left", "X"], "one Xtwo"),
        (["ctrl+left", "X"], "one Xtwo"),
        (["alt+b", "alt+b", "X"], "Xone two"),
        (["home", "ctrl+right", "X"], "one Xtwo"),
        (["home", "delete", "end", "X"], "ne twoX"),
        (["backspace", "backspace"], "one t"),
        (["ctrl+w", "X"], "one X"),
        (["alt+backspace", "X"], "one X"),
        (["ctrl+u", *"3?q"], "3?q"),
        (["home", "right", "ctrl+k"], "o"),
        (["ctrl+a", "ctrl+k", "ctrl+e", "x"], "x"),
    ],
    ids=lambda each: "-".join(each) if isinstance(each, list) else None,
)
async def test_a_line_is_edited_as_everywhere(tmp_path: Path, keys: list[str], line: str) -> None:
    async with asked(tmp_path, "one two") as (pilot, answers):
        await pilot.press(*keys, "enter")
        await until(pilot, lambda: answers == [line])


async def test_escape_leaves_it_as_it_was(tmp_path: Path) -> None:
    async with asked(tmp_path, "one") as (pilot, answers):
        await pilot.press("x", "escape")
        await until(pilot, lambda: answers == [None])


async def test_a_key_answers_what_is_asked_before_it_is_typed(tmp_path: Path) -> None:
    async with asked(tmp_path, "one") as (pilot, _):
        await pilot.press("ctrl+c")
        await until(pilot, lambda: page(pilot).asking)
        await pilot.press("n")
        assert told(pilot) == "n counts as no: nothing was done"
        assert (field(pilot).value, page(pilot).asking) == ("one", False)
        await pilot.press("n")
        assert (field(pilot).value, told(pilot)) == ("onen", "")


async def test_capital_y_answers_yes_where_a_line_is_typed(tmp_path: Path) -> None:
    async with asked(tmp_path) as (pilot, answers):
        page(pilot).ask("quit.not-kept", lambda: page(pilot).dismiss("yes"))
        await pilot.press(YES)
        await until(pilot, lambda: answers == ["yes"])


async def test_joiners_are_typed_like_letters(tmp_path: Path) -> None:
    async with asked(tmp_path) as (pilot, answers):
        line = f"می{_ZWNJ}خواهم क्{_ZWJ}ष"
        for character in line:
            pilot.app.post_message(events.Key("?", character))
        await until(pilot, lambda: field(pilot).value == line)
        await pilot.press("enter")
        await until(pilot, lambda: answers == [line])


async def test_what_is_pasted_is_one_clean_line(tmp_path: Path) -> None:
    async with asked(tmp_path, "<>") as (pilot, answers):
        await pilot.press("left")
        pilot.app.post_message(events.Paste("one \x1b]52;c;aGk=\x07\r\n  two\u202e\tthree\n"))
        await until(pilot, lambda: "three" in field(pilot).value)
        await pilot.press("enter")
        await until(pilot, lambda: answers == ["<one ]52;c;aGk= two three>"])


async def test_more_than_there_is_room_for_is_cut_off(tmp_path: Path) -> None:
    async with asked(tmp_path, "12", most=6) as (pilot, answers):
        pilot.app.post_message(events.Paste("3456789"))
        await until(pilot, lambda: "There is room for 6 characters" in told(pilot))
        await pilot.press("x", "enter")
        await until(pilot, lambda: answers == ["123456"])


async def test_the_cursor_of_the_terminal_stands_where_one_types(tmp_path: Path) -> None:
    """Input methods open their window there."""
    async with asked(tmp_path, "日本") as (pilot, _):
        await until(pilot, lambda: pilot.app.cursor_position == Offset(4 + 4, 5))
        await pilot.press("left", "x")
        await until(pilot, lambda: pilot.app.cursor_position == Offset(4 + 3, 5))
        for width, height in SIZES.values():
            await pilot.resize_terminal(width, height)
            assert pilot.app.cursor_position == field(pilot).content_region.offset + Offset(3, 0)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_it_stands_there_before_anything_is_typed(size: tuple[int, int], tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(Entry("A line", "", "A hint"))
        await pilot.pause()
        assert app.cursor_position == field(pilot).content_region.offset


async def test_the_mouse_puts_the_cursor_there(tmp_path: Path) -> None:
    async with asked(tmp_path, "one two") as (pilot, answers):
        await pilot.click(LineInput, offset=(4, 0))
        await pilot.press("X", "enter")
        await until(pilot, lambda: answers == ["one Xtwo"])


async def test_typing_goes_on_once_the_window_is_large_enough_again(tmp_path: Path) -> None:
    async with asked(tmp_path) as (pilot, answers):
        await pilot.press("a")
        await pilot.resize_terminal(20, 5)
        await until(pilot, lambda: not field(pilot).is_on_screen)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: pilot.app.focused is field(pilot))
        await pilot.press("b", "enter")
        await until(pilot, lambda: answers == ["ab"])


async def test_what_the_field_has_no_room_for_stands_whole_above_it(tmp_path: Path) -> None:
    """Its beginning has gone from the field, and is needed to write the end."""
    line = "If nobody has called by Friday, I email one line on Monday, and after that I wait until they do."
    async with asked(tmp_path, line) as (pilot, _):
        await until(pilot, lambda: above(pilot) == line)
        await pilot.press("left", *" again")
        await until(pilot, lambda: above(pilot).endswith("until they do again."))
        await pilot.press("ctrl+u")
        await until(pilot, lambda: above(pilot) == "")


def above(pilot: Pilot[int]) -> str:
    """What stands above the field of the line that it has no room for."""
    return " ".join(pilot.app.screen.query_one("#typed", Sheet).text.split())


@pytest.mark.parametrize("size", [*SIZES.values(), (120, 30), (40, 12)], ids=str)
@pytest.mark.parametrize("id", ["settings.no-day", "settings.many-days", "settings.past-day", "settings.two-days"])
async def test_why_a_line_was_refused_is_whole_however_long_the_line_is(
    id: str, size: tuple[int, int], tmp_path: Path
) -> None:
    why = say(id, said=said_back("word " * 100), first="2026-12-04", second="2026-12-11")
    app = make_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(Entry("A line", why, "A hint"))
        await until(pilot, lambda: isinstance(app.focused, LineInput))
        before = rows(app)
        await app.push_screen(Entry("A line", why, "A hint", ("word " * 100).strip()))
        await until(pilot, lambda: above(pilot) != "")
        await pilot.pause()
        said = " ".join(" ".join(row.strip(" ▌") for row in rows(app)).split())
        assert " ".join(why.split()) in said
        assert "word word word wo" in rows(app)[field(pilot).region.y], "and the field is in view"
        await pilot.press("ctrl+u")
        await until(pilot, lambda: rows(app) == before)  # no gap is left where the line was
