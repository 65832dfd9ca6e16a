"""What is said first of a learner's decisions: a sentence, and the scenes that show it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from course.faces.textual.blocks.base import Block, Row, Rows, Text
from course.faces.textual.text import HERE, plain, point_out
from course.progress.habit_words import Point, Told
from course.words import say


def habit_blocks(told: Told | None) -> Iterable[Block]:
    """The heading, and each thing under it."""
    if told is None:
        return
    yield Text(plain(told.heading).stylize("bold"), after=0)
    for point in told.points:
        yield from _point(point)
    if told.more:
        yield Text(plain(told.more).stylize("$soft"))


def _point(point: Point) -> Iterable[Block]:
    if point.says:
        yield Text(plain(point.says), after=0)
    shown = [Row(_scene(each.where, each.said)) for each in point.scenes]
    shown += [Row(plain(point.more).stylize("$soft"))] if point.more else []
    yield Rows(shown, indent=2, after=0 if point.instead else 1)
    if point.instead:
        yield Text(plain(point.instead).stylize("$soft"), indent=2)


def _scene(where: str, said: str) -> Content:
    return point_out(say("habit.scene", where=HERE, said=said), where, "$soft")
