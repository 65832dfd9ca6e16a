"""Whether the place of a choice gives it away, where the choices keep their places."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.chance import RARE
from course.authoring.check.wording.tools.items import Items
from course.authoring.check.wording.tools.signs import first, last, middle, pattern

_WAYS = ((first, "first"), (middle, "in the middle"), (last, "last"))


def find(items: Items) -> Iterator[Found]:
    """The advised choice is the first, the last, or in the middle, too often."""
    fixed = [item for item in items.telling if not item.shuffled]
    for sign, name in _WAYS:
        shown = pattern(fixed, sign, RARE / len(_WAYS))
        if shown is not None:
            message = f"Where choices keep their order, the advised choice comes {name} in {shown.numbers}."
            mend = "Take shuffle: off out where the order says nothing, or write the choices in another order."
            yield shown.found("place-advised", message, mend)
