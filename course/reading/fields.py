"""What a field may hold. Kinds are plain data: the reader, the schema and the guide all work from them.

A kind that holds records has what builds them out of the values that were read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from course.model import Medium
from course.model.record import Record
from course.reading.naming import Read, Values
from course.reading.positions import Spots
from course.reading.problems import Findings


class Text(Record):
    """Words for people. `blank` says that there may be none."""

    blank: bool = False


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


class Percent(Record):
    """A score such as `80%`."""


class Version(Record):
    """The version of the format, up to the newest that this reader knows."""

    newest: int


class Records(Record):
    """Records by id, written as id, colon, and the record's fields under it."""

    table: Table
    build: Callable[[str, Values, Spots, Findings], Record]
    low: int = 1


class One(Record):
    """One record: its fields under the name of the field."""

    table: Table
    build: Callable[[Values, Spots, Findings], Record]


class TextOrOne(Record):
    """A text, or one record that says more."""

    table: Table
    build: Callable[[Values, Spots, Findings], Record]
    build_text: Callable[[str], Record]


class Items(Record):
    """A list of records, built all at once."""

    table: Table
    low: int
    high: int
    build: Callable[[list[Read], Findings], tuple[Record, ...]]


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


Kind = (
    Text
    | Texts
    | Id
    | Ref
    | Refs
    | Number
    | OneOf
    | Percent
    | Version
    | Records
    | One
    | TextOrOne
    | Items
    | Way
    | Arrivals
    | Levels
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
        return self.into or self.name


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

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """Those that each record needs."""
        return tuple(field for field in self.fields if field.required)
