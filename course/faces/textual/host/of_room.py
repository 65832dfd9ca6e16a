"""What every page of a room's screen is."""

from __future__ import annotations

from typing import TypeVar

from course.faces.textual.page import Page

Result = TypeVar("Result")
_OF_VOTES = {"mark.dots": "host.mark.dots", "mark.landed": "host.mark.landed"}


class OfRoom(Page[Result]):
    """A page that is about a room's votes, not about what one learner did; it says of itself what is true there."""

    @property
    def assured(self) -> tuple[str, ...]:
        below = self.app.screen_stack[0]
        kept = below.assured[-1:] if isinstance(below, OfRoom) and below is not self else ()
        return ("host.help.leave", *kept)

    def tip(self, id: str) -> str:
        return _OF_VOTES.get(id, id)
