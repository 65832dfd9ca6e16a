"""What the rules on a page rest on: said once, at its foot, and only a number stands with each rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.model import Course, Rule
from course.model.record import Record
from course.words import say


class Sources(Record):
    """All that the rules of one page rest on, each once, in the order in which it is come to."""

    course: Course
    titles: tuple[str, ...]

    def mark(self, rule: Rule) -> str:
        """The number of what a rule rests on; `""` where its author did not say, and where all rest on one thing."""
        found = self.course.source(rule)
        if found is None or len(self.titles) < 2 or found.title not in self.titles:
            return ""
        return say("rule.source-mark", n=self.titles.index(found.title) + 1)

    def lines(self) -> Iterator[str]:
        """What stands at the foot."""
        for number, title in enumerate(self.titles, 1):
            one = len(self.titles) == 1
            yield say("rule.source", source=title) if one else say("rule.source-numbered", n=number, source=title)


def sources(course: Course, rules: Iterable[Rule]) -> Sources:
    """What these rules rest on, each once."""
    found = (course.source(each) for each in rules)
    return Sources(course, tuple(dict.fromkeys(each.title for each in found if each)))
