"""The exercise kinds in plain lines, one module each, named like the kind in `course.engine.kinds`.

A kind's `ask` asks until there is something to send; `weighed` says what that is, `tell` what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from course.engine.play import Play
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds import calendar, choices, message, sort
from course.faces.plain.kinds.asked import Asked
from course.model.kinds.calendar import Week
from course.model.kinds.choices import Choices
from course.model.kinds.message import Writing
from course.model.kinds.sort import Sort
from course.visit.session import Session


class Kind(Protocol):
    """What a kind's module offers."""

    def ask(self, session: Session, talk: Conversation, more: Sequence[Keyword]) -> Asked:
        """What is answered at the session's scene, or the first word of one of `more`. Raises InputEnded."""

    def weighed(self, play: Play, talk: Conversation) -> None:
        """What is about to be sent."""

    def tell(self, play: Play, talk: Conversation) -> None:
        """What came of it."""


KINDS: dict[type, Any] = {Choices: choices, Sort: sort, Writing: message, Week: calendar}


def kind(play: Play) -> Kind:
    """The module of the exercise at the play's scene."""
    found: Kind = KINDS[type(play.scene.body)]
    return found
