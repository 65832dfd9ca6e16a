"""Somebody who opens an address in a browser: what they are shown where there is nothing for them to read. What scripts
and facilitators' programs are told, as JSON, is for nobody's eyes."""

from __future__ import annotations

from aiohttp import web

from course.serving import pages

_PAGE = "text/html"
_TOLD = ("now", "socket", "stream", "host")
"""Addresses of a room at which programs are told how it stands."""
_TOO_MANY, _NO_SUCH = 429, 404


def reads(request: web.Request) -> bool:
    """Whether a person is to read what comes back: browsers say so when they open an address, and scripts do not."""
    return _PAGE in request.headers.get("Accept", "")


def for_programs(request: web.Request) -> bool:
    """Whether what is told there is for programs; whoever opens it in a browser means the room."""
    return "code" in request.match_info and request.path.rpartition("/")[2] in _TOLD


def instead(request: web.Request, status: int) -> web.Response:
    """What somebody is shown in the place of that refusal: the room's page, if there is such a room; and else where
    letters are typed, with what was wrong."""
    code = request.match_info.get("code", "")
    if code and status not in (_NO_SUCH, _TOO_MANY):
        return room_of(request)
    wrong = "room.front.too-often" if status == _TOO_MANY else "room.said.gone" if code else "room.front.no-such-page"
    return web.Response(text=pages.front(wrong=wrong, typed=code[:12]), content_type=_PAGE, status=status)


def room_of(request: web.Request) -> web.Response:
    """On to the page of the room that the address is about."""
    first = "screen" if request.path.startswith("/screen/") else "r"
    return web.Response(status=303, headers={"Location": f"/{first}/{request.match_info['code']}"})
