"""What is not kept is said where the learner is, for as long as it is so; and no screen waits for it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from course.journal.records import LeftOut, Notice, SetAside, TakenAway
from course.visit import journal_words
from tests.faces.textual.stage import decide, make_app, page, seen, text, until
from tests.journals import attempts, open_journal


def said(pilot: Pilot[int]) -> str:
    """What stands above the keys."""
    line = page(pilot).query_one("#keeping", Static)
    return str(line.content) if line.display else ""


async def test_a_story_goes_on_and_says_what_is_not_kept_until_it_is(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        blocker = sqlite3.connect(tmp_path / "journal.db", isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        assert said(pilot) == ""
        await decide(pilot, "two-lines")
        await until(pilot, lambda: said(pilot).startswith("Not kept yet: 1 thing you did is waiting"))
        await pilot.press("question_mark")
        await until(pilot, lambda: said(pilot) != "", seconds=60)
        await pilot.press("escape", "enter")
        await until(pilot, lambda: app.visit.journal.keeping.owed == 2)
        assert said(pilot).startswith("Not kept yet: 1 thing you did is waiting"), "to go on is no decision"
        blocker.execute("ROLLBACK")
        await until(pilot, lambda: said(pilot) == "")
    blocker.close()
    assert len(attempts(open_journal(tmp_path / "journal.db"), "bakery")[0].decisions) == 1


async def test_home_says_that_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "journal.db").mkdir()
    app = make_app(tmp_path)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: said(pilot).startswith("Your journal cannot be written now"))


@pytest.mark.parametrize("scenario", ["", "thank-you"])
async def test_what_happened_to_the_journal_is_told_where_the_learner_is_until_they_go_on(
    scenario: str, tmp_path: Path
) -> None:
    (tmp_path / "journal.db").write_bytes(b"no journal" * 500)
    app = make_app(tmp_path, scenario)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Your journal was damaged" in text(pilot))
        if not scenario:
            page(pilot).redraw_in_place()  # type: ignore[attr-defined]  # as when something is due to be practiced
            assert "Your journal was damaged" in text(pilot)
        await pilot.press("s" if not scenario else "1", "escape")
        assert "Your journal was damaged" not in text(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 45)])
async def test_whatever_happens_to_the_journal_is_told_in_whole_sentences(
    size: tuple[int, int], tmp_path: Path
) -> None:
    """Also where its folder's name is as long as a path is shown, and two things happen at once."""
    app, path = make_app(tmp_path, "thank-you"), "/home/somebody/" + "a-folder/" * 20 + "journal.db"
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "flour" in text(pilot))
        events: list[list[Notice]] = [[TakenAway(path)], [SetAside(path, meanwhile=True)], [LeftOut(3), SetAside(path)]]
        for happened in events:
            for each in happened:
                app.visit.tell(journal_words.notice(each))
            last = journal_words.notice(happened[-1])
            await until(pilot, lambda last=last: last in said(pilot))  # type: ignore[misc]
            await pilot.pause()
            gone = "".join(seen(pilot.app).split())  # a path is broken where a row ends
            for each in happened:
                assert "".join(journal_words.notice(each).split()) in gone


async def test_what_is_told_twice_stands_on_home_once_and_the_newest_first_in_view(tmp_path: Path) -> None:
    """As where the file is replaced three times, with nobody at the keys."""
    app = make_app(tmp_path)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: bool(page(pilot).sheet.options))
        await pilot.press("up")  # the pointer is on the last option
        happened: list[SetAside | TakenAway] = [
            *[TakenAway("journal.db")] * 3,
            SetAside("set-aside.db", meanwhile=True),
            TakenAway("journal.db"),
        ]
        for each in happened:
            app.visit.tell(journal_words.notice(each))
            page(pilot).redraw_in_place()  # type: ignore[attr-defined]
        await until(pilot, lambda: text(pilot).count("was moved or replaced") == 1)
        assert text(pilot).count("was damaged meanwhile") == 1
        assert text(pilot).index("was moved or replaced") < text(pilot).index("was damaged meanwhile")
        await pilot.pause()
        assert "Your journal was moved or replaced meanwhile." in seen(pilot.app)
