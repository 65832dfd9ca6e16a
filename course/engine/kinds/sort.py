"""The exercise kind `sort`: each statement is put on the do or the don't side of the line."""

from __future__ import annotations

import random

from course.engine.kinds.turn import Rivals, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Branch
from course.model.kinds.sort import Show, Sort, Statement
from course.model.record import Record

DO, DONT = "do", "dont"
SIDES = (DO, DONT)


class _Past(Record):
    placed: tuple[str, ...] = ()
    """The drafts that stand on the line already, by id."""
    beyond: bool = False
    """Whether one of them stands beyond the line."""


def arranged(exercise: Sort, order: str) -> tuple[Statement, ...]:
    """The statements as a learner first sees them."""
    found = list(exercise.statements)
    if order:
        random.Random(order).shuffle(found)
    return tuple(found)


def outcomes(exercise: Sort, turn: Turn, order: str) -> tuple[Outcome, ...]:
    """Either side, for the statement whose turn it is. Of drafts on a line, any that is left may come next, and once
    one stands beyond the line, so do all that follow."""
    if exercise.show is not Show.LINE:
        return tuple(_outcome(exercise, arranged(exercise, order)[turn.number], side) for side in SIDES)
    past = _past(turn)
    return tuple(
        _outcome(exercise, each, side)
        for each in arranged(exercise, order)
        if each.id not in past.placed
        for side in (SIDES[1:] if past.beyond else SIDES)
    )


def then(exercise: Sort, turn: Turn, outcome: Outcome) -> Turn | None:
    """The next statement."""
    number = turn.number + 1
    if number == len(exercise.statements):
        return None
    if exercise.show is not Show.LINE:
        return Turn(number)
    placed = tuple(sorted((*_past(turn).placed, outcome.item)))
    return Turn(number, _Past(placed, outcome.answer[1] == DONT))


def whole(exercise: Sort) -> bool:
    """Statements shown one at a time are answered one at a time."""
    return exercise.show is not Show.ONE


def weighed(_exercise: Sort) -> bool:
    """To sort is to say how each would come across; there is nothing to add."""
    return False


def ways(exercise: Sort) -> tuple[tuple[Branch, ...], ...]:
    """The way on after the last statement."""
    return (exercise.next,)


def start(exercise: Sort, order: str) -> tuple[Answer, ...]:
    """Drafts lie above the line, in no order; statements of a list on neither side."""
    if exercise.show is not Show.LINE:
        return ()
    return tuple((each.id, DO) for each in arranged(exercise, order))


def tidy(exercise: Sort, draft: tuple[Answer, ...], order: str) -> tuple[Answer, ...]:
    """Each statement at most once; on a line all of them, and none on the do side beyond one on the other. Statements
    that are asked one at a time have no draft."""
    if not whole(exercise):
        return ()
    known = {each.id for each in exercise.statements}
    sides = {each[0]: each[1] for each in draft if len(each) == 2 and each[0] in known and each[1] in SIDES}
    if exercise.show is not Show.LINE:
        return tuple(sides.items())
    beyond = False
    found = []
    for name in (*sides, *(each.id for each in arranged(exercise, order) if each.id not in sides)):
        beyond = beyond or sides.get(name) == DONT
        found.append((name, DONT if beyond else DO))
    return tuple(found)


def answers(exercise: Sort, draft: tuple[Answer, ...], order: str) -> tuple[Answer, ...] | None:
    """All statements, once each has its side."""
    if exercise.show is Show.LINE:
        return tidy(exercise, draft, order)
    sides = {name: (name, side) for name, side in tidy(exercise, draft, order)}
    if len(sides) < len(exercise.statements):
        return None
    return tuple(sides[each.id] for each in arranged(exercise, order))


def samples(exercise: Sort, order: str) -> list[tuple[Answer, ...]]:
    """Everything on the right side, then everything on the wrong one; drafts on a line all on one side."""
    if exercise.show is Show.LINE:
        return [tuple((each.id, side) for each in exercise.statements) for side in SIDES]
    right = tuple((each.id, DO if each.is_do else DONT) for each in arranged(exercise, order))
    return [right, tuple((name, DONT if side == DO else DO) for name, side in right)]


def rivals(_exercise: Sort) -> tuple[Rivals, ...]:
    """None: a statement stands alone."""
    return ()


def named(exercise: Sort) -> str:
    """What a drawing calls the way on."""
    return f"{len(exercise.statements)} statements sorted"


def _past(turn: Turn) -> _Past:
    return turn.past if isinstance(turn.past, _Past) else _Past()


def _outcome(exercise: Sort, statement: Statement, side: str) -> Outcome:
    right = (side == DO) == statement.is_do
    rules = statement.follows or statement.breaks
    name = "Do" if side == DO else "Don't"
    return Outcome(
        answer=(statement.id, side),
        said=f"{name}: {statement.given} {statement.say}" if statement.given else f"{name}: {statement.say}",
        follows=rules if right and statement.is_do else (),
        breaks=rules if not right and not statement.is_do else (),
        misses=rules if not right and statement.is_do else (),
        avoids=rules if right and not statement.is_do else (),
        contact="",
        happens="",
        arrives=(),
        because=statement.because,
        next=exercise.next,
        own=True,
        item=statement.id,
    )
