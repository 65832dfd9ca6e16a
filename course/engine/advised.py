"""The advised whole: of a message or a calendar, the one that breaks nothing and is nearest to what was sent."""

from __future__ import annotations

from collections.abc import Collection

from course.engine import judging, kinds
from course.engine.kinds import FIRST, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Verdict
from course.model.kinds import Exercise

_Cost = tuple[int, int, int, int]
"""Rules broken, answers other than those sent, those of them that nothing like was sent of on any day, and rules
followed, which count the other way round; less is better."""


def advised_whole(exercise: Exercise, sent: Collection[Answer] = ()) -> tuple[Answer, ...]:
    """The answers to everything an exercise asks, turn by turn, that break and miss as little as can be; of several
    such wholes, the one with most of what was sent: the same another day rather than something else, and rather sooner
    than later. What was sent may be nothing."""
    return _Nearest(exercise, sent).answers()


class _Nearest:
    def __init__(self, exercise: Exercise, sent: Collection[Answer]) -> None:
        self._kind = kinds.of(exercise)
        self._sent = frozenset(sent)
        self._meant = {word for answer in sent for word in answer}
        self._best: dict[Turn, tuple[_Cost, Outcome]] = {}
        """Of each turn, what the rest costs at best, and the answer to begin it with."""

    def answers(self) -> tuple[Answer, ...]:
        self._work_out()
        found = []
        turn: Turn | None = FIRST
        while turn is not None:
            outcome = self._best[turn][1]
            found.append(outcome.answer)
            turn = self._kind.then(turn, outcome)
        return tuple(found)

    def _work_out(self) -> None:
        """From the last turns to the first. Turns only ever lead on, so each is settled once all after it are."""
        waiting = [FIRST]
        while waiting:
            turn = waiting[-1]
            possible = self._kind.outcomes(turn)
            following = [self._kind.then(turn, each) for each in possible]
            ahead = [each for each in following if each is not None and each not in self._best]
            if ahead:
                waiting += ahead
                continue
            waiting.pop()
            costs = [self._cost(each, after) for each, after in zip(possible, following, strict=True)]
            least = min(costs)
            alike = [each for each, cost in zip(possible, costs, strict=True) if cost == least]
            self._best[turn] = least, next((each for each in alike if each.item), alike[0])

    def _cost(self, outcome: Outcome, after: Turn | None) -> _Cost:
        broken, other, strange, followed = (0, 0, 0, 0) if after is None else self._best[after][0]
        wrong = outcome.judged and judging.verdict(outcome) in (Verdict.MIXED, Verdict.DONT)
        changed = 0  # to close a day of a calendar is no answer of its own
        if outcome.item:
            changed = -1 if outcome.answer in self._sent else 1
            strange += outcome.item not in self._meant
        return broken + wrong, other + changed, strange, followed - len(outcome.follows)
