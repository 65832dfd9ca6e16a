"""A story as a list shows it: its number, its title, and how it stands."""

from __future__ import annotations

from collections.abc import Collection

from textual.content import Content

from course.faces.textual.blocks import Option, Row
from course.faces.textual.text import plain
from course.model import Head
from course.progress.results import Progress
from course.visit.course_folder import CourseFolder
from course.words import sentences


def story_option(
    folder: CourseFolder,
    head: Head,
    key: str,
    standing: Progress,
    begun: Collection[str],
    *,
    summary: bool,
    after: int = 0,
) -> Option:
    """Picking it gives the story's id."""
    reason = folder.unavailable.get(head.id)
    about = reason or (head.summary if summary else "")
    rows = [Row(plain(head.title)), *([Row(plain(about).stylize("$soft"))] if about else [])]
    return Option(key, rows, head.id, _state(folder, head, standing, begun), after=after)


def _state(folder: CourseFolder, head: Head, standing: Progress, begun: Collection[str]) -> Content:
    if head.id in folder.unavailable:
        return plain("unavailable").stylize("$pushy")
    done = standing.scenarios.get(head.id)
    if head.id in begun:
        return plain("begun").stylize("$quiet")
    if done and done.finished:
        return plain(sentences.standing_words(done)).stylize("$assertive")
    return plain(f"{head.minutes} min" if head.minutes else "").stylize("$soft")
