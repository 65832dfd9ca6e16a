"""What a field may hold. Kinds are plain data: the reader, the schema and the guide all work from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as _field
from typing import NamedTuple

from course.model import Medium


class Text(NamedTuple):
    """Words for people. `blank` says that there may be none."""

    blank: bool = False


class Texts(NamedTuple):
    """One text or a list of them."""


class Id(NamedTuple):
    """A short name of the record itself: small letters, digits and hyphens."""


class Ref(NamedTuple):
    """The id of something else: a `rule`, a `scene`, a `pair` or a `scenario`."""

    to: str


class Refs(NamedTuple):
    """One such id or a list of them."""

    to: str


class Number(NamedTuple):
    """A whole number, both ends included."""

    low: int
    high: int


class OneOf(NamedTuple):
    """One of a few words, each with the value that it stands for."""

    words: Mapping[str, object]


class Percent(NamedTuple):
    """A score such as `80%`."""


class Version(NamedTuple):
    """The version of the format, up to the newest that this reader knows."""

    newest: int


class Records(NamedTuple):
    """Records by id, written as id, colon, and the record's fields under it."""

    table: Table
    low: int = 1


class One(NamedTuple):
    """One record: its fields under the name of the field."""

    table: Table


class TextOrOne(NamedTuple):
    """A text, or one record that says more."""

    table: Table


class Items(NamedTuple):
    """A list of records."""

    table: Table
    low: int
    high: int


class Way(NamedTuple):
    """The way on: the id of a scene, or a list of branches."""

    table: Table
    high: int


class Arrivals(NamedTuple):
    """What arrives: each medium with a text, or with the fields of the table. A wordless one may say nothing."""

    table: Table
    media: Mapping[str, Medium]


class Levels(NamedTuple):
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


@dataclass(frozen=True)
class Field:
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
    attribute: str = _field(init=False, repr=False)
    """The attribute that it fills."""

    def __post_init__(self) -> None:
        """Settle what the reader asks for with every value."""
        object.__setattr__(self, "attribute", self.into or self.name)


@dataclass(frozen=True)
class Table:
    """The fields of one kind of record, in the order in which authors write them."""

    name: str
    """What a record of this kind is called, such as `scene`."""
    fields: tuple[Field, ...]
    one_of: tuple[str, ...] = ()
    """Names of fields of which each record has exactly one."""
    any_of: tuple[str, ...] = ()
    """Names of fields of which each record has at least one."""
    by_name: Mapping[str, Field] = _field(init=False, repr=False)
    required: tuple[Field, ...] = _field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Keep what the reader looks up for each record."""
        object.__setattr__(self, "by_name", {field.name: field for field in self.fields})
        object.__setattr__(self, "required", tuple(field for field in self.fields if field.required))
