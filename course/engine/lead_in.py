"""How a scene is come to that is played by itself: with what went before it, so that its facts are there.

On the learner's own path where that came by; else on a way there on which as little as can be goes wrong.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import count

from course.engine import kinds
from course.engine.advised import advised_whole
from course.engine.apply import Unfit, apply, sent
from course.engine.events import Lasting, WentOn
from course.engine.kinds import FIRST
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.model import Ending

_MOST = 1_500
"""Plays looked at before no way is looked for any more."""
_BROKEN = 100
"""What a broken rule costs, in steps."""


def lead_in(fresh: Play, scene: str, events: Iterable[Lasting] = ()) -> Play | None:
    """The play as it first comes to that scene, by the events of an attempt or by a way that is found; None where
    there is none."""
    asking = fresh.scenario.scenes.get(scene)
    if asking is None or isinstance(asking.body, Ending):
        return None
    return _by_events(fresh, scene, events) or _by_search(fresh, scene)


def _by_events(play: Play, scene: str, events: Iterable[Lasting]) -> Play | None:
    for event in events:
        if _has_come(play, scene) or play.finished:
            break
        try:
            play = apply(play, event)
        except Unfit:  # the scenario has been edited since
            break
    return play if _has_come(play, scene) and not play.finished else None


def _has_come(play: Play, scene: str) -> bool:
    return play.scene_id == scene and play.phase is Phase.DECIDING and play.turn == FIRST


def _by_search(fresh: Play, scene: str) -> Play | None:
    """The way on which the fewest rules are broken; of several such, the shortest."""
    number = count()
    waiting = [(0, next(number), fresh)]
    seen: set[Hashable] = set()
    while waiting and len(seen) < _MOST:
        cost, _, play = heappop(waiting)
        if _has_come(play, scene):
            return play
        standing = (play.scene_id, play.phase, play.turn, play.past.log, frozenset(_touched(play)))
        if standing in seen:
            continue
        seen.add(standing)
        for after in _ways(play):
            broken = sum(len(each.broken) for each in after.latest) if after.phase is Phase.SHOWN else 0
            heappush(waiting, (cost + 1 + _BROKEN * broken, next(number), after))
    return None


def _touched(play: Play) -> Iterator[str]:
    return (rule for each in play.path for rule in (*each.follows, *each.broken))


def _ways(play: Play) -> Iterator[Play]:
    if play.phase in (Phase.SHOWN, Phase.READING):
        yield apply(play, WentOn())
    elif play.phase is Phase.DECIDING:
        for answers in _answers(play):
            yield apply(play, sent(play, answers))


def _answers(play: Play) -> Iterator[tuple[Answer, ...]]:
    exercise = play.exercise
    if play.whole() and exercise is not None:
        kind, advised = kinds.of(exercise), advised_whole(exercise)
        # What is put together is answered in the order in which it lies before the learner.
        yield kind.answers(kind.tidy(advised, play.order), play.order) or advised
    else:
        yield from ((each.answer,) for each in play.shown())
