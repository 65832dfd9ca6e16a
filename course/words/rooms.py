"""What a room did, in words: the lines of its debrief."""

from __future__ import annotations

from collections.abc import Iterator

from course.model import Course
from course.room.hands import LETTERS
from course.room.results import Question, Results
from course.words import say, sentences


def lines(course: Course, found: Results) -> Iterator[str]:
    """The whole debrief, a paragraph a line."""
    for title, side in found.scenarios:
        yield (
            say("rooms.ended", title=title, landing=sentences.landing(side)) if side else say("rooms.left", title=title)
        )
    if found.score.decisions:
        yield sentences.score_sentence(found.score, course.pass_mark)
        yield from sentences.marks_lines(course, found.score)
    if found.called:
        yield say("rooms.told", n=found.called, right=found.right)
    yield from _most("rooms.splits", found.splits)
    yield from _most("rooms.shifts", found.shifts)
    for question in found.questions:
        yield from _question(question)


def _most(heading: str, questions: tuple[Question, ...]) -> Iterator[str]:
    if questions:
        yield say(heading, places="; ".join(place(each) for each in questions))


def _question(question: Question) -> Iterator[str]:
    yield ""
    what_if = "   " + say("room.said.what-if") if question.what_if else ""
    yield place(question) + what_if
    for at, option in enumerate(question.options):
        counts = ", ".join(str(each.counts[at]) for each in question.votes if each.counts)
        yield say(
            "rooms.option", letter=LETTERS[at], said=option.said, side=sentences.side_name(option.side), counts=counts
        )
    for each in question.votes:
        if each.hands:
            yield say("rooms.hands", n=each.hands, voters=each.voters)
        if not each.counts:
            yield say("room.said.few")


def place(question: Question) -> str:
    """Where a question was asked."""
    return f"{question.scenario}: {question.scene}"
