"""Three real phones, the projected page and a facilitator's phone, in Chromium, through a scenario to its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe  # type: ignore[import-untyped]
from playwright.async_api import Browser, Page, expect

from course.room.events import Began, Chose, Closed, Counted, Ended, Granted, Opened, Revealed, WentOn
from course.room.stores.sqlite import SqliteRooms
from course.serving.gate import Hosts
from tests import market
from tests.chromium import NAME, browser, one_browser, with_chromium
from tests.serving.halls import Site, Somebody, site
from tests.serving.proxy import proxy

__all__ = ["browser", "one_browser"]
PATIENCE = 60_000
pytestmark = with_chromium


@pytest_asyncio.fixture(loop_scope="module")
async def room(tmp_path: Path) -> AsyncIterator[Site]:
    store = SqliteRooms(tmp_path / "rooms.db")
    async with site(store) as found:
        await found.open()
        found.server.hosts = Hosts([found.origin, _seen(found.origin)])
        yield found
    await store.close()


def _seen(origin: str) -> str:
    """The same as the browser calls it: by a name that it trusts no more than any other machine's."""
    return origin.replace("127.0.0.1", NAME)


async def _phone(browser: Browser, room: Site) -> Page:
    """A narrow phone of somebody who types the letters."""
    context = await browser.new_context(viewport={"width": 320, "height": 568}, reduced_motion="reduce")
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    await page.goto(_seen(room.origin))
    await page.fill("#code", room.code.lower())
    await page.click("button")
    await expect(page.locator("header")).to_be_visible(timeout=PATIENCE)
    return page


async def _screen(browser: Browser, room: Site) -> Page:
    """The projected page."""
    page = await browser.new_page(viewport={"width": 1280, "height": 720})
    await page.goto(f"{_seen(room.origin)}/screen/{room.code}")
    return page


async def _sees(page: Page, text: str) -> None:
    await expect(page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)


async def _ask_to_lead(page: Page) -> str:
    """The phone asks to lead; its two words."""
    await page.get_by_role("button", name="More").click()
    await page.get_by_role("button", name="I'm the facilitator").click()
    await _sees(page, "Your two words")
    shown = await page.locator("#words-shown").inner_text(timeout=PATIENCE)
    return shown.split(": ")[1].split(".")[0]


async def _let(host: Somebody, words: str) -> None:
    """The phone that shows these words is let lead."""
    while not (found := [each for each in host.state.get("asking", ()) if each["words"] == words]):
        await host.say(type="Ping")
        await asyncio.sleep(0.05)
    await host.do(Granted(found[0]["person"]))


async def _let_lead(page: Page, host: Somebody) -> None:
    """The phone asks to lead, and is let."""
    await _let(host, await _ask_to_lead(page))


async def _meant(page: Page) -> None:
    """Wait until a tap is taken for meant: so long after the last, and after the room has gone on."""
    while not await page.evaluate("Lead.rested()"):
        await asyncio.sleep(0.05)


async def _lead(page: Page, name: str) -> None:
    """Tap a button of the phone that leads, as somebody does who means it."""
    await _meant(page)
    await page.get_by_role("button", name=name, exact=True).click()


async def _in_view(page: Page, text: str, where: str = "#said p") -> None:
    """That is said, and nobody has to scroll for it."""
    said = page.locator(where).filter(has_text=text)
    await expect(said).to_be_in_viewport(ratio=1, timeout=PATIENCE)


async def test_three_phones_vote_twice_see_what_came_of_it_and_keep_their_own(browser: Browser, room: Site) -> None:
    phones = [await _phone(browser, room) for _ in range(3)]
    host = await room.voting()
    for page in phones:
        await page.get_by_role("button", name="Do write.").click()
        await _sees(page, "Kept. You can change it")
    await phones[0].reload()
    await expect(phones[0].locator("button.chosen")).to_contain_text("Do write.", timeout=PATIENCE)
    await host.do(Closed())
    await host.do(Opened())
    await _sees(phones[1], "Last time: ")
    await phones[1].get_by_role("button", name="Do hide.").click()
    await phones[1].get_by_role("button", name="pushy").click()
    await _sees(phones[1], "Kept. You can change it")
    await host.do(Closed())
    await host.do(Revealed())
    await _sees(phones[1], "Because of hide.")
    await host.do(Chose((("hide",),)))
    await _sees(phones[2], "hide happens.")
    await _sees(phones[2], "Chosen: Do hide.")
    await expect(phones[2].locator("p.rule").first).to_be_visible(timeout=PATIENCE)
    await host.do(WentOn())
    await phones[1].get_by_role("link", name="Your own decisions").click()
    await _sees(phones[1], "Do hide.")
    await host.do(Ended())
    await _sees(phones[2], "This room is over")
    assert not await phones[0].evaluate("window.isSecureContext")


