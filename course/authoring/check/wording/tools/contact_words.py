"""What an English text takes for granted of the contacts before it: that there were some, or that there were none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from course.model import Medium
from course.model.record import Record


class Whose(StrEnum):
    """Who speaks to whom in a text."""

    OPTION = "option"
    """It says what the learner would do."""
    TOLD = "told"
    """It is told to the learner."""
    SAID = "said"
    """Somebody says it to them."""


class Kind(StrEnum):
    """What is taken for granted."""

    AGAIN = "again"
    """The learner has been in touch before."""
    SECOND = "second"
    """This is the second time that they are, or a later one."""
    NONE = "none"
    """They have not been in touch."""
    SILENT = "silent"
    """Nothing has come from the others."""


class Claim(Record):
    """One thing that a text takes for granted."""

    words: str
    """The words that say so, as they stand."""
    kind: Kind
    medium: Medium | None = None
    """By which medium; None where that is not said."""


def _words(medium: Medium) -> tuple[str, ...]:
    """The words by which a text speaks of it."""
    match medium:
        case Medium.CALL:
            return "call", "called", "phone", "phoned", "ring", "rang", "rung", "telephone", "telephoned"
        case Medium.EMAIL:
            return "email", "e-mail", "emailed", "e-mailed", "mail"
        case Medium.TEXT_MESSAGE:
            return "text", "texted"
        case Medium.NOTE:
            return "note", "letter", "card"
        case Medium.VOICEMAIL:
            return ("voicemail",)
        case Medium.SILENCE:
            return ()


_OF_WORD = {word: medium for medium in Medium for word in _words(medium)}
_NOW = "call|phone|ring|telephone|e-?mail|text|write|message|ask"
_THEN = "called|phoned|rang|rung|telephoned|e-?mailed|texted|wrote|written|messaged|asked"
_THING = "e-?mail|mail|message|call|note|letter|card|voicemail|text"
_MORE = "again|once more|a second time"
_SOON = r"[^.;:!?,]{0,40}?"
"""Within the same clause, as far as a program can tell."""
_ONE = r"(?= (?:back|her|him|them|to|again|at all|yet)\b|[,.;:!?]|$)"
"""No object follows that would make it another act, as in "You did not write it to be clapped at"."""
_MAYBE = r"(?<!\bif )(?<!\bwhen )(?<!\bbefore )(?<!\buntil )(?<!\bunless )(?<!\bshould )(?<!\bwould )(?<!\bthat )"
"""Not where it only may happen."""

_TO_YOU = (Whose.TOLD, Whose.SAID)
_AGAIN = tuple(_MORE.split("|"))
_PATTERNS: tuple[tuple[Kind, tuple[Whose, ...], frozenset[str], re.Pattern[str]], ...] = tuple(
    (kind, whose, frozenset(signs), re.compile(pattern, re.IGNORECASE))
    for kind, whose, signs, pattern in (
        (Kind.AGAIN, (Whose.OPTION,), _AGAIN, rf"^({_NOW})\b{_SOON}\b(?:{_MORE})\b"),
        (
            Kind.AGAIN,
            (Whose.OPTION,),
            ("second", "third", "fourth", "further"),
            rf"\b(?:a|the|your) (?:second|third|fourth|further) (?:\w+ )?({_THING})\b",
        ),
        (Kind.AGAIN, (Whose.OPTION,), ("another",), rf"\banother ({_THING})\b"),
        (Kind.AGAIN, _TO_YOU, _AGAIN, rf"{_MAYBE}\byou (?:\w+ly )?({_NOW})\b{_SOON}\b(?:{_MORE})\b"),
        (
            Kind.SECOND,
            _TO_YOU,
            (*_AGAIN, "twice"),
            rf"\byou(?:'ve| have|'d| had)? ({_THEN})\b{_SOON}\b(?:{_MORE}|twice)\b",
        ),
        (Kind.SECOND, _TO_YOU, ("your ",), rf"\byour (?:second|third|fourth|other) (?:\w+ )?({_THING})\b"),
        (
            Kind.NONE,
            _TO_YOU,
            (" not", "n't", "n’t"),
            rf"\byou (?:still )?(?:have|had)(?: not|n't|n’t)(?: yet)? ({_THEN}|been in touch)\b{_ONE}",
        ),
        (
            Kind.NONE,
            _TO_YOU,
            ("never",),
            rf"\byou(?:'ve|’ve|'d| have| had)? never ({_THEN}|been in touch)\b{_ONE}",
        ),
        (
            Kind.NONE,
            _TO_YOU,
            ("didn't", "didn’t", "did not"),
            rf"\byou (?:still )?(?:didn't|didn’t|did not) ({_NOW}|get in touch)\b{_ONE}",
        ),
        (
            Kind.NONE,
            _TO_YOU,
            ("from you",),
            r"\b(?:nothing|not a word|not one word|no word|not a line) from you\b",
        ),
        (Kind.NONE, _TO_YOU, ("from you",), rf"\bno ({_THING})s? from you\b"),
        (Kind.SILENT, (Whose.TOLD,), ("no ",), rf"\bno ({_THING}|word)\b(?=[,.;:!?]| and | or |$)"),
    )
)
"""What is taken for granted, in whose words, and by which pattern, which is looked for where one of its signs stands:
in most texts there is none."""
_OF = {each: tuple(pattern for pattern in _PATTERNS if each in pattern[1]) for each in Whose}
_SIGNS = {each: frozenset(sign for _, _, signs, _ in patterns for sign in signs) for each, patterns in _OF.items()}


def claims(text: str, whose: Whose) -> Iterator[Claim]:
    """What the text takes for granted, each once."""
    folded = text.lower()
    there = [sign for sign in _SIGNS[whose] if sign in folded]
    for kind, _, signs, pattern in _OF[whose] if there else ():
        found = None if signs.isdisjoint(there) else pattern.search(text)
        if found is not None:
            word = found[1].lower() if pattern.groups else ""
            yield Claim(found[0], kind, _OF_WORD.get(word))
