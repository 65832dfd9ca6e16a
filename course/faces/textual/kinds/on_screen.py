"""What an exercise is to the screen, whatever its kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from course.faces.textual.blocks import Block


class OnScreen(ABC):
    """The exercise at a play's scene. Its options carry what picking them does: an `Answered` picks, a `Sketched`
    changes the draft."""

    def places(self) -> int:
        """How many places there are to go through, such as parts or days; 0 where there is nothing to go through."""
        return 0

    @abstractmethod
    def blocks(self, at: int, after: int) -> Iterable[Block]:
        """The exercise. `at` is the place where the learner is, -1 before they have moved; `after` so many empty
        lines go below each option that is a sentence."""

    @abstractmethod
    def weighed(self) -> Iterable[Block]:
        """What is about to be sent."""

    @abstractmethod
    def shown(self) -> Iterable[Block]:
        """What came of it."""
