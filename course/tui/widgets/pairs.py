"""A pair's marks: dos followed and don'ts avoided, each as so many of so many."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from course.model import Course
from course.playing.judging import Tally
from course.playing.scoring import Score
from course.tui.text import assemble

_DOTS = 12
"""More of them than this are shown in proportion."""


def pair_widgets(course: Course, score: Score) -> Iterable[Widget]:
    """Two rows for each pair in which something was at stake."""
    names = [(pair.id, pair.do, f"No {pair.dont[:1].lower()}{pair.dont[1:]}") for pair in course.pairs]
    names.append(("", "The line", "No pushing"))
    for pair_id, do, dont in names:
        marks = score.pairs.get(pair_id)
        if marks is None:
            continue
        rows = [row(name, tally) for name, tally in ((do, marks.do), (dont, marks.dont)) if tally.of]
        yield Static(Content("\n").join(rows), classes="prose")


def row(name: str, tally: Tally) -> Content:
    """The name, a dot for each chance, filled for each one taken, and the count in figures."""
    full, of = tally.got, tally.of
    if of > _DOTS:
        full, of = round(full * _DOTS / of), _DOTS
    dots = assemble(("●" * full, "$assertive"), ("○" * (of - full), "$pushy"))
    return assemble(f"{name:<26}", dots, " " * (_DOTS - of + 2), f"{tally.got} of {tally.of}")