async def test_what_somebody_keeps_is_a_file_that_needs_no_server(browser: Browser, room: Site, tmp_path: Path) -> None:
    page = await _phone(browser, room)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    host = await room.voting()
    await page.get_by_role("button", name="Do hide.").click()
    await _sees(page, "Kept. You can change it")
    for event in (Closed(), Revealed(), Chose((("hide",),)), WentOn(), Ended()):
        await host.do(event)
    await page.get_by_role("link", name="Your own decisions").click()
    await _sees(page, "Advised: Do write.")
    async with page.expect_download(timeout=PATIENCE) as saving:
        await page.get_by_role("link", name="Save it as a file").click()
    await (await saving.value).save_as(tmp_path / "kept.html")
    assert not complaints
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not (await Axe().run(page)).response["violations"]
    await page.goto((tmp_path / "kept.html").as_uri())
    await _sees(page, "Do hide.")
    assert await page.get_by_role("link").count() == 0


async def test_without_websockets_a_phone_hears_by_a_stream_and_votes_all_the_same(
    browser: Browser, room: Site
) -> None:
    context = await browser.new_context(viewport={"width": 320, "height": 568})
    await context.add_init_script("delete window.WebSocket")
    page = await context.new_page()
    await page.goto(f"{_seen(room.origin)}/r/{room.code}")
    await _sees(page, "You're in.")
    host = await room.voting()
    await page.get_by_role("button", name="Do write.").click(timeout=PATIENCE)
    await _sees(page, "Kept. You can change it")
    await host.do(Closed())
    await _sees(page, "The vote is closed.")


async def test_without_streams_too_it_asks_again_and_again(browser: Browser, room: Site) -> None:
    context = await browser.new_context(viewport={"width": 320, "height": 568})
    await context.add_init_script("delete window.WebSocket; delete window.EventSource")
    page = await context.new_page()
    await page.goto(f"{_seen(room.origin)}/r/{room.code}")
    await _sees(page, "You're in.")
    await room.voting()
    await page.get_by_role("button", name="Do write.").click(timeout=PATIENCE)
    await _sees(page, "Kept. You can change it")


async def test_the_last_tap_counts_whatever_was_answered_meanwhile(browser: Browser, room: Site) -> None:
    page = await _phone(browser, room)
    await room.voting()
    for name in ("Do wave.", "Do hide.", "Do write."):
        await page.get_by_role("button", name=name).click()
    await _sees(page, "Kept. You can change it")
    live = await room.hall.by_code(room.code)
    while [each.answer for each in live.votes.get(1, ())] != [("write",)]:
        await asyncio.sleep(0.05)


async def test_a_facilitators_phone_leads_once_it_was_let(browser: Browser, room: Site) -> None:
    page = await _phone(browser, room)
    host, _ = await room.host(), await room.phone()
    await _let_lead(page, host)
    await host.do(Began("tale", 1))
    await host.do(Opened())
    await _lead(page, "Close the vote")
    await _lead(page, "Nobody has voted yet. Close anyway? Tap once more.")
    await host.until("closed")


async def test_a_phone_that_leads_says_what_nobody_would_know_where_it_leaves_a_vote(
    browser: Browser, room: Site
) -> None:
    page, host = await _phone(browser, room), await room.host()
    await _let_lead(page, host)
    somebody = await room.phone()
    await host.do(Began("tale", 1))
    await host.do(Opened())
    await somebody.say(type="Cast", round=1, answer=["write"])
    await _lead(page, asks := "Leave this story, and choose another")
    await _lead(page, f"{asks}? This vote is not revealed: how the room split would be told nowhere. Tap once more.")
    await host.until("lobby")


