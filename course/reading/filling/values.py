"""Values of one short word: ids, numbers, scores, and words out of a few."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from fractions import Fraction
from typing import Any

from course.model import WEEKDAYS, Medium, Side
from course.model.record import replace
from course.reading.filling.fill import EVERY, Filler
from course.reading.filling.unknown import named
from course.reading.format.fields import Field, Id, Language, Number, OneOf, OnLine, Percent, Version, Word
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Findings
from course.reading.problems.suggest import (
    GUIDE,
    LONGEST_ID,
    SWITCHES,
    nearest,
    one_of,
    seen,
    slug,
    typed_twice,
    unseen,
)
from course.reading.yaml.parsing import TEXT, Event, spot
from course.text.clean import clean

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[0-9]{1,9}")
_OTHER_WORDS = {
    "off": ("no", "none", "never", "false", "ignore", "nothing", "0"),
    "on": ("yes", "true", "always", "1"),
    "warn": ("warning", "warnings"),
    "info": ("hint", "information", "note"),
    "error": ("errors", "fail"),
    **{medium.value: medium.traits.other_names for medium in Medium},
}
"""What authors write who know other programs, or another word for it."""
_FEWEST = 2
"""Letters of a word with which another one can be told to begin."""
_LANGUAGES = {
    **{"english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es"},
    **{"español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl"},
    **{"nederlands": "nl", "polish": "pl", "polski": "pl", "russian": "ru", "ukrainian": "uk", "turkish": "tr"},
    **{
        "türkçe": "tr",
        "arabic": "ar",
        "hebrew": "he",
        "persian": "fa",
        "hindi": "hi",
        "japanese": "ja",
        "日本語": "ja",
    },
    **{"chinese": "zh", "中文": "zh", "korean": "ko", "한국어": "ko", "swedish": "sv", "svenska": "sv", "danish": "da"},
    **{"dansk": "da", "norwegian": "nb", "norsk": "nb", "finnish": "fi", "suomi": "fi", "czech": "cs", "greek": "el"},
}
"""The tags of languages that are called by their names."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PERCENT = re.compile(r"([0-9]{1,3}) ?%")


def read_word(filler: Filler, kind: Word, event: Event, field: Field) -> Any:
    """Read any of these kinds."""
    read, wanted, how = KINDS[type(kind)]
    if event[0] is not TEXT:
        filler.wrong_kind(event, field, wanted, how(kind))
        return None
    text = clean(str(event[1])).strip()
    if text:
        return read(kind, text, field, spot(event), filler.findings)
    from course.reading.filling.left_empty import report  # only where something is wrong: not before the first page

    report(spot(event), field, how(kind), filler.findings)
    if field.name == "id":
        filler.lost.add(("option", EVERY))  # no condition is to blame that asks for it
    return None


def check_id(id: str, where: Spot, what: str, findings: Findings) -> str:
    """Report an id that is too long or holds anything but small letters, digits and hyphens; the one that was meant."""
    if len(id) <= LONGEST_ID and _ID.fullmatch(id):
        return id
    why = "is too long for the id" if len(id) > LONGEST_ID else "cannot be the id"
    half = id.partition(":")[0]
    better = slug(half if typed_twice(id, half) else id, words=9)
    mend = f"Use small letters, digits and hyphens, at most {LONGEST_ID} of them{better and f', such as {better}'}."
    meant = findings.instead(where, id, better)
    message = f"{named(id)} {why}{what and f' of a {what}'}."
    if better == seen(id):
        message = f"There is {unseen(id)} in this id."
    findings.add("bad-id", where, message, mend, meant=meant)
    return better or id


def _id(_kind: Id, text: str, _field: Field, where: Spot, findings: Findings) -> str:
    return check_id(text, where, "", findings)


def _number(kind: Number, text: str, field: Field, where: Spot, findings: Findings) -> int | None:
    mend = f"Write a whole number from {kind.low} to {kind.high}, in digits."
    if field.name == "day" and _begun(text, WEEKDAYS):
        mend += " The first day is day 0; which day of the week that is, starts-on: says."
    if not _NUMBER.fullmatch(text):
        from course.reading.filling import numbers  # only where something is wrong: not before the first page
        from course.reading.prose.groups import counted

        signed = counted(field.name, text)
        right = numbers.meant(text[len(signed[0]) if signed else 0 :], kind.low, kind.high)
        message = f"{field.called} wants a number, and here is {named(text)}."
        findings.add("wrong-kind", where, message, mend, meant=findings.instead(where, text, right))
        return int(right) if right else None
    number = int(text)
    if field.name == "contacts" and not number:
        from course.reading.filling import conditions  # only where something is wrong: not before the first page

        message, mend, meant = conditions.none_so_far(where, findings)
        findings.add("bad-value", where, message, mend, meant=meant)
        return None
    if not kind.low <= number <= kind.high:
        findings.add("bad-value", where, f"{field.called} cannot be {number}.", mend)
        return None
    return number


