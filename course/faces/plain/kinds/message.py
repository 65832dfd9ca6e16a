"""The exercise kind `message`: part by part, then the whole before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from course.engine import judging
from course.engine.kinds.message import MEDIA, TAKEN_IN, arranged, body, subject, worded_as
from course.engine.play import Play
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds.asked import Asked, landing, touched
from course.faces.plain.lines import messages
from course.model import Medium
from course.model.kinds.message import Part, Writing
from course.visit.session import Session
from course.words import sentences

_SEND = Keyword(("send", ""), "send it as it is")


def ask(session: Session, talk: Conversation, more: Sequence[Keyword]) -> Asked:
    """Each part that is not worded yet; then the whole, until it is to be sent."""
    exercise = cast("Writing", session.play.scene.body)
    talk.say(f"You write this {MEDIA[exercise.medium]} to {exercise.to}, part by part.")
    for part in exercise.parts:
        if any(name == part.id for name, _ in session.play.draft):
            continue
        word = _part(session, part, talk, more)
        if word:
            return word
    while True:
        talk.say()
        _read(session.play, talk)
        numbers = [Keyword((str(number),), f"change: {part.title}") for number, part in enumerate(exercise.parts, 1)]
        word = talk.ask(f"Enter to send it, 1 to {len(numbers)} to change a part:", [_SEND, *numbers], more)
        if word == "send":
            return session.play.ready() or ()
        if not word.isdecimal():
            return word
        word = _part(session, exercise.parts[int(word) - 1], talk, more)
        if word:
            return word


def weighed(play: Play, talk: Conversation) -> None:
    """The message as it will arrive."""
    talk.say(f"You are about to send this {MEDIA[cast('Writing', play.scene.body).medium]}:")
    _read(play, talk)


def tell(play: Play, talk: Conversation) -> None:
    """The message read back, remark by remark."""
    exercise = cast("Writing", play.scene.body)
    talk.say(f"{exercise.to} {TAKEN_IN[exercise.medium]}.")
    known = play.course.all_rules()
    for outcome in (each.outcome for each in play.pending):
        talk.say(f"You: {outcome.said}")
        talk.prose(outcome.happens)
        talk.say(f"This part lands {sentences.landing(judging.side(outcome, known))}. {outcome.because}")
    talk.prose(exercise.happens)
    messages(exercise.arrives, talk)
    landing(play, talk, "All of it")
    touched(play, talk)


def _part(session: Session, part: Part, talk: Conversation, more: Sequence[Keyword]) -> str:
    """Word one part; the word that was said instead, or `""`."""
    shown = arranged(part, session.play.order)
    talk.say(f"{part.title}.")
    for number, each in enumerate(shown, 1):
        talk.say(f"{number}. {each.say}")
    numbers = [Keyword((str(number),), each.say) for number, each in enumerate(shown, 1)]
    word = talk.ask(f"1 to {len(shown)}:", numbers, more)
    if not word.isdecimal():
        return word
    chosen = worded_as(session.play.draft) | {part.id: shown[int(word) - 1].id}
    session.sketch(tuple(chosen.items()))
    return ""


def _read(play: Play, talk: Conversation) -> None:
    exercise = cast("Writing", play.scene.body)
    written = body(exercise, play.draft)
    head = f"To {exercise.to}."
    if exercise.medium is Medium.EMAIL:
        head += f" Subject: {subject(exercise, play.draft)}."
    if exercise.medium is Medium.VOICEMAIL:
        head += f" {sentences.voicemail_seconds(written)} seconds."
    talk.say(head)
    talk.prose(written)
    if exercise.sender and exercise.medium is not Medium.VOICEMAIL:
        talk.say(exercise.sender)
