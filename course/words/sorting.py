"""What is said of a statement that was put on a side of the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.words import sentences

if TYPE_CHECKING:
    from course.engine.debrief import Entry
    from course.engine.outcome import Outcome
    from course.engine.play import Play


def advised(play: Play, entry: Entry, outcome: Outcome) -> str:
    """What was advised there; of a statement only the side, since it stands above."""
    from course.model.kinds.sort import Sort

    exercise = play.asked(play.history[entry.index])
    if entry.decision.is_sorted and isinstance(exercise, Sort):
        return sentences.sort_side(exercise, outcome.answer[1])
    return sentences.said(play.course, outcome)
