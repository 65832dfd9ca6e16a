"""What a course is: plain frozen records, filled by `course.reading`, read by everything else.

Nothing here reads files, draws screens or knows the time. Every text has been cleaned on the way in
(see `course.reading.clean`), so a face may show it as it is, though never as markup.

The records that authors write keep `spots`: where each field of theirs stands in its file, for
problems found after reading. Spots take no part in equality.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

Spot = tuple[int, int]
"""Line and column of a value in its file, both counted from 1."""

Spots = Mapping[str, Spot]
"""The spot of each field an author wrote, by its YAML name; `""` is the record itself."""

NO_SPOTS: Spots = MappingProxyType({})


def no_spots() -> Spots:
    """None, for a record that no file was read for."""
    return NO_SPOTS


class Side(StrEnum):
    """A place on the line: too quiet, assertive, or too pushy."""

    QUIET = "quiet"
    ASSERTIVE = "assertive"
    PUSHY = "pushy"


class Verdict(StrEnum):
    """What a decision amounts to; always derived from the rules it follows and breaks."""

    DO = "do"
    MIXED = "mixed"
    DONT = "don't"


class Medium(StrEnum):
    """How a message arrives; its value is the word authors write."""

    EMAIL = "email"
    VOICEMAIL = "voicemail"
    TEXT_MESSAGE = "text-message"
    NOTE = "note"
    CALL = "call"
    SILENCE = "silence"


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Rule:
    """One teachable point: what to do, what not to do, and on which side of the line the don't falls."""

    id: str
    do: str
    dont: str
    side: Side
    pair: str = ""
    """The id of its pair, or `""` for a rule of the whole course."""
    spots: Spots = field(default_factory=no_spots, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """One do/don't pair, such as Reconnecting / Badgering, with its rules."""

    id: str
    do: str
    dont: str
    about: str = ""
    intro: str = ""
    """Half a screen on what the pair is about, read before its first story."""
    card: str = ""
    """An if-then plan to take along, for whom this pair trips."""
    rules: tuple[Rule, ...] = ()
    spots: Spots = field(default_factory=no_spots, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Message:
    """Something that reaches the learner: an e-mail, a voicemail, or a silence."""

    medium: Medium
    text: str
    sender: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """One way on. It is taken when all its conditions hold; one without conditions always is.

    `contacts` is the least number of contacts, the choice's own included, made in the last `days`
    days (today is the first of them), or in the whole story if `days` is None. `broke` names rules
    of which each must have been broken by now.
    """

    go: str
    contacts: int | None = None
    days: int | None = None
    broke: tuple[str, ...] = ()
    spots: Spots = field(default_factory=no_spots, compare=False, repr=False)


class Seen(NamedTuple):
    """How somebody on the other side lived through what the learner did."""

    by: str
    """The id of one of the scenario's people."""
    text: str


class PersonDay(NamedTuple):
    """What one day was like for somebody on the other side, whether or not the learner got in touch."""

    day: int
    text: str


class Person(NamedTuple):
    """Somebody on the other side."""

    id: str
    name: str
    role: str = ""
    days: tuple[PersonDay, ...] = ()
    """In the order of days."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing the learner may do at a scene, what it leads to, and the rules it touches."""

    id: str
    say: str
    follows: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    contact: str = ""
    """What goes into the contact log, or `""` when nobody is contacted."""
    happens: str = ""
    arrives: tuple[Message, ...] = ()
    because: str = ""
    next: tuple[Branch, ...] = ()
    seen: tuple[Seen, ...] = ()
    spots: Spots = field(default_factory=no_spots, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """A scene that closes the story, on one side of the line."""

    side: Side
    flip: str = ""
    """The scene at which one fact is changed and the verdict asked for again, or `""`."""
    better: str = ""
    """In an unscored story: what would be better to do."""
    wait: int | None = None
    """In an unscored story: in how many days to do it."""


class Exercise:
    """What a learner does at a scene. Each kind is a subclass in `course.exercises`, one module each."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of a story: what is read and what arrives, and then an exercise or the ending."""

    id: str
    text: str
    body: Exercise | Ending
    title: str = ""
    day: int | None = None
    """Days since the interview; None means the day of the scene before."""
    arrives: tuple[Message, ...] = ()
    discuss: tuple[str, ...] = ()
    minutes: int | None = None
    revision: str = ""
    """Changes when anything a learner reads or answers at this scene changes; `""` where nobody plays it."""
    spots: Spots = field(default_factory=no_spots, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Head:
    """What a list of scenarios shows: all of a scenario but its scenes."""

    id: str
    title: str
    file: str
    """Path of its file, relative to the course folder, with forward slashes."""
    pair: str = ""
    """The pair it practises, or `""` when it mixes them."""
    other: str = ""
    """Who is on the other side, and what they do (`with:` in YAML)."""
    summary: str = ""
    minutes: int | None = None
    interview: str = ""
    """Weekday of the interview, one of WEEKDAYS, or `""`."""
    start: str = ""
    discuss: tuple[str, ...] = ()
    scored: bool = True
    """Whether its answers are judged one by one and kept; a companion's are not."""
    people: tuple[Person, ...] = ()
    spots: Spots = field(default_factory=no_spots, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One story: its head and its scenes, by id, in the order in which they were written."""

    head: Head
    scenes: Mapping[str, Scene]


class Limit(NamedTuple):
    """What it means to go past one of the course's limits."""

    breaks: tuple[str, ...]
    because: str = ""


class Limits(NamedTuple):
    """How much contact is right in the days after an interview. What is None is not judged."""

    most: int | None = None
    """Contacts in any `days` days."""
    days: int = 7
    thanks_by: int | None = None
    """The day until which a thank-you is in time."""
    too_many: Limit | None = None
    at_once: Limit | None = None
    """Two contacts on one day."""
    no_thanks: Limit | None = None
    nothing: Limit | None = None
    """No contact at all."""


NO_LIMITS = Limits()
"""Nothing is judged."""


@dataclass(frozen=True, slots=True)
class Course:
    """A course without its stories: what `course.yaml` says. Its scenarios are read one by one."""

    id: str
    title: str
    pairs: tuple[Pair, ...]
    rules: tuple[Rule, ...] = ()
    """Rules of the whole course, which belong to no pair."""
    version: str = ""
    about: str = ""
    closing: str = ""
    """A thought to take along, at the end of the takeaway."""
    card: str = ""
    """The if-then plan of those whom no pair trips."""
    pass_mark: Fraction = Fraction(4, 5)
    extra_minute: bool = True
    limits: Limits = NO_LIMITS
    warm_up: str = ""
    """The id of the scenario played before the others, to see what moves."""
    after: str = ""
    """The id of its parallel form, played after them."""
    ask: str = ""
    """The id of the companion for somebody about to follow up now."""
    order: tuple[str, ...] = ()
    """Scenario ids in the order to show them; those missing here come last, by file."""
    levels: Mapping[str, str] = field(default_factory=dict)
    """The level (error, warn, info or off) of each check that has another one here than by itself."""
    spots: Spots = field(default_factory=no_spots, compare=False, repr=False)

    @property
    def apart(self) -> frozenset[str]:
        """The scenarios that are no stories of the course: warm-up, its parallel form, and the companion."""
        return frozenset({self.warm_up, self.after, self.ask} - {""})

    def all_rules(self) -> dict[str, Rule]:
        """Every rule by id: those of the whole course first, then pair by pair."""
        rules = {rule.id: rule for rule in self.rules}
        for pair in self.pairs:
            rules.update((rule.id, rule) for rule in pair.rules)
        return rules

    def pair(self, pair_id: str) -> Pair | None:
        """The pair of that id, or None."""
        return next((pair for pair in self.pairs if pair.id == pair_id), None)
