"""Ids that have changed, each old one with the new one: `renamed:` in a course and in a scenario."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from course.reading.fields import Field, Id, Renames
from course.reading.filling import PLURALS, Filler
from course.reading.parsing import END, MAPPING, TEXT, Event, spot
from course.reading.positions import Spots
from course.reading.problems import Findings
from course.reading.values import read_word


def read_renames(filler: Filler, kind: Renames, event: Event, field: Field) -> dict[str, str] | None:
    """Each old id, and what it refers to now."""
    if event[0] is not MAPPING:
        mend = f"Write each on a line of its own under {field.name}:, the old id, a colon and the new one."
        filler.wrong_kind(event, field, "new ids under the old ones", mend)
        return None
    found: dict[str, str] = {}
    seen = filler.spots.within[field.name, ""] = Spots()
    while (key := filler.take())[0] is not END:
        if key[0] is not TEXT or key[1] in seen:
            filler.refuse(key, (), field.name, seen)
            continue
        event = filler.take()
        seen[key[1]] = spot(event)
        now = read_word(filler, Id(), event, Field(key[1], Id(), "its new id"))
        if now is not None:
            if kind.to != "option":  # options are known only once their scenes are read, and are none of the references
                filler.refer(kind.to, now, seen[key[1]])
            found[key[1]] = now
    return found


def still_there(names: Mapping[str, str], what: str, known: Collection[str], spots: Spots, findings: Findings) -> None:
    """Report ids that are said to have changed and are there all the same: nobody could tell which one is meant."""
    for old, now in names.items():
        if old in known and now != old:
            message = f"There is a {what} called {old}, and renamed: says that it is called {now} now."
            mend = "Take that line out of renamed:, or give one of them another id."
            findings.add("duplicate-id", spots.of("renamed", PLURALS.get(what, f"{what}s"), old), message, mend)
