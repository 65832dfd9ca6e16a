"""What cannot be true of an attempt that was carried here: somebody has written it by hand, or it was damaged.

Only what contradicts itself is found. Whether an answer was given at all, nobody can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.engine import judging
from course.engine.events import Kept, Sent, ThoughtAgain
from course.engine.outcome import Answer
from course.journal.carried import CarriedAttempt, CarriedEvent
from course.journal.decision_rows import DecisionRow


def contradiction(attempt: CarriedAttempt, events: Iterable[Kept]) -> str:
    """The first thing in an attempt that cannot be so, in a few words; `""` when it may all be true."""
    return next(_contradictions(attempt, events), "")


def _contradictions(attempt: CarriedAttempt, events: Iterable[Kept]) -> Iterator[str]:
    counted: set[tuple[str, str]] = set()
    put_back: set[tuple[str, tuple[Answer, ...]]] = set()
    for carried, event in zip(attempt.events, events, strict=True):
        yield from _sent(carried, event)
        if isinstance(event, ThoughtAgain):
            put_back.add((event.scene, event.answers))
        for each in carried.decisions:
            yield from (f"at {each.scene}, {what}" for what in _judged(each))
            if each.counts and (each.scene, each.item) in counted:
                yield f"{each.scene} counts twice, and only a first answer counts"
            if any((each.scene, before.answers) not in put_back for before in each.reconsidered):
                yield f"at {each.scene}, an answer was put back, and nobody thought again"
            counted |= {(each.scene, each.item)} if each.counts else set()


def _sent(carried: CarriedEvent, event: Kept) -> Iterator[str]:
    """What is decided is decided by what is sent, at the scene where it is sent."""
    if not isinstance(event, Sent):
        if carried.decisions:
            yield f"something was decided though nothing was sent ({carried.kind})"
        return
    for each in carried.decisions:
        if each.scene != event.scene:
            yield f"what was sent at {event.scene} was decided at {each.scene}"
        elif not each.overdue and each.answer not in event.answers:
            yield f"at {each.scene}, another answer was judged than the one that was sent"


def _judged(row: DecisionRow) -> Iterator[str]:
    """A verdict, a side and a worth follow from the rules that an answer follows and breaks."""
    touches = _touches(row)
    if row.verdict not in judging.verdicts_of(row.follows, (*row.breaks, *row.misses)):
        yield f'an answer that {touches} is called "{row.verdict}"'
    if row.side not in judging.sides_of(row.breaks, row.misses):
        yield f'an answer that {touches} lands "{row.side}"'
    if row.worth not in judging.worths_as(row.verdict):
        yield f'an answer that is called "{row.verdict}" is worth {row.worth}'


def _touches(row: DecisionRow) -> str:
    does = [what for what, rules in (("follows", row.follows), ("breaks", row.breaks), ("misses", row.misses)) if rules]
    return f"{' and '.join(does)} a rule" if does else "touches no rule"
