"""A scenario as a list shows it: its number, its title, and how it stands."""

from __future__ import annotations

from textual.content import Content

from course.faces.textual.blocks import Option, Row
from course.faces.textual.text import plain
from course.visit.home import Listed, State
from course.words import sentences


def listed_option(listed: Listed, key: str, *, summary: bool, after: int = 0) -> Option:
    """Picking it gives the scenario's id."""
    about = listed.reason or (listed.head.summary if summary else "")
    rows = [Row(plain(listed.head.title)), *([Row(plain(about).stylize("$soft"))] if about else [])]
    return Option(key, rows, listed.head.id, state(listed), after=after)


def state(listed: Listed) -> Content:
    """How it stands, in a word or two."""
    match listed.state:
        case State.UNAVAILABLE:
            return plain("unavailable").stylize("$pushy")
        case State.BEGUN:
            return plain("begun").stylize("$quiet")
        case State.FINISHED:
            return plain(sentences.standing_words(listed.progress)).stylize("$assertive")
        case State.NEW:
            minutes = listed.head.minutes
            return plain(f"{minutes} min" if minutes else "").stylize("$soft")
