"""What stays in view at the head of the room's page: where the room stands, how to come in, how many are there and how
many have voted; and while people talk, for how long."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from textual.content import Content

from course.faces.textual.text import assemble, plain
from course.model import Head
from course.room.room import Step
from course.room.views import View
from course.serving.podium import Place, Podium
from course.words import rooms, say, sentences

Opening = Callable[[], Awaitable[tuple[Podium, Place]]]
"""Gives the room to lead, and where people come in. Raises NotOpened."""


def title(view: View, place: Place, heads: Mapping[str, Head]) -> tuple[Content, Content]:
    """What is played, and the day in it."""
    shown = view.scene.title if view.scene else place.name or say("host.title")
    beside = "   " + say("room.said.what-if") if view.what_if else ""
    head = heads.get(view.scene.scenario) if view.scene else None
    day = sentences.when(head, view.scene.day) if head is not None and view.scene else ""
    return assemble((shown, "bold"), (beside, "$soft")), plain(day).stylize("$soft")


def joining(view: View, origin: str, place: Place, talked: float) -> tuple[Content, Content]:
    """How to come in, and how many are here or have voted; beside that, what is left of `talked` seconds of talk."""
    how = rooms.stands(view, by_hand=place.by_hand)
    lock = "   " + say("host.locked") if view.locked else ""
    clock = time_left(view, talked)
    left = plain(f"{origin}   {place.code}" if origin else "")
    return left, assemble((f"{clock}   " if clock else "", "$soft"), (how, "bold"), (lock, "$soft"))


def time_left(view: View, talked: float) -> str:
    """How much of the time for talk is left, as 4:05; nothing happens when it is up. `""` where there is none."""
    if view.step is not Step.TALKING or view.minutes is None:
        return ""
    left = view.minutes * 60 - int(talked)
    return f"{left // 60}:{left % 60:02}" if left > 0 else say("room.said.time-up")
