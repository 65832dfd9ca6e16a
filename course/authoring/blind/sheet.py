"""A sheet: items in the order in which they are asked, and each item's options under their letters.

Both orders follow from the seed, and from nothing of the items but their marks: what somebody answered can be read as
long as an item stays as it was, whatever has become of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import eq
from string import ascii_lowercase

from course.authoring.blind.items import Group, Item, digest
from course.model.record import Record


class Sheet(Record):
    """Items to be asked, those first that count, then those that are reported apart."""

    seed: int
    items: tuple[Item, ...]

    @property
    def code(self) -> str:
        """What says on paper which sheet this is."""
        return code(self.seed, (each.mark for each in self.items))


def code(seed: int, marks: Iterable[str]) -> str:
    """The seed, and ten digits that stand for it and all these items in their order."""
    return f"{seed}-{digest(str(seed), *marks, size=5)}"


def sheet(items: Sequence[Item], seed: int) -> Sheet:
    """These items, mixed across scenarios."""
    groups = [[each for each in items if not each.group.apart]]
    groups += [[each for each in items if each.group is group] for group in Group if group.apart]
    return Sheet(seed, tuple(each for group in groups for each in _mixed(group, seed)))


def arranged(item: Item, seed: int) -> tuple[int, ...]:
    """The numbers of an item's options in the order of their letters. The two sides of a statement stay in theirs."""
    numbers = range(len(item.options))
    if item.group is Group.SORTS:
        return tuple(numbers)
    return tuple(sorted(numbers, key=lambda each: digest(str(seed), item.mark, item.options[each].say, size=8)))


def lettered(item: Item, seed: int) -> list[tuple[str, str]]:
    """The letters, each with what its option says."""
    return [(ascii_lowercase[place], item.options[number].say) for place, number in enumerate(arranged(item, seed))]


def _mixed(items: Sequence[Item], seed: int) -> list[Item]:
    """In another order, with nothing of the same scenario or with the same options next to each other, as long as there
    is anything else: a scenario's options tell its plot, and of two that are alike one asks what differs."""
    several = len({each.scenario for each in items}) > 1
    kin = {each.mark: (each.scenario if several else each.mark, _what(each)) for each in items}
    waiting = sorted(items, key=lambda each: digest(str(seed), each.mark, size=8))
    found: list[Item] = []
    while waiting:
        last = kin[found[-1].mark] if found else (None, None)
        apart = (each for each in waiting if not any(map(eq, kin[each.mark], last)))
        found.append(next(apart, waiting[0]))
        waiting.remove(found[-1])
    return found


def _what(item: Item) -> frozenset[str]:
    """All that is read at an item."""
    return frozenset([item.statement, *(each.say for each in item.options)])
