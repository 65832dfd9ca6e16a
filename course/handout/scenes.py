"""Every scene of a scenario as it is told on one real path that leads to it, the advised one where it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from course.engine import judging, kinds
from course.engine.apply import apply, begin, sent
from course.engine.events import WentOn
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.model import Course, Ending, Scenario
from course.room.events import ORDER

_MOST = 2000
"""Plays that are looked at."""
_MOST_WHOLE = 4
"""Of an exercise that is answered at one go, so many answers are tried to see where it leads."""


def scenes(course: Course, scenario: Scenario) -> tuple[Play, ...]:
    """A play at each scene, in the order in which they were written; scenes that no path here comes to are left out.

    The walk begins with what is advised at every step, so that each scene is told as it reads to those who did well;
    one that only a slip leads to is told after that slip alone. An ending that it does not come to is told as it
    stands, since a room at a table may come to it.
    """
    start = begin(course, scenario, ORDER, extra_minute=False)
    found: dict[str, Play] = {}
    waiting, known = [start], {_standing(start)}
    for play in waiting:  # grows while it is walked
        found.setdefault(play.scene_id, play)
        if len(found) == len(scenario.scenes) or len(waiting) > _MOST:
            continue
        for after in _onward(play):
            if (standing := _standing(after)) not in known:
                known.add(standing)
                waiting.append(after)
    for each in scenario.scenes.values():
        if each.id not in found and isinstance(each.body, Ending):
            found[each.id] = begin(course, scenario, ORDER, extra_minute=False, at=each.id)
    return tuple(found[name] for name in scenario.scenes if name in found)


def sent_on(play: Play, answers: Sequence[Answer]) -> Play:
    """The play once these answers are given, and what came of them has been read."""
    after = apply(play, sent(play, answers))
    while after.phase is Phase.SHOWN:
        after = apply(after, WentOn())
    return after


def _standing(play: Play) -> tuple[object, ...]:
    """What of a path most often decides where it leads."""
    broken = frozenset(rule for each in play.path for rule in each.broken)
    return play.scene_id, broken, len(play.contacts)


def _onward(play: Play) -> Iterator[Play]:
    """The plays at the scenes that come next, those by what is advised first."""
    if play.phase is Phase.READING:
        yield apply(play, WentOn())
    if play.phase is not Phase.DECIDING or play.exercise is None:
        return
    kind = kinds.of(play.exercise)
    if play.whole():
        tried = list(islice(kind.samples(play.order), _MOST_WHOLE))
    else:
        shown = play.shown()
        best = judging.advised(shown)
        tried = [(each.answer,) for each in (*best, *(each for each in shown if each not in best))]
    for answers in tried:
        after = sent_on(play, answers)
        if after.phase is Phase.DECIDING and after.scene_id == play.scene_id:  # the scene asks on
            yield from _onward(after)
        else:
            yield after