def _one_of(kind: OneOf, text: str, field: Field, where: Spot, findings: Findings) -> Any:
    if text in kind.words:
        return kind.words[text]
    meant, message = seen(text), f"There is {unseen(text)} in what stands here."
    if meant not in kind.words:
        meant = _meant(text.lower(), kind.words) or nearest(text, kind.words) or _begun(text, kind.words)
        message = f"{field.called} cannot be {named(text)}."
    mend = f"It is {one_of(kind.words)}, in these letters."
    instead = findings.instead(where, text, meant)
    if SWITCHES.get(text.lower()) == meant and kind.words.keys() == {"on", "off"}:
        message = f"{field.called} is a switch, which is on or off, and here is {named(text)}."
        mend = f"Write {field.name}: {meant}."
        instead = instead and replace(instead, ask=False)  # which of the two is meant, nobody can doubt
    findings.add("bad-value", where, message, mend, meant=instead)
    return None


def _meant(text: str, words: Collection[str]) -> str:
    """Which of the words another one stands for, such as off for no; `""` if it stands for none."""
    return next((word for word, others in _OTHER_WORDS.items() if word in words and text in others), "")


def _begun(text: str, words: Collection[str]) -> str:
    """The one word that a text is the beginning of, such as Monday for Mon; `""` if it may be several, or none."""
    found = [each for each in words if len(text) >= _FEWEST and each.lower().startswith(text.lower().rstrip("."))]
    return found[0] if len(found) == 1 else ""


def _percent(_kind: Percent, text: str, field: Field, where: Spot, findings: Findings) -> Fraction | None:
    match = _PERCENT.fullmatch(text)
    if match and 1 <= int(match[1]) <= 100:
        return Fraction(int(match[1]), 100)
    percent = f"{text}%" if _NUMBER.fullmatch(text) and 1 <= int(text) <= 100 else ""
    meant, mend = findings.instead(where, text, percent), "Write it from 1% to 100%, like 80%."
    findings.add("bad-value", where, f"{field.called} cannot be {named(text)}.", mend, meant=meant)
    return None


def _version(kind: Version, text: str, _field: Field, where: Spot, findings: Findings) -> int | None:
    if not _NUMBER.fullmatch(text):
        message = f"format: is the number of the format, and here is {named(text)}."
        meant = findings.instead(where, text, str(kind.newest)) if text.rstrip(".0") == str(kind.newest) else None
        findings.add("format-version", where, message, f"Write format: {kind.newest}.", meant=meant)
        return None
    number = int(text)
    if number > kind.newest:
        message = f"This course is written in format {number}; this Fine Line reads up to format {kind.newest}."
        findings.add("format-version", where, message, "Install a newer Fine Line to play it.")
    elif number == kind.newest - 1:
        message = f"This course is written in format {number}; in format {kind.newest} some fields have other names."
        mend = f"The new names are in {GUIDE}. Then write format: {kind.newest}."
        findings.add("format-version", where, message, mend)
    elif number < kind.newest:
        findings.add("format-version", where, f"There is no format {number}.", f"Write format: {kind.newest}.")
    return number


def _language(_kind: Language, text: str, field: Field, where: Spot, findings: Findings) -> str | None:
    if _LANGUAGE.fullmatch(text):
        return text
    mend = "Write its short tag, such as en, de or pt-BR."
    hyphened = text.replace("_", "-")
    right = _LANGUAGES.get(text.lower(), hyphened if _LANGUAGE.fullmatch(hyphened) else "")
    meant = findings.instead(where, text, right)
    findings.add("bad-value", where, f"{field.called} cannot be {named(text)}.", mend, meant=meant)
    return None


def read_on_line(filler: Filler, kind: OnLine, event: Event, field: Field) -> Side | None:
    """A place on the line, by the course's own name for it. Where that is not known yet, any will do."""
    if not filler.line:
        filler.skip(event)
        if event[0] is TEXT and event[1].strip():
            filler.places.append((clean(str(event[1])).strip(), spot(event)))
        return Side.OVER
    names = filler.line if kind.middle else (filler.line[0], filler.line[2])
    words = OneOf(dict(zip(names, Side if kind.middle else (Side.UNDER, Side.OVER), strict=True)))
    filler.on_line.append((clean(str(event[1])).strip(), spot(event), kind.middle))
    found = read_word(filler, words, event, field)
    return None if found is None else Side(found)


KINDS: dict[type, tuple[Callable[[Any, str, Field, Spot, Findings], Any], str, Callable[[Any], str]]] = {
    Id: (_id, "an id", lambda _: "Write a short name in small letters and hyphens."),
    Number: (_number, "a number", lambda kind: f"Write one number from {kind.low} to {kind.high}."),
    OneOf: (_one_of, "one word", lambda kind: f"Write {one_of(kind.words)}."),
    Language: (_language, "a language", lambda _: "Write its short tag, such as en, de or pt-BR."),
    Percent: (_percent, "a percentage", lambda _: "Write it like 80%."),
    Version: (_version, "a number", lambda kind: f"Write format: {kind.newest}."),
}
"""How each kind is read from its text, what it wants, and how to write that."""
