"""Moves: what the journal keeps of an attempt, and how a play is rebuilt from them.

A play is never stored. It is replayed from its moves, so that a learner comes back to the same
sentence, an edited scenario is met where it still fits, and an author's preview can repeat
their choices after each save.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.model import Ending, Side
from course.playing import kinds, story
from course.playing.story import Phase, Play


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer was sent at a scene whose revision was `revision`."""

    scene: str
    answer: tuple[str, ...]
    forecast: Side | None
    revision: str


@dataclass(frozen=True, slots=True)
class WentOn:
    """The consequence was read."""


@dataclass(frozen=True, slots=True)
class Rewound:
    """The learner went back to decision `to` of the attempt."""

    to: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Taken up again, only the first `count` moves still fitted it; the rest were let go."""

    count: int


Move = Sent | WentOn | Rewound | Kept


@dataclass(frozen=True, slots=True)
class Replayed:
    """A play rebuilt from moves."""

    play: Play
    kept: int
    """How many of the moves still fit; the play stands where the last of them led."""
    whole: bool
    """Whether all of them did."""
    changed: tuple[str, ...]
    """Ids of scenes on the way here that have changed since they were answered."""


def sent(play: Play) -> Sent:
    """The move that led to the consequence now shown."""
    assert play.last is not None
    return Sent(play.last.scene, play.last.answer, play.last.forecast, play.last.revision)


def replay(play: Play, moves: Sequence[Move]) -> Replayed:
    """Repeat `moves` from `play`, a fresh beginning, as far as they still fit the scenario."""
    fitting = standing(moves)
    for index, move in enumerate(fitting):
        after = apply(play, move)
        if after is None:
            return Replayed(play, index, False, _changed(play, fitting[:index]))
        play = after
    return Replayed(play, len(fitting), True, _changed(play, fitting))


def standing(moves: Sequence[Move]) -> list[Move]:
    """The moves that stand, once each `Kept` has let go of what no longer fitted."""
    result: list[Move] = []
    for move in moves:
        if isinstance(move, Kept):
            del result[move.count :]
        else:
            result.append(move)
    return result


def apply(play: Play, move: Move) -> Play | None:
    """The play after one more move, or None when the move does not fit the scenario as it is today."""
    if isinstance(move, Sent):
        body = play.scene.body
        if play.phase is not Phase.DECIDING or play.scene_id != move.scene or isinstance(body, Ending):
            return None
        if all(outcome.answer != move.answer for outcome in kinds.outcomes(body)):
            return None
        return story.send(story.choose(play, move.answer), move.forecast)
    if isinstance(move, WentOn):
        return story.go_on(play) if play.phase is Phase.SHOWN else None
    if isinstance(move, Rewound):
        return story.rewind(play, move.to) if 0 <= move.to < len(play.history) else None
    return None


def _changed(play: Play, moves: Sequence[Move]) -> tuple[str, ...]:
    answered = [move for move in moves if isinstance(move, Sent)]
    return tuple(
        dict.fromkeys(
            taken.decision.scene
            for taken, move in zip(play.history, answered, strict=True)
            if taken.decision.revision != move.revision
        )
    )
