"""A story as a list shows it: its number, its title, and how it stands."""

from __future__ import annotations

from collections.abc import Collection

from textual.content import Content

from course import wording
from course.journal.progress import Progress
from course.model import Head
from course.shelf import Shelf
from course.tui.blocks import Option, Row
from course.tui.text import plain


def story_option(
    shelf: Shelf, head: Head, key: str, standing: Progress, begun: Collection[str], *, summary: bool, after: int = 0
) -> Option:
    """Picking it gives the story's id."""
    reason = shelf.unavailable.get(head.id)
    about = reason or (head.summary if summary else "")
    rows = [Row(plain(head.title)), *([Row(plain(about).stylize("$soft"))] if about else [])]
    return Option(key, rows, head.id, _state(shelf, head, standing, begun), after=after)


def _state(shelf: Shelf, head: Head, standing: Progress, begun: Collection[str]) -> Content:
    if head.id in shelf.unavailable:
        return plain("unavailable").stylize("$pushy")
    done = standing.scenarios.get(head.id)
    if head.id in begun:
        return plain("begun").stylize("$quiet")
    if done and done.finished:
        return plain(wording.standing_words(done)).stylize("$assertive")
    return plain(f"{head.minutes} min" if head.minutes else "").stylize("$soft")
