"""What the pages say is the catalog's or the course's own, down to keys, the palette and what the framework says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from course.faces.textual.page import Page
from course.faces.textual.text import HERE, column, pad, point_out, worded
from course.faces.textual.widgets.keys import KeyBar, key_name
from course.faces.textual.widgets.line import TheLine
from tests.faces.textual.stage import key_of, make_app, page, rows, story, text, until
from tests.folders import BAKERY


def named(tmp_path: Path, under: str, right: str, over: str, words: str = "") -> Path:
    """The bakery's course with other names on its line, and no words of its own but these."""
    course = tmp_path / "course"
    shutil.copytree(BAKERY, course)
    names = {"quiet": under, "assertive": right, "pushy": over}
    for file in course.rglob("*.yaml"):
        structure = file.read_text().partition("\nwords:\n")[0]
        found = re.sub(
            r"(?m)^(\s+(?:side|ending|under|right|over): )(\w+)$",
            lambda match: match[1] + names.get(match[2], match[2]),
            structure,
        )
        file.write_text(found + ("\nwords:\n" + words if words and file.name == "course.yaml" else "\n"))
    return course


def bar(pilot: Pilot[int]) -> str:
    return page(pilot).query_one(KeyBar).text


async def test_the_extra_minute_asks_in_the_courses_names_for_the_line_in_their_order(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you", course=named(tmp_path, "meek", "clear", "harsh"))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key_of(pilot, "two-lines"))
        assert "1-3 call it   Esc put it back" in bar(pilot)
        assert re.search("1  meek\n\n  2  clear\n\n  3  harsh\n", text(pilot), re.IGNORECASE)
        await pilot.press("3")
        assert "You called it harsh." in text(pilot)
        assert "Enter go ahead   Esc think again" in bar(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: len(story(pilot).session.play.history) == 1)
        assert "You called it harsh." in text(pilot)


async def test_a_course_without_words_of_its_own_speaks_of_scenarios_and_of_no_interviews(tmp_path: Path) -> None:
    app = make_app(tmp_path, course=named(tmp_path, "meek", "clear", "harsh"))
    async with app.run_test(size=(100, 40)) as pilot:
        seen = ["\n".join(rows(app))]
        for keys in (("question_mark",), ("escape", "s"), ("escape", "r"), ("question_mark",), ("escape", "escape")):
            await pilot.press(*keys)
            seen.append("\n".join(rows(app)))
    assert "meek" in seen[0]
    assert "harsh" in seen[0]
    assert "Open a chapter or a scenario with its number." in " ".join(seen[1].split())
    assert "Next occasion" in seen[2]
    assert "play a scenario to give it" in " ".join(seen[3].split())
    said = "".join(seen).replace("Two stories, every kind of message", "")  # as the course itself says
    assert not re.search(r"interview|stor(y|ies)|pushy|assertive|quiet", said, re.IGNORECASE)


async def test_keys_help_and_palette_say_what_the_course_says(tmp_path: Path) -> None:
    course = named(tmp_path, "meek", "clear", "harsh", "  keys.results: Ergebnisse\n  keys.results.tip: Alles [/b]\n")
    app = make_app(tmp_path, course=course)
    async with app.run_test(size=(120, 40)) as pilot:
        assert "r Ergebnisse" in bar(pilot)
        await pilot.press("question_mark")
        assert re.search(r"r +Alles \[/b\]", text(pilot))
        await pilot.press("escape", "ctrl+p")
        await pilot.press(*"ergebn")
        await until(pilot, lambda: "Ergebnisse (r)" in "\n".join(rows(app)))
        assert "Alles (/b)" in "\n".join(rows(app))


async def test_the_palette_asks_and_finds_nothing_in_the_courses_words(tmp_path: Path) -> None:
    own = "  palette.search: Wonach?\n  palette.nothing: Nichts [/b] davon\n"
    app = make_app(tmp_path, course=named(tmp_path, "meek", "clear", "harsh", own))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press("ctrl+p")
        assert app.screen.query_one(Input).placeholder == "Wonach?"
        await pilot.press(*"zzzz")
        await until(pilot, lambda: "Nichts [/b] davon" in "\n".join(rows(app)))
        await pilot.press("enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, Page))


async def test_ctrl_c_asks_in_the_courses_words_and_once_more_quits(tmp_path: Path) -> None:
    own = "  quit.sure: Schon [/b] fertig?\n"
    app = make_app(tmp_path, "thank-you", course=named(tmp_path, "meek", "clear", "harsh", own))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for other in ("escape", "down"):
            await pilot.press("ctrl+c")
            assert "Schon [/b] fertig?   Ctrl+C yes" in "\n".join(rows(app))
            await pilot.press(other)
            assert "fertig" not in "\n".join(rows(app))
        await pilot.press("ctrl+c", "ctrl+c")
    assert app.return_code == 130


async def test_long_and_wide_names_keep_their_places_below_the_line(tmp_path: Path) -> None:
    app = make_app(tmp_path, course=named(tmp_path, "zurueckhaltend", "selbstbewusst", "uebergriffig"))
    async with app.run_test(size=(100, 24)) as pilot:
        below = page(pilot).query_one(TheLine).text.splitlines()[1]
        assert re.fullmatch(r"zurueckhaltend +selbstbewusst +uebergriffig", below)
        await pilot.resize_terminal(40, 24)
        await until(pilot, lambda: page(pilot).query_one(TheLine).size.width < 40)
        assert page(pilot).query_one(TheLine).text.splitlines()[1].startswith("zurueckhaltend selbstbewusst ")


def test_what_is_no_id_is_a_text_of_the_preview() -> None:
    assert worded("keys.pick") == "pick"
    assert worded("go there") == "go there"
    assert worded("") == ""
    assert [key_name(key) for key in ("escape", "ctrl+p", "left", "x")] == ["Esc", "Ctrl+P", "←", "x"]


def test_a_part_of_a_sentence_is_pointed_out_where_it_stands() -> None:
    content = point_out(f"Du: {HERE}, ja", "Du", "bold", "dim")
    assert content.plain == "Du: Du, ja"
    assert [(content.plain[span.start : span.end], span.style) for span in content.spans] == [
        ("Du: ", "dim"),
        ("Du", "bold"),
        (", ja", "dim"),
    ]
    assert point_out(HERE, "", "bold").plain == ""


def test_columns_are_as_wide_as_their_widest_name() -> None:
    assert column("To", ("To", "Subject")).plain == "To       "
    assert column("宛先", ("宛先", "件名")).plain == "宛先  "
    assert pad("a long name", 4) == "a long name "
