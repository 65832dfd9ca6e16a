"""The exercise kind `choices`: a branching decision, of which exactly one choice is taken."""

from __future__ import annotations

import random

from course.engine.kinds.turn import Rivals, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Branch, Choice
from course.model.kinds.choices import Choices


def outcomes(exercise: Choices, _turn: Turn, order: str) -> tuple[Outcome, ...]:
    """One outcome for each choice, in the order in which they were written unless they are shuffled."""
    found = [_outcome(choice) for choice in exercise.options]
    if order and exercise.shuffled:
        random.Random(order).shuffle(found)
    return tuple(found)


def then(_exercise: Choices, _turn: Turn, _outcome: Outcome) -> Turn | None:
    """There is one turn only."""
    return None


def whole(_exercise: Choices) -> bool:
    """A choice is picked, not drafted."""
    return False


def weighed(_exercise: Choices) -> bool:
    """What one is about to do is worth the extra minute."""
    return True


def ways(exercise: Choices) -> list[tuple[Branch, ...]]:
    """The way on after each choice."""
    return [choice.next for choice in exercise.options]


def start(_exercise: Choices, _order: str) -> tuple[Answer, ...]:
    """No draft."""
    return ()


def tidy(_exercise: Choices, _draft: tuple[Answer, ...], _order: str) -> tuple[Answer, ...]:
    """No draft."""
    return ()


def answers(_exercise: Choices, _draft: tuple[Answer, ...], _order: str) -> None:
    """No draft, and nothing to send of it."""


def samples(exercise: Choices, order: str) -> list[tuple[Answer, ...]]:
    """Each choice."""
    return [(each.answer,) for each in outcomes(exercise, Turn(), order)]


def rivals(exercise: Choices) -> tuple[Rivals, ...]:
    """The choices."""
    return (Rivals((), exercise.options),)


def named(_exercise: Choices) -> str:
    """Nothing: each choice is a way on of its own."""
    return ""


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
        seen=choice.seen,
    )
