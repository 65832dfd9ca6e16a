"""Simulated phones, so that a facilitator can practice the evening before."""

from __future__ import annotations

import asyncio
import json
import random
import threading
from contextlib import suppress

import aiohttp

_SIDES = ("under", "right", "over")
_THINKING = (0.5, 6.0)
"""Seconds that somebody takes until they vote."""
_STAYS = 0.6
"""How likely somebody is to vote the second time as they did the first."""
_PASSES = 0.04
_AGAIN = 1.0


def rehearse(origin: str, code: str, people: int) -> None:
    """Fill a room with so many people who vote as they please, in a thread that ends with this process."""
    thread = threading.Thread(target=lambda: asyncio.run(_crowd(origin, code, people)), name="rehearsal", daemon=True)
    thread.start()


async def _crowd(origin: str, code: str, people: int) -> None:
    await asyncio.gather(*(_somebody(origin, code, random.Random(each)) for each in range(people)))


async def _somebody(origin: str, code: str, chance: random.Random) -> None:
    """Comes in after a while, and comes back whenever the connection is lost."""
    await asyncio.sleep(chance.uniform(0, 3))
    async with aiohttp.ClientSession(origin, cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        while True:
            with suppress(aiohttp.ClientError, OSError, TimeoutError):
                async with session.post(f"/r/{code}/enter") as answer:
                    if answer.status == 404:
                        return
                async with session.ws_connect(f"/r/{code}/socket", heartbeat=20) as socket:
                    await _vote_on(socket, chance)
            await asyncio.sleep(_AGAIN)


async def _vote_on(socket: aiohttp.ClientWebSocketResponse, chance: random.Random) -> None:
    voted, before = 0, None
    async for message in socket:
        told = json.loads(message.data)
        view = told.get("view", {})
        if view.get("step") != "voting" or view["ballot"]["number"] == voted:
            continue
        ballot = view["ballot"]
        voted = ballot["number"]
        await asyncio.sleep(chance.uniform(*_THINKING))
        answers = [each["answer"] for each in ballot["options"]]
        stays = ballot["nth"] > 1 and before in answers and chance.random() < _STAYS
        before = before if stays else [] if chance.random() < _PASSES else chance.choice(answers)
        called = None if ballot["options"][0]["side"] or not before else chance.choice(_SIDES)  # as phones ask it
        vote = {"type": "Cast", "round": voted, "answer": before, "called": called}
        await socket.send_str(json.dumps(vote))
