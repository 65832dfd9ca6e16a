"""How the days of a scenario are told in few words: their names, and what came and went."""

from __future__ import annotations

from collections.abc import Sequence

from course.engine.week import Day
from course.model import WEEKDAYS, Contact, Head, Message
from course.words import media, say, sentences

_A_WEEK = 7


def name(head: Head, day: int, last: int = 0) -> str:
    """A day in a few letters. Where the days go on for longer than a week, until `last`, its number says which."""
    if head.starts_on not in WEEKDAYS:
        return say("day.numbered", day=day)
    weekday = say(f"weekday.{(WEEKDAYS.index(head.starts_on) + day) % 7}.short")
    return weekday if last < _A_WEEK else say("week.numbered", weekday=weekday, day=day)


def span(head: Head, days: Sequence[Day], last: int) -> str:
    """Several days in a row."""
    return say("week.span", first=name(head, days[0].number, last), last=name(head, days[-1].number, last))


def event(head: Head, event: Message | Contact) -> str:
    """What came, or what the learner did."""
    if isinstance(event, Contact):
        return say("page.you", did=sentences.contact_words(head, event))
    medium = media.title(event.medium)
    return say("week.came", medium=medium, sender=event.sender) if event.sender else medium


def folded(days: Sequence[Day]) -> str:
    """How much went and came on these days together; `""` when nothing did."""
    events = [each for day in days for each in day.events]
    sent = sum(isinstance(each, Contact) for each in events)
    came = len(events) - sent
    parts = [say("week.from-you", n=sent)] * bool(sent) + [say("week.to-you", n=came)] * bool(came)
    return say("list.comma").join(parts)


def introduction(head: Head) -> str:
    """Who the learner is in a scenario, and who it is with; `""` where nobody said."""
    you = say("scene.you", you=head.you) if head.you else ""
    other = say("scene.with", other=head.other.rstrip(".")) if head.other else ""
    return " ".join(filter(None, (you, other)))
