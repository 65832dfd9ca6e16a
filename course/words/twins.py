"""What is said of twins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from course.model import Course, Head
from course.words import say, sentences

if TYPE_CHECKING:  # results count twins without looking at any
    from course.engine.decision import Decision
    from course.engine.twins import Side


def understood(met: int, right: int) -> str:
    """How many pairs of twins were right on both sides; `""` where none was met."""
    return say("twins.understood", n=met, understood=right) if met else ""


def place(title: str, head: Head, day: int) -> str:
    """Where one of two twins was met: its scene, the day unless the title only says that, and its scenario."""
    when = sentences.when(head, day)
    scene = when if when.startswith(title) else sentences.place(title, head, day)
    return say("twins.place", scene=scene, title=head.title)


def lines(
    course: Course, side: Side, did: Callable[[Course, Decision], str] = sentences.said
) -> Iterator[tuple[str, str]]:
    """All that is told of one of them, each line under what it is: the "fact" that decides first, then what it "says"
    there, what "you" answered, as `did` says it, what was "advised" and "why"; nothing of it twice."""
    yield from (("fact", each) for each in side.facts)
    yield from (("says", each) for each in side.says)
    for entry in side.entries:
        yield "you", did(course, entry.decision)
        why = side.because
        if not entry.advised:
            yield from (("why", each) for each in why if each)
        for outcome, because in zip_longest(entry.advised, why if entry.advised else ()):
            yield (
                "advised",
                sentences.side_put(outcome) if entry.decision.is_sorted else sentences.said(course, outcome),
            )
            yield from (("why", each) for each in [because] if each)
