"""The catalog: every sentence that is said to a learner, by its id, in the form that translators' tools know (`.po`).

    #. where it shows
    msgid "practice.offer"
    msgid_plural "practice.offer"
    msgstr[0] "Practice, if you like: {n} rule that you missed"
    msgstr[1] "Practice, if you like: {n} rules that you missed"

A sentence in braces holds what is filled in. Where it depends on a number, `n`, there is one text for each plural form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from course.model.record import Record

_ENTRY = re.compile(
    r'^((?:#.*\n)*)msgid "([^"]+)"\n(msgid_plural "[^"]*"\n)?((?:msgstr.*\n(?:".*"\n)*)+)', re.MULTILINE
)
_TEXT = re.compile(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', re.MULTILINE)
_STRING = re.compile(r'^"(.*)"$', re.MULTILINE)
ALWAYS = ("under", "right", "over", "Under", "Right", "Over", "scenario", "scenarios", "Scenario", "Scenarios")
"""What may stand in every sentence: the course's names of the places on its line, and its word for scenarios."""
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}", re.IGNORECASE)
_AND_STOP = re.compile(rf"{_PLACEHOLDER.pattern}(\.(?=\s|$))?", re.IGNORECASE)
_ENDS = (".", "?", "!", "…", "。", "？", "！")


class Sentence(Record):
    """One sentence of the catalog."""

    id: str
    texts: tuple[str, ...]
    """One, or one for each plural form in the catalog's order."""
    plural: bool
    where: str
    """Where it shows."""


@cache
def english() -> Mapping[str, Sentence]:
    """The catalog that everything is said from, unless a course says it in words of its own."""
    return read(Path(__file__).with_name("en.po").read_text(encoding="utf-8"))


def read(text: str) -> Mapping[str, Sentence]:
    """The messages of a catalog by their ids."""
    found = {}
    for comments, name, plural, texts in _ENTRY.findall(text):
        where = " ".join(line[2:].strip() for line in comments.splitlines() if line.startswith("#."))
        strings = tuple("".join(map(_string, _STRING.findall(each))) for each in _TEXT.findall(texts))
        found[name] = Sentence(name, strings, bool(plural), where)
    return found


def placeholders(text: str) -> set[str]:
    """What is filled in in a text."""
    return set(_PLACEHOLDER.findall(text))


def fill(text: str, values: Mapping[str, object]) -> str:
    """The text with everything filled in; a placeholder of no such name stays as it is. What is filled in and ends as a
    sentence does, like a title that asks something, gets no period besides."""

    def filled(match: re.Match[str]) -> str:
        value = str(values.get(match[1], match[0]))
        stop = match[2] or ""
        return value if stop and value.rstrip("\"'”’»)").endswith(_ENDS) else value + stop

    return _AND_STOP.sub(filled, text)


def _string(escaped: str) -> str:
    return msgspec.json.decode(f'"{escaped}"', type=str) if "\\" in escaped else escaped
