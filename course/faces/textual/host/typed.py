"""What is typed by whoever leads: hands that were counted, and what the room calls out to be filled in."""

from __future__ import annotations

from collections.abc import Callable

from course.faces.textual.page import Page
from course.model import Head
from course.room.events import Counted, Filled, RoomEvent
from course.room.hands import LETTERS, Count, NoCount, counted
from course.room.plans import NoPlan, planned
from course.room.views import Ballot, Plan
from course.words import rooms, say

_MOST = 20_000
Do = Callable[[RoomEvent, str], object]
"""Does that, and says this when it is done."""


def count_hands(page: Page[None], ballot: Ballot, do: Do, keep: Callable[[Count], object]) -> None:
    """Ask for hands, cards, or a chat; nothing of it shows as it is typed. `keep` is given what it comes to."""
    from course.faces.textual.entry import Entry  # not before it is asked for

    letters = " ".join(LETTERS[: len(ballot.options)])

    def count(text: str | None) -> None:
        if text is None:
            return
        try:
            found = counted(text, len(ballot.options))
        except NoCount as error:
            page.tell(rooms.not_counted(error, len(ballot.options)))
            return
        keep(found)
        do(Counted(found.hands), rooms.counted(found))

    hint = say("host.hands.hint", letters=letters)
    page.app.push_screen(Entry(say("host.hands.title"), "", hint, most=_MOST, unseen=True), count)


def fill_in(page: Page[None], plan: Plan, head: Head | None, do: Do) -> None:
    """Ask for what the room calls out."""
    from course.faces.textual.host.plan import FillPage  # not before it is asked for

    def fill(text: str | None) -> None:
        if text is None:
            return
        try:
            draft = planned(plan, text)
        except NoPlan:
            page.tell(say("host.plan.no-plan"))
            return
        do(Filled(draft), "")

    page.app.push_screen(FillPage(plan, head), fill)
