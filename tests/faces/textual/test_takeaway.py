"""The takeaway on the screen: saved where the learner says, with the card they choose; the same from the command."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from course.faces.textual.card import CardPage
from course.faces.textual.entry import Entry
from course.faces.textual.page import YES, Page
from course.faces.textual.takeaway import TakeawayPage
from tests.cli.conftest import run
from tests.faces.textual.stage import decide, make_app, page, rows, seen, text, told, until
from tests.folders import COUNTER
from tests.terminal import PATIENCE


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a learner keeps documents; it is not the folder one stands in."""
    folder = tmp_path / "home" / "Documents"
    folder.mkdir(parents=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: folder)
    return folder


async def ready(pilot: Pilot[int]) -> None:
    """From a scenario to the page."""
    await decide(pilot, "owner")
    await pilot.press("escape", "t")
    await on(pilot, TakeawayPage)


async def on(pilot: Pilot[int], page: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, page))


async def save(pilot: Pilot[int], key: str, typed: str = "", to: type[Page[Any]] = TakeawayPage) -> None:
    """Save it under the name that is offered, or another one; that leads `to` the line again, where it cannot be."""
    await pilot.press(key)
    await on(pilot, Entry)
    if typed:
        await pilot.press("ctrl+u")
        pilot.app.post_message(events.Paste(typed))
    asked = pilot.app.screen
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is not asked and isinstance(pilot.app.screen, to))


