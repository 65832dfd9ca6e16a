"""What holds on every page of a learner's: each rule looks at the page on top, and leaves it as it was but for the
pointer."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.pilot import Pilot

from course.faces.textual.app import FineLine
from course.faces.textual.blocks import Heading, Option, Row, Rows
from course.faces.textual.entry import Entry
from course.faces.textual.help import Help
from course.faces.textual.page import Page
from course.faces.textual.widgets.keys import KeyBar, key_name
from course.faces.textual.widgets.lines import Lines
from course.faces.textual.widgets.sheet import MEASURE, Sheet
from course.visit.offers import Offer
from course.words import say
from tests.faces.textual.stage import NOT_YET, page, pressed, text, told

FOR_GOOD = (Offer.START_OVER, Offer.NO_PRACTICE)
"""What cannot be undone."""


def live(pilot: Pilot[int]) -> dict[str, str]:
    """The keys of the page on top that say what they do, with their actions."""
    found = pilot.app.screen.active_bindings.items()
    return {
        key: each.binding.action
        for key, each in found
        if each.enabled and each.node is pilot.app.screen and each.binding.tooltip
    }


def state(pilot: Pilot[int]) -> tuple[object, ...]:
    """All that a learner can notice."""
    app = pilot.app
    sheets = [(each.text, each.top, each.pointed_at) for each in app.screen.query(Sheet)]
    lines = [each.text for each in app.screen.query(Lines) if not isinstance(each, Sheet)]
    return (app.screen, len(app.screen_stack), sheets, lines, len(app.screen.query("Toast")), app.theme)


def pointer(sheet: Sheet) -> int:
    """The line that the pointer stands on."""
    return next(number for number, line in enumerate(sheet.text.split("\n")) if line.lstrip().startswith("▸"))


async def arrows_reach_every_option_and_it_is_in_view(pilot: Pilot[int]) -> None:
    sheet = page(pilot).sheet
    for key in ("down", "up"):
        reached = set()
        for _ in sheet.options:
            await pilot.press(key)
            assert sheet.pointed is not None
            reached.add(sheet.pointed_at)
            assert sheet.top <= pointer(sheet) < sheet.top + sheet.size.height
        assert len(reached) == len(sheet.options)


async def its_key_enter_and_a_click_on_any_of_its_lines_pick_an_option(pilot: Pilot[int]) -> None:
    shown, sheet = page(pilot), page(pilot).sheet
    for number in range(len(sheet.options)):  # home may be drawn anew meanwhile, with others of the same value
        option = sheet.options[number]
        sheet.point(option)
        await pilot.pause()
        with _only_noted(shown) as done:
            await pressed(pilot, "enter")
            first, area = pointer(sheet), sheet.content_region
            said = len(option.drawn(sheet.size.width)) - option.after
            seen = [area.y + line - sheet.top for line in range(first, first + said) if line < sheet.top + area.height]
            assert seen
            if option.key.strip():
                await pilot.press(option.key)
            for y in seen:
                await pilot.click(offset=(area.x + 4, y))
        assert done == [option.value] * (1 + bool(option.key.strip()) + len(seen))


@contextmanager
def _only_noted(shown: Page[object]) -> Iterator[list[object]]:
    """The values of the options that are picked meanwhile; nothing comes of it."""
    done: list[object] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shown, "picked", done.append)
        patch.setattr(shown, "action_wish", lambda offer: done.append(Offer(offer)))
        yield done


async def a_digit_picks_only_what_is_in_view(pilot: Pilot[int]) -> None:
    """Where it is not, its option is brought there first, and that is said."""
    shown, sheet = page(pilot), page(pilot).sheet
    for number in [number for number, each in enumerate(sheet.options) if each.key.isdigit()]:
        await pilot.press("home")
        option = sheet.options[number]
        seen = sheet.sees(option)
        assert not seen or _first_line(option, sheet) in _in_view(sheet)
        with _only_noted(shown) as done:
            await pilot.press(option.key)
            assert (done == [option.value], told(pilot) == NOT_YET) == (seen, not seen)
            while told(pilot) == NOT_YET:
                await pilot.press(option.key)
        assert done == [option.value]
        assert _first_line(option, sheet) in _in_view(sheet)


def _first_line(option: Option, sheet: Sheet) -> str:
    return option.drawn(min(sheet.size.width, MEASURE))[0].plain.replace("▸", " ").strip()


def _in_view(sheet: Sheet) -> list[str]:
    lines = sheet.text.split("\n")[sheet.top : sheet.top + sheet.size.height]
    return [line.replace("▸", " ").strip() for line in lines]


async def columns_never_touch(pilot: Pilot[int]) -> None:
    """What stands in front of a text, behind it, or at the other end of its line, has a blank between."""
    for sheet in page(pilot).query(Sheet):
        for block in sheet.blocks:
            for row in _rows_of(block):
                assert not row.label or row.label.plain.endswith(" "), row.label.plain
            drawn = block.lines(sheet.size.width)
            ends = block.aside if isinstance(block, Option) else block.right if isinstance(block, Heading) else ""
            for end in filter(None, [str(ends)]):
                (line,) = [line.plain.rstrip() for line in drawn if line.plain.rstrip().endswith(end)]
                assert line == end or line.removesuffix(end).endswith("  "), line
            assert all(line.cell_length <= sheet.size.width for line in drawn)


def _rows_of(block: object) -> Iterator[Row]:
    if isinstance(block, Option | Rows):
        yield from block.rows


async def a_key_that_does_nothing_is_told_so_and_the_next_one_is_not(pilot: Pilot[int]) -> None:
    bar, before = page(pilot).query_one(KeyBar), state(pilot)
    keys = bar.text
    await pilot.press("f9")
    assert told(pilot) == "F9 does nothing here"
    if not isinstance(pilot.app.screen, Entry):
        more = any(each.rpartition(" ")[2] == "more" for each in bar.text.split("   "))
        assert more == page(pilot).sheet.more, "that there is more below is said all the same"
    last, before_that = (each.split("   ")[-1].strip() for each in (bar.text, keys))
    assert last in (before_that, "? more keys"), "the key that lists all keys is still there"
    await pilot.press("left" if isinstance(pilot.app.screen, Entry) else "pageup")
    assert told(pilot) == ""
    assert state(pilot)[:2] == before[:2]


async def what_cannot_be_undone_asks_first(pilot: Pilot[int]) -> None:
    shown = page(pilot)
    keys = [each.binding.key for each in shown.active_bindings.values() if each.binding.id in FOR_GOOD]
    for key in keys:
        before = text(pilot)
        for other, says in (("pageup", "PgUp counts as no: nothing was done"), ("escape", "")):
            await pilot.press(key)
            assert shown.asking
            assert "Shift+Y yes   Esc no" in shown.query_one(KeyBar).text
            await pilot.press(other)
            assert pilot.app.screen is shown
            assert not shown.asking
            assert told(pilot) == says
            assert "Esc no" not in shown.query_one(KeyBar).text
        assert text(pilot) == before


async def every_key_is_shown_or_listed_behind_a_visible_question_mark(pilot: Pilot[int]) -> None:
    """And none of what a key does is said twice where the keys stand."""
    shown = page(pilot)
    bar = shown.query_one(KeyBar).text.strip()
    if isinstance(shown, Help | Entry):  # there is no help of help, and a line to type takes every letter
        return
    assert bar.endswith(("? help", "? more keys"))
    listed = {name for keys, _ in Help(shown).told_of for name in _apart(keys)}
    options = {each.key for each in shown.sheet.options}
    missing = {key for key in live(pilot) if key_name(key) not in listed and key not in options}
    assert not missing, f"{missing} do something, and nothing says so"
    does = [each.partition(" ")[2] for each in bar.split("   ") if " " in each]
    assert len(does) == len(set(does)), bar


def _apart(keys: str) -> Iterator[str]:
    """Each of the keys that join up, such as 1-4 or Esc/t."""
    first, dash, last = keys.partition("-")
    if dash and first.isdigit() and last.isdigit():
        yield from (str(number % 10) for number in range(int(first), (int(last) or 10) + 1))
    else:
        yield from ("/" if keys == "/" else keys).split("/")


async def every_mark_is_explained_by_the_help(pilot: Pilot[int]) -> None:
    shown = page(pilot)
    if isinstance(shown, Help):
        return
    drawn = [each.text for each in shown.query(Lines) if not isinstance(each, KeyBar) and each.display]
    signs = {sign for line in [*drawn, text(pilot)] for sign in line if _is_mark(sign)}
    assert signs <= set("".join(mark for mark, _ in Help(shown).marks))


def _is_mark(sign: str) -> bool:
    """Whether it is no letter, no digit, no punctuation of a sentence, no rule and no bar of a voice."""
    if "\u2500" <= sign <= "\u257f" and sign != "━":
        return False
    return sign in "•·›▸" or (ord(sign) > 127 and unicodedata.category(sign)[0] == "S" and sign not in "▁▂▃▄▅▆▇")


async def the_palette_finds_everything(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, FineLine)
    found = " | ".join(each.title.lower() for each in app.get_system_commands(app.screen))
    there = [head.title for head in app.visit.folder.heads if head.id != app.visit.course.companion]
    chapters = [f"chapter: {each.title}" for each in app.visit.folder.chapters]
    for wanted in (*there, *chapters, "theme: dark", "theme: light", "theme: high contrast", "extra minute: on"):
        assert wanted.lower() in found
    for wanted in ("results", "settings", "quit", "motion", "practi"):
        assert wanted in found
    head = app.visit.folder.head(app.visit.course.companion)
    pages = {Offer.TAKEAWAY: say("takeaway-page.title"), Offer.COMPANION: head.title if head else ""}
    for offer in pages.keys() & app.visit.home().offers:
        assert pages[offer].lower() in found, "by the title that the page carries"
