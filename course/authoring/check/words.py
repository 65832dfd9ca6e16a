"""A course's own words: whether there are such sentences, and whether what they fill in is there to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.check.finding import Found, at
from course.model import Course
from course.reading.files.find import COURSE_FILE
from course.reading.problems.suggest import nearest
from course.words.catalog import ALWAYS, english, placeholders
from course.words.plurals import form


def find(course: Course) -> Iterator[Found]:
    """Ids that the program knows nothing of, and placeholders that nothing is filled in for."""
    for name, forms in course.words.items():
        where = at(COURSE_FILE, "words", name)
        sentence = english().get(name)
        if sentence is None:
            meant = nearest(name, english())
            mend = f"Did you mean {meant}?" if meant else "fineline words lists what there is."
            yield Found("unknown-sentence", where, f"There is no sentence called {name}.", mend)
            continue
        if sentence.plural and form(course.language, 1) not in (*forms, "other"):
            mend = "Write one: and other: under it, each with its text."
            yield Found("missing-plural", where, f"{name} depends on a number, and has one text for all.", mend)
        there = {*ALWAYS, *(each for text in sentence.texts for each in placeholders(text))}
        there |= {"n"} if sentence.plural else set()
        for strange in sorted({each for text in forms.values() for each in placeholders(text)} - there):
            known = ", ".join(f"{{{each}}}" for each in sorted(there))
            message = f"Nothing is filled in for {{{strange}}} in {name}."
            yield Found("unknown-placeholder", where, message, f"What there is to fill in: {known}.")
