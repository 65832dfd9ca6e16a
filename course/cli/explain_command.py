"""`fineline explain`: what a code means, why it matters, and an example of it wrong and mended."""

from __future__ import annotations

import argparse
import re
import textwrap

from course.authoring.explain import Entry, entries, entry, on_line
from course.cli.common import around
from course.cli.exit_status import FINE, CouldNotRun
from course.cli.parser import ALIKE, refused_option
from course.model import Line
from course.reading.problems.codes import CODES, GROUPS, Code
from course.reading.problems.suggest import nearest, one_of
from course.system.printing import put

_WIDTH = 78
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Letters of a word by which something can be found."""
_MOST = 8
"""Codes that are still a hint, and no list."""
_FIX = {
    "writes": "fineline fix writes what was meant, where that is sure.",
    "asks": "Where it is likely what was meant, fineline fix asks you, and writes it if you say so.",
    "": "",
}
"""What `fineline fix` does about it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("code", nargs="*", metavar="CODE", help="the code in brackets after a problem; without it, all")
    refused_option(parser, "--course", ALIKE)


def run(options: argparse.Namespace) -> int:
    """Print one entry, or the list of all codes. Raises CouldNotRun."""
    if not options.code:
        _list()
        return FINE
    asked = " ".join(options.code)
    code = CODES.get("-".join(_LETTERS.findall(asked.lower())))
    found = entry(code.id) if code else None
    if code is None or found is None:
        raise CouldNotRun(f'There is no code "{asked}".{_hint(asked)} To see them all: fineline explain')
    line = _line()
    _explain(code, on_line(found, line) if line else found)
    return FINE


def _hint(asked: str) -> str:
    """The code that may be meant, or those that have to do with one of these words."""
    words = _LETTERS.findall(asked.lower())
    if meant := nearest("-".join(words), CODES):
        return f" Did you mean {meant}?"
    told = {code.id: _LETTERS.findall(f"{code.id} {code.title.lower()}") for code in CODES.values() if entry(code.id)}
    stems = [word.removesuffix("s") for word in words if len(word) >= _SHORTEST]
    about = [each for each, said in told.items() if any(word.startswith(stem) for stem in stems for word in said)]
    return f" Perhaps {one_of(about)}." if 0 < len(about) <= _MOST else ""


def _line() -> Line | None:
    """The line of the course in whose folder one stands, if it is one that can be read."""
    from course.reading.courses import read_contents

    folder = around()
    course = read_contents(folder).course if folder else None
    return course.line if course else None


def _list() -> None:
    width = max(len(code) for code in CODES)
    known = {each.code for each in entries()}
    for heading, codes in GROUPS.items():
        put(f"{heading}\n")
        for code in codes:
            if code.id in known:
                put(f"  {code.id:<{width}}  {code.title}")
        put()
    put("To read more of one: fineline explain CODE")


def _explain(code: Code, found: Entry) -> None:
    put(f"{code.title}\n{code.id}, {_level(code)}\n")
    for paragraph in filter(None, (found.means, found.matters, _FIX[code.fix])):
        put(textwrap.fill(paragraph, _WIDTH) + "\n")
    mended = f"Mended, in {found.mended_in}" if found.mended_in else "Mended"
    for heading, lines in (("Wrong", found.wrong.lines), (mended, found.mended)):
        put(f"{heading}:\n")
        put(textwrap.indent(lines.expandtabs(8), "    "))


def _level(code: Code) -> str:
    words = {"error": "an error: it has to be mended", "warn": "a warning", "info": "a hint"}[code.level]
    return f"{words}; checks: in course.yaml can change that" if code.checked else words
