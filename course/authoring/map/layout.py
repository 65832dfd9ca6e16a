"""In which column each scene of a picture stands, and in which order: the start at the left, the endings along the line
at the right.

A scene's column is the longest way to it, so that all arrows but those of loops lead to the right. An arrow that
passes a column gets a place of its own there, so that it runs between the scenes. Within its column everything is moved
to the middle of what leads to it and what it leads to (the barycentre method: Sugiyama, Tagawa and Toda, 1981).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from course.authoring.map.plan import Plan
from course.model import Side
from course.model.record import Record

_SWEEPS = 8
_SIDES = (Side.UNDER, Side.RIGHT, Side.OVER)


class Slot(Record):
    """A place in a column: a scene's, or that of the arrows from one scene to another on their way past."""

    scene: str
    to: str = ""


class Layout(Record):
    """Columns from left to right; the last holds the endings alone, from too little to too much."""

    columns: tuple[tuple[Slot, ...], ...]
    passing: Mapping[tuple[str, str], tuple[Slot, ...]]
    """The places that the arrows from one scene to another pass, from left to right."""


def layout(plan: Plan) -> Layout:
    """Place every scene of the plan, and every arrow that passes a column."""
    after = {name: [arrow.to for way in stop.ways for arrow in way.arrows] for name, stop in plan.stops.items()}
    depth = _depths(after)
    last = max((depth[name] for name, stop in plan.stops.items() if stop.ending is None), default=-1) + 1
    endings = [name for side in _SIDES for name, stop in plan.stops.items() if stop.ending is side]
    depth.update(dict.fromkeys(endings, last))
    columns: list[list[Slot]] = [[] for _ in range(last)]
    for name in after:
        if depth[name] < last:
            columns[depth[name]].append(Slot(name))
    passing = {}
    for name, others in after.items():
        for other in dict.fromkeys(others):
            slots = tuple(Slot(name, f"{other}/{number}") for number in range(depth[name] + 1, depth[other]))
            passing[name, other] = slots
            for number, slot in enumerate(slots, depth[name] + 1):
                columns[number].append(slot)
    columns.append([Slot(name) for name in endings])
    _untangle(columns, _neighbors(passing))
    return Layout(tuple(map(tuple, columns)), passing)


def _depths(after: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The longest way to each scene, leaving aside the arrows that lead back."""
    order = _from_the_top(after)
    place = {name: number for number, name in enumerate(order)}
    depth = dict.fromkeys(after, 0)
    for name in order:
        for other in after[name]:
            if place[other] > place[name]:
                depth[other] = max(depth[other], depth[name] + 1)
    return depth


def _from_the_top(after: Mapping[str, Sequence[str]]) -> list[str]:
    """The scenes so that each comes before all that it leads to, but for those that lead back to it."""
    seen: set[str] = set()
    done: list[str] = []
    for root in after:
        if root in seen:
            continue
        seen.add(root)
        path = [(root, iter(after[root]))]
        while path:
            name, following = path[-1]
            other = next((each for each in following if each not in seen), None)
            if other is None:
                done.append(name)
                path.pop()
            else:
                seen.add(other)
                path.append((other, iter(after[other])))
    return done[::-1]


def _neighbors(passing: Mapping[tuple[str, str], tuple[Slot, ...]]) -> dict[Slot, list[Slot]]:
    found: dict[Slot, list[Slot]] = {}
    for (name, other), slots in passing.items():
        chain = [Slot(name), *slots, Slot(other)]
        for one, next_one in pairwise(chain):
            found.setdefault(one, []).append(next_one)
            found.setdefault(next_one, []).append(one)
    return found


def _untangle(columns: list[list[Slot]], neighbors: Mapping[Slot, list[Slot]]) -> None:
    """Sort each column but the last by the mean place of what its slots are tied to, down and up again."""
    places = {slot: _middle(number, len(column)) for column in columns for number, slot in enumerate(column)}
    for sweep in range(_SWEEPS):
        for column in columns[:-1] if sweep % 2 == 0 else reversed(columns[:-1]):
            ties = {slot: [places[each] for each in neighbors.get(slot, [slot])] for slot in column}
            means = {slot: sum(values) / len(values) for slot, values in ties.items()}
            column.sort(key=means.__getitem__)
            places.update((slot, _middle(number, len(column))) for number, slot in enumerate(column))


def _middle(number: int, of: int) -> float:
    """The place of the number-th of so many, from 0 to 1."""
    return (number + 0.5) / of
