"""The exercise kind `next`: nothing is asked, so there is nothing but the scene."""

from __future__ import annotations

from collections.abc import Sequence

from course.faces.plain.conversation import Keyword
from course.faces.plain.kinds.in_lines import Asked, InLines


class OnwardInLines(InLines):
    """A scene that only goes on."""

    def ask(self, more: Sequence[Keyword]) -> Asked:  # noqa: ARG002 (there is nothing)
        """Nothing to answer."""
        return ()

    def weighed(self) -> None:
        """Nothing is sent."""

    def tell(self) -> None:
        """Nothing came of it."""
