"""The exercise kind `next`, as authors write it: a scene that asks nothing and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.model.record import replace
from course.reading.format.fields import Values, WrittenKind
from course.reading.format.shared import NEXT

if TYPE_CHECKING:
    from course.model.kinds import Exercise


def exercise(scene: Values) -> Exercise:
    from course.model.kinds.onward import Onward  # only once a scene is read: not before the first page

    return Onward(scene["next"])


KIND = WrittenKind(
    name="next",
    fields=(
        replace(NEXT, about="instead of choices: the scene only goes on, to that one or by branches", required=False),
    ),
    tables=(),
    guide={},
    exercise=exercise,
)
