"""A text where fields were meant: `"{to: joan, via: call}"`, of which the quotes make a text."""

from __future__ import annotations

import re

from course.reading.filling.fill import Filler
from course.reading.format.fields import Field, Table
from course.reading.problems.problem import Edit, Meant
from course.reading.prose.misread import behind_quote
from course.reading.yaml.parsing import Event, spot

_FIRST = re.compile(r"\W*([a-z-]+)\s*:\s")
_AROUND = "{}()[]`\"'“” "


def report(filler: Filler, table: Table, event: Event, field: Field, text: str) -> None:
    """Report such a text in the place of the fields of that table, if it is one."""
    first = _FIRST.match(text)
    (number, column), line = spot(event), filler.findings.corrected[event[2]]
    if first is None or first[1] not in table.by_name or filler.findings.lines[number] != line:
        return  # what was mended in it is said
    better = f"{{{text.strip(_AROUND)}}}"
    written = line[column - 1 :]
    end = behind_quote([written]) or len(written.rstrip())
    new = Edit(number, line, line[: column - 1] + better + written[end:])
    message = f"{field.called} holds a text here, since it is in quotes, and {first[1]}: in it is no field."
    meant = Meant((new,), ask=True) if text in written else None
    filler.findings.add("wrong-kind", spot(event), message, f"Write {field.name}: {better}.", meant=meant)
