"""What a course is: records, filled by `course.reading`, read by everything else.

Nothing here reads files, draws screens or knows the time, and nothing here knows where it was written: the reading
keeps that apart (see `course.reading.problems.positions`). Every text has been cleaned on the way in (see
`course.text.clean`), so a face may show it as it is, though never as markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from course.model.arrivals import Arrival as Arrival
from course.model.arrivals import Sent as Sent
from course.model.choice import Choice as Choice
from course.model.choice import Seen as Seen
from course.model.conditions import ALWAYS as ALWAYS
from course.model.conditions import Branch as Branch
from course.model.conditions import Condition as Condition
from course.model.conditions import Contacts as Contacts
from course.model.conditions import Fact as Fact
from course.model.conditions import Passage as Passage
from course.model.conditions import Told as Told
from course.model.limits import NO_LIMITS as NO_LIMITS
from course.model.limits import Due as Due
from course.model.limits import Limit as Limit
from course.model.limits import Limits as Limits
from course.model.line import Line as Line
from course.model.line import Side as Side
from course.model.messages import Contact as Contact
from course.model.messages import Medium as Medium
from course.model.messages import Message as Message
from course.model.record import Record
from course.model.renamed import NEVER_RENAMED as NEVER_RENAMED
from course.model.renamed import Former as Former
from course.model.renamed import Renamed as Renamed

if TYPE_CHECKING:
    from course.model.kinds import Exercise  # a list of scenarios has no need of the exercise kinds

PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
"""Of which every language has some, as Unicode's CLDR names them; `other` serves when no other does."""
Wording = Mapping[str, str]
"""A sentence of a course's own: a text by plural form, or under `other` alone."""


class Verdict(StrEnum):
    """What a decision amounts to; always derived from the rules it follows and breaks."""

    DO = "do"
    MIXED = "mixed"
    DONT = "don't"
    EITHER = "either way"
    """Neither: people differ here."""


class Rule(Record):
    """One teachable point: what to do, what not to do, and on which side of the line the don't falls."""

    id: str
    do: str
    """What to do, in one sentence."""
    dont: str
    """What not to do, in one sentence."""
    side: Side
    """Where the don't falls; never on the right side."""
    pair: str = ""
    """The id of its pair, or `""` for a rule of the whole course."""
    source: str = ""
    """The id of what it rests on, one of the course's sources, or `""`."""
    habit: str = ""
    """What somebody tends to do who breaks it, said to them in one sentence, or `""`."""


class Source(Record):
    """What rules of a course rest on, such as an article or what hiring managers say."""

    id: str
    title: str
    """What it is called, in a few words."""
    link: str = ""
    """Where it can be read, or `""`."""


class Pair(Record):
    """One do/don't pair, such as Reconnecting / Badgering, with its rules."""

    id: str
    do: str
    """The name of its do side."""
    dont: str
    """The name of its don't side."""
    about: str = ""
    """One or two sentences on it."""
    intro: str = ""
    """Half a screen on what the pair is about, read before its first scenario."""
    card: str = ""
    """An if-then plan to take along, for whom this pair trips."""
    rules: tuple[Rule, ...] = ()


