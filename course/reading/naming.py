"""Ids for the records of a list: those that authors gave, and for the rest one from their first words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from course.reading.positions import Spot, Spots
from course.reading.problems import Findings
from course.reading.suggest import slug

Values = dict[str, Any]
"""What was read of a record, by attribute; what is missing or unreadable is left out."""

Read = tuple[Values, Spots]
"""Those values, and where each field stands."""


def with_ids(read: list[Read], name: str, findings: Findings, words: str = "say") -> list[Read]:
    """The same records, each with an id that is unique among them. `words` is what an id is made from."""
    taken: dict[str, Spot] = {}
    for values, spots in read:
        if (given := values.get("id")) is None:
            continue
        if given in taken:
            also = [findings.place(taken[given])]
            findings.add(
                "duplicate-id", spots["id"], f"Two {name}s have the id {given}.", "Change one of them.", also=also
            )
        else:
            taken[given] = spots["id"]
    for values, spots in read:
        said = values.setdefault(words, "")
        if "id" not in values:
            values["id"] = _free(slug(said) or name, taken)
            taken[values["id"]] = spots[""]
    return read


def _free(id: str, taken: Mapping[str, Spot]) -> str:
    if id not in taken:
        return id
    number = 2
    while f"{id}-{number}" in taken:
        number += 1
    return f"{id}-{number}"
