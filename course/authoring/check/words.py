"""A course's own words: whether there are such sentences, and whether what they fill in is there to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from course.authoring.check.finding import Found, at
from course.model import Course
from course.reading.files.find import COURSE_FILE
from course.reading.problems.suggest import nearest, one_of
from course.words.catalog import ALWAYS, english, placeholders
from course.words.plurals import forms

_IN_BRACES = re.compile(r"\{[^{}]*\}")
_BRACE = re.compile(r"[{}]")
_OTHER = {"{": "}", "}": "{"}


def find(course: Course) -> Iterator[Found]:
    """Ids that the program knows nothing of, plural forms of the course's language that have no text, and placeholders
    that nothing is filled in for."""
    for name, texts in course.words.items():
        where = at(COURSE_FILE, "words", name)
        sentence = english().get(name)
        if sentence is None:
            meant = nearest(name, english())
            message, mend = f"There is no sentence called {name}.", "fineline words lists what there is."
            yield Found("unknown-sentence", where, message, mend, instead=(name, meant) if meant else None)
            continue
        missing = [each for each in forms(course.language) if each not in texts] if sentence.plural else []
        if missing:
            message = f"{name} depends on a number, and has no text for {one_of(missing)}."
            mend = f"Give it a text under each of these: {', '.join(forms(course.language))}."
            yield Found("missing-plural", where, message, mend)
        there = {*ALWAYS, *(each for text in sentence.texts for each in placeholders(text))}
        there |= {"n"} if sentence.plural else set()
        for strange in sorted({each for text in texts.values() for each in placeholders(text)} - there):
            known = ", ".join(f"{{{each}}}" for each in sorted(there))
            message, meant = f"Nothing is filled in for {{{strange}}} in {name}.", nearest(strange, there)
            text = next(text for text in texts.values() if strange in placeholders(text))
            instead = (text, text.replace(f"{{{strange}}}", f"{{{meant}}}")) if meant else None
            mend = f"Write {{{meant}}}." if meant else f"What there is to fill in: {known}."
            yield Found("unknown-placeholder", where, message, mend, instead=instead)
        for text in texts.values():
            yield from _half_open(name, text, sorted(there))


def _half_open(name: str, text: str, there: Iterable[str]) -> Iterator[Found]:
    """A brace without the other one: learners would see it, and the name that is filled in for."""
    alone = _BRACE.search(_IN_BRACES.sub("", text))
    if alone is None:
        return
    other = _OTHER[alone[0]]
    message = f"A brace is lost in {name}: this {alone[0]} has no {other}, so learners would see it as it stands."
    mend = f"Write {other} too, or take the {alone[0]} out. What there is to fill in: "
    mend += ", ".join(f"{{{each}}}" for each in there) + "."
    better = ""
    for each in there:
        whole, times = re.subn(rf"(?<!{{){each}}}|{{{each}(?![\w}}])", f"{{{each}}}", text)
        if times == 1 and not _BRACE.search(_IN_BRACES.sub("", whole)):
            better, mend = whole, f"Write {{{each}}}."
    instead = (text, better) if better else None
    yield Found("unknown-placeholder", at(COURSE_FILE, "words", name), message, mend, instead=instead)
