"""The exercise kinds in plain lines, one module each, named like the kind in `course.engine.kinds`."""

from __future__ import annotations

from typing import assert_never

from course.faces.plain.conversation import Conversation
from course.faces.plain.kinds.calendar import CalendarInLines
from course.faces.plain.kinds.choices import ChoicesInLines
from course.faces.plain.kinds.in_lines import InLines
from course.faces.plain.kinds.message import MessageInLines
from course.faces.plain.kinds.onward import OnwardInLines
from course.faces.plain.kinds.sort import SortInLines
from course.model.kinds.calendar import Calendar
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Sort
from course.visit.session import Session


def in_lines(session: Session, talk: Conversation) -> InLines:
    """The exercise at the session's scene, as it is offered on this path."""
    exercise = session.play.exercise
    assert exercise is not None  # at an ending nothing is asked
    match exercise:
        case Choices():
            return ChoicesInLines(session, talk)
        case Sort():
            return SortInLines(session, talk, exercise)
        case MessageInParts():
            return MessageInLines(session, talk, exercise)
        case Calendar():
            return CalendarInLines(session, talk, exercise)
        case Onward():
            return OnwardInLines(session, talk)
    assert_never(exercise)
