"""Where a name belongs that means nothing where it stands: in the record above it, or in one of another kind."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from course.model.record import Record, replace
from course.reading.format.fields import Records, Table
from course.reading.problems.lines import LINE
from course.reading.problems.positions import Spots
from course.reading.problems.problem import Edit, Findings, Meant, Problem
from course.reading.problems.suggest import one_of
from course.reading.yaml.parsing import Event, spot

_BRACED = re.compile(r" *[\w-]+: *\{ *[\"']?([a-z-]+)[\"']?:.*")
"""A record on the line of its id."""
_WITH_ALL = "it, and all that stands under it,"
_MOST = 5
"""Kinds of records that are named; a name that more of them have is no help."""


class Closed(Record):
    """A record that has been read to its end, right above the name in question."""

    table: Table
    spots: Spots
    lacks: Mapping[str, Problem]
    """What was reported missing in it, by the names of the fields."""


def too_far_left(key: Event, closed: Sequence[Closed], findings: Findings, *, sure: bool = False) -> bool:
    """Whether a name that is unknown where it stands belongs in a record right above it, which is reported in place
    of what that record lacks. With `sure`, only what it cannot do without counts."""
    name = key[1]
    wanting = [each for each in closed if name in each.lacks]
    having = [each for each in closed if name in each.table.by_name and name not in each.spots]
    if not wanting and (sure or not having):
        return False
    record = wanting[0] if wanting else having[-1]
    _take_back(record, name, findings)
    message = f"{name}: belongs to the {record.table.name} above it, and begins too far left for that."
    mend = f"Indent it, and what stands under it, as far as the {record.table.name}'s other fields."
    meant = _as_far_in(key, record, findings, ask=not wanting)
    findings.add("unknown-key", spot(key), message, mend, meant=meant)
    return True


def _as_far_in(key: Event, record: Closed, findings: Findings, *, ask: bool) -> Meant | None:
    """The change that puts the name as far in as the other fields of that record. If lines below it would have to move
    too, that shows once the changed text is read."""
    number, line = spot(key)[0], findings.corrected[spot(key)[0]]
    for name, (at, _) in record.spots.items():
        match = LINE.fullmatch(findings.corrected[at])
        if match is not None and match["name"] == name:
            return Meant((Edit(number, line, " " * match.start("name") + line.lstrip(" ")),), ask=ask)
    return None


def perhaps_too_far_left(key: Event, closed: Sequence[Closed], findings: Findings) -> None:
    """Say of what a record lacks that it may be what stands right below it, where that is known as well."""
    for each in closed:
        problem = each.lacks.get(key[1])
        if problem is not None and problem in findings.found:
            line = findings.place(spot(key)).line
            mend = f"{problem.mend} If {key[1]}: in line {line} is meant, indent it and what stands under it further."
            findings.found[findings.found.index(problem)] = replace(problem, mend=mend)


def record_too_far_left(key: Event, table: Table, findings: Findings) -> str:
    """What kind of record an unknown name seems to be the id of, as far left as the field that holds such records,
    which is reported; `""` if it is none."""
    number, column = spot(key)
    line, below = findings.corrected[number], LINE.match(findings.corrected[number + 1])
    braced = _BRACED.fullmatch(line)
    kinds = [field.kind for field in table.fields if isinstance(field.kind, Records)]
    under = below if below and column <= below.start("name") <= column + 1 else None
    for kind in kinds:
        alone = braced is not None and braced[1] in kind.table.by_name
        if alone or (under and under["name"] in kind.table.by_name):
            record = kind.table.name
            message = f"{key[1]} looks like a {record}, and begins too far left for one."
            what, meant = ("it", Meant((Edit(number, line, f"  {line}"),))) if alone else (_WITH_ALL, None)
            mend = f"Indent {what} as far as the other {record}s."
            findings.add("unknown-key", (number, column), message, mend, meant=meant)
            return record
    return ""


def elsewhere(name: str, here: str, tables: Collection[Table]) -> str:
    """Which records have a field of that name, as a sentence; `""` if none has it, or too many."""
    having = [each for each in tables if name in each.by_name and each.name != here]
    names = [each.name for each in having]
    if not 0 < len(having) <= _MOST:
        return ""
    if names == ["course"]:
        return f"{name}: belongs in course.yaml."
    if names == ["scenario"] and here == "course":
        return f"{name}: belongs in the file of a scenario, beside course.yaml."
    return f"{name}: is a field of {one_of(each.one[0].lower() + each.one[1:] for each in having)}."


def _take_back(record: Closed, name: str, findings: Findings) -> None:
    problem = record.lacks.get(name)
    findings.found = [each for each in findings.found if each is not problem]


def capital(key: Event, findings: Findings) -> None:
    """Report a field's name with a capital letter; there is no doubt which one is meant."""
    message = "The names of fields are written in small letters, and this one is not."
    meant = findings.instead(spot(key), key[1], key[1].lower())
    meant = meant and replace(meant, word="", ask=False)
    findings.add("unknown-key", spot(key), message, "Write it in small letters.", meant=meant)