async def test_a_tap_that_bounces_moves_one_step_and_closes_no_vote_unasked(browser: Browser, room: Site) -> None:
    page, host, _ = await _phone(browser, room), await room.host(), await room.phone()
    await _let_lead(page, host)
    await host.do(Began("tale", 1))
    await _meant(page)
    await page.get_by_role("button", name="Open the vote").dblclick()
    await host.until("voting")
    await _meant(page)
    await page.get_by_role("button", name="Close the vote").dblclick()
    await _sees(page, "Nobody has voted yet. Close anyway? Tap once more.")
    await host.say(type="Ping")
    assert host.state["view"]["step"] == "voting"


async def test_one_thing_at_a_time_is_asked_once_more_and_votes_that_come_in_do_not_put_it_away(
    browser: Browser, room: Site
) -> None:
    page, host = await _phone(browser, room), await room.host()
    await _let_lead(page, host)
    for event in (Began("tale", 1), Opened()):
        await host.do(event)
    somebody, _ = await room.phone("voting"), await room.phone("voting")
    once_more = page.get_by_role("button", name="Tap once more.")
    await _lead(page, "Void this vote, and ask again")
    await expect(once_more).to_have_text("Void this vote, and ask again? Tap once more.")
    await somebody.say(type="Cast", round=1, answer=["write"])
    await _sees(page, "Voted: 1 of 2")
    await expect(once_more).to_have_text("Void this vote, and ask again? Tap once more.")
    await _lead(page, "Close the vote")
    await expect(once_more).to_have_text("1 of 2 have voted. Close anyway? Tap once more.")
    await _lead(page, "One step back")
    await expect(once_more).to_have_text("The vote is open. Go back, and void it? Tap once more.")


@pytest.mark.parametrize("size", [(360, 640), (320, 568)])
async def test_what_became_of_a_tap_is_in_view_wherever_somebody_has_scrolled(
    browser: Browser, room: Site, size: tuple[int, int]
) -> None:
    page = await _phone(browser, room)
    await page.set_viewport_size({"width": size[0], "height": size[1]})
    await room.voting()
    await page.evaluate("document.getElementById('scene').style.minHeight = '40rem'")  # a long scene
    for name in ("Do wave.", "I'd rather not say", "Do write."):
        await page.get_by_role("button", name=name).click()
        await _in_view(page, "Kept. You can change it")
    await page.fill("#why", "She asked.")
    await page.get_by_role("button", name="Send").click()
    await _in_view(page, "Your line was sent")


async def test_a_line_on_why_is_sent_once_it_is_stored_and_stays_with_its_answer(browser: Browser, room: Site) -> None:
    page, host = await _phone(browser, room), await room.voting()
    live = await room.hall.by_code(room.code)
    await page.get_by_role("button", name="Do write.").click()
    await page.fill("#why", "She  asked.")
    await page.get_by_role("button", name="Send").click()
    await _sees(page, "Sent to the facilitator: “She asked.”")
    assert [each.text for each in live.whys] == ["She asked."]
    await page.get_by_role("button", name="assertive").click()
    await expect(page.locator("button.right.chosen")).to_be_visible(timeout=PATIENCE)
    await _sees(page, "Kept. You can change it")
    assert [each.text for each in live.whys] == ["She asked."]
    await page.reload()
    await _sees(page, "Sent to the facilitator: “She asked.”")
    await page.get_by_role("button", name="Do hide.").click()
    await _sees(page, "Why? One line, if you like:")
    await _sees(page, "What you had said of your answer before is gone with it")
    await live.catch_up()  # a vote is kept once it is on disk, which is a little sooner
    assert not live.whys
    await host.say(type="Ping")


async def test_what_was_asked_is_in_view_when_it_is_revealed(browser: Browser, room: Site) -> None:
    page, host = await _phone(browser, room), await room.voting()
    screen = await _screen(browser, room)
    for event in (Closed(), Revealed()):
        await host.do(event)
    asked = host.state["view"]["reveal"]["asked"]
    assert asked
    for each in (page, screen):
        await expect(each.locator("#ask p").first).to_have_text(asked, timeout=PATIENCE)
    await _in_view(page, asked, "#ask p")


