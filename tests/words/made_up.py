"""A course in a language that nobody speaks: every sentence of the program stands in ⟦marks⟧, and every text of the
course is written in other letters. So a Latin word outside all marks is of a sentence that is not in the catalog.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml

from course.model import Medium
from course.reading.files.find import find_course
from course.reading.format.fields import Facts, Field, One, Text, Texts, Told
from course.reading.format.tables import TABLES
from course.words.catalog import english

_FIELDS: list[Field] = [field for table in TABLES for field in table.fields]
_PROSE = {field.name for field in _FIELDS if isinstance(field.kind, (Text, Texts, Told, Facts))}
_PROSE |= {field.name for field in _FIELDS if isinstance(field.kind, One) and field.kind.text}
_PROSE |= {medium.value for medium in Medium}
_LETTERS = str.maketrans(
    {chr(start + each): chr(other + each) for start, other in ((97, 0x430), (65, 0x410)) for each in range(26)}
)
_LINE = {"under": "пд", "right": "пр", "over": "нд"}
_NAMES = {"quiet": "пд", "assertive": "пр", "pushy": "нд"}
_SIDE = re.compile('(side|ending): "(quiet|assertive|pushy)"')
_SHIPPED = find_course(None)
_MARKED = re.compile("⟦[^⟦⟧]*⟧")


class _Dumper(yaml.CSafeDumper):
    """Texts in quotes, and names as people write them: to look for prose among names in quotes takes ten times as
    long."""

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        node = super().represent_mapping(tag, mapping, flow_style)
        for name, _ in node.value:
            name.style = None
        return node


def course(folder: Path) -> Path:
    """The shipped course in that language."""
    for file in _SHIPPED.rglob("*.yaml"):
        target = folder / file.relative_to(_SHIPPED)
        target.parent.mkdir(parents=True, exist_ok=True)
        data = _foreign(yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader))
        if file.name == "course.yaml":
            data |= {"line": _LINE, "language": "xx", "words": words()}
        text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_style='"', width=10**6)
        target.write_text(_SIDE.sub(lambda match: f'{match[1]}: "{_NAMES[match[2]]}"', text), encoding="utf-8")
    return folder


def words() -> dict[str, dict[str, str]]:
    """Every sentence in marks; where it lists words to type, each of them."""
    found = {}
    for sentence in english().values():
        texts = [
            ", ".join(f"⟦{each}⟧" if each else "" for each in text.split(", "))
            if sentence.id.startswith(("plain.answer.", "day.word."))
            else f"⟦{text}⟧"
            for text in sentence.texts
        ]
        found[sentence.id] = {"one": texts[0], "other": texts[-1]}
    return found


def unmarked(text: str) -> str:
    """What stands outside all marks; a mark that was cut off ends nowhere."""
    while _MARKED.search(text):
        text = _MARKED.sub("", text)
    return text.partition("⟦")[0]


def latin(text: str, exceptions: Collection[str]) -> list[str]:
    """The Latin words outside all marks, but for those that may be."""
    found = re.findall(r"[A-Za-z][A-Za-z']+", unmarked(text))
    return [each for each in found if each not in exceptions]


def _foreign(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _foreign(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_foreign(each, name) for each in value]
    is_id = name == "to" and re.fullmatch("[a-z0-9-]+", value)
    return str(value).translate(_LETTERS) if name in _PROSE and not is_id else value
