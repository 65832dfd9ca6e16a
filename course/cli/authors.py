"""What authors' commands need: the course to work on, which is never the one that came along unless it is named."""

from __future__ import annotations

import os
from pathlib import Path

from course.cli.common import check_command, find, open_at
from course.cli.exit_status import CouldNotRun
from course.reading.courses import read_contents
from course.reading.files.find import COURSE_FILE, CourseNotFound, NothingLikeIt, find_course
from course.reading.problems.suggest import nearest
from course.system.paths import expanded
from course.visit.course_folder import CourseFolder


def own_course(named: str | None, how: str, *, writes: bool = False) -> Path:
    """The folder of the course that was named, or else of the one in which the author stands. `how` is the command
    line that names one, for whoever stands in none; to a command that `writes`, the one that came along is not
    offered. Raises CouldNotRun."""
    if named:
        return find(file_meant(named))
    try:
        return find_course(here())
    except NothingLikeIt as problem:
        here_is_none = f"This command is for whoever writes a course. {problem}"
        raise CouldNotRun(f"{here_is_none} To name one: {how}{'' if writes else _came_along()}") from None
    except CourseNotFound as problem:
        raise CouldNotRun(str(problem)) from None


def open_own(named: str | None, how: str) -> CourseFolder:
    """The table of contents of that course. Raises CouldNotRun."""
    return open_at(own_course(named, how), named)


def here() -> Path:
    """The folder one stands in. Raises CouldNotRun."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise CouldNotRun("The folder that you are in is no longer there. Go to another one first.") from None


def file_meant(named: str) -> str:
    """A path as it was named; or where there is nothing, and a scenario of the course one stands in has that id, the
    path of its file. Raises CouldNotRun."""
    if not _may_be_id(named):
        return named
    try:
        folder = find_course(here())
    except CourseNotFound:
        return named
    files = {head.id: head.file for head in read_contents(folder).heads}
    if named in files:
        return str(folder / files[named])
    meant = nearest(named, files)
    hint = f" Did you mean {meant}?" if meant else ""
    raise CouldNotRun(f"There is nothing at {named}, and no scenario of that id in the course {folder.name}.{hint}")


def scenario_meant(course: str | None, scenario: str | None) -> tuple[str | None, str | None]:
    """The course and the scenario's id that were asked for, where a scenario may also be named by its file."""
    if not scenario or _may_be_id(scenario) or not expanded(scenario).is_file():
        return course, scenario
    folder = find(course or scenario)
    file = expanded(scenario).resolve()
    ids = (head.id for head in read_contents(folder).heads if (folder / head.file).resolve() == file)
    return course or scenario, next(ids, scenario)


def unavailable(said: str, why: str, course: str | None) -> str:
    """That there is nothing of a scenario, which has a problem: the first cause, and how to see how to mend it."""
    return f"fineline: {said}: {why} To see how to mend it: {check_command(course)}"


def file_in(folder: Path, named: str | None) -> str:
    """The scenario's file that was named, relative to its course; `""` where the course itself was meant."""
    if not named:
        return ""
    path = expanded(file_meant(named)).resolve()
    if not path.is_file() or path.name == COURSE_FILE:
        return ""
    try:
        return path.relative_to(folder.resolve()).as_posix()
    except ValueError:  # a link that leads out of the course
        return ""


def either_meant(course: str | None, named: str | None) -> tuple[str | None, str | None]:
    """The course and the scenario's id that were asked for, where one word may name either."""
    found, scenario = scenario_meant(course, named)
    if scenario and not course and (scenario == found or not (found or _may_be_id(scenario))):
        return scenario, None
    return found, scenario


def from_here(path: Path) -> str:
    """The path as seen from here, where that is not a longer way."""
    try:
        way = os.path.relpath(path)
    except (ValueError, OSError):  # on another drive, or from nowhere
        return str(path)
    return way if len(way) <= len(str(path.resolve())) else str(path.resolve())


def _may_be_id(named: str) -> bool:
    return bool(named) and "." not in named and "/" not in named and os.sep not in named and not Path(named).exists()


def _came_along() -> str:
    try:
        return f" (the course that came along is {find_course()})"
    except CourseNotFound:
        return ""
