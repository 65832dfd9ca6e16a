"""The server over real sockets: who may come in, what is told to whom, and that nothing acknowledged is lost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from course.room.events import Chose, Closed, Granted, Rehearsed, Revealed
from course.room.stores.sqlite import SqliteRooms
from course.serving.remote import have_done
from tests.serving.halls import KEY, Site, site


@pytest_asyncio.fixture
async def room(tmp_path: Path) -> AsyncIterator[Site]:
    store = SqliteRooms(tmp_path / "rooms.db")
    async with site(store) as found:
        await found.open()
        yield found
    await store.close()


async def test_a_phone_votes_is_told_that_it_is_kept_and_sees_what_came_of_it(room: Site) -> None:
    host, phone = await room.voting(), await room.phone("voting")
    answer = await phone.say(type="Cast", round=1, answer=["write"], called="right")
    assert answer == {"type": "Kept", "round": 1, "answer": ["write"], "called": "right", "why": ""}
    await host.do(Closed())
    await host.do(Revealed())
    revealed = await phone.until("revealed")
    assert {each["said"] for each in revealed["reveal"]["landings"]} >= {"Do write."}
    assert revealed["reveal"]["counts"] == []  # one voter is too few to show
    await host.do(Chose((("write",),)))
    assert (await phone.until("shown"))["happened"][0]["happens"] == "write happens."


async def test_three_hundred_votes_at_once_are_all_acknowledged_and_all_there(room: Site) -> None:
    await room.voting()
    phones = await asyncio.gather(*(room.phone("voting") for _ in range(300)))
    said = await asyncio.gather(*(each.say(type="Cast", round=1, answer=["wave"]) for each in phones))
    assert all(each["type"] == "Kept" for each in said)
    live = await room.hall.by_code(room.code)
    while live.view().voted < 300:
        await asyncio.sleep(0.01)


async def test_the_last_of_several_taps_counts_once(room: Site) -> None:
    await room.voting()
    phone = await room.phone("voting")
    for answer in ("wave", "hide", "write"):
        await phone.say(type="Cast", round=1, answer=[answer])
    live = await room.hall.by_code(room.code)
    while [each.answer for each in live.votes.get(1, ())] != [("write",)]:
        await asyncio.sleep(0.01)


async def test_the_split_is_in_no_byte_before_the_reveal(room: Site) -> None:
    """Two rooms whose people voted differently say the same to a screen and to somebody who did not vote."""
    told = []
    for answer in ("wave", "write"):
        await room.open()
        host = await room.voting()
        watcher, phones = await room.phone("voting"), [await room.phone("voting") for _ in range(6)]
        for each in phones:
            await each.say(type="Cast", round=1, answer=[answer], called="over")
        while watcher.state["view"]["voted"] < 6:
            await watcher.say(type="Ping")
            await asyncio.sleep(0.05)
        await host.do(Closed())
        await watcher.until("closed")
        told.append((watcher.raw[-1], "Because of" in "".join(watcher.raw)))
    assert told[0] == told[1]
    assert not told[0][1]


async def test_a_vote_after_the_end_is_refused_and_said(room: Site) -> None:
    host = await room.voting()
    phone = await room.phone("voting")
    await host.do(Closed())
    assert await phone.say(type="Cast", round=1, answer=["write"]) == {"type": "Refused", "why": "closed", "round": 1}
    assert (await phone.say(type="Cast", round=1, answer=["fly"]))["why"] == "closed"


async def test_only_who_was_let_may_lead(room: Site) -> None:
    host = await room.voting()
    phone = await room.phone("voting")
    event = {"type": "Closed"}
    assert (await phone.say(type="Do", seen=2, event=event))["why"] == "not-yours"
    words = (await phone.say(type="AskToLead"))["words"]
    while not host.state.get("asking"):
        await host.say(type="Ping")
        await asyncio.sleep(0.05)
    (asking,) = host.state["asking"]
    assert asking["words"] == words
    await host.do(Granted(asking["person"]))
    while not phone.state["mine"]["leads"]:
        await phone.say(type="Ping")
        await asyncio.sleep(0.05)
    assert phone.state["notes"]["key"]
    assert (await phone.say(type="Do", seen=3, event={"type": "Granted", "person": "me"}))["why"] == "not-yours"
    assert (await phone.say(type="Do", seen=3, event=event))["type"] == "Pong"


async def test_a_second_tab_and_a_reload_are_the_same_person(room: Site) -> None:
    session = room.session()
    for _ in range(3):
        async with session.post(f"/r/{room.code}/enter") as answer:
            assert answer.status == 200
    live = await room.hall.by_code(room.code)
    assert len(live.people) == 1


async def test_without_a_websocket_states_come_by_stream_and_votes_by_post(room: Site) -> None:
    await room.voting()
    session = room.session()
    await (await session.post(f"/r/{room.code}/enter")).read()
    async with session.get(f"/r/{room.code}/stream") as stream:
        first = json.loads((await stream.content.readline()).decode().removeprefix("data: "))
        assert first["view"]["step"] == "voting"
    vote = json.dumps({"type": "Cast", "round": 1, "answer": ["write"]})
    async with session.post(f"/r/{room.code}/say", data=vote) as answer:
        assert (await answer.json())["type"] == "Kept"
    async with session.get(f"/r/{room.code}/now") as answer:
        assert (await answer.json())["mine"]["vote"]["answer"] == ["write"]


async def test_who_is_not_let_in(room: Site) -> None:
    session = room.session()
    for path, headers, status in (
        (f"/r/{room.code}/now", {}, 403),
        (f"/r/{room.code}/host", {"Authorization": "Bearer guessed"}, 401),
        (f"/r/{room.code}", {"Host": "evil.example"}, 421),
        (f"/r/{room.code}", {"Origin": "http://evil.example"}, 421),
        ("/r/AAAAAA", {}, 404),
    ):
        async with session.get(path, headers=headers) as answer:
            assert answer.status == status, path
    async with session.post("/rooms", data=b"{}", headers={"Authorization": "Bearer guessed"}) as answer:
        assert answer.status == 401
    async with session.post("/rooms", json={"course": "tiny"}, headers={"Authorization": f"Bearer {KEY}"}) as answer:
        assert len((await answer.json())["room"]["code"]) == 6


async def test_guessing_codes_is_slowed_and_the_room_stays_open(room: Site) -> None:
    session = room.session()
    found = []
    for _ in range(12):
        async with session.get("/r/AAAAAA") as answer:
            found.append(answer.status)
    assert found[-1] == 429
    async with session.get(f"/r/{room.code}") as answer:
        assert answer.status == 200


async def test_nobody_is_heard_too_often_by_whichever_way(room: Site) -> None:
    await room.voting()
    session = room.session()
    await (await session.post(f"/r/{room.code}/enter")).read()
    said = []
    for _ in range(40):
        async with session.post(f"/r/{room.code}/say", data='{"type": "Ping"}') as answer:
            said.append(await answer.json())
    assert said[0]["type"] == "Pong"
    assert {"type": "Refused", "why": "too-fast", "round": 0} in said


async def test_nobody_needs_very_many_tabs(room: Site) -> None:
    session = room.session()
    await (await session.post(f"/r/{room.code}/enter")).read()
    tabs = [await session.ws_connect(f"/r/{room.code}/socket") for _ in range(20)]
    async with session.get(f"/r/{room.code}/socket", headers={"Connection": "Upgrade"}) as answer:
        assert answer.status == 429
    await tabs[0].close()
    while room.hall.connections((await room.hall.by_code(room.code)).row.id, await _only_person(room)) >= 20:
        await asyncio.sleep(0.01)
    await session.ws_connect(f"/r/{room.code}/socket")


async def _only_person(room: Site) -> str:
    (person,) = (await room.hall.by_code(room.code)).people
    return person


async def test_what_is_no_message_does_no_harm(room: Site) -> None:
    await room.voting()
    phone = await room.phone("voting")
    for message in ({"type": "Cast"}, {"type": "Fly"}, {"type": "Cast", "round": "x"}):
        assert (await phone.say(**message))["why"] == "unreadable"
    assert (await phone.say(type="Ping"))["type"] == "Pong"


async def test_pages_may_run_nothing_but_our_own_scripts(room: Site) -> None:
    async with room.session().get(f"/r/{room.code}") as answer:
        text = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "<script>" not in text
    async with room.session().post(f"/r/{room.code}/enter") as answer:
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


async def test_a_rehearsal_is_on_the_rooms_record_once_however_often_it_is_marked(room: Site) -> None:
    for _ in range(2):
        await have_done(room.origin, room.code, room.key, Rehearsed(), lambda state: state.view.rehearsal)
    live = await room.hall.by_code(room.code)
    assert (live.room.rehearsal, live.room.number) == (True, 1)


async def test_letters_that_were_mistyped_stand_in_the_field_to_be_mended(room: Site) -> None:
    async with room.session().post("/", data={"code": 'BCDF"GH'}) as answer:
        assert 'value="BCDF&quot;GH"' in await answer.text()


async def test_whoever_opens_an_address_in_a_browser_reads_a_page_and_no_json(room: Site) -> None:
    """Also where the room is gone, where there is none, and at what is told to programs; those are told as ever."""
    session, browser = room.session(), {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    for path, status, said in (
        ("/r/zzzzzz", 404, "There is no such room any more."),
        ("/screen/ZZZZZZ", 404, "There is no such room any more."),
        ("/ZZZZZZ", 404, "There is no such room any more."),
        ("/r/zzzzzz/now", 404, "There is no such room any more."),
        ("/nowhere", 404, "There is nothing at this address."),
        ("/rooms", 405, "There is nothing at this address."),
        ("/courses/tiny", 401, "There is nothing at this address."),
        *((f"/r/{room.code}/{each}", 200, 'id="room"') for each in ("now", "socket", "stream", "host", "mine")),
        *((f"/screen/{room.code}/{each}", 200, 'id="screen"') for each in ("now", "socket")),
    ):
        async with session.get(path, headers=browser) as answer:
            text = await answer.text()
            assert (answer.status, answer.content_type) == (status, "text/html"), path
            assert said in text
            assert '{"type"' not in text
    async with session.get(f"/screen/{room.code}/now", headers={"Accept": "*/*"}) as answer:
        assert (await answer.json())["type"] == "State"
    async with session.get("/r/zzzzzz/now", headers={"Accept": "*/*"}) as answer:
        assert await answer.json() == {"type": "Refused", "why": "gone", "round": 0}
