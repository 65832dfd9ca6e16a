"""A play rebuilt from the events of an attempt, as far as they still fit.

So a learner comes back to the same sentence, an edited scenario is met where it still fits, and an author's preview
repeats their choices after each save.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from course.engine.apply import Unfit, apply
from course.engine.events import Kept, Lasting, Sent, Shortened
from course.engine.play import Play
from course.engine.revision import revision
from course.model.record import Record


class Replayed(Record):
    """What came of replaying: a play, and whether all events fit."""

    play: Play
    """Where the last of the events that fit led."""
    events: tuple[Lasting, ...]
    """Those that fit."""
    whole: bool
    """Whether all of them did."""
    changed: tuple[str, ...]
    """Ids of scenes on the way here that have changed since they were answered."""


def replay(play: Play, events: Sequence[Lasting]) -> Replayed:
    """Apply the events to `play`, a fresh beginning, up to the first that no longer fits."""
    changed: dict[str, None] = {}
    for number, event in enumerate(events):
        try:
            after = apply(play, event)
        except Unfit:
            return Replayed(play, tuple(events[:number]), False, tuple(changed))
        if isinstance(event, Sent) and event.revision != revision(play.scene):
            changed[event.scene] = None
        play = after
    return Replayed(play, tuple(events), True, tuple(changed))


def standing(kept: Iterable[Kept]) -> list[Lasting]:
    """The events that still stand, once each `Shortened` has let go of those that no longer fitted."""
    result: list[Lasting] = []
    for each in kept:
        if isinstance(each, Shortened):
            del result[each.to :]
        else:
            result.append(each)
    return result
