"""The exercise kinds on the screen, one module each, named like the kind in `course.engine.kinds`.

A kind's `blocks` asks, and its options carry what picking them does: an `Answered` picks, a `Sketched` changes the
draft. `weighed` shows what is about to be sent; `shown` what came of it. `at` is where in an exercise of several
places the learner is, such as a part of a message or a day; -1 before they have moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from course.engine.play import Play
from course.faces.textual.blocks import Block
from course.faces.textual.kinds import calendar, choices, message, sort
from course.model.kinds.calendar import Week
from course.model.kinds.choices import Choices
from course.model.kinds.message import Writing
from course.model.kinds.sort import Sort


class Kind(Protocol):
    """What a kind's module offers."""

    def places(self, play: Play) -> int:
        """How many places there are to go through; 0 where there is nothing to go through."""

    def blocks(self, play: Play, at: int, after: int) -> Iterable[Block]:
        """The exercise, `after` empty lines below each option that is a sentence."""

    def weighed(self, play: Play) -> Iterable[Block]:
        """What is about to be sent."""

    def shown(self, play: Play) -> Iterable[Block]:
        """What came of it."""


KINDS: dict[type, Any] = {Choices: choices, Sort: sort, Writing: message, Week: calendar}


def kind(play: Play) -> Kind:
    """The module of the exercise at the play's scene."""
    found: Kind = KINDS[type(play.scene.body)]
    return found
