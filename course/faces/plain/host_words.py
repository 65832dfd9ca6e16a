"""What is typed where a room is led line by line, and what it means."""

from __future__ import annotations

from contextlib import suppress

from course.room.events import (
    ORDER,
    Back,
    Began,
    Chose,
    Counted,
    Ended,
    Filled,
    Granted,
    Left,
    Locked,
    Opened,
    Revealed,
    RoomEvent,
    Talked,
    Voided,
)
from course.room.hands import LETTERS, NoCount, counted, from_chat
from course.room.plans import NoPlan, planned
from course.room.room import COUNTS, Step
from course.room.views import Ballot, View
from course.serving.wire import Listed, State
from course.text.width import shorten
from course.words import listed, rooms, say

_COMMANDS: dict[str, RoomEvent] = {
    "host.plain.open": Opened(),
    "host.plain.talk": Talked(),
    "host.plain.reveal": Revealed(),
    "host.plain.back": Back(),
    "host.plain.void": Voided(),
    "host.plain.another": Left(),
    "host.plain.end": Ended(),
}
_MOST = 40
_WHEN = {
    "host.plain.open": "host.plain.when-open",
    "host.plain.talk": "host.plain.when-talk",
    "host.plain.reveal": "host.plain.when-reveal",
    "host.plain.back": "host.plain.when-back",
    "host.plain.void": "host.plain.when-void",
    "host.plain.another": "host.plain.when-another",
    "host.plain.what-if": "host.plain.when-what-if",
    "host.plain.debrief": "host.plain.when-debrief",
    "host.plain.other-side": "host.plain.when-other-side",
    "host.plain.left-out": "host.plain.when-left-out",
}
"""Of words that do something only where there is something to be done, what is said elsewhere: where that is."""


def prompted(state: State) -> str:
    """What Enter does now; where nothing leads on by itself, what is typed instead."""
    view, event = state.view, state.notes.on if state.notes else None
    if event is not None:
        return say("host.plain.prompt", does=say(rooms.leads_on(view, event)))
    if view.step in (Step.LOBBY, Step.ENDED):
        return say("host.plain.prompt-scenario")
    return say("host.plain.prompt-fill" if view.plan is not None else "host.plain.prompt-choose")


def meant(state: State, known: tuple[Listed, ...], line: str) -> RoomEvent | None:
    """What a typed line asks for; None where it is understood in no way."""
    view, word = state.view, line.lower()
    revealed = view.step is Step.REVEALED
    if revealed and view.ballot is not None and (chosen := _chosen(view.ballot, line)):
        return chosen  # also where that letter is a command elsewhere
    for name, event in _COMMANDS.items():
        if word in listed(say(name)):
            return event
    if word in listed(say("host.plain.what-if")) and state.notes:
        return state.notes.what_if
    if word in listed(say("host.plain.lock")):
        return Locked(not view.locked)
    if (granted := _granted(state, word)) is not None:
        return granted
    if not line:
        return state.notes.on if state.notes else None
    if view.step in (Step.LOBBY, Step.ENDED):
        return _begun([each.id for each in known], line)
    if view.plan is not None:
        with suppress(NoPlan):
            return Filled(planned(view.plan, line))
    if view.ballot is not None and not revealed:
        with suppress(NoCount):
            return Counted(counted(line, len(view.ballot.options)).hands)
    return None


def _granted(state: State, word: str) -> Granted | None:
    """`accept` and the two words let that phone lead; `accept` alone, no phone any more."""
    for name in listed(say("host.plain.accept")):
        if word == name:
            return Granted("")
        words = word.removeprefix(f"{name} ")
        found = next((each.person for each in state.asking if words != word and each.words == words), None)
        if found is not None:
            return Granted(found)
    return None


def _begun(known: list[str], line: str) -> RoomEvent | None:
    if line.isdecimal() and 1 <= int(line) <= len(known):
        return Began(known[int(line) - 1], ORDER)
    return Began(line, ORDER) if line in known else None


def not_counted(view: View, line: str) -> str:
    """Why a chat, or a count, was not counted; `""` where it was neither."""
    if view.ballot is None or view.step not in COUNTS:
        return say("host.not-now") if "\n" in line else ""
    try:
        counted(line, len(view.ballot.options))
    except NoCount as error:
        if any(map(str.isdecimal, line)) or "\n" in line or from_chat(line):
            return rooms.not_counted(error, len(view.ballot.options))
    return ""


def _chosen(ballot: Ballot, line: str) -> RoomEvent | None:
    """Once a vote is revealed, the letter of an option, alone, goes on with it."""
    at = LETTERS[: len(ballot.options)].find(line.upper()) if len(line) == 1 else -1
    return Chose((ballot.options[at].answer,)) if at >= 0 else None


def not_here(line: str) -> str:
    """Where what that word stands for can be done; `""` where it is no such word."""
    word = " ".join(line.lower().split())
    return next((say(when) for name, when in _WHEN.items() if word in listed(say(name))), "")


def why_not(view: View, line: str) -> str:
    """What is said of a line that means nothing here: all the words there are to who asks for them, to others what was
    wrong with it."""
    word = " ".join(line.lower().split())
    if word in listed(say("host.plain.help-words")):
        return say("host.plain.help")
    if why := not_counted(view, line):
        return why
    if when := not_here(line):
        return when
    if view.ballot is not None:
        with suppress(NoCount):
            counted(line, len(view.ballot.options))
            return say("host.plain.count-when")
    if not line:
        return say("host.plain.choose-first")
    return say("host.plain.unknown", word=shorten(line, _MOST))
