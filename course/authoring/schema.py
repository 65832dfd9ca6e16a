"""The JSON Schema of courses, for editors that help while one types; made from the field tables.

It is written in draft 07, since that is what the YAML language server behind most editors knows fully. One schema
serves course.yaml and scenarios alike. It accepts everything that the reader accepts, and refuses most of what can be
told from one field alone; what it cannot say is whether an id leads anywhere, and what a file's text should have been.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from course.reading.codes import CODES
from course.reading.fields import (
    Arrivals,
    Field,
    Id,
    Items,
    Kind,
    Levels,
    Number,
    OneOf,
    Percent,
    Records,
    Ref,
    Refs,
    Table,
    Text,
    Texts,
    Version,
    Way,
)
from course.reading.suggest import LONGEST_ID
from course.reading.tables import COURSE, SCENARIO, TABLES

Schema = dict[str, Any]

FILE = "course.schema.json"
"""What the schema's file is called, beside course.yaml."""

_NAME = {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": LONGEST_ID}
_WORDS: Schema = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
"""A text. Editors take `no`, `5` and `12:30` for something else, which the reader does not."""
_SWITCHES = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
"""Words that editors may take for true or false."""


def schema() -> Schema:
    """The whole schema."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Fine Line",
        "description": "A course (course.yaml) or one of its scenarios.",
        "if": {"anyOf": [{"required": ["format"]}, {"required": ["pairs"]}]},
        "then": _reference(COURSE),
        "else": _reference(SCENARIO),
        "definitions": {table.name: _record(table) for table in TABLES},
    }


def as_text() -> str:
    """The schema as its file holds it."""
    import json

    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _reference(table: Table) -> Schema:
    return {"$ref": f"#/definitions/{table.name}"}


def _record(table: Table) -> Schema:
    found: Schema = {
        "type": "object",
        "properties": {field.name: _field(field) for field in table.fields},
        "required": [field.name for field in table.required],
        "additionalProperties": False,
    }
    if table.one_of:
        found["oneOf"] = [{"required": [name]} for name in table.one_of]
    if table.any_of:
        found["anyOf"] = [{"required": [name]} for name in table.any_of]
    return found


def _field(field: Field) -> Schema:
    found = _KINDS[type(field.kind)](field.kind)
    about = field.about[:1].upper() + field.about[1:] + "."
    written = field.example if field.example.startswith("\n") else f" {field.example}"
    example = f"\n\n```yaml\n{field.name}:{written.replace(chr(10), chr(10) + '  ')}\n```" if field.example else ""
    return {"description": about, "markdownDescription": about + example, **found}


def _text(_kind: Text) -> Schema:
    return dict(_WORDS)


def _texts(_kind: Texts | Refs) -> Schema:
    return {"anyOf": [dict(_WORDS), {"type": "array", "items": dict(_WORDS), "minItems": 1}]}


def _id(_kind: Id) -> Schema:
    return {"type": ["string", "integer"], **_NAME}


def _number(kind: Number) -> Schema:
    return {"type": ["integer", "string"], "minimum": kind.low, "maximum": kind.high, "pattern": "^[0-9]{1,9}$"}


def _one_of(kind: OneOf) -> Schema:
    return {"enum": [*kind.words, *(_SWITCHES[word] for word in kind.words if word in _SWITCHES)]}


def _percent(_kind: Percent) -> Schema:
    return {"type": "string", "pattern": "^(100|[1-9][0-9]?) ?%$"}


def _version(kind: Version) -> Schema:
    numbers = range(1, kind.newest + 1)
    return {"enum": [*numbers, *map(str, numbers)]}


def _records(kind: Records) -> Schema:
    found = {"type": "object", "propertyNames": dict(_NAME), "additionalProperties": _reference(kind.table)}
    return {**found, "minProperties": kind.low}


def _items(kind: Items) -> Schema:
    return {"type": "array", "items": _reference(kind.table), "minItems": kind.low, "maxItems": kind.high}


def _way(kind: Way) -> Schema:
    branches = {"type": "array", "items": _reference(kind.table), "minItems": 1, "maxItems": kind.high}
    return {"anyOf": [dict(_WORDS), branches]}


def _arrivals(kind: Arrivals) -> Schema:
    message = {"anyOf": [dict(_WORDS), _reference(kind.table)]}
    media: Schema = dict.fromkeys(kind.media, message)
    media["silence"] = {"anyOf": [{"type": ["string", "number", "boolean", "null"]}, _reference(kind.table)]}
    return {"type": "object", "properties": media, "additionalProperties": False}


def _levels(kind: Levels) -> Schema:
    level = _one_of(OneOf({word: word for word in kind.words}))
    changeable = {code.id: {"description": code.title, **level} for code in CODES.values() if code.checked}
    return {"type": "object", "properties": changeable, "additionalProperties": False}


_KINDS: Mapping[type[Kind], Callable[[Any], Schema]] = {
    Text: _text,
    Texts: _texts,
    Id: _id,
    Ref: _text,
    Refs: _texts,
    Number: _number,
    OneOf: _one_of,
    Percent: _percent,
    Version: _version,
    Records: _records,
    Items: _items,
    Way: _way,
    Arrivals: _arrivals,
    Levels: _levels,
}
"""How each kind of value is said in a schema; another kind is one more line."""
