"""What a learner knows where a play stands, as rows: the week, the facts, who is who."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from textual.content import Content

from course.engine.known import Known, Learned
from course.engine.week import Day
from course.faces.textual.blocks.base import Row
from course.faces.textual.text import assemble, pad, plain, prose
from course.model import Head, Person
from course.text.width import cells
from course.words import say, week

Group = Sequence[Day]
"""Days that stand on one line; most often a single one."""


def groups(days: Sequence[Day], *, oldest: int = 0, together: bool = False) -> list[Group]:
    """The days by their lines: the `oldest` so many on one, and `together` those that stand empty side by side."""
    found: list[Group] = [days[:oldest]] if oldest else []
    for empty, run in groupby(days[oldest:], key=lambda day: day.empty):
        same = list(run)
        found += [same] if empty and together else [[day] for day in same]
    return found


def week_rows(head: Head, lines: Iterable[Group], last: int) -> list[Row]:
    """The days, one below the other, until day `last`."""
    lines = list(lines)
    alone = [week.name(head, each[0].number, last) for each in lines if len(each) == 1]
    wide = 2 + max(map(cells, alone), default=0)
    rows: list[Row] = []
    for each in lines:
        if len(each) > 1:
            label = plain(week.span(head, each, last) + "  ").stylize("$soft")
            rows.append(Row(plain(week.folded(each)).stylize("$soft"), label))
        else:
            rows += _day_rows(head, each[0], pad(week.name(head, each[0].number, last), wide))
    return rows


def facts(known: Known, days: Iterable[Day] = ()) -> list[Learned]:
    """What is known, but for what stands with these days already."""
    told = {fact for day in days for fact in day.facts}
    return [each for each in known.facts if each.fact not in told]


def who(person: Person, *, role: bool = True) -> Content:
    """Somebody's name, and who they are."""
    return assemble((person.name, "bold"), (f"  {person.role}" if role and person.role else "", "$soft"))


def _day_rows(head: Head, day: Day, name: str) -> Iterator[Row]:
    """Today, what came and went, and what is known about the day: the name of the day before the first of them."""
    texts = [plain(say("week.today")).stylize("bold")] if day.today else []
    texts += [plain(week.event(head, each)) for each in day.events]
    texts += [prose(each).stylize("italic") for each in day.facts]
    label = plain(name).stylize("bold" if day.today else "$soft")
    for text in texts or [Content("")]:
        yield Row(text, label)
        label = plain(" " * cells(name))
