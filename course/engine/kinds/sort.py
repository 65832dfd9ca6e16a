"""The exercise kind `sort`: each statement is put on the do or the don't side of the line."""

from __future__ import annotations

import random

from course.engine.conditions import Past
from course.engine.kinds.kind import Draft, Kind
from course.engine.kinds.turn import FIRST, Turn
from course.engine.outcome import DO as DO
from course.engine.outcome import DONT as DONT
from course.engine.outcome import NAMED, Answer, Outcome
from course.model import Branch
from course.model.kinds import Exercise
from course.model.kinds.sort import Asks, Show, Sort, Statement
from course.model.record import Record

SIDES = (DO, DONT)


class _Past(Record):
    placed: tuple[str, ...] = ()
    """The drafts that stand on the line already, by id."""
    beyond: bool = False
    """Whether one of them stands beyond the line."""


class SortKind(Kind):
    """Statements, asked one at a time, or put on their sides and sent at one go. A draft holds (statement, side)."""

    def __init__(self, exercise: Sort) -> None:
        self._exercise = exercise
        self._lined = exercise.show is Show.LINE

    def arranged(self, order: str) -> tuple[Statement, ...]:
        """The statements as a learner first sees them."""
        found = list(self._exercise.statements)
        if order:
            random.Random(order).shuffle(found)
        return tuple(found)

    def outcomes(self, turn: Turn = FIRST, order: str = "") -> tuple[Outcome, ...]:
        """Either side, for the statement whose turn it is. Of drafts on a line, any that is left may come next, and
        once one stands beyond the line, so do all that follow."""
        exercise = self._exercise
        if not self._lined:
            return tuple(_outcome(exercise, self.arranged(order)[turn.number], side) for side in SIDES)
        past = _past(turn)
        return tuple(
            _outcome(exercise, each, side)
            for each in self.arranged(order)
            if each.id not in past.placed
            for side in (SIDES[1:] if past.beyond else SIDES)
        )

    def then(self, turn: Turn, outcome: Outcome) -> Turn | None:
        """The next statement."""
        number = turn.number + 1
        if number == len(self._exercise.statements):
            return None
        if not self._lined:
            return Turn(number)
        placed = tuple(sorted((*_past(turn).placed, outcome.item)))
        return Turn(number, _Past(placed, outcome.answer[1] == DONT))

    def ways(self) -> tuple[tuple[Branch, ...], ...]:
        """The way on after the last statement."""
        return (self._exercise.next,)

    def offered(self, past: Past, today: int) -> Exercise:  # noqa: ARG002 (a sort is the same on every path)
        """The same on every path: all statements."""
        return self._exercise

    def samples(self, order: str = "") -> list[tuple[Answer, ...]]:
        """Everything on the right side, then everything on the wrong one; drafts on a line all on one side."""
        if self._lined:
            return [tuple((each.id, side) for each in self._exercise.statements) for side in SIDES]
        right = tuple((each.id, DO if each.is_do else DONT) for each in self.arranged(order))
        return [right, tuple((name, DONT if side == DO else DO) for name, side in right)]

    def question(self) -> str:
        """Its author's, where there is one."""
        return self._exercise.question

    def weighed(self) -> bool:
        """To sort is to say how each would come across; there is nothing to add."""
        return False

    def voted(self) -> bool:
        """Drafts on a line are put in order together: in a room somebody does it."""
        return not self._lined

    def whole(self) -> bool:
        """Statements shown one at a time are answered one at a time."""
        return self._exercise.show is not Show.ONE

    def start(self, order: str) -> Draft:
        """Drafts lie above the line, in no order; statements of a list on neither side."""
        return tuple((each.id, DO) for each in self.arranged(order)) if self._lined else ()

    def tidy(self, draft: Draft, order: str) -> Draft:
        """Each statement at most once; on a line all of them, and none on the do side beyond one on the other.
        Statements that are asked one at a time have no draft."""
        if not self.whole():
            return ()
        known = {each.id for each in self._exercise.statements}
        sides = {each[0]: each[1] for each in draft if len(each) == 2 and each[0] in known and each[1] in SIDES}
        if not self._lined:
            return tuple(sides.items())
        beyond = False
        found = []
        for name in (*sides, *(each.id for each in self.arranged(order) if each.id not in sides)):
            beyond = beyond or sides.get(name) == DONT
            found.append((name, DONT if beyond else DO))
        return tuple(found)

    def answers(self, draft: Draft, order: str) -> tuple[Answer, ...] | None:
        """All statements, once each has its side."""
        if self._lined:
            return self.tidy(draft, order)
        sides = {name: (name, side) for name, side in self.tidy(draft, order)}
        if len(sides) < len(self._exercise.statements):
            return None
        return tuple(sides[each.id] for each in self.arranged(order))

    def put(self, draft: Draft, statement: str, side: str) -> Draft:
        """The draft with a statement of a list on that side."""
        return tuple({**{each[0]: each for each in draft}, statement: (statement, side)}.values())

    def rows(self, draft: Draft) -> list[str | None]:
        """Drafts on a line in their order, best first, and None where the line runs."""
        over = sum(side == DO for _, side in draft)
        names: list[str | None] = [name for name, _ in draft]
        return [*names[:over], None, *names[over:]]

    def move(self, draft: Draft, start: int, to: int) -> Draft:
        """The draft once the row at `start`, a draft or the line itself, has been put at `to`."""
        rows = self.rows(draft)
        rows.insert(to, rows.pop(start))
        over = rows.index(None)
        return tuple((name, DO if place < over else DONT) for place, name in enumerate(rows) if name is not None)


def _past(turn: Turn) -> _Past:
    return turn.past if isinstance(turn.past, _Past) else _Past()


def side_name(exercise: Sort, side: str) -> str:
    """The author's name of a side, or what `NAMED` holds where facts decide; `""` for plain do and don't."""
    if exercise.sides:
        return exercise.sides[side == DONT]
    return NAMED[side] if exercise.asks is Asks.DECIDES else ""


def _outcome(exercise: Sort, statement: Statement, side: str) -> Outcome:
    right = (side == DO) == statement.is_do
    rules = statement.follows or statement.breaks
    return Outcome(
        answer=(statement.id, side),
        said=f"{statement.given} {statement.say}".strip(),
        follows=rules if right and statement.is_do else (),
        breaks=rules if not right and not statement.is_do else (),
        misses=rules if not right and statement.is_do else (),
        avoids=rules if right and not statement.is_do else (),
        contact=None,
        happens="",
        arrives=(),
        because=statement.because,
        next=exercise.next,
        own=True,
        sorted_as=side_name(exercise, side),
        mistaken=not right and not rules,
        item=statement.id,
    )
