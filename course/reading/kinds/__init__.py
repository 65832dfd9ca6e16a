"""The exercise kinds as authors write them, one module each, named like the kind in `course.engine.kinds`.

A kind's module offers `NAME`, the field of a scene that holds it; `FIELDS`, all fields of a scene that it brings;
`TABLES`, those of its records; `PARTS`, what the guide says of them; `LISTS` and `ONES`, what builds them; and
`body`, which makes the exercise. This list is the only place here that names them.
"""

from __future__ import annotations

from course.reading.kinds import calendar, choices, message, sort

KINDS = (choices, sort, message, calendar)

BODIES = {kind.NAME: kind.body for kind in KINDS}
LISTS = {name: build for kind in KINDS for name, build in kind.LISTS.items()}
ONES = {name: build for kind in KINDS for name, build in kind.ONES.items()}
