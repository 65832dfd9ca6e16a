"""A story as a tree of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.cells import cells, shorten
from course.drawing.plan import ENDS, LEGEND, Arrow, Plan, Stop

NARROWEST = 30


@dataclass(frozen=True, slots=True)
class Branch:
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
    """At the end of the line: a day, or a condition."""
    depth: int = 0


def lines(plan: Plan, width: int = 80) -> list[str]:
    """The whole drawing, no line wider than `width` cells."""
    width = max(NARROWEST, width)
    found = [plan.title, ""]
    found += [written(branch, width) for branch in branches(plan)]
    return [*found, "", *(part for part in _wrapped(LEGEND, width))]


def branches(plan: Plan) -> Iterator[Branch]:
    """Every line of the tree, from the start down; then the scenes that nothing leads to."""
    yield from _under(plan, plan.start)
    for name in plan.unreached:
        stop = plan.stops[name]
        yield Branch("", f"{stop.title} (nothing leads here)", name, "scene", note=_note(stop))


def _under(plan: Plan, name: str) -> Iterator[Branch]:
    """A scene and everything below it; a stack and no recursion, since a story may be thousands of scenes deep."""
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
    yield Branch(lead + "└─ " if rails else "", stop.title, name, "scene", note=_note(stop), depth=depth)
    for number, way in enumerate(stop.ways):
        last = number == len(stop.ways) - 1
        tee, down = ("└─ ", "   ") if last else ("├─ ", "│  ")
        one = way.arrows[0] if len(way.arrows) == 1 and not way.arrows[0].opens else None
        note = f"→ {plan.stops[one.to].title}" if one else ""
        to = one.to if one else way.arrows[0].to
        yield Branch(below + tee, way.said, to, "way", way.mark, note, depth + 1)
        for arrow in way.arrows if one is None else ():
            yield from _arrow(plan, arrow, below + down, depth + 2, alone=len(way.arrows) == 1)


def _arrow(plan: Plan, arrow: Arrow, rails: str, depth: int, *, alone: bool) -> Iterator[Branch | tuple[str, str, int]]:
    if not alone:
        when = f"if {arrow.when}" if arrow.when else "else"
        refers = "" if arrow.opens else f" → {plan.stops[arrow.to].title}"
        yield Branch(rails, f"{when}{refers}", arrow.to, "arrow", depth=depth)
    if arrow.opens:
        yield (arrow.to, rails + "   ", depth)


def _note(stop: Stop) -> str:
    if stop.ending is not None:
        return ENDS[stop.ending]
    return "" if stop.day is None else f"day {stop.day}"


def written(branch: Branch, width: int) -> str:
    """A line as text, its words shortened before its rails and its note are."""
    mark = f"{branch.mark} " if branch.mark else ""
    rails = branch.rails if cells(branch.rails) <= width // 2 else "…" + branch.rails[-(width // 2) + 1 :]
    note = shorten(branch.note, max(8, width // 3))
    room = width - cells(rails) - cells(mark) - (cells(note) + 2 if note else 0)
    text = shorten(" ".join(branch.text.split()), max(6, room))
    return f"{rails}{mark}{text}{'  ' + note if note else ''}".rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    if cells(text) <= width:
        return [text]
    return text.split("   ")
