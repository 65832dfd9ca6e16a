"""Words that allow no exception. Careful readers distrust them, and writers put them into wrong answers."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.chance import RARE
from course.authoring.check.wording.tools.items import Item, Items
from course.authoring.check.wording.tools.signs import pattern

# "Always, never, completely and absolutely" are the specific determiners that Haladyna, Downing and Rodriguez (2002)
# tell item writers to avoid, here with their near kin. Words such as "no", "only" and "nothing" are left out: in a
# scenario they mostly say what is done ("say nothing") and claim nothing about all cases.
ABSOLUTES = (
    *("always", "never", "every", "everyone", "everybody", "everything", "nobody", "no one", "none"),
    *("completely", "absolutely", "totally", "entirely"),
)


def find(items: Items) -> Iterator[Found]:
    """Such words stand in choices that break a rule, and hardly in advised ones, more often than chance allows."""
    having: dict[int, set[int]] = {}
    for phrase in ABSOLUTES:
        for number in items.sayings.having(phrase):
            item, which = items.choices[number]
            having.setdefault(item.first, set()).add(which)

    def carrying(item: Item) -> list[int]:
        return sorted(having.get(item.first, ()))

    shown = pattern(items.telling, carrying, RARE, spared=True)
    if shown is not None:
        message = f"Words like always, never and every spare the advised choices in {shown.numbers}."
        mend = "Say it without such a word here, or let an advised choice have one where it is true."
        yield shown.found("absolute-words", message, mend)
