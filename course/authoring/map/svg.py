"""A scenario as a picture that stands by itself: SVG, light or dark as the reader's screen is."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from course.authoring.map.places import BESIDE, EDGE, HEAD, WIDE, Box, Drawn, Line, Places, places, spread
from course.authoring.map.plan import MARKS, Plan, Way
from course.model import Verdict
from course.text.width import shorten
from course.words import sentences

_TITLE, _SAID = 32, 38
"""Cells of a title, and of what a choice says; about as many as fit a box."""
_LEGEND = {
    "do": f"{MARKS[Verdict.DO]} follows a rule",
    "mixed": f"{MARKS[Verdict.MIXED]} follows one and breaks one",
    "dont": f"{MARKS[Verdict.DONT]} breaks a rule",
    "either": f"{MARKS[Verdict.EITHER]} people differ here",
    "many": "· whatever is answered",
}
"""What each way of drawing an arrow means: one meaning each, and the sign that stands before the choice."""
_CLASS = {Verdict.DO: "do", Verdict.MIXED: "mixed", Verdict.DONT: "dont", Verdict.EITHER: "either"}

_STYLE = """
svg { background: #f7f3ea; color: #26241f; font: 14px Georgia, 'Times New Roman', serif; }
text { fill: currentColor; } .soft { fill: #6b665b; font-size: 12px; } .title { font-size: 20px; }
.said { font-size: 13px; } .place { fill: #f7f3ea; stroke: #bdb5a3; } .line { stroke: #bdb5a3; stroke-width: 2; }
.way { fill: none; stroke-width: 1.6; } .head { stroke: none; }
.do { stroke: #23694c; fill: #23694c; } .many { stroke: #6b665b; fill: #6b665b; }
.mixed { stroke: #7d5ba6; fill: #7d5ba6; stroke-dasharray: 9 4; }
.dont { stroke: #a8480f; fill: #a8480f; stroke-dasharray: 2 4; } path.way { fill: none; }
.under { fill: #2a5f93; } .right { fill: #23694c; } .over { fill: #a8480f; }
@media (prefers-color-scheme: dark) {
svg { background: #1b1c1e; color: #e6e1d6; } .soft { fill: #9c9a94; } .place { fill: #1b1c1e; stroke: #55565a; }
.do { stroke: #8fc7a4; fill: #8fc7a4; } .many { stroke: #9c9a94; fill: #9c9a94; }
.mixed { stroke: #c3a5e6; fill: #c3a5e6; } .dont { stroke: #e8a06a; fill: #e8a06a; } .line { stroke: #55565a; }
.under { fill: #8db4d8; } .right { fill: #8fc7a4; } .over { fill: #e8a06a; } }
"""


def svg(plan: Plan) -> str:
    """The picture."""
    drawn = places(plan)
    wide, high = max(860.0, drawn.wide), drawn.high + 24
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" width="{wide:.0f}" '
        f'height="{high:.0f}">',
        f"<title>{escape(plan.title)}</title><style>{_STYLE}</style><defs>{''.join(map(_head, _LEGEND))}</defs>",
        f'<text class="title" x="{EDGE}" y="{EDGE}">{escape(plan.title)}</text>',
        *map(_arrow, drawn.arrows),
        *_line(drawn),
        *(_scene(box) for box in drawn.boxes),
        *_legend(high - 22),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _kind(way: Way) -> str:
    return _CLASS[way.verdict] if way.verdict else "many"


def _head(kind: str) -> str:
    """The head of such an arrow."""
    shape = f'<path class="head {kind}" d="M0 0 L8 4 L0 8 z"/>'
    size = 'viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse"'
    return f'<marker id="{kind}" {size} orient="auto">{shape}</marker>'


def _arrow(drawn: Drawn) -> str:
    """An arrow; what its choice says shows under the pointer."""
    when = f" (if {drawn.arrow.when})" if drawn.arrow.when else ""
    kind = _kind(drawn.way)
    said = escape(f"{drawn.way.mark} {drawn.way.said}{when}")
    return f'<path class="way {kind}" marker-end="url(#{kind})" d="{drawn.path}"><title>{said}</title></path>'


def _line(drawn: Places) -> Iterator[str]:
    """The line, right of the endings that lie along it."""
    endings = [box for box in drawn.boxes if box.stop.ending is not None]
    if endings:
        top, bottom = spread(endings)
        x = endings[0].x + WIDE + BESIDE
        yield f'<line class="line" x1="{x:.0f}" y1="{top:.0f}" x2="{x:.0f}" y2="{bottom:.0f}"/>'


def _legend(y: float) -> Iterator[str]:
    x = EDGE
    for kind, words in _LEGEND.items():
        yield f'<path class="way {kind}" marker-end="url(#{kind})" d="M{x} {y - 4:.0f} h40"/>'
        yield f'<text class="soft" x="{x + 48}" y="{y:.0f}">{words}</text>'
        x += 70 + 7 * len(words)


def _scene(box: Box) -> str:
    stop, x, y = box.stop, box.x, box.y
    note = "" if stop.day is None else f"day {stop.day}"
    if stop.ending is not None:
        note = f"ends {sentences.side_name(stop.ending)}"
        mark = f'<circle class="{stop.ending}" cx="{x + WIDE + BESIDE:.0f}" cy="{y + HEAD / 2:.0f}" r="6"/>'
    else:
        mark = ""
    return (
        f"<g><title>{escape(stop.title)} ({escape(stop.id)})</title>"
        f'<rect class="place" x="{x:.0f}" y="{y:.0f}" width="{WIDE}" height="{box.high:.0f}" rx="6"/>{mark}'
        f'<text x="{x + 12:.0f}" y="{y + 20:.0f}">{escape(shorten(stop.title, _TITLE))}</text>'
        f'<text class="soft" x="{x + 12:.0f}" y="{y + 37:.0f}">{escape(note)}</text>'
        f"{''.join(_said(line, x) for line in box.lines)}</g>"
    )


def _said(line: Line, x: float) -> str:
    if line.when:
        return f'<text class="soft" x="{x + 28:.0f}" y="{line.y + 4:.0f}">{escape(shorten(line.when, _SAID))}</text>'
    said = escape(f"{line.way.mark} {shorten(' '.join(line.way.said.split()), _SAID)}")
    return f'<text class="said" x="{x + 12:.0f}" y="{line.y + 4:.0f}">{said}</text>'
