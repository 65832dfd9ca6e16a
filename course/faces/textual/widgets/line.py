"""The line, the course's one visual idea: too little, right, too much, and where a decision landed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice
from operator import itemgetter

from textual.content import Content
from textual.reactive import var

from course.engine.decision import Decision
from course.engine.judging import worst
from course.faces.textual.text import pad
from course.faces.textual.widgets.lines import Lines
from course.model import Side, Verdict
from course.text.width import cells
from course.words import say

SIDE_STYLE = {Side.UNDER: "$under", Side.RIGHT: "$right", Side.OVER: "$over"}
_ZONE = 1 / 3
"""The right part reaches this far to either side of the middle; the whole line runs from -1 to 1."""
_OVER, _BARELY, _FURTHER, _LEAN, _FARTHEST = 0.58, 0.44, 0.13, 0.07, 0.96
_GAP = 3
"""Columns between the line and what stands behind it."""
SLIDES = 0.45
"""Seconds that the mark takes to its place beside the forecast."""
_FAR = {Side.UNDER: -_OVER, Side.RIGHT: 0.0, Side.OVER: _OVER}
"""Where something stands of which only its side is known."""


Goes = Sequence[Sequence[Decision]]
"""Decisions on a path, those that were sent at one go together; none of them empty."""


def place(goes: Goes) -> float:
    """Where the last of them landed, from -1 (under) over 0 (right) to 1 (over).

    The same step lands farther out each time it is repeated, and what is past still leans a little.
    """
    before, last = [each for go in goes[:-1] for each in go], _farthest(goes[-1])
    pushed = sum(each.side is Side.OVER for each in before)
    hushed = sum(each.side is Side.UNDER for each in before)
    if last.side is Side.RIGHT:
        return max(-_ZONE, min(_ZONE, (pushed - hushed) * _LEAN)) * 0.9
    start = _BARELY if last.verdict is Verdict.MIXED else _OVER
    if last.side is Side.OVER:
        return min(_FARTHEST, start + pushed * _FURTHER)
    return -min(_FARTHEST, start + hushed * _FURTHER)


def _farthest(go: Sequence[Decision]) -> Decision:
    """Of several decisions made at one go, the one that lands farthest out."""
    side = worst(each.side for each in go)
    return next(each for each in go if each.side is side)


class TheLine(Lines):
    """The line across its width, with a mark on it, an optional forecast, and the words beneath."""

    DEFAULT_CSS = "TheLine { height: 1; width: 1fr; } TheLine.-words { height: 2; }"

    slid: var[float] = var(1.0)
    """How much of its way the mark has gone, from 0 to 1; its way is what `show` said last, so that a slide that is
    overtaken ends where the line stands by then."""

    def __init__(self, *, words: bool = False, id: str | None = None) -> None:
        super().__init__(id=id, classes="-words" if words else "")
        self._words = words
        self._forecast: float | None = None
        self._side: Side | None = None
        self._position = ""
        self._from: float | None = None
        self._to: float | None = None

    @property
    def mark(self) -> float | None:
        """Where the mark stands, from -1 to 1; None leaves it out."""
        if self._from is None or self._to is None:
            return self._to
        return self._from + (self._to - self._from) * self.slid

    @property
    def asides(self) -> tuple[str, ...]:
        """What may stand behind it, as much as there is room for: what is counted with it, or the counter alone."""
        return (say("position.decision", position=self._position), self._position) if self._position else ()

    def put_aside(self, position: str) -> None:
        """Say at the right edge, behind the line, which of the decisions this is."""
        if position != self._position:
            self._position = position
            self.draw()

    def show(self, goes: Goes, *, fresh: bool = False, ends: Side | None = None) -> None:
        """Draw where a path stands, and once it has come to an end, where that lies. A `fresh` decision slides into
        place beside its forecast."""
        if not goes:
            self._forecast = self._side = self._from = self._to = None
            self.draw()
            return
        before, last, target = goes[:-1], _farthest(goes[-1]), place(goes)
        if ends is not None and ends is not last.side:
            target = _FAR[ends]
        self._side = ends or last.side
        said = next((each for each in goes[-1] if each.forecast is not None), last)
        self._forecast = _forecast_place(said, target) if fresh else None
        self._from, self._to = None, target
        if fresh and self.app.animation_level != "none":
            self._from, self.slid = place(before) if before else 0.0, 0.0
            self.animate("slid", 1.0, duration=SLIDES, easing="out_cubic")
        self.draw()

    def watch_slid(self) -> None:
        """Draw the line again at each step that the mark moves."""
        self.draw()

    def lines(self, width: int, height: int) -> Sequence[Content]:  # noqa: ARG002 (one row, or two with the words)
        return [self._line(width), _under(width)] if self._words else [self._line(width)]

    def _line(self, width: int) -> Content:
        if self._words:
            return self._stretch(width)
        under, over = Content(say("line.end-under") + " "), Content(" " + say("line.end-over"))
        fitting = (each for each in self.asides if 2 * width >= 5 * (cells(each) + _GAP))
        aside = Content("".join(" " * _GAP + each for each in islice(fitting, 1))).stylize("$soft")
        middle = self._stretch(max(3, width - under.cell_length - over.cell_length - aside.cell_length))
        return under.stylize("$soft") + middle + over.stylize("$soft") + aside

    def _stretch(self, width: int) -> Content:
        left, right = _column(-_ZONE, width), _column(_ZONE, width)
        cells = [("━", "$right") if left <= column <= right else ("╌", "$faint") for column in range(width)]
        if self._forecast is not None:
            cells[_column(self._forecast, width)] = ("○", "$foreground")
        if self.mark is not None:
            style = SIDE_STYLE[self._side] if self._side else "$foreground"
            cells[_column(self.mark, width)] = ("●", f"bold {style}")
        runs = (("".join(sign for sign, _ in run), style) for style, run in groupby(cells, key=itemgetter(1)))
        return Content.assemble(*runs)


def _forecast_place(decision: Decision, target: float) -> float | None:
    if decision.forecast is None:
        return None
    if decision.forecast is decision.side:
        return target
    return _FAR[decision.forecast]


def _column(position: float, width: int) -> int:
    return round((position + 1) / 2 * (width - 1))


def _under(width: int) -> Content:
    """The names beneath the line, each where it belongs, as far as those before it leave room."""
    text = ""
    for side, position in ((Side.UNDER, -1.0), (Side.RIGHT, 0.0), (Side.OVER, 1.0)):
        name = say(f"line.{side}")
        room = cells(name)
        start = min(max(0, _column(position, width) - room // 2), max(0, width - room))
        text = (pad(text, start) if text else " " * start) + name
    return Content(text).truncate(width).stylize("$soft")
