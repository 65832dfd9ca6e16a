"""Moves: what the journal keeps of an attempt, and how a play is rebuilt from them.

A play is never stored. It is replayed from its moves, so that a learner comes back to the same
sentence, an edited scenario is met where it still fits, and an author's preview can repeat
their choices after each save.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.engine import playing
from course.engine.outcome import Answer
from course.engine.playing import Phase, Play
from course.model import Ending, Side


@dataclass(frozen=True, slots=True)
class Drafted:
    """Something else was put together at a scene, and not sent yet."""

    scene: str
    draft: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer was sent at a scene whose revision was `revision`; or several, where all are given at one go."""

    scene: str
    answers: tuple[Answer, ...]
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
class Flipped:
    """After the ending, one fact was changed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Taken up again, only the first `count` moves still fitted it; the rest were let go."""

    count: int


Move = Drafted | Sent | WentOn | Rewound | Flipped | Kept


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
    forecast = next((each.forecast for each in play.latest if each.forecast), None)
    return Sent(play.scene_id, tuple(each.outcome.answer for each in play.pending), forecast, play.scene.revision)


def replay(play: Play, moves: Sequence[Move]) -> Replayed:
    """Repeat `moves` from `play`, a fresh beginning, as far as they still fit the scenario."""
    fitting = standing(moves)
    changed: dict[str, None] = {}
    for index, move in enumerate(fitting):
        after = apply(play, move)
        if after is None:
            return Replayed(play, index, False, tuple(changed))
        if isinstance(move, Sent) and move.revision != play.scene.revision:
            changed[move.scene] = None
        play = after
    return Replayed(play, len(fitting), True, tuple(changed))


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
    deciding = play.phase is Phase.DECIDING and not isinstance(play.scene.body, Ending)
    match move:
        case Drafted(scene, draft):
            return playing.draft(play, draft) if deciding and scene == play.scene_id else None
        case Sent(scene, answers, forecast, _):
            if not deciding or scene != play.scene_id or playing.possible(play, answers) is None:
                return None
            return playing.send(playing.choose(play, *answers), forecast)
        case WentOn():
            return playing.go_on(play) if play.phase is Phase.SHOWN else None
        case Rewound(to):
            return playing.rewind(play, to) if 0 <= to < len(play.history) else None
        case Flipped():
            return playing.flip(play) if play.phase is Phase.ENDED and play.flips() else None
        case Kept():
            return None
