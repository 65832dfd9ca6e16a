"""What a room did, in words: its debrief, part by part."""

from __future__ import annotations

from collections.abc import Iterator

from course.model import Course, Verdict
from course.model.record import Record
from course.room.hands import LETTERS
from course.room.results import Question, Results
from course.words import say, sentences


class Told(Record):
    """A sentence."""

    text: str


class Asked(Record):
    """What was voted on, above its options."""

    text: str


class Voted(Record):
    """One of its options."""

    letter: str
    text: str
    counts: str
    """How many chose it, in the first vote and then in the second; `""` where there are too few to say."""


def parts(course: Course, found: Results) -> Iterator[Told | Asked | Voted]:
    """The whole debrief: how it ended, what was done and kept from, where the room split and moved, every question."""
    for title, side in found.scenarios:
        ended = say("rooms.ended", title=title, landing=sentences.landing(side)) if side else ""
        yield Told(ended or say("rooms.left", title=title))
    if found.score.decisions:
        yield Told(sentences.score_sentence(found.score, course.pass_mark))
        yield from map(Told, sentences.marks_lines(course, found.score))
    if found.called:
        yield Told(say("rooms.told", n=found.called, right=found.right))
    yield from _most("rooms.splits", found.splits)
    yield from _most("rooms.shifts", found.shifts)
    for question in found.questions:
        yield from _question(question)
    if not found.questions:
        yield Told(say("rooms.no-votes"))


def lines(course: Course, found: Results) -> Iterator[str]:
    """The same, a paragraph a line, with an empty one before each question."""
    for part in parts(course, found):
        match part:
            case Told(text):
                yield text
            case Asked(text):
                yield ""
                yield text
            case Voted(letter, text, counts):
                yield f"{letter}  {text}  {counts}".rstrip()


def _most(heading: str, questions: tuple[Question, ...]) -> Iterator[Told]:
    if questions:
        yield Told(say(heading, places="; ".join(place(each) for each in questions)))


def _question(question: Question) -> Iterator[Told | Asked | Voted]:
    what_if = "   " + say("room.said.what-if") if question.what_if else ""
    yield Asked(place(question) + what_if)
    for at, option in enumerate(question.options):
        counts = " → ".join(str(each.counts[at]) for each in question.votes if each.counts)
        side = say("side.either-way") if option.verdict is Verdict.EITHER else sentences.side_name(option.side)
        yield Voted(LETTERS[at], say("rooms.option", said=option.said, side=side), counts)
    for each in question.votes:
        if each.hands:
            yield Told(say("rooms.hands", n=each.hands, voters=each.voters))
        if not each.counts:
            yield Told(say("rooms.few", n=each.voters))


def place(question: Question) -> str:
    """Where a question was asked."""
    return f"{question.scenario}: {question.scene}"
