"""The exercise kind `choices`: numbered lines in the order that the play gives them."""

from __future__ import annotations

from collections.abc import Sequence

from course.plain.talk import Answer, Talk
from course.playing.story import Play


def ask(play: Play, talk: Talk, more: Sequence[Answer]) -> tuple[str, ...] | str:
    """The answer whose number was given, or one of the words in `more`."""
    shown = play.shown()
    talk.say()
    for number, outcome in enumerate(shown, 1):
        talk.say(f"{number}. {outcome.said}")
    numbers = [Answer((str(number),), outcome.said) for number, outcome in enumerate(shown, 1)]
    word = talk.ask(f"Your choice, 1 to {len(shown)}:", numbers, more)
    return shown[int(word) - 1].answer if word.isdecimal() else word
