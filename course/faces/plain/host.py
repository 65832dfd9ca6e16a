"""A room led line by line, for those who cannot use a full screen: Enter leads on, words do the rest."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing, suppress

from course.faces.plain.conversation import QUIT, Conversation, InputEnded
from course.model import Side, Verdict
from course.model.record import Record
from course.room.events import (
    ORDER,
    Back,
    Began,
    Chose,
    Counted,
    Ended,
    Filled,
    Opened,
    Revealed,
    Rewound,
    RoomEvent,
    Talked,
    Voided,
)
from course.room.hands import LETTERS, NoCount, counted
from course.room.plans import NoPlan, planned
from course.room.reveal import Reveal
from course.room.room import Step
from course.room.views import Ballot, Option, View
from course.serving.podium import AWAY, Podium
from course.serving.wire import Refused, State
from course.text.paragraphs import unmarked
from course.words import listed, media, say, sentences

_COMMANDS: dict[str, RoomEvent] = {
    "host.plain.open": Opened(),
    "host.plain.talk": Talked(),
    "host.plain.reveal": Revealed(),
    "host.plain.back": Back(),
    "host.plain.void": Voided(),
    "host.plain.end": Ended(),
}


class Lobby(Record):
    """What is said before anything is played: where people come in, and which scenarios there are."""

    addresses: tuple[str, ...]
    code: str
    scenarios: tuple[str, ...]
    """Ids of those that may be played; none for all."""


async def lead(podium: Podium, lobby: Lobby) -> int:
    """Lead until the room is over or whoever leads has left; the exit status."""
    talk = Conversation(sys.stdin, sys.stdout)
    for address in lobby.addresses[:1]:
        talk.say(say("host.plain.address", address=address, code=lobby.code))
    following = _Following(podium, talk, lobby)
    task = asyncio.create_task(following.follow())
    try:
        with suppress(InputEnded):
            while await following.ready() is not Step.OVER:
                line = (await asyncio.to_thread(talk.line, say("host.plain.prompt"))).strip()
                if line.lower() in QUIT.words:
                    break
                await following.obey(line)
        talk.say(say("host.plain.left"))
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await podium.close()
    return 0


class _Following:
    """What is known of the room, told as it changes; and what is typed, done."""

    def __init__(self, podium: Podium, talk: Conversation, lobby: Lobby) -> None:
        self._podium = podium
        self._talk = talk
        self._lobby = lobby
        self._state: State | None = None
        self._known = asyncio.Event()

    async def follow(self) -> None:
        """Tell of every step."""
        async with aclosing(self._podium.states()) as states:
            async for state in states:
                self._take(state)

    def _take(self, state: State | None) -> None:
        if state is None:
            self._talk.say(say("host.away"))
            return
        before = self._state
        self._state = state
        if before is None or before.view.number != state.view.number:
            _tell(state, self._lobby, self._talk)
        self._known.set()

    async def ready(self) -> Step:
        """Where the room stands, once that is known."""
        await self._known.wait()
        assert self._state is not None
        return self._state.view.step

    async def obey(self, line: str) -> None:
        """Do what was typed."""
        state = self._state
        assert state is not None
        event = _meant(state, self._lobby, line)
        if event is None:
            self._talk.say(say("host.plain.here", n=state.view.here, voted=state.view.voted))
            self._talk.say(say("host.plain.help"))
            return
        number = state.view.number
        answer = await self._podium.do(number, event)
        if isinstance(answer, Refused):
            self._talk.say(say("host.away" if answer.why == AWAY else "host.not-now"))
            return
        while self._state is not None and self._state.view.number == number:
            self._known.clear()
            await self._known.wait()


def _meant(state: State, lobby: Lobby, line: str) -> RoomEvent | None:
    """What a typed line asks for; None where it is understood in no way."""
    view, word = state.view, line.lower()
    for name, event in _COMMANDS.items():
        if word in listed(say(name)):
            return event
    if word in listed(say("host.plain.what-if")) and state.notes and state.notes.past:
        return Rewound(len(state.notes.past) - 1)
    if not line:
        return state.notes.on if state.notes else None
    if view.step in (Step.LOBBY, Step.ENDED):
        return _begun(state, lobby, line)
    if view.plan is not None:
        with suppress(NoPlan):
            return Filled(planned(view.plan, line))
    if view.ballot is not None:
        return _about_votes(view, view.ballot, line)
    return None


def _begun(state: State, lobby: Lobby, line: str) -> RoomEvent | None:
    known = [each.id for each in state.scenarios if not lobby.scenarios or each.id in lobby.scenarios]
    if line.isdecimal() and 1 <= int(line) <= len(known):
        return Began(known[int(line) - 1], ORDER)
    return Began(line, ORDER) if line in known else None


def _about_votes(view: View, ballot: Ballot, line: str) -> RoomEvent | None:
    """A letter alone goes on with that option once a vote is revealed; anything else is counted."""
    letters = LETTERS[: len(ballot.options)]
    if view.step is Step.REVEALED:
        at = letters.find(line.upper()) if len(line) == 1 else -1
        return Chose((ballot.options[at].answer,)) if at >= 0 else None
    with suppress(NoCount):
        return Counted(counted(line, len(ballot.options)))
    return None


def _tell(state: State, lobby: Lobby, talk: Conversation) -> None:
    view = state.view
    talk.say()
    if view.step in (Step.LOBBY, Step.ENDED):
        _tell_scene(view, talk)
        known = [each for each in state.scenarios if not lobby.scenarios or each.id in lobby.scenarios]
        for number, each in enumerate(known, 1):
            talk.say(f"{number}. {each.title}")
        return
    talk.say(say(f"host.plain.step-{view.step}", n=view.voted))
    if view.step is Step.READING:
        _tell_scene(view, talk)
    if view.step is Step.TALKING:
        for question in view.discuss:
            talk.say(question)
    if view.ballot is not None and view.step in (Step.READING, Step.VOTING):
        for letter, option in zip(LETTERS, view.ballot.options, strict=False):
            talk.say(f"{letter}. {_label(option)}")
    if view.reveal is not None and view.ballot is not None:
        _tell_reveal(view.reveal, view.ballot, talk)
    for came in view.happened:
        talk.prose(came.happens)
        for message in came.arrives:
            talk.say(say("host.plain.arrives", medium=media.title(message.medium), text=unmarked(message.text)))
        talk.prose(came.because)


def _tell_scene(view: View, talk: Conversation) -> None:
    if view.scene is None:
        return
    talk.say(say("plain.title", title=view.scene.title))
    for message in view.scene.arrives:
        talk.say(say("host.plain.arrives", medium=media.title(message.medium), text=unmarked(message.text)))
    talk.prose(view.scene.text)
    if view.scene.ending is not None and view.step is Step.ENDED:
        talk.say(say("ended.where", landing=sentences.landing(view.scene.ending)))


def _tell_reveal(shown: Reveal, ballot: Ballot, talk: Conversation) -> None:
    if shown.voters and not shown.counts:
        talk.say(say("room.said.few"))
    for at, (option, landing) in enumerate(zip(ballot.options, shown.landings, strict=True)):
        either = landing.verdict is Verdict.EITHER
        where = say("side.either-way") if either else sentences.side_name(landing.side)
        count = f" ({shown.counts[at]})" if shown.counts else ""
        talk.say(f"{LETTERS[at]}{count}. {_label(option)} {where}: {landing.because}")
    for side in Side:
        if shown.called.get(side):
            talk.say(say("host.plain.called", n=shown.called[side], side=sentences.side_name(side)))
    if shown.swings:
        talk.say(say("host.twice", n=shown.twice))
    letters = {each.answer: LETTERS[at] for at, each in enumerate(ballot.options)}
    for swing in shown.swings:
        if swing.before != swing.after:
            before, after = (letters.get(each, say("host.pass")) for each in (swing.before, swing.after))
            talk.say(say("host.moved", n=swing.people, before=before, after=after))


def _label(option: Option) -> str:
    if not option.side:
        return option.said
    named = sentences.sorted_as(option.sorted_as)
    side = named or say("sort.do" if option.side == "do" else "sort.dont")
    return f"{side}: {option.said}"
