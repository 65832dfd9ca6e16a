"""Fields and the kinds of value they take: how one value is read from events, with its problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from yaml.events import Event, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from course.model import Spot
from course.reading.clean import UNSAFE, clean
from course.reading.events import Cursor, name_of, spot
from course.reading.problems import Findings
from course.reading.suggest import LONGEST_ID, nearest, one_of, slug

FAILED: Final = object()
"""Stands for a value that could not be read; its problem has been reported."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Values = dict[str, Any]
Spots = dict[str, Spot]
Build = Callable[[Values, Spots, Findings], Any]


class Kind(Protocol):
    """What a field may hold."""

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:
        """The value that `event` begins, or FAILED. `name` is the field's, and `spots` its record's."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field an author may write."""

    name: str
    """As in YAML."""
    kind: Kind
    about: str
    """What it is, in a few words for the guide."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A text, cleaned. Whatever YAML would make of it (a date, a number, a yes), it stays a text."""

    may_be_empty: bool = False

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:  # noqa: ARG002
        if not isinstance(event, ScalarEvent):
            return _wrong_kind(cursor, event, name, "a text")
        text = event.value
        if UNSAFE.search(text):
            message = f"The text of {name} holds an invisible control character. It is left out."
            cursor.findings.add("control-character", spot(event), message, "Delete it: retype this part of the text.")
        text = clean(text).strip("\n")
        if not self.may_be_empty and not text.strip():
            cursor.findings.add(
                "empty", spot(event), f"{name} is empty.", f"Write something after {name}, or take it out."
            )
            return FAILED
        return text


@dataclass(frozen=True, slots=True)
class Id:
    """A short name in small letters, digits and hyphens."""

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:
        text = Text().read(cursor, event, spots, name)
        return text if text is FAILED else check_id(text, spot(event), cursor.findings)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:
        text = Text().read(cursor, event, spots, name)
        if text is FAILED or text in self.words:
            return text
        lowered = {word.lower(): word for word in self.words}
        meant = lowered.get(nearest(text, lowered), "")
        message = f'{name} cannot be "{_short(text)}".'
        cursor.findings.add("bad-value", spot(event), message, f"Write {one_of(self.words)}.", meant=meant)
        return FAILED


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number."""

    low: int
    high: int

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:
        text = Text().read(cursor, event, spots, name)
        if text is FAILED:
            return FAILED
        if text.isascii() and text.isdigit() and len(text) < 9 and self.low <= int(text) <= self.high:
            return int(text)
        message = f'{name} must be a whole number from {self.low} to {self.high}, not "{_short(text)}".'
        digits = re.search(r"\d{1,8}", text)
        meant = digits[0] if digits and self.low <= int(digits[0]) <= self.high else ""
        cursor.findings.add("bad-value", spot(event), message, "Write the number alone, in digits.", meant=meant)
        return FAILED


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage, like 80%; read as a whole number from 1 to 100."""

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:
        text = Text().read(cursor, event, spots, name)
        if text is FAILED:
            return FAILED
        match = re.fullmatch(r"(\d{1,3})\s*%?", text)
        if match and 1 <= int(match[1]) <= 100:
            return int(match[1])
        message = f'{name} must be a percentage from 1% to 100%, not "{_short(text)}".'
        cursor.findings.add("bad-value", spot(event), message, "Write it like 80%.")
        return FAILED


