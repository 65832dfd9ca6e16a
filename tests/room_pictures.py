"""Exports the README's pictures of a room: the facilitator's terminal, the projected page, a phone, and the one that
leads, all of the same vote in the shipped course. Needs Chromium.

python -m tests.room_pictures
"""

from __future__ import annotations

import asyncio
import random
import shutil
from collections.abc import Callable

import pytest
from aiohttp import web
from playwright.async_api import Browser, Page, ViewportSize, async_playwright

from course.faces.textual.host.app import Host
from course.model import Verdict
from course.reading.files.find import find_course
from course.room.events import ORDER, Began, Closed, Granted, Opened, Revealed, RoomEvent, Talked, WentOn
from course.room.room import Step
from course.room.stores.sqlite import SqliteRooms
from course.room.stores.store import Person
from course.room.votes import Vote
from course.serving.app import Server
from course.serving.gate import Hosts
from course.serving.hall import Hall
from course.serving.live import LiveRoom
from course.serving.podium import HerePodium, Place, Podium
from course.serving.process import libraries
from course.visit.course_folder import CourseFolder
from course.visit.settings import Settings
from tests import unhurried
from tests.faces.textual import stage
from tests.pictures import DOCS, SIZE
from tests.serving.halls import KEY, TODAY

ADDRESS, PORT = "192.168.1.15", 8765
ORIGIN = f"http://{ADDRESS}:{PORT}"
CHROMIUM = shutil.which("chromium") or ""
PEOPLE = 27
PHONE, PROJECTOR = ViewportSize(width=360, height=640), ViewportSize(width=1280, height=720)
PATIENCE = 60_000


class Shown(HerePodium):
    """Shows an address that is the same in every picture."""

    def origins(self) -> tuple[str, ...]:
        return (ORIGIN,)


async def _vote(room: LiveRoom, chance: random.Random, advised: float) -> None:
    """Everybody votes; so many of them for what is advised."""
    ballot, key = room.view().ballot, room.notes().key
    assert ballot is not None
    best = next(each.answer for each in key if each.verdict is Verdict.DO)
    others = [each.answer for each in key if each.answer != best]
    for who in range(PEOPLE):
        answer = best if chance.random() < advised else chance.choice(others)
        await room.vote(ballot.number, Vote(f"p{who}", answer))
    await room.catch_up()


async def _open(browser: Browser, path: str, size: ViewportSize) -> Page:
    context = await browser.new_context(viewport=size, device_scale_factor=2, color_scheme="light")
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    await page.goto(ORIGIN + path)
    return page


async def _picture(page: Page, name: str) -> None:
    await page.screenshot(path=DOCS / f"{name}.png")


async def _evening(browser: Browser, hall: Hall, room: LiveRoom, host: Callable[[Step], object]) -> None:
    """Play to the reveal of the first vote that is talked about, and take each picture on the way."""
    chance, code = random.Random(4), room.row.code

    async def do(*events: RoomEvent) -> None:
        for event in events:
            await room.do(room.room.number, event)

    for who in range(PEOPLE):
        await hall.admit(room, Person(f"p{who}", f"token {who}"))
        await hall.entered(room.row.id, f"p{who}")
    phone = await _open(browser, f"/r/{code}", PHONE)
    leads = await _open(browser, f"/r/{code}", PHONE)
    screen = await _open(browser, f"/screen/{code}", PROJECTOR)
    await leads.get_by_role("button", name="More").click()
    await leads.get_by_role("button", name="I'm the facilitator").click()
    await leads.get_by_text("Your two words").wait_for()
    asking = next(each.id for each in room.people.values() if each.asks)
    await do(Granted(asking), Began("parking-lot", ORDER))
    while room.view().ballot is None:
        await do(WentOn())
    await do(Opened())
    await _vote(room, chance, 0.4)
    await phone.get_by_role("button", name="Keep going.").click()
    await phone.locator("p.kept").get_by_text("Kept.").wait_for()
    await phone.get_by_text("What would you do?").scroll_into_view_if_needed()
    await _picture(phone, "phone")
    await do(Closed())
    await leads.get_by_text("Let them talk.").first.wait_for()
    await leads.get_by_text("You lead").scroll_into_view_if_needed()
    await leads.get_by_text("The key, and what to ask").click()
    await _picture(leads, "facilitator")
    await do(Talked(), Opened())
    await _vote(room, chance, 0.7)
    await do(Closed(), Revealed())
    await screen.get_by_text("who voted twice").wait_for()
    await screen.evaluate("window.scrollTo(0, 0)")
    await _picture(screen, "screen")
    host(Step.REVEALED)


async def main() -> None:
    """Export every picture."""
    patch = pytest.MonkeyPatch()
    unhurried.without_a_clock(patch)
    patch.setattr("course.serving.hall.secrets.choice", random.Random(2).choice)  # the same letters every time
    folder = CourseFolder(find_course(None))
    library, store = libraries([folder]), SqliteRooms(None)
    hall = Hall(store, library)
    server = Server(hall, Hosts([ORIGIN]), KEY, lambda: TODAY)
    runner = web.AppRunner(server.app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", PORT).start()
    hall.begin()
    opened = await hall.open(folder.course.id, "", TODAY)
    room = await hall.live(opened.room.id)

    async def opening() -> tuple[Podium, Place]:
        return Shown(store, library, opened.room.code), Place(opened.room.code)

    app = Host(opening, folder.course, folder.heads, Settings(theme="light", motion=False))
    flags = ["--no-sandbox", f"--host-resolver-rules=MAP {ADDRESS} 127.0.0.1"]
    async with app.run_test(size=SIZE) as pilot, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        reached: list[Step] = []
        await _evening(browser, hall, room, reached.append)
        page = app.screen_stack[0]
        await stage.until(pilot, lambda: getattr(page, "step", None) in reached)
        (DOCS / "room.svg").write_text(app.export_screenshot(title="fineline host"), encoding="utf-8")
        await browser.close()
    await hall.close()
    await runner.cleanup()
    await store.close()


if __name__ == "__main__":
    asyncio.run(main())
