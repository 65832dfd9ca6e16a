"""The app around the room's page."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from textual.screen import Screen

from course.faces.textual.host.room_page import RoomPage
from course.faces.textual.host.top import Opening
from course.faces.textual.window import Window
from course.model import Course, Head
from course.serving.podium import NotOpened
from course.visit.settings import Settings
from course.words import speak_for


class Host(Window):
    """Shows one room, and before that, that it is being opened."""

    CSS_PATH = ["../page.tcss"]  # noqa: RUF012

    def __init__(self, opening: Opening, course: Course, heads: Sequence[Head], settings: Settings) -> None:
        """`opening` gives the room to lead; what it raises, `run_to_end` raises again."""
        super().__init__(settings)
        speak_for(course)
        self._page = RoomPage(opening, course, heads)
        self.not_opened: NotOpened | None = None

    @property
    def farewell(self) -> str:
        """What is to be known of the room once its screen is left; `""` where there is none, or nobody to tell."""
        return "" if self._stopped else self._page.farewell

    def get_default_screen(self) -> Screen[Any]:
        return self._page

    async def action_quit(self) -> None:
        """Leave, once it is said what is to become of the room; asked twice, it is left open."""
        while self.screen is not self._page:
            self.pop_screen()
        self._page.leave()

    async def action_help_quit(self) -> None:  # type: ignore[override]  # Textual waits for it either way
        """Ctrl+C does what Ctrl+Q does."""
        await self.action_quit()

    def run_to_end(self) -> int:
        """Run until whoever leads leaves. Returns the exit status; raises NotOpened."""
        status = super().run_to_end()
        if self.not_opened is not None:
            raise self.not_opened
        return status

    async def _shutdown(self) -> None:
        self.workers.cancel_all()  # Textual takes the pages down first, and a worker must not draw on them then
        if self._page.podium is not None:
            await asyncio.shield(self._page.podium.close())
        await super()._shutdown()
