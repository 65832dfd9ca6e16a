"""What a field may hold. Kinds are plain data: the reader, the schema and the guide all work from them.

A kind that holds records has what builds them out of the values that were read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from course.model import Medium
from course.model.record import Record
from course.reading.problems.positions import Spots
from course.reading.problems.problem import Findings

if TYPE_CHECKING:
    from course.model.kinds import Exercise  # only once a scene is read: not before the first page

Values = dict[str, Any]
"""What was read of a record, by attribute; what is missing or unreadable is left out."""

Read = tuple[Values, Spots]
"""Those values, and where each field stands."""

Build = Callable[[Values, Spots, Findings], Record]
"""What makes a record of what was read of it, and reports what is wrong with it as a whole."""


def made(record: Callable[..., Record], **lost: object) -> Build:
    """What makes such records and reports nothing; `lost` stands for what could not be read."""
    return lambda values, _spots, _findings: record(**(lost | values))


LONGEST_TEXT = 10_000
"""Characters. Nobody reads more in one piece; it is a quote that was never closed, or a whole page that was pasted."""


class Text(Record):
    """Words for people."""

    most: int = LONGEST_TEXT
    """Characters that there may be."""


NAME = Text(200)
"""Words for people that stand on a line with others, such as a title or a name."""


class Told(Record):
    """Words for learners: one text, or a list of passages, each a text or the fields of the table. With `paragraphs`,
    each of them begins a new paragraph; else they go on in one."""

    table: Table
    paragraphs: bool = False


class Facts(Record):
    """What is learned: one short text or a list of them, each a text or the fields of the table."""

    table: Table


class Texts(Record):
    """One text or a list of them."""


class Id(Record):
    """A short name of the record itself: small letters, digits and hyphens."""


class Ref(Record):
    """The id of something else: a `rule`, a `scene`, a `pair` or a `scenario`."""

    to: str


class Refs(Record):
    """One such id or a list of them."""

    to: str


class Number(Record):
    """A whole number, both ends included."""

    low: int
    high: int


class OneOf(Record):
    """One of a few words, each with the value that it stands for."""

    words: Mapping[str, object]


class OnLine(Record):
    """A place on the line, by the course's own name for it. Without `middle`, one of the two outer ones."""

    middle: bool


class Wordings(Record):
    """Sentences by id: each a text, or a text for each plural form."""


class Language(Record):
    """The tag of a language, such as `en` or `pt-BR`."""


class Renames(Record):
    """Ids of things of one kind, each under the one that it had before."""

    to: str


class Percent(Record):
    """A score such as `80%`."""


class Version(Record):
    """The version of the format, up to the newest that this reader knows."""

    newest: int


class Records(Record):
    """Records by id, written as id, colon, and the record's fields under it."""

    table: Table
    build: Build


class One(Record):
    """One record: its fields under the name of the field. With `text`, a text alone will do, which fills that
    attribute."""

    table: Table
    build: Build
    text: str = ""


class Items(Record):
    """A list of records. With `named`, each has an id: one that its author gave it, or one out of the first words of
    that attribute."""

    table: Table
    low: int
    high: int
    build: Build
    named: str = ""


class Way(Record):
    """The way on: the id of a scene, or a list of branches."""

    table: Table
    high: int


class Arrivals(Record):
    """What arrives: each medium with a text, or with the fields of the table. A wordless one may say nothing."""

    table: Table
    media: Mapping[str, Medium]


class Levels(Record):
    """Levels of problems, each under the code that it is for."""

    words: tuple[str, ...]


Word = Id | Number | OneOf | Language | Percent | Version
"""What is written as one short word."""
Kind = (
    Word
    | Text
    | Texts
    | Told
    | Facts
    | Ref
    | Refs
    | Records
    | One
    | Items
    | Way
    | Arrivals
    | Levels
    | OnLine
    | Wordings
    | Renames
)


class Field(Record):
    """A field that authors may write."""

    name: str
    """Its name in YAML."""
    kind: Kind
    about: str
    """What it is, in one line for the guide and for editors."""
    example: str = ""
    """What an author may write after its name; several lines for what stands under it."""
    required: bool = False
    into: str = ""
    """The attribute that it fills, where that has another name."""

    @property
    def attribute(self) -> str:
        """The attribute that it fills."""
        return self.into or self.name.replace("-", "_")

    @property
    def called(self) -> str:
        """What a message calls it: with its colon, as it is written, so that it reads as no word of the sentence."""
        return self.name if " " in self.name else f"{self.name}:"


class Table(Record, dict=True, gc=True):
    """The fields of one kind of record, in the order in which authors write them."""

    name: str
    """What a record of this kind is called, such as `scene`."""
    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()
    """Names of fields of which each record has exactly one."""
    any_of: tuple[str, ...] = ()
    """Names of fields of which each record has at least one."""

    @property
    def one(self) -> str:
        """A record of this kind at the beginning of a sentence, such as `A scene`."""
        return f"{'An' if self.name[0] in 'aeiou' else 'A'} {self.name}"

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by name."""
        return {field.name: field for field in self.fields}

    @property
    def first(self) -> str:
        """The name of the field with which authors begin a record."""
        return (self.required or self.fields)[0].name

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """Those that each record needs."""
        return tuple(field for field in self.fields if field.required)


class WrittenKind(Record):
    """An exercise kind as authors write it: the fields of a scene that it brings, and what is made of them."""

    name: str
    """The field of a scene that holds the exercise."""
    fields: tuple[Field, ...]
    """All fields of a scene that belong to it."""
    tables: tuple[Table, ...]
    """Those of its records."""
    guide: Mapping[str, tuple[Table, str]]
    """For the authors' guide: a heading for each table, and what stands below it."""
    exercise: Callable[[Values], Exercise] | None = None
    """The exercise, out of the values of its scene; None if its field holds all of it."""