async def test_it_is_saved_among_the_documents_and_never_in_the_folder_one_happens_to_be_in(
    documents: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = make_app(own_home, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await save(pilot, "h")
        await until(pilot, lambda: "Saved as" in told(pilot))
        await save(pilot, "m")
        await save(pilot, "m", "notes.md")
    title = app.visit.course.title
    assert {each.name for each in documents.iterdir()} == {f"{title}.html", f"{title}.md", "notes.md"}
    assert not list(Path.cwd().iterdir())
    app.visit.journal.close(PATIENCE)

    bakery = str(app.visit.folder.path)
    assert run("report", "--course", bakery) == 0
    days = r"[A-Z][a-z]+ \d+, 20\d\d"
    saved, printed = (documents / "notes.md").read_text(), capsys.readouterr().out
    assert re.sub(days, "a day", printed) == re.sub(days, "a day", saved)
    assert run("report", "--json", "--course", bakery) == 0
    assert json.loads(capsys.readouterr().out)["watch"]
    assert run("report", "--html", "page.html", "--course", bakery) == 0
    assert "Written to" in capsys.readouterr().out
    assert run("report", "--md", str(documents), "--course", bakery) == 2
    assert "is a folder; name a file" in capsys.readouterr().err


async def test_another_file_is_written_over_only_where_that_is_wanted(documents: Path, own_home: Path) -> None:
    app = make_app(own_home, "thank-you")
    there = documents / f"{app.visit.course.title}.html"
    there.write_text("mine")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await save(pilot, "h")
        assert page(pilot).asking
        await pilot.press("escape")
        for key in ("n", "enter"):
            await save(pilot, "h")
            await pilot.press(key)
            assert "counts as no: nothing was done" in told(pilot)
            assert isinstance(page(pilot), TakeawayPage), "whatever else that key does"
        assert there.read_text() == "mine"
        await save(pilot, "h")
        await pilot.press(YES)
        await until(pilot, lambda: "Saved as" in told(pilot))
    assert there.read_text().startswith("<!doctype html>")


async def test_a_folder_that_is_not_there_is_said_above_the_line_which_stays_as_it_was_typed(
    documents: Path, own_home: Path
) -> None:
    app = make_app(own_home, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await save(pilot, "h", "nowhere/page.html", to=Entry)
        await until(pilot, lambda: str(documents / "nowhere") in "".join(text(pilot).replace("▌", "").split()))
        assert "Enter save it" in rows(app)[-1]
        (documents / "nowhere").mkdir()
        await pilot.press("enter")
        await until(pilot, lambda: "Saved as" in told(pilot))
    assert (documents / "nowhere" / "page.html").is_file()


async def test_that_a_folder_alone_is_saved_in_is_said_before(documents: Path, own_home: Path, tmp_path: Path) -> None:
    app = make_app(own_home, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("h")
        await on(pilot, Entry)
        assert "a folder alone is given the page under its usual name" in seen(app)
        await pilot.press("escape")
        await save(pilot, "h", str(tmp_path))
        await until(pilot, lambda: "Saved as" in told(pilot))
    assert (tmp_path / f"{app.visit.course.title}.html").is_file()
    assert not list(documents.iterdir())


@pytest.mark.parametrize(
    ("key", "typed", "name", "begins"),
    [
        ("h", "mine", "mine.html", "<!doctype html>"),
        ("m", "round 1.2", "round 1.2.md", "# "),
        ("h", "mine.txt", "mine.txt", "# "),
        ("m", "mine.htm", "mine.htm", "<!doctype html>"),
    ],
)
async def test_it_is_what_its_name_says_and_a_name_without_an_ending_is_given_one(
    documents: Path, own_home: Path, key: str, typed: str, name: str, begins: str
) -> None:
    app = make_app(own_home, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await save(pilot, key, typed)
        await until(pilot, lambda: "Saved as" in told(pilot))
    assert [each.name for each in documents.iterdir()] == [name]
    assert (documents / name).read_text().startswith(begins)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x" * 300, "too long"),
        ("{home}/journal.db", "belongs to Fine Line"),
        ("a.json", "nothing would open under .json. Call it a.html"),
        ("my page.PDF", "nothing would open under .pdf. Call it my page.html"),
    ],
)
async def test_a_name_that_no_page_may_have_is_said(documents: Path, own_home: Path, name: str, why: str) -> None:
    app = make_app(own_home, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await save(pilot, "h", name.format(home=own_home), to=Entry)
        await until(pilot, lambda: why in " ".join(text(pilot).replace("▌", "").split()))
    assert not list(documents.iterdir())


async def test_the_card_is_chosen_from_those_there_are_or_written(own_home: Path) -> None:
    app = make_app(own_home, course=COUNTER)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(TakeawayPage(app.visit))
        await on(pilot, TakeawayPage)
        await pilot.press("c")
        await on(pilot, CardPage)
        await pilot.press("w")
        await on(pilot, Entry)
        await pilot.press(*"If it rains I wait", "enter")
        await on(pilot, TakeawayPage)
        assert "If it rains I wait" in text(pilot)
        await pilot.press("c")
        await on(pilot, CardPage)
        await pilot.press("1", "escape")
        assert isinstance(app.screen, CardPage), "one's own words are asked for before they go"
        await pilot.press("1", YES)
        await on(pilot, TakeawayPage)
        assert "If it rains" not in text(pilot)
        await pilot.press("c")
        await on(pilot, CardPage)
        await pilot.press("2")
        await on(pilot, TakeawayPage)
    assert app.visit.settings.cards[app.visit.course.id]


async def test_where_a_card_is_chosen_the_one_on_the_page_is_marked_and_nothing_is_called_kept_that_is_not(
    own_home: Path,
) -> None:
    def marked() -> list[str]:
        return [each.key for each in page(pilot).sheet.options if "on your page now" in str(each.rows[-1].text)]

    app = make_app(own_home, course=COUNTER)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(TakeawayPage(app.visit))
        for before, keys in ("1", ["2"]), ("2", ["w", "ctrl+u", *"If it rains I wait", "enter"]):
            await on(pilot, TakeawayPage)
            await pilot.press("c")
            await on(pilot, CardPage)
            assert "What you take goes on your page, and is kept" in " ".join(text(pilot).split())
            assert marked() == [before]
            await pilot.press(*keys)
        await on(pilot, TakeawayPage)
        await pilot.press("c")
        await on(pilot, CardPage)
        assert marked() == ["w"]
        assert "If it rains I wait" in text(pilot)


async def test_a_line_that_was_cleared_saves_nothing_and_says_so(documents: Path, own_home: Path) -> None:
    app = make_app(own_home, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("h")
        await on(pilot, Entry)
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: "a file needs a name" in told(pilot))
    assert not documents.exists() or not list(documents.iterdir())
