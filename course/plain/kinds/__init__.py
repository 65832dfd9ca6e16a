"""The exercise kinds in plain lines, one module each, named like the kind in `course.playing.kinds`.

A kind's `ask` asks until there is something to send; `weighed` says what that is, `tell` what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from course.exercises.choices import Choices
from course.exercises.message import Writing
from course.exercises.sort import Sort
from course.exercises.week import Week
from course.plain.kinds import choices, message, sort, week
from course.plain.kinds.asked import Asked
from course.plain.talk import Answer, Talk
from course.playing.story import Play
from course.session import Session


class Kind(Protocol):
    """What a kind's module offers."""

    def ask(self, session: Session, talk: Talk, more: Sequence[Answer]) -> Asked:
        """What is answered at the session's scene, or the first word of one of `more`. Raises Gone."""

    def weighed(self, play: Play, talk: Talk) -> None:
        """What is about to be sent."""

    def tell(self, play: Play, talk: Talk) -> None:
        """What came of it."""


KINDS: dict[type, Any] = {Choices: choices, Sort: sort, Writing: message, Week: week}


def kind(play: Play) -> Kind:
    """The module of the exercise at the play's scene."""
    found: Kind = KINDS[type(play.scene.body)]
    return found
