"""New courses and new scenarios, written where there was nothing before."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from course.authoring import schema
from course.authoring.new import texts
from course.model import NO_LIMITS, Course, Pair
from course.reading.courses import read_contents
from course.reading.files.find import COURSE_FILE
from course.reading.problems.suggest import nearest, slug
from course.system.files import create
from course.system.paths import expanded, resolved
from course.text.clean import clean
from course.text.shell import typed
from course.words.files import reason

_ENDING = re.compile(r"\.ya?ml$", re.IGNORECASE)
"""Of a file's name, where a title was asked for."""
_SLASH_IN_TITLE = re.compile(r"\s/|/\s")


class NotStarted(Exception):
    """Nothing has been written; the sentence says why, and what to do."""


def new_course(name: str) -> list[Path]:
    """Make a course in a folder of that name, and return what was written. Raises NotStarted."""
    title = ""
    if _SLASH_IN_TITLE.search(name):  # as in "Giving notice / part 2", which is no path
        title = " ".join(clean(name).split())
        name = name.replace("/", " ")
    try:
        path = expanded(name)
        if path.name in ("", ".."):  # as in `fineline new course .`
            path = resolved(path)
        begun = path.is_dir() and not any(path.iterdir())
    except OSError as error:
        raise NotStarted(f"{name} cannot be opened: {reason(error)}.") from None
    short, named = _named(path.name, "course", lambda name: (path.parent / name).exists())
    folder = path if begun else path.parent / short
    try:
        _check_free(folder)
    except OSError as error:
        raise NotStarted(f"{folder} cannot be opened: {reason(error)}.") from None
    files = {
        folder / COURSE_FILE: texts.course_text(short, title or named),
        folder / texts.FIRST_SCENARIO: texts.first_scenario(),
        folder / schema.FILE: schema.as_text(),
    }
    return _written(files)


def new_scenario(
    course_folder: Path, name: str, pair_id: str = "", kind: str = "", *, at: Path | None = None
) -> list[Path]:
    """Write a scenario into a course, and return what was written. Raises NotStarted.

    `kind` names an exercise that it holds beside choices.

    It goes into the pair's folder if a pair is named, else to `at` if that is inside the course, else beside
    course.yaml.
    """
    root = course_folder.resolve()
    contents = read_contents(root)
    if contents.course is None:
        check = typed(["fineline", "check", str(course_folder)])
        raise NotStarted(f"The course in {course_folder} cannot be played. To see what to mend: {check}")
    if kind == "calendar" and contents.course.limits == NO_LIMITS:
        raise NotStarted(
            "A calendar is judged by the limits of its course, and this one has none. Write limits: in its course.yaml "
            "first; `fineline explain no-limits` shows how."
        )
    files_by_id = {head.id: head.file for head in contents.heads}
    name = _ENDING.sub("", name)
    short, title = _named(name, "scenario", lambda name: name in files_by_id or any(root.rglob(f"{name}.yaml")))
    there = files_by_id.get(short)
    if there:
        raise NotStarted(f"There is a scenario called {short} already, in {there}. Give the new one another name.")
    inside = at.resolve() if at and at.resolve().is_relative_to(root) else root
    folder = root / pair_id if pair_id else inside
    if any(part.startswith(".") for part in folder.relative_to(root).parts):
        raise NotStarted("Scenarios in hidden folders are not read. Go to another folder of the course.")
    pair = _pair(contents.course, pair_id, inside.name)
    way = os.path.relpath(root / schema.FILE, folder).replace(os.sep, "/")
    text = texts.scenario_text(contents.course, pair, short, title, way, len(contents.heads), kind)
    files = {folder / f"{short}.yaml": text}
    if not (root / schema.FILE).exists():
        files[root / schema.FILE] = schema.as_text()
    return _written(files)


def _named(name: str, kind: str, taken: Callable[[str], bool]) -> tuple[str, str]:
    """The id and the title that a name stands for; a name may be either. In a script that no id can be made of, the id
    is the next free number."""
    title = " ".join(clean(name).split())
    if not any(map(str.isalnum, title)):
        raise NotStarted("A name needs a few letters or digits. The title can be changed in the file.")
    short = slug(title, words=9) or next(each for each in map(f"{kind}-{{}}".format, count(1)) if not taken(each))
    return short, title.replace("-", " ").capitalize() if title == short else title


def _check_free(folder: Path) -> None:
    outer = next((each for each in resolved(folder).parents if (each / COURSE_FILE).exists()), None)
    if outer:
        raise NotStarted(
            f"{folder} would lie inside the course {outer.name}, which takes every YAML file in it for a scenario of "
            "its own. Go to another folder first."
        )
    if (folder / COURSE_FILE).exists():
        add = typed(["fineline", "new", "scenario", "NAME", "--course", str(folder)])
        raise NotStarted(f"{folder} is a course already. To add a scenario to it: {add}")
    if folder.is_dir() and any(folder.iterdir()):
        raise NotStarted(f"{folder} is there already, and other files lie in it. Give the course another name.")
    if folder.exists() and not folder.is_dir():
        raise NotStarted(f"{folder} is there already, and is no folder. Give the course another name.")


def _pair(course: Course, named: str, folder: str) -> Pair:
    """The pair that was named, or the one whose folder this is, or the first."""
    ids = [pair.id for pair in course.pairs]
    if named and named not in ids:
        meant = nearest(named, ids)
        hint = f" Did you mean {meant}?" if meant else ""
        raise NotStarted(f'There is no pair "{named}".{hint} There is: {", ".join(ids)}.')
    return course.pair(named or folder) or course.pairs[0]


def _written(files: dict[Path, str]) -> list[Path]:
    """Write files that are not there yet; all of them, or none. The first comes last, since with it the rest counts."""
    done: list[Path] = []
    made: list[Path] = []
    try:
        for file, text in reversed(files.items()):
            for folder in reversed([each for each in (file.parent, *file.parent.parents) if not each.exists()]):
                folder.mkdir()
                made.append(folder)
            create(file, text)
            done.append(file)
    except OSError as error:
        with suppress(OSError):
            for each in done:
                each.unlink()
            for folder in reversed(made):
                folder.rmdir()
        if isinstance(error, FileExistsError):
            raise NotStarted(f"{error.filename} is there already. Give the new one another name.") from None
        raise NotStarted(f"{error.filename or 'The file'} cannot be written: {reason(error)}.") from None
    return list(files)
