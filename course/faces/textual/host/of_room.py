"""What every page of a room's screen is."""

from __future__ import annotations

from typing import TypeVar

from course.faces.textual.page import Page

Result = TypeVar("Result")
_OF_VOTES = {"mark.dots": "host.mark.dots", "mark.landed": "host.mark.landed"}
_AT_ONCE = {**_OF_VOTES, "keys.host.leave.tip": "keys.host.leave.tip-at-once"}


class OfRoom(Page[Result]):
    """A page that is about a room's votes, not about what one learner did; it says of itself what is true there."""

    leaves_at_once = False
    """Whether leaving asks nothing, as where the room is over."""

    @property
    def assured(self) -> tuple[str, ...]:
        below = self.app.screen_stack[0]
        if not isinstance(below, OfRoom) or below is self:
            return ("host.help.leave",)
        return ("host.help.leave-at-once" if below.leaves_at_once else "host.help.leave", *below.assured[-1:])

    def tip(self, id: str) -> str:
        return _AT_ONCE.get(id, id) if self.leaves_at_once else _OF_VOTES.get(id, id)
