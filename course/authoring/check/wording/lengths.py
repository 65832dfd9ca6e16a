"""Whether the length of a choice gives it away."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.chance import RARE
from course.authoring.check.wording.tools.items import Items
from course.authoring.check.wording.tools.signs import longest, pattern, shortest

_WAYS = (
    (longest, "longest", "Shorten it in some of these scenes, or give a choice that tempts as much to say."),
    (shortest, "shortest", "Give it more to say in some of these scenes, or shorten a choice that tempts."),
)


def find(items: Items) -> Iterator[Found]:
    """The advised choice is the longest, or the shortest, too often."""
    for sign, name, mend in _WAYS:
        shown = pattern(items.telling, sign, RARE / len(_WAYS))
        if shown is not None:
            message = f"The advised choice is the {name} in {shown.numbers}. Who reads only lengths scores well."
            yield shown.found("longest-advised", message, mend)
