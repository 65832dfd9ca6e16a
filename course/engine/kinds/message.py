"""The exercise kind `message`: each part of an e-mail, a note or a voicemail is worded in one of its ways."""

from __future__ import annotations

import random
from collections.abc import Iterable

from course.engine.kinds.turn import Rivals, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Branch, Medium
from course.model.kinds.message import Alternative, Part, Writing

MEDIA = {
    Medium.EMAIL: "e-mail",
    Medium.VOICEMAIL: "voicemail",
    Medium.NOTE: "note",
    Medium.TEXT_MESSAGE: "text message",
}
"""What can be written, and what it is called."""
TAKEN_IN = {
    Medium.EMAIL: "reads it",
    Medium.VOICEMAIL: "listens to it",
    Medium.NOTE: "reads it",
    Medium.TEXT_MESSAGE: "reads it",
}
"""What whoever receives it does with it."""


def arranged(part: Part, order: str) -> tuple[Alternative, ...]:
    """The alternatives of a part as a learner sees them."""
    found = list(part.alternatives)
    if order:
        random.Random(f"{order}/{part.id}").shuffle(found)
    return tuple(found)


def outcomes(exercise: Writing, turn: Turn, order: str) -> tuple[Outcome, ...]:
    """One for each alternative of the part whose turn it is. The last part brings the contact, and the answer."""
    part = exercise.parts[turn.number]
    last = turn.number == len(exercise.parts) - 1
    return tuple(_outcome(exercise, part, each, last=last) for each in arranged(part, order))


def then(exercise: Writing, turn: Turn, _outcome: Outcome) -> Turn | None:
    """The next part."""
    number = turn.number + 1
    return Turn(number) if number < len(exercise.parts) else None


def whole(_exercise: Writing) -> bool:
    """A message is sent as a whole."""
    return True


def weighed(_exercise: Writing) -> bool:
    """It is worth the extra minute."""
    return True


def ways(exercise: Writing) -> tuple[tuple[Branch, ...], ...]:
    """The way on once it is sent."""
    return (exercise.next,)


def start(_exercise: Writing, _order: str) -> tuple[Answer, ...]:
    """An empty page."""
    return ()


def tidy(exercise: Writing, draft: tuple[Answer, ...], _order: str) -> tuple[Answer, ...]:
    """Each part worded at most once, in the order of the parts."""
    worded = worded_as(each for each in draft if len(each) == 2)
    return tuple(
        (part.id, worded[part.id])
        for part in exercise.parts
        if part.id in worded and any(each.id == worded[part.id] for each in part.alternatives)
    )


def answers(exercise: Writing, draft: tuple[Answer, ...], order: str) -> tuple[Answer, ...] | None:
    """All parts, once each is worded."""
    worded = tidy(exercise, draft, order)
    return worded if len(worded) == len(exercise.parts) else None


def samples(exercise: Writing, order: str) -> list[tuple[Answer, ...]]:
    """The first alternative of every part, then the second of every part, and so on."""
    parts = [arranged(part, order) for part in exercise.parts]
    return [
        tuple((part.id, each[number % len(each)].id) for part, each in zip(exercise.parts, parts, strict=True))
        for number in range(max(map(len, parts)))
    ]


def rivals(exercise: Writing) -> tuple[Rivals, ...]:
    """The alternatives of each part."""
    return tuple(Rivals((part.id,), part.alternatives) for part in exercise.parts)


def subject(exercise: Writing, draft: tuple[Answer, ...]) -> str:
    """The subject as it stands."""
    return " ".join(each.say for part, each in worded(exercise, draft) if part.subject) or exercise.subject


def body(exercise: Writing, draft: tuple[Answer, ...]) -> str:
    """The text as it stands, paragraphs apart by an empty line, without the signature."""
    paragraphs: list[list[str]] = [[]]
    for part, each in worded(exercise, draft):
        if part.subject:
            continue
        if part.paragraph and paragraphs[-1]:
            paragraphs.append([])
        paragraphs[-1].append(each.say)
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def worded_as(draft: Iterable[Answer]) -> dict[str, str]:
    """The alternative of each part, by id."""
    return {each[0]: each[1] for each in draft}


def worded(exercise: Writing, draft: tuple[Answer, ...]) -> list[tuple[Part, Alternative]]:
    """The parts that are worded and not left out, and how."""
    chosen = worded_as(tidy(exercise, draft, ""))
    return [
        (part, each)
        for part in exercise.parts
        for each in part.alternatives
        if chosen.get(part.id) == each.id and not each.omit
    ]


def named(exercise: Writing) -> str:
    """What a drawing calls the way on."""
    return f"{MEDIA[exercise.medium]} sent"


def _outcome(exercise: Writing, part: Part, alternative: Alternative, *, last: bool) -> Outcome:
    return Outcome(
        answer=(part.id, alternative.id),
        said=f"{part.title}: {alternative.say}",
        follows=alternative.follows,
        breaks=alternative.breaks,
        contact=exercise.contact if last else "",
        happens=alternative.happens,
        arrives=(),
        because=alternative.because,
        next=exercise.next,
        item=part.id,
        seen=exercise.seen if last else (),
    )
