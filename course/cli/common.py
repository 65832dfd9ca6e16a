"""What several commands need: which course, its folder, and the journal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.exit_status import CouldNotRun
from course.reading.files.find import COURSE_FILE, CourseNotFound, find_course
from course.system.printing import warn
from course.visit.course_folder import CourseBroken, CourseFolder
from course.words import say, speak_for

if TYPE_CHECKING:
    from course.journal import Journal

_PATIENCE = 30.0
"""Seconds for which an old journal may be brought up to date."""
_MOMENT = 0.8
"""Seconds that nobody minds."""


def find(course: str | None) -> Path:
    """The course folder at a path; without one, the course in whose folder one stands, or else the shipped one.
    Raises CouldNotRun."""
    try:
        return find_course(Path(course)) if course else around() or find_course()
    except CourseNotFound as problem:
        raise CouldNotRun(str(problem)) from None


def around() -> Path | None:
    """The course in whose folder one stands, if any."""
    try:
        here = Path.cwd()
        return next((folder for folder in (here, *here.parents) if (folder / COURSE_FILE).is_file()), None)
    except OSError:  # a folder that is gone, or that may not be looked into
        return None


def open_folder(course: str | None) -> CourseFolder:
    """The course's table of contents. Raises CouldNotRun."""
    return open_at(find(course), course)


def open_at(path: Path, course: str | None) -> CourseFolder:
    """The table of contents of the course in a folder, which goes by the name `course`. Raises CouldNotRun."""
    try:
        folder = CourseFolder(path)
    except CourseBroken:
        raise broken(course) from None
    speak_for(folder.course)
    return folder


@contextmanager
def open_journal(
    learner: str, folder: CourseFolder | None = None, *, needed: bool = True, anew: bool = False
) -> Iterator[Journal]:
    """The learner's journal, in the ids that the course in the folder has now; what it has to tell goes to standard
    error. Raises CouldNotRun when it cannot be read; where it is not `needed`, that is told as well, and it seems
    empty. One that was begun `anew` because the one before was damaged may do as well as any."""
    from course.journal import SqliteJournal
    from course.system import paths
    from course.visit import journal_words

    journal = SqliteJournal(paths.journal_file(), learner)
    if folder is not None:
        journal.follow(folder.course, folder.heads)
    try:
        with waiting(journal):
            ready = journal.wait(_PATIENCE).ready
        if not ready:
            raise CouldNotRun(say("command.journal-unread"))
        found = journal.keeping
        unread = "" if anew and found.damaged and not found.trouble else journal_words.unread(found)
        if unread and needed:
            raise CouldNotRun(unread)
        if unread:
            _tell(journal)
            warn(unread)
        yield journal
    finally:
        with waiting(journal):
            lost = journal_words.lost(journal.close())
        _tell(journal)
        if lost:
            warn(lost)


def _tell(journal: Journal) -> None:
    """What has happened to it, each once."""
    from course.visit import journal_words

    for notice in journal.take_notices():
        warn(journal_words.notice(notice))


@contextmanager
def waiting(journal: Journal) -> Iterator[None]:
    """While the journal is busy here: once that takes longer than a moment, it is said what is waited for."""
    from threading import Timer

    from course.visit import journal_words

    timer = Timer(_MOMENT, lambda: warn(journal_words.waited_for(journal.keeping)))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def broken(course: str | None) -> CouldNotRun:
    """What to raise for a course that cannot be played."""
    return CouldNotRun(say("command.course-broken", command=check_command(course)))


def check_command(course: str | None) -> str:
    """The command line that shows what is wrong with a course."""
    from course.text.shell import typed

    return typed(["fineline", "check", *([course] if course else [])])


def wanted_scenarios(folder: CourseFolder, asked: str | None) -> list[str]:
    """For authors: the id of the scenario that was asked for, or of every one. Raises CouldNotRun."""
    ids = [head.id for head in folder.heads]
    if not ids:
        raise none_yet(folder.course.title)
    if asked is not None and asked not in ids:
        raise no_scenario(folder, asked)
    return [asked] if asked else ids


def none_yet(title: str) -> CouldNotRun:
    """What to raise for a course that an author has only begun."""
    return CouldNotRun(f"There is no scenario in {title} yet. fineline new scenario NAME begins one.")


def no_scenario(folder: CourseFolder, asked: str) -> CouldNotRun:
    """What to raise for a scenario that is not there. Where the course is not the one that came along, it is named:
    it may not be the one that was meant."""
    from course.visit.command_line import of_course

    known = [head.id for head in folder.heads if head.id != folder.course.companion]
    bare = asked.rpartition(".")[0] if asked.endswith((".yml", ".yaml")) else ""  # as its file is called
    meant = bare if bare in known else _by_title(folder, asked)
    if not of_course(folder.path):
        return unknown(say("command.no-scenario", asked=asked), asked, known, meant)
    inside = say("command.no-scenario-in", asked=asked, title=folder.course.title, folder=folder.path)
    return unknown(inside, asked, known, meant)


def scenario_like(folder: CourseFolder, asked: str) -> str:
    """The id of the scenario that was probably meant, or `""`; the companion is none."""
    from course.reading.problems.suggest import nearest

    known = [head.id for head in folder.heads if head.id not in (folder.course.companion, *folder.unavailable)]
    meant = asked if asked in known else _by_title(folder, asked) or nearest(asked, known)
    return meant if meant in known else ""


def _by_title(folder: CourseFolder, asked: str) -> str:
    """The id of the scenario whose title that nearly is, or whose id is the only one with those words in it."""
    from course.reading.problems.suggest import nearest, slug

    word, titles = slug(asked), {slug(head.title): head.id for head in folder.heads}
    if found := titles.get(nearest(word, titles)):
        return found
    alike = [head.id for head in folder.heads if word and f"-{word}-" in f"-{head.id}-"]
    return alike[0] if len(alike) == 1 else ""


def unknown(problem: str, asked: str, known: Sequence[str], meant: str = "") -> CouldNotRun:
    """What to raise for something that is not there: it says so, what was probably meant, and what there is."""
    from course.reading.problems.suggest import nearest

    meant = meant or nearest(asked, known)
    hint = say("command.did-you-mean", meant=meant) if meant else ""
    there_is = say("command.there-is", known=", ".join(known)) if known else say("command.no-scenarios")
    return CouldNotRun(" ".join(filter(None, (problem, hint, there_is))))
