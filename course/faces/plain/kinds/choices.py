"""The exercise kind `choices`: numbered lines in the order that the play gives them."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine.play import Play
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds.asked import Asked, touched
from course.faces.plain.lines import messages
from course.visit.session import Session
from course.words import sentences


def ask(session: Session, talk: Conversation, more: Sequence[Keyword]) -> Asked:
    """The answer whose number was given, or one of the words in `more`."""
    shown = session.play.shown()
    talk.say()
    for number, outcome in enumerate(shown, 1):
        talk.say(f"{number}. {outcome.said}")
    numbers = [Keyword((str(number),), outcome.said) for number, outcome in enumerate(shown, 1)]
    word = talk.ask(f"Your choice, 1 to {len(shown)}:", numbers, more)
    return (shown[int(word) - 1].answer,) if word.isdecimal() else word


def weighed(play: Play, talk: Conversation) -> None:
    """What was picked."""
    talk.say(f"You are about to: {play.pending[0].outcome.said}")


def tell(play: Play, talk: Conversation) -> None:
    """What happened, where it landed, why, and the rules with their pairs."""
    outcome, decision = play.pending[0].outcome, play.latest[0]
    talk.prose(outcome.happens)
    messages(outcome.arrives, talk)
    talk.say(sentences.landing_sentence(decision))
    talk.prose(outcome.because)
    touched(play, talk)
