"""The page in words: headings with what stands under them. Every form of it is made from this."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from course.model.record import Record
from course.progress.takeaway.gather import Takeaway, Watched
from course.words import sentences


class Line(Record):
    """One paragraph, and what it is."""

    text: str
    kind: Literal["text", "item", "quote", "card"] = "text"


class Section(Record):
    """A heading and its lines."""

    heading: str
    lines: tuple[Line, ...]


def title(page: Takeaway) -> str:
    """The page's own."""
    return f"{page.course.title}: what to take along"


def sections(page: Takeaway) -> Iterator[Section]:
    """All of the page, from top to bottom; nothing of what there is nothing to say of."""
    yield Section("Where you stand", tuple(_standing(page)))
    if page.well:
        yield Section("What you do well", tuple(Line(rule.do, "item") for rule in page.well))
    if page.watch:
        yield Section("What to watch", tuple(line for each in page.watch for line in _watched(each)))
    told = sentences.forecast_sentences(page.progress.forecasts)
    if told:
        yield Section("How well you can tell beforehand", tuple(Line(sentence) for sentence in told))
    moved = sentences.gain_lines(page.course, page.gain.before, page.gain.after) if page.gain else []
    if moved:
        yield Section("Before and after", tuple(Line(each) for each in moved))
    if page.course.closing:
        yield Section("To close", (Line(page.course.closing),))
    if page.card:
        yield Section("On Monday", (Line(page.card, "card"),))
    if page.passed:
        yield Section("Certificate", (Line(_certificate(page)),))


def _standing(page: Takeaway) -> Iterator[Line]:
    version = f", version {page.course.version}" if page.course.version else ""
    yield Line(f"{sentences.long_date(page.day)}. {page.played} of {page.scenarios} stories played{version}.")
    yield Line(f"First answers: {sentences.score_sentence(page.progress.first)}")
    if page.progress.best.share != page.progress.first.share:
        yield Line(f"Best attempts: {sentences.score_sentence(page.progress.best)}")
    for each in sentences.marks_lines(page.course, page.progress.first):
        yield Line(each, "item")


def _watched(each: Watched) -> Iterator[Line]:
    yield Line(each.rule.do, "item")
    where = f"In {each.title} you chose: " if each.title else "You chose: "
    yield Line(f"{where}{each.said}", "quote")
    for said in each.advised:
        yield Line(f"Advised: {said}", "quote")


def _certificate(page: Takeaway) -> str:
    course, share = page.course, sentences.score_words(page.progress.first.share)
    version = f", version {course.version}" if course.version else ""
    mark = f"{share} of first answers ({sentences.score_words(course.pass_mark)} is a pass)"
    return f"Passed {course.title}{version} on {sentences.long_date(page.day)} with {mark}."
