"""The server as aiohttp serves it: every address there is, and who may ask for it."""

from __future__ import annotations

import secrets
import time
from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial

from aiohttp import web

from course.model.encoding import from_json, to_json
from course.model.record import Record
from course.room.results import own
from course.room.room import Step
from course.room.stores.store import Gone, Person
from course.serving import keepsake, pages, reading, scanning
from course.serving.connections import heard, over_socket, over_stream
from course.serving.gate import Guesses, Hosts, Sayings, key_of, same
from course.serving.hall import Hall, Locked, hashed
from course.serving.hearing import hear, lead
from course.serving.live import LiveRoom
from course.serving.told import for_host, for_phone, for_screen
from course.serving.wire import MOST, Do, Ping, Pong, Refused, Saying, Told, told
from course.words import sentences, speak_for

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_REFUSED = 400
_YEAR = 365 * 24 * 3600
_MOST_TABS = 20
"""Connections of one person; a phone that comes back leaves dead ones behind for a while."""


class Wanted(Record):
    """A room that somebody with the server's key wants to open."""

    course: str
    name: str = ""


class Server:
    """Answers requests. Its `app` is what aiohttp runs."""

    def __init__(self, hall: Hall, hosts: Hosts, key: str, today: Callable[[], date]) -> None:
        """Whoever has the `key` may open rooms; its hash is all that is kept."""
        self._hall = hall
        self.hosts = hosts
        """Put another in its place when the address changes."""
        self._key = hashed(key)
        self._today = today
        self._guesses = Guesses(time.monotonic, secrets.token_bytes(32))
        self._sayings = Sayings(time.monotonic)
        self.app = web.Application(middlewares=[self._guard], client_max_size=MOST)
        self.app.add_routes(
            [
                web.get("/", self._front),
                web.post("/", self._find),
                web.get("/r/{code}", self._phone_page),
                web.get("/R/{code}", self._scanned),
                web.get("/{code:[A-Za-z]{6}}", self._scanned),
                web.post("/r/{code}/enter", self._enter),
                web.get("/r/{code}/socket", self._socket),
                web.get("/r/{code}/stream", self._stream),
                web.get("/r/{code}/now", self._now),
                web.post("/r/{code}/say", self._say),
                web.get("/r/{code}/mine", self._mine),
                web.get("/r/{code}/host", self._host),
                web.get("/screen/{code}", self._screen_page),
                web.get("/screen/{code}/socket", self._screen),
                web.get("/screen/{code}/now", self._screen_now),
                web.get("/screen/{code}/qr.svg", self._code_to_scan),
                web.post("/rooms", self._open),
                web.get("/courses/{course}", self._has_course),
                *(web.get(f"/static/{name}", partial(_static, name)) for name in pages.STATIC),
            ]
        )

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Only for ourselves, and never a trace of what went wrong inside."""
        if not self.hosts.knows(request.host, request.headers.get("Origin")):
            return web.Response(status=421, text="This address is not served here.\n")
        reads = reading.reads(request)
        try:
            means_room = reads and reading.for_programs(request)
            response = reading.room_of(request) if means_room else await handler(request)
        except Gone:
            response = _refusal(404, "gone")
        except Locked:
            response = _refusal(423, "locked")
        except web.HTTPException as error:
            if error.status < _REFUSED or not reads:
                raise
            response = reading.instead(request, error.status)
        if response.status >= _REFUSED and reads and response.content_type != "text/html":
            response = reading.instead(request, response.status)
        if not response.prepared:
            for name, value in _HEADERS.items():
                response.headers.setdefault(name, value)
        return response

    # Pages

    async def _front(self, _request: web.Request) -> web.Response:
        return _page(pages.front(wrong=""))

    async def _find(self, request: web.Request) -> web.Response:
        """Somebody has typed a code."""
        form = await request.post()
        code = "".join(str(form.get("code", "")).split())[:12]
        try:
            room = await self._hall.by_code(code)
        except Gone:
            if self._guesses.wrong(request.remote or ""):
                return _page(pages.front(wrong="room.front.too-often", typed=code), status=429)
            return _page(pages.front(wrong="room.front.no-such-room", typed=code), status=404)
        raise web.HTTPSeeOther(f"/r/{room.row.code}")

    async def _phone_page(self, request: web.Request) -> web.Response:
        room = await self._room(request)
        speak_for(room.room.course)
        return _page(pages.phone(room.room.course, room.row.code))

    async def _scanned(self, request: web.Request) -> web.Response:
        """Codes to scan are in capitals."""
        raise web.HTTPMovedPermanently(f"/r/{request.match_info['code']}")

    async def _screen_page(self, request: web.Request) -> web.Response:
        room = await self._room(request)
        speak_for(room.room.course)
        return _page(pages.screen(room.room.course, room.row.code, str(request.url.origin())))

    # Phones

    async def _enter(self, request: web.Request) -> web.Response:
        """Come in, or come back; the token goes into a cookie that no script can read."""
        room = await self._room(request)
        _, token = await self._hall.come_in(room, request.cookies.get(_cookie(room), ""))
        response = web.Response(text=told(Pong()), content_type="application/json")
        path = f"/r/{room.row.code}"
        response.set_cookie(_cookie(room), token, path=path, httponly=True, samesite="Lax", max_age=_YEAR)
        return response

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        room, person = await self._connecting(request)
        try:
            make, listen = partial(for_phone, room, person.id), partial(self._hear, room, person)
            return await over_socket(request, self._hall.audience(room), make, listen, one_of_many=True)
        finally:
            await self._hall.left(room.row.id, person.id)

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        room, person = await self._connecting(request)
        try:
            return await over_stream(request, self._hall.audience(room), partial(for_phone, room, person.id))
        finally:
            await self._hall.left(room.row.id, person.id)

    async def _now(self, request: web.Request) -> web.Response:
        """How the room stands, for whoever has to ask again and again: with all that they were told is kept."""
        room, person = await self._phone(request)
        await room.catch_up()
        return web.Response(text="".join(for_phone(room, person.id)), content_type="application/json")

    async def _say(self, request: web.Request) -> web.Response:
        room, person = await self._phone(request)
        answer = await heard(await request.read(), partial(self._hear, room, person))
        return web.Response(text=told(answer), content_type="application/json")

    async def _hear(self, room: LiveRoom, person: Person, saying: Saying) -> Told:
        """What comes of what somebody says; by whichever way, and in however many tabs, not too much at once."""
        if not self._sayings.may_speak(person.id):
            return Refused("too-fast")
        return await hear(self._hall, room, person, saying)

    async def _mine(self, request: web.Request) -> web.Response:
        """What somebody voted, to keep, once nothing of it is still open."""
        room, person = await self._phone(request)
        if room.room.step not in (Step.ENDED, Step.OVER):
            raise web.HTTPSeeOther(f"/r/{room.row.code}")
        course, row, save = room.room.course, room.row, "save" in request.query
        speak_for(course)
        called = " · ".join(filter(None, (row.name, sentences.long_date(date.fromisoformat(row.opened)))))
        decisions = own(room.room, room.votes, person.id)
        page = _page(keepsake.page(course, called, decisions, "" if save else f"/r/{row.code}/mine?save"))
        page.headers["Content-Security-Policy"] = keepsake.POLICY
        if save:
            page.headers["Content-Disposition"] = f'attachment; filename="{course.id}.html"'
        return page

    # Whoever leads, and the screen

    async def _host(self, request: web.Request) -> web.StreamResponse:
        """The facilitator's own connection: everything may be seen and done."""
        room = await self._room(request)
        if not same(hashed(key_of(request.headers.get("Authorization", ""))), room.row.key):
            return _refusal(401, "not-yours")
        audience = self._hall.audience(room)
        return await over_socket(request, audience, lambda: (told(for_host(room)),), partial(_lead, room))

    async def _screen(self, request: web.Request) -> web.StreamResponse:
        room = await self._room(request)
        return await over_socket(request, self._hall.audience(room), partial(for_screen, room), None)

    async def _screen_now(self, request: web.Request) -> web.Response:
        room = await self._room(request)
        return web.Response(text="".join(for_screen(room)), content_type="application/json")

    async def _code_to_scan(self, request: web.Request) -> web.Response:
        room = await self._room(request)
        text = scanning.svg(scanning.address(str(request.url.origin()), room.row.code))
        return web.Response(text=text, content_type="image/svg+xml")

    async def _open(self, request: web.Request) -> web.Response:
        if not same(hashed(key_of(request.headers.get("Authorization", ""))), self._key):
            return _refusal(401, "not-yours")
        try:
            wanted = from_json(await request.read(), Wanted)
        except ValueError:
            return _refusal(400, "unreadable")
        opened = await self._hall.open(wanted.course, wanted.name, self._today())
        return web.Response(text=to_json(opened), content_type="application/json")

    async def _has_course(self, request: web.Request) -> web.Response:
        """Whether rooms about that course can be opened here, for whoever may open them. Raises Gone."""
        if not same(hashed(key_of(request.headers.get("Authorization", ""))), self._key):
            return _refusal(401, "not-yours")
        self._hall.has(request.match_info["course"])
        return web.Response(status=204)

    async def _room(self, request: web.Request) -> LiveRoom:
        """The room of the code in the address. Raises Gone, or that somebody guesses too often."""
        try:
            return await self._hall.by_code(request.match_info["code"])
        except Gone:
            if self._guesses.wrong(request.remote or ""):
                raise web.HTTPTooManyRequests from None
            raise

    async def _connecting(self, request: web.Request) -> tuple[LiveRoom, Person]:
        """The same for somebody who wants to stay connected; call `left` in the end. Nobody needs very many tabs."""
        room, person = await self._phone(request)
        if self._hall.connections(room.row.id, person.id) >= _MOST_TABS:
            raise web.HTTPTooManyRequests
        await self._hall.entered(room.row.id, person.id)
        return room, person

    async def _phone(self, request: web.Request) -> tuple[LiveRoom, Person]:
        """The room and who asks. Raises Gone; also for somebody who has not come in."""
        room = await self._room(request)
        token = request.cookies.get(_cookie(room), "")
        person = room.by_token(hashed(token))
        if person is None:
            raise web.HTTPForbidden(text=told(Refused("not-yours")), content_type="application/json")
        return room, person


async def _lead(room: LiveRoom, saying: Saying) -> Told:
    match saying:
        case Do():
            return await lead(room, saying)
        case Ping():
            return Pong()
    return Refused("not-yours")


def _cookie(room: LiveRoom) -> str:
    """A cookie's name: one for each room, since somebody may be in several."""
    return f"fineline-{room.row.id[:8]}"


def _refusal(status: int, why: str) -> web.Response:
    return web.Response(status=status, text=told(Refused(why)), content_type="application/json")


def _page(html: str, status: int = 200) -> web.Response:
    return web.Response(text=html, content_type="text/html", status=status)


async def _static(name: str, _request: web.Request) -> web.Response:
    kind, text = pages.static(name)
    return web.Response(text=text, content_type=kind)
