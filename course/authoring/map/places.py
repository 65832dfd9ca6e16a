"""Where everything stands in the picture of a scenario, in pixels: boxes in columns, and arrows in the room between.

Each scene's box holds its choices line by line, and each arrow leaves at the right of its line. Between two columns run
arrows alone. Past a column they run in places of their own, and back to an earlier one below all boxes; so no arrow
ever touches a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from course.authoring.map.layout import Layout, Slot, layout
from course.authoring.map.plan import Arrow, Plan, Stop, Way
from course.model.record import Record

WIDE = 268
"""Pixels of a box, and so of a column."""
HEAD, LINE = 46, 19
"""Pixels of a box's title and day, and of each line below."""
_FOOT = 8
_BETWEEN, _APART = 104, 26
"""Pixels between two columns, and between two boxes of one."""
_LANE = 9
"""Pixels between two arrows that run side by side."""
EDGE, TOP = 48, 92
"""Pixels around the picture, and above its boxes."""
BESIDE = 18
"""Pixels from the endings to the line along which they lie."""
_BEND = 12


class Line(Record):
    """A line of a box: what a choice says, or a condition that it asks for below that."""

    y: float
    way: Way
    when: str
    """The condition; `""` on the line of the choice itself."""


class Box(Record):
    """The box of a scene, and where it stands."""

    stop: Stop
    x: float
    y: float
    high: float
    lines: tuple[Line, ...]


class Drawn(Record):
    """An arrow: the path that it takes."""

    way: Way
    arrow: Arrow
    path: str


class Places(Record):
    """The whole picture: where each box and each arrow stands."""

    wide: float
    high: float
    boxes: tuple[Box, ...]
    arrows: tuple[Drawn, ...]


def places(plan: Plan) -> Places:
    """Find a place for every box and every arrow."""
    laid_out = layout(plan)
    tops = _tops(plan, laid_out)
    lowest = max(tops[slot] + _high(plan, slot) for slot in tops)
    boxes = {
        slot.scene: _box(plan.stops[slot.scene], _left(number), tops[slot])
        for number, column in enumerate(laid_out.columns)
        for slot in column
        if not slot.to
    }
    router = _Router(plan, laid_out, tops, boxes, lowest + _APART)
    arrows = tuple(router.arrows())
    wide = 2 * EDGE + len(laid_out.columns) * (WIDE + _BETWEEN) - _BETWEEN + BESIDE
    return Places(wide, router.below + EDGE, tuple(boxes.values()), arrows)


def _left(column: int) -> float:
    return EDGE + column * (WIDE + _BETWEEN)


def _lines(stop: Stop) -> list[tuple[Way, str, Arrow | None]]:
    """The lines of a box, and the arrow that leaves each: a choice with one way on has it on its own line, one with
    several has them below, each with its condition."""
    found: list[tuple[Way, str, Arrow | None]] = []
    for way in stop.ways:
        alone = len(way.arrows) == 1
        found.append((way, "", way.arrows[0] if alone else None))
        found += [] if alone else [(way, f"if {each.when}" if each.when else "else", each) for each in way.arrows]
    return found


def _high(plan: Plan, slot: Slot) -> float:
    if slot.to:
        return _LANE * _between(plan, slot.scene, slot.to.partition("/")[0])
    lines = len(_lines(plan.stops[slot.scene]))
    return HEAD + LINE * lines + (_FOOT if lines else 0)


def _between(plan: Plan, scene: str, to: str) -> int:
    """How many arrows lead from one scene to another."""
    return sum(arrow.to == to for way in plan.stops[scene].ways for arrow in way.arrows)


def _tops(plan: Plan, laid_out: Layout) -> dict[Slot, float]:
    """The upper edge of every slot: as near as can be to the middle of what leads to it from the column before."""
    before: dict[Slot, list[Slot]] = {}
    for (scene, to), passed in laid_out.passing.items():
        for one, after in pairwise([Slot(scene), *passed, Slot(to)]):
            before.setdefault(after, []).append(one)
    found: dict[Slot, float] = {}
    for column in laid_out.columns:
        free, wanted = -1e9, []
        for slot in column:
            ties = [found[each] + _high(plan, each) / 2 for each in before.get(slot, ()) if each in found]
            wanted.append((sum(ties) / len(ties) if ties else 0) - _high(plan, slot) / 2)
            found[slot] = max(wanted[-1], free)
            free = found[slot] + _high(plan, slot) + _APART
        drift = sum(found[slot] - want for slot, want in zip(column, wanted, strict=True)) / max(1, len(column))
        found.update((slot, found[slot] - drift) for slot in column)
    highest = min(found.values())
    return {slot: top - highest + TOP for slot, top in found.items()}


