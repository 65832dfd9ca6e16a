"""One of several things that a learner may do, and how it is lived through on the other side."""

from __future__ import annotations

from course.model.arrivals import Arrival
from course.model.conditions import ALWAYS, Branch, Condition, Fact, Told
from course.model.messages import Contact
from course.model.record import Record


class Seen(Record):
    """How somebody on the other side lived through what the learner did."""

    by: str
    """The id of one of the scenario's people."""
    text: Told


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
    happens: Told = ""
    """The consequence, shown first."""
    arrives: tuple[Arrival, ...] = ()
    """Messages that come as the consequence."""
    because: Told = ""
    """One sentence of why it is right or wrong."""
    next: tuple[Branch, ...] = ()
    """The ways on; the first whose condition holds is taken, and the last has none."""
    seen: tuple[Seen, ...] = ()
    """How people on the other side lived through it."""
    when: Condition = ALWAYS
    """What has to be so for it to be offered, as its scene is come to."""
    know: tuple[Fact, ...] = ()
    """What is learned by it, each a short fact."""
    either_way: bool = False
    """Whether it follows and breaks nothing because people differ here; then it is no decision in any score."""
