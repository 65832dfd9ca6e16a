"""A scenario as a picture that stands by itself: SVG, light or dark as the reader's screen is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from course.authoring.map.layout import Layout, Slot, layout
from course.authoring.map.plan import Plan, Stop, Way
from course.model import Verdict
from course.model.record import Record
from course.text.width import shorten
from course.words import sentences

_WIDE, _HIGH = 190, 54
"""Pixels of a scene's place, without the space around it."""
_ACROSS, _DOWN = 28, 62
"""Pixels between two places in a row, and between two rows."""
_EDGE = 48
_LETTERS = 24
"""Of a title; about as many as fit its place."""
_PASSING = 26
"""Pixels that an arrow takes in a row it passes."""
_CLASS = {Verdict.DO: "do", Verdict.MIXED: "mixed", Verdict.DONT: "dont", Verdict.EITHER: "many"}
_LEGEND = {"do": "follows a rule", "mixed": "follows one and breaks one", "dont": "breaks a rule"}

_STYLE = """
svg { background: #f7f3ea; color: #26241f; font: 14px Georgia, 'Times New Roman', serif; }
text { fill: currentColor; } .soft { fill: #6b665b; font-size: 12px; } .title { font-size: 20px; }
.place { fill: #f7f3ea; stroke: #bdb5a3; } .way { fill: none; stroke-width: 1.6; }
.do { stroke: #23694c; } .mixed, .many { stroke: #6b665b; stroke-dasharray: 7 4; }
.dont { stroke: #a8480f; stroke-dasharray: 2 4; } .line { stroke: #bdb5a3; stroke-width: 2; }
.under { fill: #2a5f93; } .right { fill: #23694c; } .over { fill: #a8480f; }
@media (prefers-color-scheme: dark) {
svg { background: #1b1c1e; color: #e6e1d6; } .soft { fill: #9c9a94; } .place { fill: #1b1c1e; stroke: #55565a; }
.do { stroke: #8fc7a4; } .mixed, .many { stroke: #9c9a94; } .dont { stroke: #e8a06a; } .line { stroke: #55565a; }
.under { fill: #8db4d8; } .right { fill: #8fc7a4; } .over { fill: #e8a06a; } }
"""


class _Point(Record):
    """Pixels: for a place, the middle of its top edge."""

    x: float
    y: float


_Points = dict[Slot, _Point]


def svg(plan: Plan) -> str:
    """The picture."""
    placed = layout(plan)
    wide = max(620.0, 2 * _EDGE + max(map(_width, placed.rows)))
    points = _points(placed, wide)
    high = _EDGE + 46 + len(placed.rows) * (_HIGH + _DOWN) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" width="{wide:.0f}" height="{high}">',
        f"<title>{escape(plan.title)}</title><style>{_STYLE}</style>",
        f'<text class="title" x="{_EDGE}" y="{_EDGE}">{escape(plan.title)}</text>',
        *_ways(plan, placed, points),
        *_line(placed, points, wide),
        *(_scene(plan.stops[slot.scene], point) for slot, point in points.items() if not slot.to),
        *_legend(high - 22),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _room(slot: Slot) -> float:
    return _PASSING if slot.to else _WIDE + _ACROSS


def _width(row: Sequence[Slot]) -> float:
    return sum(map(_room, row))


def _points(placed: Layout, wide: float) -> _Points:
    found = {}
    for number, row in enumerate(placed.rows):
        free = (wide - 2 * _EDGE - _width(row)) / (len(row) + 1)
        x = _EDGE + free
        for slot in row:
            found[slot] = _Point(x + _room(slot) / 2, _EDGE + 36 + number * (_HIGH + _DOWN))
            x += _room(slot) + free
    return found


def _ways(plan: Plan, placed: Layout, points: _Points) -> Iterator[str]:
    for name, stop in plan.stops.items():
        top = points[Slot(name)]
        for number, way in enumerate(stop.ways):
            x = top.x + (number - (len(stop.ways) - 1) / 2) * min(26.0, _WIDE / len(stop.ways))
            for arrow in way.arrows:
                chain = [points[slot] for slot in placed.passing[name, arrow.to]]
                yield _way(way, _Point(x, top.y + _HIGH), chain, points[Slot(arrow.to)], arrow.when)


def _way(way: Way, start: _Point, chain: Sequence[_Point], end: _Point, when: str) -> str:
    """A line from the foot of one place to the head of another, straight through the rows that it passes; what the
    choice says shows under the pointer."""
    path = [f"M{start.x:.0f} {start.y:.0f}"]
    at = start
    for passed in chain:
        path += [_curve(at, passed), f"V{passed.y + _HIGH:.0f}"]
        at = _Point(passed.x, passed.y + _HIGH)
    path.append(_curve(at, end))
    said = f"{way.mark} {way.said}{f' (if {when})' if when else ''}"
    kind = _CLASS[way.verdict] if way.verdict else "many"
    return f'<path class="way {kind}" d="{" ".join(path)}"><title>{escape(said)}</title></path>'


def _curve(start: _Point, end: _Point) -> str:
    bend = _DOWN * 0.6 if end.y > start.y else _DOWN
    return f"C{start.x:.0f} {start.y + bend:.0f} {end.x:.0f} {end.y - bend:.0f} {end.x:.0f} {end.y:.0f}"


def _line(placed: Layout, points: _Points, wide: float) -> Iterator[str]:
    """The line, under the endings that lie along it."""
    if placed.rows[-1]:
        y = points[placed.rows[-1][0]].y + _HIGH + 14
        yield f'<line class="line" x1="{_EDGE}" y1="{y}" x2="{wide - _EDGE:.0f}" y2="{y}"/>'


def _legend(y: float) -> Iterator[str]:
    x = _EDGE
    for kind, words in _LEGEND.items():
        yield f'<path class="way {kind}" d="M{x} {y - 4} h34"/>'
        yield f'<text class="soft" x="{x + 42}" y="{y}">{words}</text>'
        x += 60 + 7 * len(words)


def _scene(stop: Stop, place: _Point) -> str:
    x, y = place.x, place.y
    if stop.ending is not None:
        shape = f'<circle class="{stop.ending}" cx="{x:.0f}" cy="{y + _HIGH + 14:.0f}" r="6"/>'
        below = f"ends {sentences.side_name(stop.ending)}"
    else:
        shape = f'<rect class="place" x="{x - _WIDE / 2:.0f}" y="{y:.0f}" width="{_WIDE}" height="{_HIGH}" rx="6"/>'
        below = "" if stop.day is None else f"day {stop.day}"
    return (
        f"<g><title>{escape(stop.title)} ({escape(stop.id)})</title>{shape}"
        f'<text x="{x:.0f}" y="{y + 23:.0f}" text-anchor="middle">{escape(shorten(stop.title, _LETTERS))}</text>'
        f'<text class="soft" x="{x:.0f}" y="{y + 42:.0f}" text-anchor="middle">{below}</text></g>'
    )
