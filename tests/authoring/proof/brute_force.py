"""Everything that can be read in a scenario, and the fewest walks that show it, by trying all there is."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.proof.steps import Steps
from course.engine import kinds
from course.engine.apply import apply, sent
from course.engine.consequence import latest
from course.engine.events import WentOn
from course.engine.kinds import FIRST, Answer, Turn
from course.engine.play import Phase, Play
from course.engine.telling import tell
from course.model import Ending
from course.model.kinds.message import MessageInParts

MANY = 3_000


def readings(play: Play, most: int) -> set[str] | None:
    """Every text that some play of at most so many steps tells, from where it stands; None when there are too many
    plays to try."""
    found: set[str] = set()
    waiting, tried = [(play, 0)], 0
    while waiting and tried < MANY:
        here, made = waiting.pop()
        tried += 1
        found |= set(told(here))
        if made < most:
            waiting += [(each, made + 1) for each in _after(here)]
    return None if waiting else found


def told(play: Play) -> Iterator[str]:
    """What is read where a play stands now, text by text."""
    if play.phase is Phase.SHOWN:
        for consequence in latest(play):
            yield from (consequence.happens, consequence.because, *(each.text for each in consequence.arrives))
        if isinstance(play.scene.body, MessageInParts):
            yield tell(play.scene.body.happens, play.past)
        return
    yield play.text
    yield from (each.text for each in play.arrives)
    if isinstance(play.scene.body, Ending):
        yield tell(play.scene.body.better, play.coming)


def _after(play: Play) -> list[Play]:
    if play.phase in (Phase.SHOWN, Phase.READING):
        return [apply(play, WentOn())]
    if play.phase is Phase.ENDED:
        return []
    if not play.whole():
        return [apply(play, sent(play, [each.answer])) for each in play.shown()]
    exercise = play.exercise
    assert exercise is not None
    kind = kinds.of(exercise)
    replies: list[tuple[tuple[Answer, ...], Turn]] = [((), FIRST)]
    found = []
    while replies:
        given, turn = replies.pop()
        for outcome in kind.outcomes(turn):
            after = kind.then(turn, outcome)
            if after is None:
                found.append(apply(play, sent(play, (*given, outcome.answer))))
            else:
                replies.append(((*given, outcome.answer), after))
    return found


def fewest(steps: Steps, most: int) -> int:
    """The fewest walks that show everything that can be shown, up to `most`; of a scenario without loops."""
    walks = _richest(steps)
    everything = 0
    for walk in walks:
        everything |= walk
    return next(number for number in range(most + 1) if number == most or _covers(walks, everything, number))


def _richest(steps: Steps) -> list[int]:
    """What each walk shows, without the walks that show nothing that another does not show too."""
    ahead: dict[int, list[int]] = {}

    def from_(state: int) -> list[int]:
        if state not in ahead:
            found = {
                shown | further
                for to, shown in zip(steps.ways[state], steps.shows[state], strict=True)
                for further in from_(to)
            }
            ahead[state] = _not_within_others(found or {0})
        return ahead[state]

    return [steps.first | each for each in from_(0)]


def _not_within_others(sets: set[int]) -> list[int]:
    found: list[int] = []
    for each in sorted(sets, key=lambda each: -each.bit_count()):
        if all(each & ~other for other in found):
            found.append(each)
    return found


def _covers(walks: list[int], left: int, number: int) -> bool:
    """Whether so many walks show all that is left."""
    if not left:
        return True
    if not number or max(walk & left for walk in walks) == 0:
        return False
    if max((walk & left).bit_count() for walk in walks) * number < left.bit_count():
        return False
    by_piece = [[walk for walk in walks if walk & bit] for bit in _bits(left)]
    return any(_covers(walks, left & ~walk, number - 1) for walk in min(by_piece, key=len))


def _bits(pieces: int) -> Iterator[int]:
    while pieces:
        yield pieces & -pieces
        pieces &= pieces - 1
