"""A day that is typed."""

from __future__ import annotations

from collections.abc import Callable

from course.faces.plain.conversation import Conversation
from course.visit.days import NotAhead


def ask_for_day(question: str, about: str, take: Callable[[str, str], object], talk: Conversation) -> None:
    """Ask until `take` makes something of what is typed; it is told what was typed the last time, too. Raises
    InputEnded."""
    before = ""
    while True:
        said = talk.typed(question, about)
        try:
            take(said, before)
        except NotAhead as problem:
            talk.say(str(problem))
            before = said
        else:
            return