async def test_a_message_is_shown_as_far_as_it_has_come_while_its_parts_are_voted_on(
    browser: Browser, room: Site
) -> None:
    await room.open(market.COURSE.id)
    page, host, screen = await _phone(browser, room), await room.host(), await _screen(browser, room)
    await host.do(Began(market.MARKET.head.id, 1))
    while not (host.state["view"]["ballot"] or {}).get("message"):
        ballot = host.state["view"]["ballot"]
        await host.do(Chose((tuple(ballot["options"][0]["answer"]),)) if ballot else WentOn())
    await _sees(page, "Part 1 of ")
    await host.do(Chose((tuple(host.state["view"]["ballot"]["options"][0]["answer"]),)))
    await host.do(Opened())
    text = host.state["view"]["ballot"]["message"]["text"]
    assert text
    for each in (page, screen):
        await expect(each.locator("blockquote.written p").last).to_have_text(text, timeout=PATIENCE)
    await host.do(Closed())
    await host.do(Revealed())
    for each in (page, screen):
        await expect(each.locator("blockquote.written p").last).to_have_text(text, timeout=PATIENCE)


async def test_where_facts_are_told_apart_every_page_says_on_which_side_and_whether_that_is_advised(
    browser: Browser, room: Site
) -> None:
    """The facilitator's own phone has the letters that everybody sees."""
    await room.open(market.COURSE.id)
    page, host, screen = await _phone(browser, room), await room.host(), await _screen(browser, room)
    await _let_lead(page, host)
    await host.do(Began(market.MARKET.head.id, 1))
    key = host.state["notes"]["key"]
    right = next(at for at, each in enumerate(key) if each["verdict"] == "do")
    said, sides = key[right]["said"], ("It decides", "It doesn't")
    await _sees(page, "Which of these decides?")
    await _sees(screen, "Which of these decides?")
    for at, side in enumerate(sides):
        advised = "✓ as advised" if at == right else "✗ not as advised"
        note = page.locator("#notes p.lands").nth(at)
        await expect(note).to_have_text(f"{'AB'[at]}\u2002{side}: {said} {advised}", timeout=PATIENCE)
    for event in (Opened(), Closed(), Revealed(), Chose((tuple(key[right]["answer"]),))):
        await host.do(event)
    await _sees(page, f"Chosen: {sides[right]}: {said} ✓ as advised")
    await _sees(screen, f"Chosen: {sides[right]}: {said} ✓ as advised")


@pytest.mark.parametrize("step", ["lobby", "voting", "revealed"])
async def test_pages_can_be_read_and_used_by_everybody(browser: Browser, room: Site, step: str) -> None:
    page = await _phone(browser, room)
    if step != "lobby":
        host = await room.voting()
        await page.get_by_role("button", name="Do write.").click()
        if step == "revealed":
            await host.do(Closed())
            await host.do(Revealed())
            await _sees(page, "Because of write.")
    found = await Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    wide = await page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320


async def test_a_connection_that_is_open_and_dead_is_noticed_and_nothing_is_lost(browser: Browser, room: Site) -> None:
    """As a captive portal does it, and a phone that slept: silence first, the end later; twice."""
    async with proxy(int(room.origin.rsplit(":", 1)[1])) as between:
        room.server.hosts = Hosts([room.origin, _seen(between.origin)])
        context = await browser.new_context(viewport={"width": 320, "height": 568})
        page = await context.new_page()
        await page.goto(f"{_seen(between.origin)}/r/{room.code}")
        await _sees(page, "You're in.")
        between.stall()
        host = await room.voting()
        await page.get_by_role("button", name="Do write.").click(timeout=PATIENCE)
        await _sees(page, "Kept. You can change it")
        between.stall()
        await page.get_by_role("button", name="Do hide.").click(timeout=PATIENCE)
        between.drop()
        await host.say(type="Ping")
        await _sees(page, "Kept. You can change it")
        live = await room.hall.by_code(room.code)
        while [each.answer for each in live.votes.get(1, ())] != [("hide",)]:
            await asyncio.sleep(0.05)


