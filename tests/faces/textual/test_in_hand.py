"""What is decided stays in view with what it is decided with: the day and what can be done on it, the message and the
ways to word the part in hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.faces.textual.app import FineLine
from course.model.kinds.calendar import Calendar
from course.model.kinds.message import MessageInParts
from tests.faces.textual.stage import make_app, rows, story
from tests.faces.textual.test_snapshots import SIZES
from tests.market import FOLDER as MARKET
from tests.shipped import FOLDER, READING

SHIPPED = FOLDER


def written_or_planned() -> list[tuple[str, str]]:
    """Every scene of the shipped course in which something is put together."""
    return [
        (scenario.head.id, name)
        for scenario in READING.scenarios
        for name, scene in scenario.scenes.items()
        if isinstance(scene.body, Calendar | MessageInParts)
    ]


def app_at(course: Path, scenario: str, scene: str, home: Path) -> FineLine:
    """The app, rehearsing a scenario from that scene on."""
    return make_app(home, scenario, course=course, at=scene)


@pytest.mark.parametrize("size", ["60x20", "80x24"])
@pytest.mark.parametrize(("scenario", "scene"), written_or_planned())
async def test_in_every_part_and_on_every_day(scenario: str, scene: str, size: str, tmp_path: Path) -> None:
    app = app_at(SHIPPED, scenario, scene, tmp_path)
    async with app.run_test(size=SIZES[size]) as pilot:
        await walk(pilot)


async def test_in_a_month_of_days(tmp_path: Path) -> None:
    course = tmp_path / "market"
    shutil.copytree(MARKET, course)
    (scenario,) = course.glob("stall/*.yaml")
    scenario.write_text(scenario.read_text().replace("days: 8", "days: 30"))
    app = app_at(course, "market", "days", tmp_path)
    async with app.run_test(size=SIZES["60x20"]) as pilot:
        await walk(pilot)


async def walk(pilot: Pilot[int]) -> None:
    """Go through all places of the exercise, and do something at each."""
    body = story(pilot).session.play.scene.body
    assert isinstance(body, Calendar | MessageInParts)
    places = body.days + 1 if isinstance(body, Calendar) else len(body.parts)
    for _ in range(places):
        await pilot.press("right")
        assert_in_view(pilot)
        await pilot.press("1")
        assert_in_view(pilot)


def assert_in_view(pilot: Pilot[int]) -> None:
    """The place in hand is seen, and whatever can be picked there."""
    shown = story(pilot)
    seen = [row.strip() for row in rows(pilot.app)]
    for option in shown.sheet.options:
        if option.key.isdigit():
            lines = option.drawn(shown.sheet.size.width)[: -option.after or None]
            assert lines[0].plain.strip() in seen
            assert lines[-1].plain.strip() in seen
    body = shown.session.play.scene.body
    if isinstance(body, Calendar):
        assert any(row.startswith("›") for row in seen)
    elif isinstance(body, MessageInParts) and any(option.key.isdigit() for option in shown.sheet.options):
        assert any(row.startswith(f"{part.title}   ") for part in body.parts for row in seen)


@pytest.mark.parametrize("size", ["60x20", "80x24"])
async def test_what_is_planned_stands_beside_what_can_be_planned(size: str, tmp_path: Path) -> None:
    app = app_at(SHIPPED, "one-or-two", "boxes", tmp_path)
    async with app.run_test(size=SIZES[size]) as pilot:
        await pilot.press("right", "1", "right", "right", "2", "right", "right", "right", "3")
        play = story(pilot).session.play
        assert len(play.draft) == 3
        body = play.scene.body
        assert isinstance(body, Calendar)
        seen = "\n".join(rows(app))
        for way in body.ways:
            assert seen.count(way.say[:20]) == 1 + sum(way.id == placed for _, placed in play.draft)


@pytest.mark.parametrize("size", ["60x20", "80x24"])
async def test_the_message_so_far_stands_above_the_ways_to_word_the_next_part(size: str, tmp_path: Path) -> None:
    app = app_at(SHIPPED, "thanks-for-nothing", "the-beep", tmp_path)
    async with app.run_test(size=SIZES[size]) as pilot:
        await pilot.press("right")
        for _ in range(3):
            await pilot.press("1")
            assert_in_view(pilot)
            seen = [row.strip() for row in rows(app)]
            top = next(number for number, row in enumerate(seen) if row.startswith("╭"))
            end = next(number for number, row in enumerate(seen) if row.startswith("╰"))
            assert top < end < next(number for number, row in enumerate(seen) if row.startswith("1  "))
