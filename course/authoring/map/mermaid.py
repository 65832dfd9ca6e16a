"""A scenario as a Mermaid flowchart, for wikis and for Markdown that is shown as pictures."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.map.plan import Plan, Stop
from course.model import Side
from course.text.width import shorten

_SAID = 60
"""Cells of what a choice says."""
_COLORS = {Side.UNDER: "#2a5f93", Side.RIGHT: "#23694c", Side.OVER: "#a8480f"}


def mermaid(plan: Plan) -> str:
    """The flowchart."""
    names = {name: f"s{number}" for number, name in enumerate(plan.stops)}
    lines = ["flowchart TD"]
    for name, stop in plan.stops.items():
        lines.append(f"  {names[name]}{_shape(stop)}")
    for name, stop in plan.stops.items():
        lines += _ways(stop, names[name], names)
    for side, color in _COLORS.items():
        those = ",".join(names[name] for name, stop in plan.stops.items() if stop.ending is side)
        if those:
            lines += [f"  classDef {side} stroke:{color},stroke-width:2px", f"  class {those} {side}"]
    return "\n".join(lines) + "\n"


def _shape(stop: Stop) -> str:
    note = f"<br/>{stop.note}" if stop.note else ""
    note += "".join(f"<br/>{way.mark} {_escaped(shorten(way.said, _SAID))}" for way in stop.ways if not way.arrows)
    box = f'["{_escaped(stop.title)}{note}"]'
    return box if stop.ending is None else f"({box})"


def _ways(stop: Stop, start: str, names: dict[str, str]) -> Iterator[str]:
    for way in stop.ways:
        for arrow in way.arrows:
            when = f"<br/>if {arrow.when}" if arrow.when else ""
            yield f'  {start} -->|"{way.mark} {_escaped(shorten(way.said, _SAID))}{when}"| {names[arrow.to]}'


def _escaped(text: str) -> str:
    """A text in which nothing means anything to Mermaid, Markdown or HTML."""
    plain = " ".join(text.split())
    return "".join(
        character if character.isalnum() or character in " ,.…?’" else f"#{ord(character)};" for character in plain
    )
