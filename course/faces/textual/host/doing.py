"""What can be done in a room beside leading on, and when."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from course.room.events import Back, Opened, RoomEvent, Talked
from course.room.room import COUNTS, Step
from course.room.views import View
from course.serving.wire import State
from course.words import rooms

DOES: Mapping[tuple[str, tuple[object, ...]], tuple[RoomEvent, Collection[Step]]] = {
    ("do", ("open",)): (Opened(), (Step.READING, Step.CLOSED, Step.TALKING, Step.REVEALED)),
    ("do", ("talk",)): (Talked(), (Step.READING, Step.CLOSED)),
    ("do", ("back",)): (Back(), tuple(step for step in Step if step not in (Step.LOBBY, Step.OVER))),
}
"""Out of turn: what, and at which steps."""


def voted_on(view: View) -> bool:
    """Whether there is a vote on the question that stands now, open or closed."""
    return view.ballot is not None and view.ballot.nth > 0


_ASKED = (Step.READING, Step.CLOSED, Step.TALKING)
WHEN: Mapping[str, Callable[[State], bool]] = {
    "reveal": lambda state: state.view.ballot is not None and state.view.step in _ASKED,
    "void": lambda state: voted_on(state.view) and state.view.step is not Step.READING,
    "hands": lambda state: voted_on(state.view) and state.view.step in COUNTS,
    "fill": lambda state: state.view.plan is not None and state.view.step is Step.READING,
    "what_if": lambda state: bool(state.notes and state.notes.what_if),
    "debrief": lambda state: state.debrief is not None and state.view.step is not Step.OVER,
    "other_side": lambda state: bool(state.view.other_side) and state.view.step is Step.ENDED,
    "lock": lambda state: state.view.step is not Step.OVER,
    "grant": lambda state: bool(state.asking or state.leads) and state.view.step is not Step.OVER,
    "another": lambda state: state.view.scene is not None and state.view.step not in (Step.ENDED, Step.OVER),
    "end": lambda state: state.view.step is not Step.OVER,
}
"""Which keys work at which states."""


def leads_on(state: State | None) -> str:
    """The id of what the one key that leads on does now; `""` where nothing leads on by itself."""
    event = state.notes.on if state is not None and state.notes is not None else None
    return "" if state is None or event is None else rooms.leads_on(state.view, event)


def nothing_leads_on(state: State) -> str:
    """The id of what is said where nothing leads on by itself."""
    if state.view.step in (Step.LOBBY, Step.ENDED):
        return "host.choose-scenario"
    if state.view.step is Step.OVER:
        return "host.is-over"
    return "host.fill-first" if state.view.plan is not None else "host.choose"
