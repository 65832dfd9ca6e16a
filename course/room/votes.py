"""Votes: what people in a room answer, and what all of it together says. One for each person in each round, replaced
until the round is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from course.engine import judging
from course.engine.outcome import Answer
from course.model import Side, Verdict
from course.model.record import Record
from course.room.room import Question, Room, Round, Step

PASS: Answer = ()
"""The answer of somebody who would rather not say. It is counted, and is never a way on."""
FEW = 5
"""Of fewer people than this nobody is shown how they split, since it would show who voted what."""
ENOUGH = 12
"""Voters from whom on the share of advised answers is worth a hint to the facilitator."""


class Vote(Record):
    """What one person answers in one round."""

    person: str
    answer: Answer
    called: Side | None = None
    """How they think it will come across, if they said so."""


class Refusal(StrEnum):
    """Why a vote is not taken."""

    CLOSED = "closed"
    """That round is not open, any more or yet."""
    NOT_OFFERED = "not-offered"


def refusal(room: Room, number: int, vote: Vote) -> Refusal | None:
    """Why round `number` does not take that vote; None when it does."""
    open_round = room.round
    if room.step is not Step.VOTING or open_round is None or open_round.number != number:
        return Refusal.CLOSED
    if vote.answer != PASS and vote.answer not in open_round.answers:
        return Refusal.NOT_OFFERED
    return None


class Tally(Record):
    """How one round came out."""

    counts: tuple[int, ...]
    """For each answer, in the order in which they were shown, hands included."""
    passed: int
    hands: int
    """How many of those counted were hands."""

    @property
    def answered(self) -> int:
        """How many answered, hands included, but for those who passed."""
        return sum(self.counts)

    @property
    def voters(self) -> int:
        """Everybody who voted."""
        return self.answered + self.passed


def tally(vote: Round, votes: Iterable[Vote]) -> Tally:
    """What that round came to."""
    found = Counter(each.answer for each in votes)
    counts = tuple(found[answer] + vote.hands.get(at, 0) for at, answer in enumerate(vote.answers))
    return Tally(counts, found[PASS], sum(vote.hands.values()))


def shown(vote: Round, votes: Sequence[Vote]) -> Tally | None:
    """What of it may be shown: nothing of fewer than so many; and where there are some votes by phone but too few of
    them, the hands alone, since whoever counted those could work out the others."""
    few = 0 < len(votes) < FEW
    found = tally(vote, () if few else votes)
    return found if found.voters >= FEW else None


def unrevealed(vote: Round, votes: Sequence[Vote]) -> bool:
    """Whether anything was voted there that the room was not shown."""
    if vote.revealed is not None:
        return not vote.void and vote.hands != vote.revealed
    return not vote.void and bool(votes or any(vote.hands.values()))


class Swing(Record):
    """How many went from one answer to another between two votes; or stayed, where both are the same."""

    before: Answer
    after: Answer
    people: int


def swings(first: Round, first_votes: Iterable[Vote], second: Round, second_votes: Iterable[Vote]) -> tuple[Swing, ...]:
    """What became of each answer among those who voted both times, answer by answer. Hands have no names, and so are in
    none of it."""
    before = {each.person: each.answer for each in first_votes}
    moved = Counter((before[each.person], each.answer) for each in second_votes if each.person in before)
    ways = ((one, other) for one in (*first.answers, PASS) for other in (*second.answers, PASS))
    return tuple(Swing(*way, moved[way]) for way in ways if moved[way])


def leading(vote: Round, votes: Sequence[Vote]) -> tuple[Answer, ...]:
    """The answer that most voted for; several in a tie, none where nobody answered. Only of what may be shown: to go
    the way that most of a few chose would show how they split."""
    found = shown(vote, votes)
    counts = found.counts if found else ()
    most = max(counts, default=0)
    return tuple(answer for answer, count in zip(vote.answers, counts, strict=False) if most and count == most)


def way_on(vote: Round | None, votes: Sequence[Vote]) -> Answer | None:
    """The answer that a vote chooses; None in a tie, and where nobody answered, or too few did: then the facilitator
    does."""
    found = leading(vote, votes) if vote else ()
    return found[0] if len(found) == 1 else None


def called(votes: Iterable[Vote]) -> Mapping[Side, int]:
    """Where people said that their answer would land; nothing where too few did."""
    found = Counter(each.called for each in votes if each.called is not None)
    return {side: found[side] for side in Side if found[side]} if found.total() >= FEW else {}


class Hint(StrEnum):
    """What might help next; for the facilitator alone, who decides."""

    READ_AGAIN = "read-again"
    """Few found what is advised: read it again together."""
    TALK = "talk"
    GO_ON = "go-on"


def hint(asked: Question, count: Tally) -> Hint | None:
    """What the share of advised answers suggests; nothing of too few voters, nor where nothing is advised."""
    right = [judging.verdict(each) in (Verdict.DO, Verdict.EITHER) for each in asked.options]
    if count.answered < ENOUGH or not any(right) or len(count.counts) != len(right):
        return None
    share = Fraction(sum(each for each, fine in zip(count.counts, right, strict=True) if fine), count.answered)
    if share < Fraction(3, 10):
        return Hint.READ_AGAIN
    return Hint.TALK if share <= Fraction(8, 10) else Hint.GO_ON