async def test_the_screen_shows_the_code_and_no_split(browser: Browser, room: Site) -> None:
    screen = await _screen(browser, room)
    await _sees(screen, room.code)
    await expect(screen.locator("img")).to_be_visible(timeout=PATIENCE)
    await _in_view(screen, "open the address above and type the letters", "#join p")
    host = await room.voting()
    await _sees(screen, "Do write.")
    for step in (Closed(), Revealed(), Chose((("hide",),))):
        await host.do(step)
    await _sees(screen, "Chosen: Do hide.")
    assert not (await Axe().run(screen)).response["violations"]


async def test_more_votes_than_dots_fit_are_bars_in_proportion(browser: Browser, room: Site) -> None:
    screen, host = await _screen(browser, room), await room.voting()
    for step in (Counted({0: 150, 3: 75}), Closed(), Revealed()):
        await host.do(step)
    await _sees(screen, "pushy · 150")
    over, right = screen.locator(".over .share"), screen.locator(".right .share")
    assert await over.evaluate("it => it.offsetWidth") == pytest.approx(
        2 * await right.evaluate("it => it.offsetWidth"), abs=2
    )
    assert not await screen.locator(".swarm i").count()


async def test_who_asks_to_lead_may_take_it_back_leads_first_and_votes_only_when_asked(
    browser: Browser, room: Site
) -> None:
    page, other, host = await _phone(browser, room), await _phone(browser, room), await room.host()
    for each in (page, other):
        await _ask_to_lead(each)
    await page.get_by_role("button", name="Not me: ask no more").click()
    await expect(page.locator("#words-shown")).to_have_count(0, timeout=PATIENCE)
    while len(host.state.get("asking", ())) != 1:
        await host.say(type="Ping")
        await asyncio.sleep(0.05)
    await _let_lead(page, host)
    await expect(other.locator("#words-shown")).to_have_count(0, timeout=PATIENCE)  # another was chosen
    await host.do(Began("tale", 1))
    await _lead(page, "Open the vote")
    await host.until("voting")
    await _sees(page, "Close the vote")
    assert await other.get_by_role("button", name="More").count() == 0  # it stands nowhere near Send
    assert await page.get_by_role("button", name="Do write.").count() == 0
    steps, scene = await page.locator("#lead").bounding_box(), await page.locator("#scene").bounding_box()
    assert steps
    assert scene
    assert steps["y"] < scene["y"]
    await page.get_by_role("button", name="Vote too").click()
    await page.get_by_role("button", name="Do write.").click()
    await _sees(page, "Kept. You can change it")
    await host.do(Closed())
    await _sees(page, "Open the second vote")
    await host.do(Revealed())
    await _sees(page, "Go on with: A")
    await expect(page.get_by_text("Because of write.")).to_have_count(1, timeout=PATIENCE)
    await host.do(Chose((("hide",),)))
    await page.get_by_text("Look back").click()
    await _sees(page, "Leave this story, and choose another")
    await _lead(page, "What if? Back to the last decision")
    await host.until("reading")


async def test_all_of_a_step_is_in_one_window_of_the_screen_in_smaller_type_where_there_is_much(
    browser: Browser, room: Site
) -> None:
    await room.open(market.COURSE.id)
    host, screen = await room.host(), await _screen(browser, room)
    await host.do(Began(market.MARKET.head.id, 1))
    size = "document.getElementById('screen').style.fontSize"
    await host.do(Opened())
    await expect(screen.locator("p.option").last).to_be_in_viewport(ratio=1, timeout=PATIENCE)
    await screen.set_viewport_size({"width": 1280, "height": 380})
    await expect(screen.locator("p.option").last).to_be_in_viewport(ratio=1, timeout=PATIENCE)
    await screen.wait_for_function(size, timeout=PATIENCE)
    await host.do(Closed())
    await host.do(Revealed())
    await expect(screen.locator(".landing").last).to_be_in_viewport(ratio=1, timeout=PATIENCE)


async def test_who_comes_late_is_told_who_sees_what(browser: Browser, room: Site) -> None:
    host = await room.voting()
    page = await _phone(browser, room)
    await _sees(page, "Nobody sees how you vote")
    await host.do(Closed())
    await expect(page.get_by_text("Nobody sees how you vote")).to_have_count(0, timeout=PATIENCE)
