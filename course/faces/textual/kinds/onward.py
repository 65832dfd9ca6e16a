"""The exercise kind `next`: nothing is asked, so there is nothing but the scene."""

from __future__ import annotations

from collections.abc import Iterable

from course.faces.textual.blocks import Block
from course.faces.textual.kinds.on_screen import OnScreen, Space


class OnwardOnScreen(OnScreen):
    """A scene that only goes on."""

    def blocks(self, at: int, space: Space) -> Iterable[Block]:  # noqa: ARG002 (there is nothing)
        """Nothing to pick."""
        return ()

    def weighed(self) -> Iterable[Block]:
        """Nothing is sent."""
        return ()

    def shown(self) -> Iterable[Block]:
        """Nothing came of it."""
        return ()
