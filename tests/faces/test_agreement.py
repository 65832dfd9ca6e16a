"""Both faces offer the same at every step, since both ask the visit: one walk is taken through each of them."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.faces.plain import conversation, home
from course.faces.plain.conversation import Conversation, InputEnded, Keyword, Named
from course.faces.plain.desk import Desk
from course.faces.textual.app import FineLine
from course.faces.textual.chapter import ChapterPage
from course.faces.textual.page import YES, Page
from course.visit.course_folder import CourseFolder
from course.visit.offers import Offer
from course.visit.request import Request
from course.visit.settings import Settings
from course.visit.visit import Visit
from tests.folders import BAKERY
from tests.journals import open_journal

Step = tuple[Offer, int]
"""What is taken up, and the number of the option where there are several."""

_BACK_DOOR: list[Step] = [(Offer.OPEN, 2), (Offer.ANSWER, 1), (Offer.FORECAST, 2), (Offer.GO_ON, 1)]
_THANK_YOU: list[Step] = [
    (Offer.ANSWER, 1),
    (Offer.PUT_BACK, 1),
    (Offer.ANSWER, 1),
    (Offer.FORECAST, 2),
    (Offer.BACK, 1),
    (Offer.ANSWER, 2),
    (Offer.FORECAST, 2),
    (Offer.GO_ON, 1),
]
WALKS: dict[str, list[Step]] = {
    "one-scenario-to-its-end-and-the-next": [*_BACK_DOOR, (Offer.NEXT, 1), *_THANK_YOU],
    "thought-again": [
        (Offer.OPEN, 1),
        (Offer.ANSWER, 1),
        (Offer.FORECAST, 3),
        (Offer.THINK_AGAIN, 1),
        (Offer.ANSWER, 2),
        (Offer.FORECAST, 1),
        (Offer.SEND, 1),
        (Offer.GO_ON, 1),
    ],
    "back-from-a-what-if": [
        (Offer.OPEN, 1),
        (Offer.ANSWER, 1),
        (Offer.FORECAST, 2),
        (Offer.BACK, 1),
        (Offer.ANSWER, 2),
        (Offer.FORECAST, 2),
        (Offer.RETURN, 1),
        (Offer.GO_ON, 1),
    ],
    "begun-anew": [(Offer.OPEN, 1), (Offer.ANSWER, 1), (Offer.FORECAST, 2), (Offer.START_OVER, 1), (Offer.ANSWER, 1)],
    "left-and-gone-on-with": [
        (Offer.OPEN, 1),
        (Offer.ANSWER, 1),
        (Offer.FORECAST, 2),
        (Offer.LEAVE, 1),
        (Offer.CONTINUE, 1),
    ],
    "left-at-its-ending-and-opened-there": [*_BACK_DOOR, (Offer.LEAVE, 1), (Offer.OPEN, 2), (Offer.AGAIN, 1)],
    "left-in-a-what-if-and-opened-at-the-ending": [
        *_BACK_DOOR,
        (Offer.BACK, 1),
        (Offer.LEAVE, 1),
        (Offer.OPEN, 2),
        (Offer.LEAVE, 1),
    ],
    "played-again": [*_BACK_DOOR, (Offer.AGAIN, 1), (Offer.ANSWER, 1), (Offer.FORECAST, 2)],
}

_EXTRA_MINUTE = (Offer.FORECAST, Offer.PUT_BACK, Offer.THINK_AGAIN, Offer.SEND)
_ON: list[Step] = [(Offer.ANSWER, 1), (Offer.FORECAST, 2), (Offer.GO_ON, 1)]


def begin(course: Path, folder: Path, *, extra_minute: bool) -> Visit:
    """A visit with a journal of its own; the same seed for both faces."""
    settings = Settings(motion=False, extra_minute=extra_minute)
    folder.mkdir()
    return Visit(CourseFolder(course), open_journal(folder / "journal.db"), settings, seed=7)


class Scripted(Conversation):
    """Takes the steps of a walk instead of asking, and notes what was offered before each."""

    def __init__(self, walk: Sequence[Step]) -> None:
        super().__init__(StringIO(), StringIO())
        self.offered: list[frozenset[Offer]] = []
        self._steps: Iterator[Step] = iter(walk)

    def say(self, text: str = "", indent: str = "") -> None:
        """Nobody listens."""

    def prose(self, text: str) -> None:
        """Nobody listens."""

    def ask(
        self,
        question: str,  # noqa: ARG002
        answers: Sequence[Keyword | Named],
        more: Sequence[Keyword | Named] = (),
    ) -> str:
        if conversation.YES in answers:
            return conversation.YES.name  # whoever takes that step is sure
        every = [*answers, *more]
        numbered = any(each.offer is None and each.name.isdecimal() for each in every)
        found = {each.offer for each in every if each.offer} | {Offer.LEAVE} | ({Offer.ANSWER} if numbered else set())
        self.offered.append(frozenset(found))
        offer, number = next(self._steps, (None, 0))
        if offer is None:
            raise InputEnded
        if offer in (Offer.ANSWER, Offer.OPEN):
            return str(number)
        return [each.name for each in every if each.offer is offer][number - 1]


def in_plain_lines(visit: Visit, walk: Sequence[Step]) -> list[frozenset[Offer]]:
    """What the plain face offers before each step of the walk, and after the last."""
    talk = Scripted(walk)
    with suppress(InputEnded):
        home.stay(Desk(visit, talk))
    return talk.offered


def on_the_screen(pilot: Pilot[int]) -> frozenset[Offer]:
    """What the page on top offers. While something can be put back, Esc does that first, and leaves after that."""
    live = [each.binding.id for each in pilot.app.screen.active_bindings.values() if each.enabled and each.binding.id]
    offers = frozenset(map(Offer, live)) - {Offer.OPEN_CHAPTER}
    return offers | {Offer.LEAVE} if offers & {Offer.PUT_BACK, Offer.THINK_AGAIN} else offers


async def take(pilot: Pilot[int], step: Step) -> None:
    """Press the key of that offer, or the number of the option."""
    offer, number = step
    if offer in (Offer.ANSWER, Offer.OPEN):
        await pilot.press(str(number))
        return
    live = pilot.app.screen.active_bindings.values()
    keys = [each.binding.key for each in live if each.enabled and each.binding.id == offer]
    await pilot.press(keys[number - 1])
    page = pilot.app.screen
    if isinstance(page, Page) and page.asking:
        await pilot.press(YES)


async def settled(pilot: Pilot[int], expected: frozenset[Offer]) -> frozenset[Offer]:
    """What the screen offers once it is what is expected, or at the latest when patience ends."""
    with suppress(TimeoutError):
        async with asyncio.timeout(60):
            while on_the_screen(pilot) != expected:
                if isinstance(pilot.app.screen, ChapterPage):
                    await pilot.press("enter")
                await pilot.pause(0.02)
    return on_the_screen(pilot)


@pytest.mark.parametrize("extra_minute", [True, False], ids=["extra-minute", "at-once"])
@pytest.mark.parametrize("walk", WALKS)
async def test_both_faces_offer_the_same_at_every_step(walk: str, tmp_path: Path, extra_minute: bool) -> None:
    steps = [each for each in WALKS[walk] if extra_minute or each[0] not in _EXTRA_MINUTE]
    if not extra_minute and walk != "begun-anew":
        steps = [each for number, each in enumerate(steps) if number == 0 or each[0] is not steps[number - 1][0]]
    await compare(BAKERY, steps, tmp_path, extra_minute=extra_minute)


async def test_also_after_everything_is_finished(tmp_path: Path) -> None:
    walk = [*_BACK_DOOR, (Offer.NEXT, 1), *_ON, *_ON[:-1], (Offer.SEND, 1), (Offer.GO_ON, 1), (Offer.LEAVE, 1)]
    offered = await compare(BAKERY, walk, tmp_path, extra_minute=True)
    assert Offer.NEXT not in offered[-2]
    assert not offered[-1] & {Offer.BEGIN, Offer.CONTINUE}, "nothing is left to begin"
    assert Offer.OPEN in offered[-1]


async def test_also_when_a_scenario_is_broken(tmp_path: Path) -> None:
    course = tmp_path / "bakery"
    shutil.copytree(BAKERY, course)
    (course / "thanks" / "thank-you.yaml").write_text("title: The thank-you\nstart: nowhere\n")
    walk: list[Step] = [(Offer.BEGIN, 1), (Offer.ANSWER, 1), (Offer.FORECAST, 2), (Offer.GO_ON, 1)]
    offered = await compare(course, walk, tmp_path, extra_minute=True)
    assert Offer.NEXT not in offered[-1], "the other scenario is broken"


async def compare(course: Path, walk: list[Step], tmp_path: Path, *, extra_minute: bool) -> list[frozenset[Offer]]:
    """Take the walk in both faces; what was offered at each step."""
    plain = in_plain_lines(begin(course, tmp_path / "plain", extra_minute=extra_minute), walk)
    assert len(plain) == len(walk) + 1, "the walk was taken to its end"
    visit = begin(course, tmp_path / "screen", extra_minute=extra_minute)
    async with FineLine(visit, Request(course, seed=7)).run_test(size=(100, 40)) as pilot:
        assert isinstance(pilot.app.screen, Page)
        for number, step in enumerate([*walk, None]):
            assert await settled(pilot, plain[number]) == plain[number], f"step {number} of {walk}"
            if step is not None:
                await take(pilot, step)
    return plain
