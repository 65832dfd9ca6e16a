"""The exercise kind `message`: each part of an email, a note or a voicemail is worded in one of its ways."""

from __future__ import annotations

import random

from course.engine.conditions import Past
from course.engine.kinds.kind import Draft, Kind
from course.engine.kinds.offering import left
from course.engine.kinds.turn import FIRST, Rivals, Turn
from course.engine.outcome import Answer, Outcome
from course.model import ALWAYS, Branch, Condition
from course.model.kinds import Exercise
from course.model.kinds.message import Alternative, MessageInParts, Part
from course.model.record import replace


class MessageKind(Kind):
    """A message in the making. A draft holds (part, alternative), in the order of the parts."""

    def __init__(self, exercise: MessageInParts) -> None:
        self._exercise = exercise

    def arranged(self, part: Part, order: str) -> tuple[Alternative, ...]:
        """The alternatives of a part as a learner sees them."""
        found = list(part.alternatives)
        if order:
            random.Random(f"{order}/{part.id}").shuffle(found)
        return tuple(found)

    def outcomes(self, turn: Turn = FIRST, order: str = "") -> tuple[Outcome, ...]:
        """One for each alternative of the part whose turn it is. The last part brings the contact, and the answer."""
        part = self._exercise.parts[turn.number]
        last = turn.number == len(self._exercise.parts) - 1
        return tuple(_outcome(self._exercise, part, each, last=last) for each in self.arranged(part, order))

    def then(self, turn: Turn, outcome: Outcome) -> Turn | None:  # noqa: ARG002 (the parts stand in their order)
        """The next part."""
        number = turn.number + 1
        return Turn(number) if number < len(self._exercise.parts) else None

    def ways(self) -> tuple[tuple[Branch, ...], ...]:
        """The way on once it is sent."""
        return (self._exercise.next,)

    def options(self) -> list[str]:
        """The alternatives of every part."""
        return [each.id for part in self._exercise.parts for each in part.alternatives]

    def conditions(self) -> tuple[Condition, ...]:
        """When each alternative is offered."""
        return tuple(each.when for part in self._exercise.parts for each in part.alternatives)

    def offered(self, past: Past, today: int) -> Exercise:  # noqa: ARG002 (the day changes nothing)
        """Each part with the alternatives whose time has come."""
        exercise = self._exercise
        if all(when == ALWAYS for when in self.conditions()):
            return exercise
        parts = (replace(part, alternatives=left(part.alternatives, past)) for part in exercise.parts)
        return replace(exercise, parts=tuple(parts))

    def samples(self, order: str = "") -> list[tuple[Answer, ...]]:
        """The first alternative of every part, then the second of every part, and so on."""
        parts = [(part.id, self.arranged(part, order)) for part in self._exercise.parts]
        return [
            tuple((name, each[number % len(each)].id) for name, each in parts)
            for number in range(max(len(each) for _, each in parts))
        ]

    def rivals(self) -> tuple[Rivals, ...]:
        """The alternatives of each part."""
        return tuple(Rivals((part.id,), part.alternatives) for part in self._exercise.parts)

    def whole(self) -> bool:
        """A message is sent as a whole."""
        return True

    def tidy(self, draft: Draft, order: str) -> Draft:  # noqa: ARG002 (the parts stand in their order)
        """Each part worded at most once, in the order of the parts."""
        wording = _wording(draft)
        return tuple(
            (part.id, wording[part.id])
            for part in self._exercise.parts
            if part.id in wording and any(each.id == wording[part.id] for each in part.alternatives)
        )

    def answers(self, draft: Draft, order: str) -> tuple[Answer, ...] | None:
        """All parts, once each is worded."""
        worded = self.tidy(draft, order)
        return worded if len(worded) == len(self._exercise.parts) else None

    def word(self, draft: Draft, part: Part, alternative: Alternative) -> Draft:
        """The draft with that part worded so."""
        return self.tidy((*draft, (part.id, alternative.id)), "")

    def unword(self, draft: Draft, part: Part) -> Draft:
        """The draft with that part not worded yet."""
        return tuple(each for each in draft if each[0] != part.id)

    def wording(self, draft: Draft, part: Part) -> Alternative | None:
        """How that part is worded, or None while it is not."""
        chosen = _wording(draft).get(part.id)
        return next((each for each in part.alternatives if each.id == chosen), None)

    def unworded(self, draft: Draft, after: int = -1) -> int:
        """The number of the next part that is not worded, from behind part `after` on and then from the start; past
        the last when all are."""
        parts = self._exercise.parts
        order = [*range(after + 1, len(parts)), *range(after + 1)]
        return next((number for number in order if self.wording(draft, parts[number]) is None), len(parts))

    def subject(self, draft: Draft) -> str:
        """The subject as it stands."""
        return " ".join(each.say for part, each in self._written(draft) if part.subject) or self._exercise.subject

    def body(self, draft: Draft) -> str:
        """The text as it stands, paragraphs apart by an empty line, without the signature."""
        paragraphs: list[list[str]] = [[]]
        for part, each in self._written(draft):
            if part.subject:
                continue
            if part.paragraph and paragraphs[-1]:
                paragraphs.append([])
            paragraphs[-1].append(each.say)
        return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)

    def _written(self, draft: Draft) -> list[tuple[Part, Alternative]]:
        """The parts that are worded and not left out, and how."""
        worded = [(part, self.wording(draft, part)) for part in self._exercise.parts]
        return [(part, each) for part, each in worded if each is not None and not each.omit]


def _wording(draft: Draft) -> dict[str, str]:
    """The alternative of each part, by id; the last that was chosen."""
    return {each[0]: each[1] for each in draft if len(each) == 2}


def _outcome(exercise: MessageInParts, part: Part, alternative: Alternative, *, last: bool) -> Outcome:
    return Outcome(
        answer=(part.id, alternative.id),
        said=f"{part.title}: {alternative.say}",
        follows=alternative.follows,
        breaks=alternative.breaks,
        contact=exercise.contact if last else None,
        happens=alternative.happens,
        arrives=(),
        because=alternative.because,
        next=exercise.next,
        item=part.id,
        seen=exercise.seen if last else (),
        know=(*alternative.know, *(exercise.know if last else ())),
        either_way=alternative.either_way,
    )