def _box(stop: Stop, x: float, y: float) -> Box:
    written = _lines(stop)
    lines = tuple(Line(y + HEAD + LINE * (at + 0.5), way, when) for at, (way, when, _) in enumerate(written))
    return Box(stop, x, y, HEAD + LINE * len(lines) + (_FOOT if lines else 0), lines)


class _Router:
    """Finds each arrow its way."""

    def __init__(
        self, plan: Plan, laid_out: Layout, tops: Mapping[Slot, float], boxes: Mapping[str, Box], below: float
    ) -> None:
        self._plan, self._laid_out, self._tops, self._boxes = plan, laid_out, tops, boxes
        self.below = below
        """The lowest that anything reaches so far."""
        self._entries = self._doors()
        self._taken: dict[tuple[str, str], int] = {}

    def _doors(self) -> Mapping[str, list[float]]:
        """At each scene, where its arrows come in, from the uppermost down; taken away as they are used."""
        count = dict.fromkeys(self._boxes, 0)
        for stop in self._plan.stops.values():
            for way in stop.ways:
                for arrow in way.arrows:
                    count[arrow.to] += 1
        found = {}
        for name, box in self._boxes.items():
            step = min(_LANE, (box.high - 2 * _BEND) / max(1, count[name] - 1))
            first = box.y + HEAD / 2 - step * (count[name] - 1) / 2
            found[name] = [max(first, box.y + _BEND) + step * number for number in range(count[name])]
        return found

    def arrows(self) -> Iterator[Drawn]:
        """All arrows. Those from further up come in further up."""
        leaving = [
            (box, line.y, way, arrow)
            for box in self._boxes.values()
            for line, (way, _, arrow) in zip(box.lines, _lines(box.stop), strict=True)
            if arrow is not None
        ]
        for box, y, way, arrow in sorted(leaving, key=lambda each: each[1]):
            yield Drawn(way, arrow, self._path(box, y, arrow))

    def _path(self, box: Box, y: float, arrow: Arrow) -> str:
        target = self._boxes[arrow.to]
        enter = self._entries[arrow.to].pop(0)
        number = self._taken[box.stop.id, arrow.to] = self._taken.get((box.stop.id, arrow.to), -1) + 1
        if target.x <= box.x:
            return self._back(box.x + WIDE, y, target.x, enter)
        path = [f"M{box.x + WIDE:.0f} {y:.0f}"]
        x = box.x + WIDE
        for slot in self._laid_out.passing[box.stop.id, arrow.to]:
            lane = self._tops[slot] + _LANE * (number + 0.5)
            path += [_curve(x, y, x + _BETWEEN, lane), f"H{x + _BETWEEN + WIDE:.0f}"]
            x, y = x + _BETWEEN + WIDE, lane
        return " ".join([*path, _curve(x, y, target.x, enter)])

    def _back(self, x: float, y: float, to_x: float, to_y: float) -> str:
        """Down beside the column, along below everything, and up beside the column that it leads back to."""
        self.below += _LANE
        right, left, low = x + 3 * _BEND, to_x - 3 * _BEND, self.below
        return (
            f"M{x:.0f} {y:.0f} H{right - _BEND:.0f} Q{right:.0f} {y:.0f} {right:.0f} {y + _BEND:.0f} "
            f"V{low - _BEND:.0f} Q{right:.0f} {low:.0f} {right - _BEND:.0f} {low:.0f} "
            f"H{left + _BEND:.0f} Q{left:.0f} {low:.0f} {left:.0f} {low - _BEND:.0f} "
            f"V{to_y + _BEND:.0f} Q{left:.0f} {to_y:.0f} {left + _BEND:.0f} {to_y:.0f} H{to_x:.0f}"
        )


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (x + to_x) / 2
    return f"C{middle:.0f} {y:.0f} {middle:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}"


def spread(boxes: Sequence[Box]) -> tuple[float, float]:
    """The upper and the lower edge of several boxes."""
    return min(box.y for box in boxes), max(box.y + box.high for box in boxes)