class Course(Record):
    """A course without its scenarios: what `course.yaml` says. Its scenarios are read one by one."""

    id: str
    title: str
    pairs: tuple[Pair, ...]
    rules: tuple[Rule, ...] = ()
    """Rules of the whole course, which belong to no pair."""
    version: str = ""
    """As its author numbers it; kept with every attempt."""
    about: str = ""
    """One or two sentences for home."""
    closing: str = ""
    """A thought to take along, at the end of the takeaway."""
    card: str = ""
    """The if-then plan of those whom no pair trips."""
    pass_mark: Fraction = Fraction(4, 5)
    """The share to reach, from 0 to 1."""
    extra_minute: bool = True
    """Whether learners say how an answer will come across before they send it."""
    limits: Limits = NO_LIMITS
    warm_up: str = ""
    """The id of the scenario played before the others, to see what moves."""
    after_check: str = ""
    """The id of the after-check: like the warm-up and never the same, played after the others."""
    companion: str = ""
    """The id of the companion for somebody about to act now."""
    first_round: tuple[str, ...] = ()
    """The ids of those that home leads through first, in that order."""
    order: tuple[str, ...] = ()
    """Scenario ids in the order to show them; those missing here come last, by file."""
    line: Line = Line()
    language: str = "en"
    """The language of its texts, as a BCP 47 tag."""
    words: Mapping[str, Wording] = {}
    """Sentences of its own in the place of the program's, by their ids."""
    sources: tuple[Source, ...] = ()
    """What its rules rest on."""
    renamed: Renamed = Renamed()
    """Pairs, rules and scenarios whose ids have changed."""
    levels: Mapping[str, str] = {}
    """The level (error, warn, info or off) of each check that has another one here than by itself."""

    @property
    def apart(self) -> frozenset[str]:
        """The scenarios that are not part of the course proper: warm-up, after-check and companion."""
        return frozenset({self.warm_up, self.after_check, self.companion} - {""})

    def all_rules(self) -> dict[str, Rule]:
        """Every rule by id: those of the whole course first, then pair by pair."""
        rules = {rule.id: rule for rule in self.rules}
        for pair in self.pairs:
            rules.update((rule.id, rule) for rule in pair.rules)
        return rules

    def source(self, rule: Rule) -> Source | None:
        """What that rule rests on, where its author said."""
        return next((each for each in self.sources if each.id == rule.source), None)

    def pair(self, pair_id: str) -> Pair | None:
        """The pair of that id, or None."""
        return next((pair for pair in self.pairs if pair.id == pair_id), None)


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class PersonDay(Record):
    """What one day was like for somebody on the other side, whether or not the learner got in touch."""

    day: int
    """Days since day 0."""
    text: Told


class Person(Record):
    """Somebody on the other side."""

    id: str
    name: str
    role: str = ""
    """Who they are to the learner, such as "your neighbor"."""
    days: tuple[PersonDay, ...] = ()
    """In the order of days."""


class Ending(Record):
    """A scene that closes the scenario, on one side of the line."""

    side: Side
    flip: str = ""
    """The scene at which one fact is changed and the verdict asked for again, or `""`."""
    better: Told = ""
    """In an unscored scenario: what would be better to do."""
    wait: int | None = None
    """In an unscored scenario: in how many days to do it."""
    ask_day: str = ""
    """In an unscored scenario: asks for the day after which to do it; until that is known, `wait` is a guess."""
    soonest: int | None = None
    """In an unscored scenario: in how many days to do it at the soonest, also where the day asked for is nearer."""


class Scene(Record):
    """One moment of a scenario: what is read and what arrives, and then an exercise or the ending."""

    id: str
    text: Told
    """What the learner reads: paragraphs, with *emphasis* in asterisks."""
    body: Exercise | Ending
    title: str = ""
    """Two or three words for the debrief; see `course.engine.decision.scene_title` where there is none."""
    day: int | None = None
    """Days since day 0; None means the day of the scene before."""
    arrives: tuple[Arrival, ...] = ()
    """Messages that have come in."""
    sent: tuple[Sent, ...] = ()
    """Contacts that its text tells of."""
    know: tuple[Fact, ...] = ()
    """What is learned here, each a short fact."""
    twin: str = ""
    """The scene with the same options and one fact changed, as `scenario/scene`, or `""`."""
    discuss: tuple[str, ...] = ()
    """Questions for a workshop."""
    minutes: int | None = None
    """How long to talk about it there."""
    former: Former = NEVER_RENAMED
    """What ids in it were first."""


class Head(Record):
    """What a list of scenarios shows: all of a scenario but its scenes."""

    id: str
    title: str
    file: str
    """Path of its file, relative to the course folder, with forward slashes."""
    pair: str = ""
    """The pair it practices, or `""` when it mixes them."""
    other: str = ""
    """Who is on the other side, and what they do (`with:` in YAML)."""
    you: str = ""
    """Who the learner is in it, in a few words."""
    summary: str = ""
    """One line for the list."""
    minutes: int | None = None
    """How long it takes to play."""
    starts_on: str = ""
    """Weekday of day 0, one of WEEKDAYS, or `""`."""
    start: str = ""
    """The id of its first scene."""
    discuss: tuple[str, ...] = ()
    """Questions for a workshop, about the whole of it."""
    scored: bool = True
    """Whether its answers are judged one by one and kept; a companion's are not."""
    people: tuple[Person, ...] = ()
    """Who is on the other side."""
    know: tuple[Fact, ...] = ()
    """What the learner knows from the beginning, each a short fact."""
    renamed: Renamed = Renamed()
    """Scenes, options and people whose ids have changed."""


class Scenario(Record):
    """One scenario: its head and its scenes, by id, in the order in which they were written."""

    head: Head
    scenes: Mapping[str, Scene]
