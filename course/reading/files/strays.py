"""Files that look as if they were meant for the course and are not read: copies, those of another ending, and another
course inside it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from course.reading.files.copies import original
from course.reading.files.find import COURSE_FILE
from course.reading.problems.codes import Level
from course.reading.problems.problem import Place, Problem
from course.text.clean import clean

CODE = "stray-file"
_OTHER_ENDING = re.compile(r"(?P<name>.+\.ya?ml)\.(?:txt|text|docx?|rtf|odt|html?|pdf|md)", re.IGNORECASE)
"""What an editor or a mail program puts behind a name."""
_OFFICE = {".docx": "word/document.xml", ".odt": "content.xml"}
"""What word processors save, and where in it the text stands."""
_ENDLESS = re.compile(r"[\W_]ya?ml$|\.+$", re.IGNORECASE)
"""What is at the end of a name in the place of .yaml."""
_TEXTS = ("", ".txt", ".text", ".md", ".rtf", ".json")
_SEALED = (".doc", ".pages")
"""What word processors save, and nobody else can look into."""
_PARAGRAPH = re.compile(rb"<(?=(?:w|text):p[ >])")
_TAGS = re.compile(rb"<[^>]*>")
_SCENES = re.compile(rb"(?:^|[\n\r>{} ])[\"']?(?:scenes|choices)[\"']? ?:")
"""What stands in every scenario, and hardly in a note."""
_LARGEST = 1_000_000
_DEEPEST = 6
_MOST = 50


def strays(folder: Path, *, alone: bool) -> Iterator[Problem]:
    """Every such file, once; an error if no scenario is there besides them (`alone`)."""
    for number, (file, message, mend) in enumerate(_found(folder, "", 0)):
        if number < _MOST:
            place = Place(clean(file).replace("\n", " "), 1, 1)
            given = Level.ERROR if alone else None
            yield Problem(CODE, place, clean(message), clean(mend), given=given)


def _found(folder: Path, prefix: str, depth: int) -> Iterator[tuple[str, str, str]]:
    """The path of each, what is the matter with it, and what to do."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    names = {entry.name for entry in entries}
    if prefix and COURSE_FILE in names:
        message = f"With this file, the folder {prefix[:-1]} is a course of its own, so nothing in it is read here."
        yield prefix + COURSE_FILE, message, "Move the folder out of this course, or delete it if it is not needed."
        return
    for entry in entries:
        name = entry.name
        if name.startswith((".", "~$")):
            continue
        if entry.is_dir() and not entry.is_symlink():
            if depth < _DEEPEST:
                yield from _found(entry, f"{prefix}{name}/", depth + 1)
        elif found := original(entry, names):
            message = f"This is a copy of {found}, as sync clients and file managers make them. Learners get {found}."
            yield prefix + name, message, f"Take over into {found} what you want to keep, and delete the copy."
        elif (match := _OTHER_ENDING.fullmatch(name)) is not None:
            message = f"This file is not read: its name does not end in .yaml but in {entry.suffix}."
            mend = f"Save it as plain text, and call it {match['name']}."
            if match["name"] in names:
                mend = f"There is {match['name']} beside it, which is read; delete this one if it is not needed."
            yield prefix + name, message, mend
        elif (meant := f"{_ENDLESS.sub('', entry.stem)}.yaml") not in names and _holds_scenes(entry):
            what = f"does not end in .yaml but in {entry.suffix}" if entry.suffix else "does not end in .yaml"
            yield (
                prefix + name,
                f"This file is not read: its name {what}.",
                f"Save it as plain text, and call it {meant}.",
            )


def _holds_scenes(file: Path) -> bool:
    """Whether it reads like a scenario that an editor has saved in its own way."""
    ending = file.suffix.lower()
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return False
        if ending in _SEALED:
            return True
        if ending in _TEXTS:
            data = file.read_bytes()
            return bool(_SCENES.search(data)) and b'"$schema"' not in data
        if ending in _OFFICE:
            from zipfile import BadZipFile, ZipFile  # hardly ever needed

            try:
                with ZipFile(file) as packed, packed.open(_OFFICE[ending]) as text:
                    data = text.read(_LARGEST)
                    return bool(_SCENES.search(data) or _SCENES.search(_TAGS.sub(b"", _PARAGRAPH.sub(b"\n<", data))))
            except BadZipFile:  # a text that somebody gave this ending
                return bool(_SCENES.search(file.read_bytes()))
            except (KeyError, NotImplementedError, RuntimeError, EOFError, zlib.error):
                return False
    except OSError:
        pass
    return False
