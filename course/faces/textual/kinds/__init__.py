"""The exercise kinds on the screen, one module each, named like the kind in `course.engine.kinds`."""

from __future__ import annotations

from typing import assert_never

from course.engine.play import Play
from course.faces.textual.kinds.calendar import CalendarOnScreen
from course.faces.textual.kinds.choices import ChoicesOnScreen
from course.faces.textual.kinds.message import MessageOnScreen
from course.faces.textual.kinds.on_screen import OnScreen
from course.faces.textual.kinds.onward import OnwardOnScreen
from course.faces.textual.kinds.sort import SortOnScreen
from course.model.kinds.calendar import Calendar
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Sort


def on_screen(play: Play) -> OnScreen:
    """The exercise at the play's scene, as it is offered on this path."""
    exercise = play.exercise
    assert exercise is not None  # at an ending nothing is asked
    match exercise:
        case Choices():
            return ChoicesOnScreen(play)
        case Sort():
            return SortOnScreen(play, exercise)
        case MessageInParts():
            return MessageOnScreen(play, exercise)
        case Calendar():
            return CalendarOnScreen(play, exercise)
        case Onward():
            return OnwardOnScreen(play)
    assert_never(exercise)
