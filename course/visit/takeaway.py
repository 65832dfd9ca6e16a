"""The takeaway of one learner: gathered from what is kept, with the if-then card that they chose or wrote, and saved
where they say."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Literal

from course.journal.records import Past
from course.model.record import replace
from course.progress.takeaway.cards import LONGEST
from course.progress.takeaway.gather import Takeaway, gather
from course.system import paths
from course.system.files import NotWritten, save_over
from course.text.clean import one_line
from course.visit.course_folder import CourseFolder
from course.visit.settings import Settings
from course.visit.visit import Visit
from course.words.files import KNOWN, Form

Ending = Literal["html", "md"]
_NO_NAME = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
"""What some systems allow in no file's name."""


def takeaway(visit: Visit) -> Takeaway:
    """The page as it stands now."""
    past, day = visit.journal.past(visit.course.id), visit.journal.now().date()
    return of(visit.folder, past, visit.settings, day, visit.called)


def of(folder: CourseFolder, past: Past, settings: Settings, day: date, learner: str) -> Takeaway:
    """The page, from what a journal and settings hold."""
    course, ids = folder.course, [head.id for head in folder.scenarios]
    chosen = settings.cards.get(course.id, "")
    return gather(course, ids, past, folder.open, day, learner, folder.twins_in(past), chosen)


def choose(visit: Visit, card: str) -> None:
    """Put this card on the page from now on; `""` for the one that is needed most."""
    cards = {name: each for name, each in visit.settings.cards.items() if name != visit.course.id}
    card = one_line(card, LONGEST)
    visit.remember(replace(visit.settings, cards={**cards, visit.course.id: card} if card else cards))


def usual_file(page: Takeaway, form: Ending) -> Path:
    """Where it is saved unless the learner says otherwise: among their documents, under the course's name."""
    name = " ".join(_NO_NAME.sub(" ", f"{page.course.title} {page.learner}").split()).strip(".")
    return paths.for_documents() / f"{name or 'takeaway'}.{form}"


def file_meant(typed: str, usual: Path) -> Path:
    """The file that a learner means by what they type: beside the usual one where they give a name alone, under its
    name where they give a folder, and with its ending where they give none. Raises NoHome; NotWritten where the ending
    is that of another kind of file."""
    path = usual.parent / paths.expanded(typed)
    with suppress(OSError):  # a name that is too long is no folder's, and whoever writes there says so
        if path.is_dir():
            return path / usual.name
    ending = path.suffix.lower()
    if ending in KNOWN - {*Form.HTML.value, *Form.MARKDOWN.value}:
        raise NotWritten("no-page", ending=ending, better=path.with_suffix(usual.suffix).name)
    none = path.name and (not ending or ending[1:].isdigit())
    return path.with_name(path.name + usual.suffix) if none else path


def save(page: Takeaway, file: Path) -> None:
    """Write it: as Markdown where the name ends as a text's does, else as a web page. Raises NotWritten."""
    from course.progress.takeaway.html import html
    from course.progress.takeaway.markdown import markdown

    save_over(file, markdown(page) if is_text(file) else html(page))


def is_text(file: Path) -> bool:
    """Whether it is saved as text under that name, and not as a page for a browser."""
    return file.suffix.lower() in Form.MARKDOWN.value
