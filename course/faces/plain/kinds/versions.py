"""A message or a calendar as it was sent, and as it was advised, one after the other."""

from __future__ import annotations

from typing import assert_never

from course.engine.debrief import Versions
from course.engine.kinds import Draft
from course.faces.plain.conversation import Conversation
from course.faces.plain.kinds.message import read_message
from course.model import Head
from course.model.kinds import Composed
from course.model.kinds.calendar import Calendar
from course.model.kinds.message import MessageInParts
from course.words import say, sentences


def read_versions(found: Versions, head: Head, talk: Conversation) -> None:
    """Read out what was sent, then what was advised."""
    for which, draft in (("versions.yours", found.sent), ("versions.advised", found.advised)):
        talk.say(say("plain.heading", heading=say(which)))
        _read(found.exercise, draft, head, talk)


def _read(exercise: Composed, draft: Draft, head: Head, talk: Conversation) -> None:
    match exercise:
        case MessageInParts():
            read_message(exercise, draft, talk)
        case Calendar():
            _read_days(exercise, draft, head, talk)
        case _:
            assert_never(exercise)


def _read_days(exercise: Calendar, draft: Draft, head: Head, talk: Conversation) -> None:
    says = {way.id: way.say for way in exercise.ways}
    for day, way in draft:
        talk.say(say("plain.calendar.planned", day=sentences.day_name(head, int(day)), what=says[way]))
    if not draft:
        talk.say(say("calendar.nothing"))
