"""A scenario: its head, its people, and its scenes."""

from __future__ import annotations

from collections.abc import Mapping

from course.model.condition import ALWAYS, Condition
from course.model.contact import Contact
from course.model.messages import Message
from course.model.record import Record
from course.model.sides import Side

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Branch(Record):
    """One way on: to the scene `next`, if the condition holds."""

    next: str
    when: Condition = ALWAYS


class Seen(Record):
    """How somebody on the other side lived through what the learner did."""

    by: str
    """The id of one of the scenario's people."""
    text: str


class PersonDay(Record):
    """What one day was like for somebody on the other side, whether or not the learner got in touch."""

    day: int
    """Days since day 0."""
    text: str


class Person(Record):
    """Somebody on the other side."""

    id: str
    name: str
    role: str = ""
    """Who they are to the learner, such as "your interviewer"."""
    days: tuple[PersonDay, ...] = ()
    """In the order of days."""


class Choice(Record):
    """One thing the learner may do at a scene, what it leads to, and the rules it touches."""

    id: str
    say: str
    """What the learner would do, as the choice reads."""
    follows: tuple[str, ...] = ()
    """Ids of the rules it follows."""
    breaks: tuple[str, ...] = ()
    """Ids of the rules it breaks."""
    contact: Contact | None = None
    """What goes into the contact log; None when nobody is contacted."""
    happens: str = ""
    """The consequence, shown first."""
    arrives: tuple[Message, ...] = ()
    """Messages that come as the consequence."""
    because: str = ""
    """One sentence of why it is right or wrong."""
    next: tuple[Branch, ...] = ()
    """The ways on; the first whose condition holds is taken, and the last has none."""
    seen: tuple[Seen, ...] = ()
    """How people on the other side lived through it."""


class Ending(Record):
    """A scene that closes the scenario, on one side of the line."""

    side: Side
    flip: str = ""
    """The scene at which one fact is changed and the verdict asked for again, or `""`."""
    better: str = ""
    """In an unscored scenario: what would be better to do."""
    wait: int | None = None
    """In an unscored scenario: in how many days to do it."""


class Exercise(Record):
    """What a learner does at a scene. Each kind is a subclass in `course.model.kinds`, one module each."""


class Scene(Record):
    """One moment of a scenario: what is read and what arrives, and then an exercise or the ending."""

    id: str
    text: str
    """What the learner reads: paragraphs, with *emphasis* in asterisks."""
    body: Exercise | Ending
    title: str = ""
    """Two or three words for the debrief; see `course.engine.decision.scene_title` where there is none."""
    day: int | None = None
    """Days since day 0; None means the day of the scene before."""
    arrives: tuple[Message, ...] = ()
    """Messages that have come in."""
    discuss: tuple[str, ...] = ()
    """Questions for a workshop."""
    minutes: int | None = None
    """How long to talk about it there."""


class Head(Record):
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


class Scenario(Record):
    """One scenario: its head and its scenes, by id, in the order in which they were written."""

    head: Head
    scenes: Mapping[str, Scene]
