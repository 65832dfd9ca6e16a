"""The exercise kind `choices`: a branching decision, of which exactly one choice is taken."""

from __future__ import annotations

import random

from course.model import Branch, Choice, Choices
from course.playing.outcome import Outcome


def outcomes(exercise: Choices) -> tuple[Outcome, ...]:
    """One outcome for each choice, in the order in which they were written."""
    return tuple(map(_outcome, exercise.options))


def shown(exercise: Choices, order: str) -> tuple[Outcome, ...]:
    """The outcomes in the order to show them; `order` is any text, and the same text gives the same order."""
    result = list(outcomes(exercise))
    if exercise.shuffled:
        random.Random(order).shuffle(result)
    return tuple(result)


def ways(exercise: Choices) -> list[tuple[Branch, ...]]:
    """The way on after each choice."""
    return [choice.next for choice in exercise.options]


def _outcome(choice: Choice) -> Outcome:
    return Outcome(
        answer=(choice.id,),
        said=choice.say,
        follows=choice.follows,
        breaks=choice.breaks,
        contact=choice.contact,
        happens=choice.happens,
        arrives=choice.arrives,
        because=choice.because,
        next=choice.next,
    )
