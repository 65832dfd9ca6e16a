"""The exercise kinds on the screen, one module each, named like the kind in `course.playing.kinds`.

A kind's `blocks` asks, and its options carry what picking them does: an `Answered` picks, a `Sketched` changes the
draft. `weighed` shows what is about to be sent; `shown` what came of it. `at` is where in an exercise of several
places the learner is, such as a part of a message or a day; -1 before they have moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from course.exercises.choices import Choices
from course.exercises.message import Writing
from course.exercises.sort import Sort
from course.exercises.week import Week
from course.playing.story import Play
from course.tui.blocks import Block
from course.tui.kinds import choices, message, sort, week


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


KINDS: dict[type, Any] = {Choices: choices, Sort: sort, Writing: message, Week: week}


def kind(play: Play) -> Kind:
    """The module of the exercise at the play's scene."""
    found: Kind = KINDS[type(play.scene.body)]
    return found
