"""A scenario as a tree of text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from course.authoring.map.plan import LEGEND, Arrow, Plan
from course.model import Side
from course.model.record import Record, replace
from course.text.width import cells, shorten

NARROWEST = 30
_ROOMY = 50


class Branch(Record):
    """One line of the tree: a scene, a choice, or where a choice leads."""

    rails: str
    """What stands to its left."""
    text: str
    scene: str
    """The scene that this line is, belongs to or leads to."""
    kind: str
    """`scene`, `way` or `arrow`."""
    mark: str = ""
    """A verdict's sign in front of the text, or an arrow's."""
    note: str = ""
    """At the end of the line: a day, how the scenario ends, or where a choice leads that is drawn elsewhere."""
    side: Side | None = None
    """Where on the line a choice lands, or an ending lies."""
    depth: int = 0


def lines(plan: Plan, width: int = 80) -> list[str]:
    """The whole drawing, no line wider than `width` cells."""
    width = max(NARROWEST, width)
    found = [plan.title, ""]
    found += [written(branch, width) for branch in branches(plan)]
    return [*found, "", *textwrap.wrap(LEGEND, width)]


def branches(plan: Plan) -> Iterator[Branch]:
    """Every line of the tree, from the start down; then the scenes that nothing leads to."""
    yield from _under(plan, plan.start)
    for name in plan.unreached:
        stop = plan.stops[name]
        yield Branch("", f"{stop.title} (nothing leads here)", name, "scene", "", stop.note, stop.ending)


def _under(plan: Plan, name: str) -> Iterator[Branch]:
    """A scene and everything below it; a stack and no recursion, since a scenario may be thousands of scenes deep."""
    waiting: list[Branch | tuple[str, str, int]] = [(name, "", 0)]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Branch):
            yield each
            continue
        waiting += reversed(list(_scene(plan, *each)))


def _scene(plan: Plan, name: str, rails: str, depth: int) -> Iterator[Branch | tuple[str, str, int]]:
    stop = plan.stops[name]
    lead, below = (rails[:-3], rails[:-3] + "   ") if rails else ("", "")
    yield Branch(lead + "└─ " if rails else "", stop.title, name, "scene", "", stop.note, stop.ending, depth)
    for number, way in enumerate(stop.ways):
        last = number == len(stop.ways) - 1
        tee, down = ("└─ ", "   ") if last else ("├─ ", "│  ")
        one = way.arrows[0] if len(way.arrows) == 1 and not way.arrows[0].opens else None
        note = f"→ {plan.stops[one.to].title}" if one else ""
        to = one.to if one else way.arrows[0].to if way.arrows else name
        yield Branch(below + tee, way.said, to, "way", way.mark, note, way.side, depth + 1)
        for arrow in way.arrows if one is None else ():
            yield from _arrow(plan, arrow, below + down, depth + 2, alone=len(way.arrows) == 1)


def _arrow(plan: Plan, arrow: Arrow, rails: str, depth: int, *, alone: bool) -> Iterator[Branch | tuple[str, str, int]]:
    if not alone:
        when = f"if {arrow.when}" if arrow.when else "else"
        refers = "" if arrow.opens else f" → {plan.stops[arrow.to].title}"
        yield Branch(rails, f"{when}{refers}", arrow.to, "arrow", depth=depth)
    if arrow.opens:
        yield (arrow.to, rails + "   ", depth if alone else depth + 1)


def fitted(branch: Branch, width: int) -> Branch:
    """The line at that width, its words shortened before its rails and its note are."""
    most = width // 2 if width >= _ROOMY else width // 3
    rails = branch.rails if cells(branch.rails) <= most else "…" + branch.rails[-most + 1 :]
    note = shorten(branch.note, max(8, width // 3))
    room = width - cells(rails) - (2 if branch.mark else 0) - (cells(note) + 2 if note else 0)
    return replace(branch, rails=rails, note=note, text=shorten(" ".join(branch.text.split()), max(6, room)))


def written(branch: Branch, width: int) -> str:
    """The line as text."""
    each = fitted(branch, width)
    mark = f"{each.mark} " if each.mark else ""
    return f"{each.rails}{mark}{each.text}{'  ' + each.note if each.note else ''}".rstrip()
