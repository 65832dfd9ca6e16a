"""The app around the room's page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from course.faces.textual.host.room_page import Place, RoomPage
from course.faces.textual.window import Window
from course.model import Course, Head
from course.serving.podium import Podium
from course.visit.settings import Settings
from course.words import speak_for


class Host(Window):
    """Shows one room."""

    CSS_PATH = ["../page.tcss"]  # noqa: RUF012

    def __init__(self, podium: Podium, place: Place, course: Course, heads: Sequence[Head], settings: Settings) -> None:
        super().__init__(settings)
        speak_for(course)
        self._podium = podium
        self._place = place
        self._heads = heads

    def get_default_screen(self) -> Screen[Any]:
        return RoomPage(self._podium, self._place, self._heads)

    async def _shutdown(self) -> None:
        self.workers.cancel_all()  # Textual takes the pages down first, and a worker must not draw on them then
        await self._podium.close()
        await super()._shutdown()
