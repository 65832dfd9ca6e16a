"""The page in words: headings with what stands under them. Every form of it is made from this."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from course.model.record import Record
from course.progress.takeaway.gather import Takeaway, Watched
from course.words import say, sentences, twins


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
    if page.learner:
        return say("takeaway.title-of", title=page.course.title, learner=page.learner)
    return say("takeaway.title", title=page.course.title)


def sections(page: Takeaway) -> Iterator[Section]:
    """All of the page, from top to bottom; nothing of what there is nothing to say of."""
    yield Section(say("takeaway.standing"), tuple(_standing(page)))
    if page.well:
        yield Section(say("takeaway.well"), tuple(Line(rule.do, "item") for rule in page.well))
    if page.watch:
        yield Section(say("takeaway.watch"), tuple(line for each in page.watch for line in _watched(each)))
    told = sentences.forecast_sentences(page.progress.forecasts)
    if told:
        yield Section(say("takeaway.telling"), tuple(Line(sentence) for sentence in told))
    moved = sentences.gain_lines(page.course, page.gain.before, page.gain.after) if page.gain else []
    if moved:
        yield Section(say("takeaway.gain"), tuple(Line(each) for each in moved))
    if page.course.closing and page.complete:  # it looks back on all of them
        yield Section(say("takeaway.closing"), (Line(page.course.closing),))
    if page.card:
        yield Section(say("takeaway.card"), (Line(page.card, "card"),))
    if page.passed:
        yield Section(say("takeaway.certificate"), (Line(_certificate(page)),))


def _standing(page: Takeaway) -> Iterator[Line]:
    facts = {"date": sentences.long_date(page.day), "played": page.played, "n": page.scenarios}
    version = page.course.version
    yield Line(say("takeaway.played-version", version=version, **facts) if version else say("takeaway.played", **facts))
    yield Line(say("takeaway.first", score=sentences.score_sentence(page.progress.first, page.course.pass_mark)))
    if page.progress.best.share != page.progress.first.share:
        yield Line(say("takeaway.best", score=sentences.score_sentence(page.progress.best, page.course.pass_mark)))
    for each in sentences.marks_lines(page.course, page.progress.first):
        yield Line(each, "item")
    pairs = page.progress.twins
    if understood := twins.understood(pairs.met, pairs.understood):
        yield Line(understood)


def _watched(each: Watched) -> Iterator[Line]:
    yield Line(each.rule.do, "item")
    said, title = each.said, each.title
    yield Line(say("takeaway.chose-in", title=title, said=said) if title else say("takeaway.chose", said=said), "quote")
    for advised in each.advised:
        yield Line(say("takeaway.advised", said=advised), "quote")


def _certificate(page: Takeaway) -> str:
    course = page.course
    facts = {
        "title": course.title,
        "date": sentences.long_date(page.day),
        "share": sentences.score_words(page.progress.first.share, course.pass_mark),
        "mark": sentences.score_words(course.pass_mark),
    }
    version = course.version
    return say("takeaway.passed-version", version=version, **facts) if version else say("takeaway.passed", **facts)
