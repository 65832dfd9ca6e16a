"""The JSON Schema of courses, for editors that help while one types; made from the field tables.

It is written in draft 07, since that is what the YAML language server behind most editors knows fully. One schema
serves course.yaml and scenarios alike. It accepts everything that the reader accepts, and refuses most of what can be
told from one field alone; what it cannot say is whether an id leads anywhere, and what a file's text should have been.

It is written for the messages that authors then see. A value that may be one thing or a list has one schema, in which
each keyword looks at its own type: of alternatives, the language server could only say that none fits. Sentences of
ours stand under `errorMessage`, which that server shows and validators pass over.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from course.model import PLURAL_FORMS
from course.reading.format.course_fields import COURSE
from course.reading.format.fields import (
    Arrivals,
    Facts,
    Field,
    Id,
    Items,
    Kind,
    Language,
    Levels,
    Number,
    One,
    OneOf,
    OnLine,
    Percent,
    Records,
    Ref,
    Refs,
    Renames,
    Table,
    Text,
    Texts,
    Told,
    Version,
    Way,
    Wordings,
)
from course.reading.format.tables import SCENARIO, TABLES
from course.reading.problems.codes import CODES
from course.reading.problems.suggest import LONGEST_ID, one_of

Schema = dict[str, Any]

FILE = "course.schema.json"
"""What the schema's file is called, beside course.yaml."""

_NAME = {
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": LONGEST_ID,
    "errorMessage": f"Use small letters, digits and hyphens, at most {LONGEST_ID} of them.",
}
_SCALAR = ["string", "number", "boolean"]
_WORDS: Schema = {"type": _SCALAR, "pattern": "\\S", "errorMessage": "Write a text after the colon, or under a |."}
"""A text. Editors take `no`, `5` and `12:30` for something else, which the reader does not."""
_SWITCHES = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
"""Words that editors may take for true or false."""


def schema() -> Schema:
    """The whole schema."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "A course (course.yaml) or one of its scenarios. Made by fineline schema.",
        "if": {"anyOf": [{"required": ["format"]}, {"required": ["pairs"]}]},
        "then": _reference(COURSE),
        "else": _reference(SCENARIO),
        "definitions": {_key(table): _record(table) for table in TABLES},
    }


@cache
def as_text() -> str:
    """The schema as its file holds it."""
    import json

    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _key(table: Table) -> str:
    return table.name.replace(" ", "-")


def _reference(table: Table) -> Schema:
    return {"$ref": f"#/definitions/{_key(table)}"}


def _record(table: Table) -> Schema:
    found: Schema = {
        "title": table.one,
        "type": "object",
        "properties": {field.name: _field(field) for field in table.fields},
        "required": [field.name for field in table.required],
        "additionalProperties": False,
    }
    if table.one_of or table.any_of:
        names = table.one_of or table.any_of
        wanted = f"{table.one} needs {one_of([f'{name}:' for name in names])}."
        found["anyOf"] = [{"required": [name], "errorMessage": wanted} for name in names]
    if table.one_of:
        found["allOf"] = [_alone(name, table.one_of[number:]) for number, name in enumerate(table.one_of[:-1], 1)]
    if table.name == "condition":
        found["dependencies"] = {name: ["contacts"] for name in ("days", "to", "via", "kind")}
    return found


def _alone(name: str, others: tuple[str, ...]) -> Schema:
    """What must not stand beside a field."""
    only = f"Keep {one_of([f'{each}:' for each in (name, *others)])}, one of them."
    return {"if": {"required": [name]}, "then": {"properties": dict.fromkeys(others, False), "errorMessage": only}}


def _field(field: Field) -> Schema:
    found = _value(field.kind)
    about = field.about[:1].upper() + field.about[1:].rstrip(" …") + "."
    written = field.example if field.example.startswith("\n") else f" {field.example}"
    example = f"\n\n```yaml\n{field.name}:{written.replace(chr(10), chr(10) + '  ')}\n```" if field.example else ""
    return {"description": about, "markdownDescription": about + example, **found}


def _value(kind: Kind) -> Schema:
    """How each kind of value is said in a schema."""
    match kind:
        case Text():
            return dict(_WORDS)
        case Texts():
            return {**_WORDS, "type": [*_SCALAR, "array"], "items": dict(_WORDS), "minItems": 1}
        case Told() | Facts():
            return {**_WORDS, "type": [*_SCALAR, "array"], "items": _passage(kind.table), "minItems": 1}
        case Id():
            return {"type": ["string", "integer"], **_NAME}
        case Ref():
            return {**_WORDS, "errorMessage": f"Write the id of a {kind.to}."}
        case Refs():
            wanted = f"Write the id of a {kind.to}, or a list of them."
            return {**_value(Texts()), "items": _value(Ref(kind.to)), "errorMessage": wanted}
        case Number():
            wanted = f"Write a whole number from {kind.low} to {kind.high}, in digits."
            span = {"minimum": kind.low, "maximum": kind.high, "pattern": "^[0-9]{1,9}$"}
            return {"type": ["integer", "string"], **span, "errorMessage": wanted}
        case OneOf():
            return {"enum": [*kind.words, *(_SWITCHES[word] for word in kind.words if word in _SWITCHES)]}
        case OnLine():
            return {**_WORDS, "errorMessage": "Write one of the names that course.yaml gives under line:."}
        case Language():
            return {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}
        case Wordings():
            forms = {"type": "object", "propertyNames": {"enum": list(PLURAL_FORMS)}, "required": ["other"]}
            return {"type": "object", "additionalProperties": {"anyOf": [dict(_WORDS), forms]}}
        case Renames():
            return {"type": "object", "propertyNames": dict(_NAME), "additionalProperties": _value(Ref(kind.to))}
        case Percent():
            wanted = "Write it from 1% to 100%, like 80%."
            return {"type": "string", "pattern": "^(100|0?[1-9][0-9]|0{0,2}[1-9]) ?%$", "errorMessage": wanted}
        case Version():
            return {"enum": [kind.newest, str(kind.newest)], "errorMessage": f"Write format: {kind.newest}."}
        case Records():
            found = {"type": "object", "propertyNames": dict(_NAME), "additionalProperties": _reference(kind.table)}
            return {**found, "minProperties": 1}
        case One():
            return _text_or(kind.table) if kind.text else _reference(kind.table)
        case Items():
            return {"type": "array", "items": _reference(kind.table), "minItems": kind.low, "maxItems": kind.high}
        case Way():
            wanted = "Write the id of a scene, or a list of branches."
            branches = {"items": _reference(kind.table), "minItems": 1, "maxItems": kind.high}
            return {**_WORDS, "type": [*_SCALAR, "array"], **branches, "errorMessage": wanted}
        case Arrivals():
            nothing_too = {**_record(kind.table), "type": [*_SCALAR, "null", "object"]}
            media = {
                name: nothing_too if medium.traits.wordless else _text_or(kind.table)
                for name, medium in kind.media.items()
            }
            return {"type": "object", "properties": media, "additionalProperties": False}
        case Levels():
            level = _value(OneOf({word: word for word in kind.words}))
            changeable = {code.id: {"description": code.title, **level} for code in CODES.values() if code.checked}
            return {"type": "object", "properties": changeable, "additionalProperties": False}


def _passage(table: Table) -> Schema:
    """A text, or a passage under its condition."""
    return {"anyOf": [dict(_WORDS), _reference(table)]}


def _text_or(table: Table) -> Schema:
    return {**_record(table), "type": [*_SCALAR, "object"], "pattern": "\\S"}
