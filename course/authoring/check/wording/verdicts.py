"""Choices that say how they will be judged."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.items import Items
from course.authoring.check.wording.tools.sayings import fold
from course.model import Choice, Course
from course.model.record import Record

# Words that judge an act and hardly do anything else. Words that also name one ("polite" of a person, "quiet" of a
# portal) are left out, and so are those that only this or that course would mean as a verdict: a course's own are the
# names of its pairs.
JUDGING = (
    *("assertive", "assertively", "pushy", "classy", "sassy", "badger", "badgering"),
    *("appropriate", "appropriately", "inappropriate", "inappropriately", "unprofessional", "unprofessionally"),
    *("tactful", "tactfully", "tactless", "the right thing", "the wrong thing", "the right choice"),
)


class _Name(Record):
    """A pair's name for one of its sides."""

    phrase: str
    rules: frozenset[str]
    do: bool

    def judges(self, choice: Choice) -> bool:
        """Whether this is what the choice turns out to be; otherwise the name is a word like any other."""
        return not self.rules.isdisjoint(choice.follows if self.do else choice.breaks)


def find(course: Course, items: Items) -> Iterator[Found]:
    """Such words, each choice once."""
    for number, phrase in sorted(_hits(course, items).items()):
        item, which = items.choices[number]
        message = f'"{phrase}" says how this choice will be judged, before anybody has weighed it.'
        mend = "Say what is done, and leave the judging to the learner."
        yield Found("verdict-words", item.at(which), message, mend)


def _hits(course: Course, items: Items) -> dict[int, str]:
    hits: dict[int, str] = {}
    for name in _names(course):
        for number in items.sayings.having(name.phrase):
            item, which = items.choices[number]
            if name.judges(item.options[which]):
                hits[number] = name.phrase
    for phrase in JUDGING:
        hits.update(dict.fromkeys(items.sayings.having(phrase), phrase))
    return hits


def _names(course: Course) -> Iterator[_Name]:
    for pair in course.pairs:
        rules = frozenset(rule.id for rule in pair.rules)
        for name, do in ((pair.do, True), (pair.dont, False)):
            if phrase := fold(name):
                yield _Name(phrase, rules, do)