@dataclass(frozen=True, slots=True)
class Several:
    """One value of a kind, or a list of them; read as a tuple. Each has a spot of its own, `name/0` and on."""

    kind: Kind

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:
        values = []
        if not isinstance(event, SequenceStartEvent):
            spots[f"{name}/0"] = spot(event)
            values.append(self.kind.read(cursor, event, spots, name))
        else:
            while not isinstance(item := cursor.next(), SequenceEndEvent):
                spots[f"{name}/{len(values)}"] = spot(item)
                values.append(self.kind.read(cursor, item, spots, name))
        return FAILED if any(value is FAILED for value in values) else tuple(values)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of records, read as a tuple; those that could not be read are left out, and so is the list then."""

    record: Record
    least: int
    most: int

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:  # noqa: ARG002
        if not isinstance(event, SequenceStartEvent):
            return _wrong_kind(cursor, event, name, "a list, each item after a hyphen")
        values, count = [], 0
        while not isinstance(item := cursor.next(), SequenceEndEvent):
            count += 1
            if count > self.most:
                cursor.skip(item)
            else:
                values.append(self.record.read(cursor, item, {}, self.record.noun))
        if not self.least <= count <= self.most:
            message = f"{name} has {count}; it takes {self.least} to {self.most}."
            mend = "Take some out." if count > self.most else "Add another."
            cursor.findings.add("wrong-count", spot(event), message, mend)
            return FAILED
        return FAILED if any(value is FAILED for value in values) else tuple(values)


@dataclass(frozen=True, slots=True)
class MapOf:
    """Records under their ids, read as a dict in the order in which they were written."""

    record: Record
    least: int = 1

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:  # noqa: ARG002
        if not isinstance(event, MappingStartEvent):
            return _wrong_kind(cursor, event, name, f"{self.record.noun}s, each under its id")
        values: dict[str, Any] = {}
        first: dict[str, Spot] = {}
        sound = True
        while not isinstance(key := cursor.next(), MappingEndEvent):
            record_id = read_key(cursor, key)
            if record_id is None:
                sound = False
                continue
            if record_id in first:
                _twice(cursor, record_id, key, first[record_id])
                cursor.skip(cursor.next())
                sound = False
                continue
            first[record_id] = spot(key)
            known = check_id(record_id, spot(key), cursor.findings)
            value = self.record.read(cursor, cursor.next(), {"": spot(key)}, self.record.noun, record_id)
            sound = sound and known is not FAILED and value is not FAILED
            values[record_id] = value
        if len(values) < self.least and sound:
            mend = f"Add a {self.record.noun}."
            cursor.findings.add("wrong-count", spot(event), f"{name} needs at least {self.least}.", mend)
            return FAILED
        return values if sound else FAILED


@dataclass(frozen=True, slots=True)
class TextOr:
    """A text alone, which stands for the field `short` of a record; or the record, or a list of records."""

    text: Text
    short: Callable[[str, Spot], Any]
    long: Kind

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str) -> Any:
        if not isinstance(event, ScalarEvent):
            return self.long.read(cursor, event, spots, name)
        text = self.text.read(cursor, event, spots, name)
        return text if text is FAILED else self.short(text, spot(event))


@dataclass(frozen=True, slots=True)
class Record:
    """Named fields, made into a record of the model by `build`."""

    noun: str
    fields: tuple[Field, ...]
    build: Build

    def read(self, cursor: Cursor, event: Event, spots: Spots, name: str, record_id: str = "") -> Any:
        """The record; `record_id` is the id it stands under, given to `build` as the value `id`."""
        if not isinstance(event, MappingStartEvent):
            return _wrong_kind(cursor, event, name, "named fields, each with a colon after its name")
        spots = dict(spots) or {"": spot(event)}
        values: Values = {"id": record_id} if record_id else {}
        sound = read_fields(cursor, {field.name: field for field in self.fields}, values, spots, self.noun)
        return self.build(values, spots, cursor.findings) if sound else FAILED


def read_fields(
    cursor: Cursor, fields: Mapping[str, Field], values: Values, spots: Spots, noun: str, until: str = ""
) -> bool:
    """Read a mapping's fields into `values` and `spots`, to its end or to the field `until`; whether all is well."""
    sound = True
    while not isinstance(key := cursor.next(), MappingEndEvent):
        name = read_key(cursor, key)
        if name is None:
            sound = False
            continue
        if until and name == until:
            return sound
        event = cursor.next()
        field = fields.get(name)
        if field is None:
            _unknown(cursor, name, key, fields, noun)
            cursor.skip(event)
            sound = False
        elif name in spots:
            _twice(cursor, name, key, spots[name])
            cursor.skip(event)
            sound = False
        else:
            spots[name] = spot(event)
            value = field.kind.read(cursor, event, spots, name)
            if value is FAILED:
                sound = False
            else:
                values[name] = value
    for field in fields.values():
        if field.required and field.name not in spots:
            message = f"This {noun} has no {field.name}."
            cursor.findings.add("missing", spots[""], message, f"Add a line with {field.name}: {field.about}.")
            sound = False
    return sound


def read_key(cursor: Cursor, key: Event) -> str | None:
    """The name that a key gives, cleaned; None, with its value passed over, when it is no text."""
    if isinstance(key, ScalarEvent):
        return clean(key.value)
    cursor.findings.add(
        "wrong-kind", spot(key), f"A name belongs here, not {name_of(key)}.", "Write a name and a colon."
    )
    cursor.skip(key)
    cursor.skip(cursor.next())
    return None


def check_id(text: str, at: Spot, findings: Findings) -> Any:
    """The id, or FAILED when it is none."""
    if len(text) <= LONGEST_ID and _ID.fullmatch(text):
        return text
    meant = slug(text, words=12)
    message = f'"{_short(text)}" is no id: an id has small letters, digits and hyphens, up to {LONGEST_ID} of them.'
    findings.add("bad-id", at, message, "Write it so here, and wherever it is referred to.", meant=meant)
    return FAILED


def _unknown(cursor: Cursor, name: str, key: Event, fields: Sequence[str] | Mapping[str, Field], noun: str) -> None:
    meant = nearest(name, fields)
    article = "An" if noun[0] in "aeiou" else "A"
    mend = f"{article} {noun} takes {one_of(fields).replace(' or ', ' and ')}."
    cursor.findings.add("unknown-key", spot(key), f'{article} {noun} has no field "{_short(name)}".', mend, meant=meant)


def _twice(cursor: Cursor, name: str, key: Event, first: Spot) -> None:
    findings = cursor.findings
    message = f'"{_short(name)}" stands here twice; the first is on line {first[0]}.'
    mend = "Take one of them out, or give it another name."
    findings.add("duplicate-key", spot(key), message, mend, also=[findings.place(first)])


def _wrong_kind(cursor: Cursor, event: Event, name: str, wanted: str) -> Any:
    empty = isinstance(event, ScalarEvent) and not event.value.strip()
    found = "nothing" if empty else name_of(event)
    message = f"{name} wants {wanted}; here is {found}."
    mend = "Look at the example in the guide, and at how far the lines are indented."
    cursor.findings.add("empty" if empty else "wrong-kind", spot(event), message, mend)
    cursor.skip(event)
    return FAILED


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
