"""The one kind of record: what the model, the engine, the journal, settings and every other room hand around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, dataclass_transform

import msgspec

if TYPE_CHECKING:
    from dataclasses import replace  # the same function to a type checker, which knows the fields of this one
else:
    from msgspec.structs import replace

__all__ = ["Record", "Seed", "Whole", "replace"]

Whole = Annotated[int, msgspec.Meta(ge=-(2**31), lt=2**31)]
"""A whole number of what a learner did: no larger than anybody can count to, and so than any store can hold."""
Seed = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Record(msgspec.Struct, frozen=True, gc=False):
    """Named fields that never change once they are set, as cheap to define, to make and to compare as a tuple.

    Two records are equal when they are of one class and all their fields are; `replace` gives another one with some
    fields changed. To make a record checks nothing: what comes from outside is decoded against its type instead.

    A record holds values and other records, and so can never be part of a cycle that garbage collection would have
    to find (`gc=False`). One that holds something that could lead back to it says `gc=True`; so does one that works
    something out only when it is asked (`dict=True`, for `cached_property`).
    """
