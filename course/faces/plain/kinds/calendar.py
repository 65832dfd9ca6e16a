"""The exercise kind `week`: a day, and what to do on it, until the days may pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from course.engine.kinds.calendar import CLOSE
from course.engine.play import Play
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds.asked import Asked, landing, touched
from course.model.kinds.calendar import ROOM, Week
from course.visit.session import Session
from course.words import sentences

_DONE = Keyword(("done", ""), "let these days pass as planned")
_NOTHING = Keyword(("nothing", "0"), "nothing on this day after all")


def ask(session: Session, talk: Conversation, more: Sequence[Keyword]) -> Asked:
    """Contacts, day by day in any order, until the plan is done."""
    exercise = cast("Week", session.play.scene.body)
    head = session.play.scenario.head
    days = [Keyword((str(day),), sentences.day_name(head, day)) for day in range(exercise.days + 1)]
    while True:
        talk.say()
        _plan(session.play, talk)
        word = talk.ask(f"A day, 0 to {exercise.days}, or Enter when the plan is done:", [_DONE, *days], more)
        if word == "done":
            return session.play.ready() or ()
        if not word.isdecimal():
            return word
        said = _day(session, word, talk, more)
        if said:
            return said


def weighed(play: Play, talk: Conversation) -> None:
    """The contacts that are planned."""
    talk.say("You are about to live these days.")
    _plan(play, talk)


def tell(play: Play, talk: Conversation) -> None:
    """The days as they were on both sides, and what each contact came to."""
    exercise = cast("Week", play.scene.body)
    head = play.scenario.head
    decisions = {(each.answer, each.day): each for each in play.latest}
    for day in range(exercise.days + 1):
        made = [each.outcome for each in play.pending if each.outcome.day == day and each.outcome.judged]
        theirs = [f"{person.name}: {each.text}" for person in head.people for each in person.days if each.day == day]
        if not made and not theirs:
            continue
        talk.say(f"{sentences.day_name(head, day)}.")
        for text in theirs:
            talk.say(text)
        for outcome in made:
            talk.say(outcome.said + "." if outcome.answer[1] == CLOSE else f"You: {outcome.said.rstrip('.')}.")
            talk.prose(outcome.happens)
            talk.say(sentences.landing_sentence(decisions[outcome.answer, day]))
            talk.prose(outcome.because)
    if play.latest:
        landing(play, talk, "Together it")
        touched(play, talk)


def _day(session: Session, day: str, talk: Conversation, more: Sequence[Keyword]) -> str:
    """Plan one day; the word that was said instead, or `""`."""
    exercise = cast("Week", session.play.scene.body)
    draft = session.play.draft
    for number, way in enumerate(exercise.ways, 1):
        talk.say(f"{number}. {way.say}")
    ways = [Keyword((str(number),), way.say) for number, way in enumerate(exercise.ways, 1)]
    word = talk.ask(f"1 to {len(ways)}, or 0 for nothing on this day:", [*ways, _NOTHING], more)
    if word == "nothing":
        session.sketch(tuple(each for each in draft if each[0] != day))
    elif not word.isdecimal():
        return word
    elif sum(each[0] == day for each in draft) >= ROOM:
        talk.say(f"A day has room for {ROOM}. Say 0 to clear it first.")
    else:
        session.sketch((*draft, (day, exercise.ways[int(word) - 1].id)))
    return ""


def _plan(play: Play, talk: Conversation) -> None:
    exercise = cast("Week", play.scene.body)
    says = {way.id: way.say for way in exercise.ways}
    for day, name in play.draft:
        talk.say(f"{sentences.day_name(play.scenario.head, int(day))}: {says[name]}.")
    if not play.draft:
        talk.say("Nothing is planned yet.")
