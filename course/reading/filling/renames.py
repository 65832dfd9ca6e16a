"""Ids that have changed, each old one with the new one: `renamed:` in a course and in a scenario."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from course.reading.filling.fill import Filler
from course.reading.filling.unknown import plural
from course.reading.filling.values import read_word
from course.reading.format.fields import Field, Id, Renames
from course.reading.problems.positions import Spots
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.yaml.parsing import Event, spot


def read_renames(filler: Filler, kind: Renames, event: Event, field: Field) -> dict[str, str]:
    """Each old id, and what it refers to now."""
    mend = f"Write each on a line of its own under {field.name}:, the old id, a colon and the new one."
    found: dict[str, str] = {}
    for key, each in filler.entries(event, field, "new ids under the old ones", mend):
        now = read_word(filler, Id(), each, Field(key[1], Id(), "its new id"))
        if now is not None:
            if kind.to != "option":  # options are known only once their scenes are read, and are none of the references
                filler.refer(kind.to, now, spot(each))
            found[key[1]] = now
    return found


def still_there(names: Mapping[str, str], what: str, known: Collection[str], spots: Spots, findings: Findings) -> None:
    """Report ids that are said to have changed and are there all the same: nobody could tell which one is meant."""
    for old, now in names.items():
        where = spots.of("renamed", plural(what), old)
        strange = [each for each in findings.found if each.code == f"unknown-{what}" and each.place.line == where[0]]
        if old in known and strange:
            findings.found = [each for each in findings.found if each not in strange]
            message = (
                f"Under renamed: the old id comes first; but a {what} called {old} is there, and none called {now}."
            )
            line, better = findings.corrected[where[0]], f"{now}: {old}"
            edit = Edit(where[0], line, line.replace(line.strip(), better))
            meant = Meant((edit,), ask=True) if line.strip() == f"{old}: {now}" else None
            findings.add(f"unknown-{what}", where, message, f"Write {better}, the other way round.", meant=meant)
        elif old in known and now != old:
            message = f"There is a {what} called {old}, and renamed: says that it is called {now} now."
            mend = "Take that line out of renamed:, or give one of them another id."
            findings.add("duplicate-id", where, message, mend)
