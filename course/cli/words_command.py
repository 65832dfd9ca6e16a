"""`fineline words`: every sentence that learners read, under the id by which a course says it in words of its own."""

from __future__ import annotations

import argparse
import json
import textwrap
from collections.abc import Iterator

from course.cli.authors import open_own
from course.cli.parser import NAMED, refused_option
from course.model import Course, Wording
from course.system.printing import put
from course.text.isolates import closed_lines
from course.words.catalog import Sentence, english
from course.words.plurals import forms

_WIDTH = 96


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    refused_option(parser, "--course", NAMED)
    parser.add_argument("course", nargs="?", metavar="COURSE", help="the course's folder, if not the one you stand in")
    parser.add_argument(
        "--missing",
        action="store_true",
        help="what the course does not say in its own words yet, to go into its course.yaml",
    )


def run(options: argparse.Namespace) -> int:
    """List the sentences, with where each shows and what it says in this course."""
    course = open_own(options.course, "fineline words COURSE").course
    for line in _to_translate(course) if options.missing else _listed(course):
        put(line)
    return 0


def _to_translate(course: Course) -> Iterator[str]:
    """What the course does not say yet, as it goes into its course.yaml; for each plural form that its language has."""
    missing = [each for each in english().values() if each.id not in course.words and any(each.texts)]
    if missing and not course.words:
        yield "words:"
    for sentence in missing:
        yield f"  # {sentence.where}"
        if not sentence.plural:
            yield f"  {sentence.id}: {_quoted(sentence.texts[0])}"
            continue
        yield f"  {sentence.id}:"
        for form in forms(course.language):
            yield f"    {form}: {_quoted(sentence.texts[form != 'one'])}"


def _quoted(text: str) -> str:
    """As YAML takes it for a text, on one line, whatever stands in it."""
    return json.dumps(text, ensure_ascii=False)


def _listed(course: Course) -> Iterator[str]:
    for sentence in english().values():
        own = course.words.get(sentence.id)
        yield f"{sentence.id}:{'' if own is None else ' (its own)'}"
        yield from _texts(sentence, own)
        yield f"    # {sentence.where}"


def _texts(sentence: Sentence, own: Wording | None) -> Iterator[str]:
    """As course.yaml would have it."""
    forms = dict(zip(("one", "other"), sentence.texts, strict=True)) if sentence.plural else {"": sentence.texts[0]}
    for form, text in (forms if own is None else own).items():
        label = f"{form}: " if form and (sentence.plural or len(own or ()) > 1) else ""
        yield from closed_lines(
            textwrap.wrap(f"{label}{text}", _WIDTH, initial_indent="    ", subsequent_indent="      ")
        )
