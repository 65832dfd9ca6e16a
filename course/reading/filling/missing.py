"""What a record lacks, and how to write it."""

from __future__ import annotations

from collections.abc import Sequence

from course.reading.format.fields import Field, Table, Version
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Findings, Problem


def say_missing(
    missing: Sequence[Field], table: Table, start: Spot, what: str, findings: Findings
) -> dict[str, Problem]:
    """Report each field that a record of this table lacks, and return what was reported by the field's name.

    The record begins at `start`; it is called `what`, which ends in a colon where it is a name that stands above it.
    """
    what = what or f"this {table.name}"
    reported = {}
    for field in missing:
        within = f"Under {what}, {field.called} is missing." if what[-1] == ":" else ""
        message = within or f"{field.called} is missing in {what}."
        mend = f"Add a line {field.name}: with {field.about}."
        mend = f"Write {field.name}: under line:, with {field.about}." if table.name == "line" else mend
        mend = f"Add the line format: {field.kind.newest}." if isinstance(field.kind, Version) else mend
        findings.add("missing", start, message, mend)
        reported[field.name] = findings.found[-1]
    return reported
