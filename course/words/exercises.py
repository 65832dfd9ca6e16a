"""What exercises are called."""

from __future__ import annotations

from typing import assert_never

from course.model.kinds import Exercise
from course.model.kinds.calendar import Calendar
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Sort
from course.words import media, say


def done(exercise: Exercise) -> str:
    """What a drawing calls the way on, once all of an exercise is done; `""` where each answer has its own."""
    match exercise:
        case Sort():
            return say("exercise.sorted", n=len(exercise.statements))
        case MessageInParts():
            return say("exercise.sent", medium=media.name(exercise.medium))
        case Calendar():
            return say("exercise.planned", n=exercise.days)
        case Onward():
            return say("exercise.goes-on")
        case Choices():
            return ""
    assert_never(exercise)
