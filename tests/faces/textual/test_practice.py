"""Practice again and disputes on the screen. Neither touches a score."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from course.cli.main import main
from course.faces.textual.app import FineLine
from course.faces.textual.entry import Entry
from course.faces.textual.home import Home
from course.faces.textual.page import YES
from course.faces.textual.scenario import Practice, ScenarioScreen
from course.progress.practice import Due
from course.visit import settings as settings_store
from course.visit.settings import Settings
from tests.faces.textual.stage import decide, make_app, seen, text, told, until
from tests.folders import BAKERY
from tests.terminal import PATIENCE

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


OFFER = "Practice, if you like: 1 rule that you missed"


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.time = MONDAY

    def now(self) -> datetime:
        return self.time


async def miss_and_wait(pilot: Pilot[int], app: FineLine, clock: Clock) -> None:
    """Play the thank-you and miss a rule that the other story asks for; two days later, home offers it."""
    await decide(pilot, "owner")
    await pilot.press("enter")
    await decide(pilot, "wait")
    await pilot.press("enter", "escape")
    await until(pilot, lambda: isinstance(app.screen, Home))
    assert "Practice" not in text(pilot), "not on the same day"
    clock.time += timedelta(days=2)
    app.screen.post_message(events.ScreenResume())
    await until(pilot, lambda: OFFER in text(pilot))


async def test_home_offers_it_it_is_practiced_and_no_score_moves(tmp_path: Path) -> None:
    clock = Clock()
    app = make_app(tmp_path, "thank-you", now=clock.now)
    async with app.run_test(size=(80, 30)) as pilot:
        await miss_and_wait(pilot, app, clock)
        before = app.visit.journal.past(app.visit.course.id)
        await pilot.press("g")
        await until(pilot, lambda: isinstance(app.screen, Practice))
        await pilot.press("1", "2")
        await until(pilot, lambda: len(app.visit.journal.practiced(app.visit.course.id)) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Home))
        assert app.visit.journal.past(app.visit.course.id) == before


async def test_without_the_extra_minute_it_is_practiced_all_the_same(tmp_path: Path) -> None:
    app = make_app(tmp_path, settings=Settings(motion=False, extra_minute=False))
    async with app.run_test(size=(80, 24)) as pilot:
        app.practice([Due("met", "back-door", "door", sure=False)])
        await until(pilot, lambda: isinstance(app.screen, Practice))
        await pilot.press("2")
        await until(pilot, lambda: [each.held for each in app.visit.journal.practiced(app.visit.course.id)] == [True])


async def test_what_is_practiced_can_be_contested_and_a_rehearsal_says_that_it_keeps_nothing(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.practice([Due("met", "back-door", "door", sure=False)])
        await until(pilot, lambda: isinstance(app.screen, Practice))
        await pilot.press("1", "3", "enter", "i")
        await until(pilot, lambda: isinstance(app.screen, Entry))
        await pilot.press(*"He is kin", "enter")
        await until(pilot, lambda: bool(app.visit.journal.disputes(app.visit.course.id)))
        await pilot.press("escape")

        app.open_scenario("thank-you", "thursday")
        await until(pilot, lambda: isinstance(app.screen, ScenarioScreen))
        await decide(pilot, "again")
        await pilot.press("i")
        await until(pilot, lambda: "a rehearsal" in told(pilot))
        assert not isinstance(app.screen, Entry)
    (kept,) = app.visit.journal.disputes(app.visit.course.id)
    assert (kept.scenario, kept.scene, kept.why) == ("back-door", "door", "He is kin")


async def test_x_sends_it_away_for_good(tmp_path: Path, own_home: Path) -> None:
    clock = Clock()
    app = make_app(tmp_path, now=clock.now)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("x", "1")
        await until(pilot, lambda: isinstance(app.screen, ScenarioScreen))
        await miss_and_wait(pilot, app, clock)
        assert app.visit.settings.practice, "before it was offered, the key did nothing"
        await pilot.press("x", "escape", "x", "down")
        assert OFFER in text(pilot), "it asks first"
        assert app.visit.settings.practice
        await pilot.press("x", "x")
        assert app.visit.settings.practice, "no key both asks and answers"
        await pilot.press("x", YES)
        await until(pilot, lambda: OFFER not in text(pilot))
        assert not settings_store.load(own_home / "settings.json")[0].practice
        await pilot.press("r", "escape")
        await until(pilot, lambda: isinstance(app.screen, Home))
        assert OFFER not in text(pilot)
        await pilot.press("s", "4", "escape")
        await until(pilot, lambda: OFFER in text(pilot))


async def test_settings_bring_it_back_and_note_the_interview(tmp_path: Path, own_home: Path) -> None:
    app = make_app(tmp_path, settings=Settings(motion=False, practice=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "4")
        assert settings_store.load(own_home / "settings.json")[0].practice
        await pilot.press("5")
        await until(pilot, lambda: isinstance(app.screen, Entry))
        await pilot.press(*"2026-13-01", "enter")
        await until(pilot, lambda: "2026-13-01 is no day" in text(pilot))
        await pilot.press(*["backspace"] * 5, *"11-27", "enter")  # what was typed stands there, to be mended
        await until(pilot, lambda: settings_store.load(own_home / "settings.json")[0].day_ahead == "2026-11-27")
        await until(pilot, lambda: "Friday, November 27" in text(pilot))  # as everywhere a day is told


async def test_seen_differently_is_kept_with_the_reason_and_exported(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_home.mkdir()
    app = make_app(own_home, "thank-you")

    def whys() -> list[str]:
        return [each.why for each in app.visit.journal.disputes(app.visit.course.id)]

    async with app.run_test(size=(80, 24)) as pilot:
        await decide(pilot, "owner")
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, Entry))
        await until(pilot, lambda: "sent to nobody" in seen(app))
        await pilot.press(*"He is kind", "enter")
        await until(pilot, lambda: bool(app.visit.journal.disputes(app.visit.course.id)))
        await pilot.press("o", "i", "escape", "i", *" and", "enter")  # what was said of it stands there
        await until(pilot, lambda: whys() == ["He is kind and"])
        await pilot.press("escape", "w", "i", "down", "i", *" fair", "enter")  # about the decision pointed at
        await until(pilot, lambda: whys() == ["He is kind and fair"])
    app.visit.journal.close(PATIENCE)
    with pytest.raises(SystemExit):
        main(["progress", "--json", "--course", str(BAKERY)])
    (only,) = json.loads(capsys.readouterr().out)["disputes"]
    assert (only["why"], only["answer"]) == ("He is kind and fair", ["owner"]), "the newest word takes its place"

    with pytest.raises(SystemExit):
        main(["progress", "--course", str(BAKERY)])
    assert "Seen differently: 1." in capsys.readouterr().out
