"""The one place that asks for a yes, before something is done that cannot be undone."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial

from course.system.printing import warn
from course.system.waiting import wait_for_line
from course.words import listed, say


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty()


def agreed(question: str, again: str, yes: Sequence[str], no: Sequence[str], tell: Callable[..., None] = warn) -> bool:
    """Whether somebody says one of the words for yes. Enter alone and the end of input are a no; what is neither is
    asked again, after `again` has been told."""
    while True:
        asks = partial(tell, question, end=" ", flush=True)
        asks()
        wait_for_line(sys.stdin, asks)
        answer = sys.stdin.readline()
        if not answer:
            tell("")  # or what comes next would stand in the same line
        said = answer.strip().casefold()
        if said in map(str.casefold, yes):
            return True
        if not said or said in map(str.casefold, no):
            return False
        tell(again)


def sure(question: Callable[[str], str]) -> bool:
    """Whether a learner is sure; `question` makes the sentence, which names the word to type."""
    yes, no = listed(say("command.answer.yes")), listed(say("command.answer.no"))
    return agreed(question(yes[0]), say("command.answer.again", yes=yes[0], no=no[0]), yes, no)
