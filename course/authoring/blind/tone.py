"""Items of tone: all their options say one and the same thing, and only how they say it differs.

A sour sentence is known by its sound, with or without its scene, so such items are counted apart. Too many of them
would hide what an author wants to see; whatever could be a matter of what is done, when, or with whom, is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.model import WEEKDAYS, Choice, Head
from course.model.kinds import Exercise
from course.model.kinds.message import Alternative, MessageInParts
from course.words.sentences import weekday

_WORD = re.compile(r"[^\W_]+")
_SPOKEN = re.compile(r'["“„«»].*["”“»«][.!]?', re.DOTALL)
"""All of it in quotation marks: it is said, and nothing else is done."""


def only_tone(head: Head, exercise: Exercise, options: Sequence[Choice]) -> bool:
    """Whether these are wordings of one message: alternatives of a part that none of them leaves out, or choices that
    are all in quotation marks; and they name the same days, numbers and people."""
    if isinstance(exercise, MessageInParts):
        wordings = all(isinstance(each, Alternative) and not each.omit for each in options)
        addressed = exercise.to
    else:
        wordings = all(_SPOKEN.fullmatch(each.say.strip()) for each in options)
        addressed = head.other
    telling = _telling(head) - _words(addressed)
    facts = [{word for word in _words(each.say) if word in telling or word.isdecimal()} for each in options]
    return wordings and all(each == facts[0] for each in facts)


def _telling(head: Head) -> set[str]:
    """The weekdays, and the names of the scenario's people."""
    days = map(weekday, range(len(WEEKDAYS)))
    return _words(" ".join((*days, *(person.name for person in head.people))))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
