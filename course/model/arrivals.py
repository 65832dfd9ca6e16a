"""What comes in, as its author wrote it; what reaches the learner of it is a `Message`."""

from __future__ import annotations

from course.model.conditions import ALWAYS, Condition, Fact, Told
from course.model.messages import Contact, Medium
from course.model.record import Record


class Arrival(Record):
    """A message that may come only on some paths, and say other things on others."""

    medium: Medium
    text: Told
    sender: str = ""
    """Who sent it, as it stands in the message; `""` where nobody is named."""
    subject: str = ""
    when: Condition = ALWAYS
    """What has to be so for it to come."""
    know: tuple[Fact, ...] = ()
    """What is learned from it, each a short fact."""
    came: int | None = None
    """The day on which it came, where that is not the day on which it is told."""


class Sent(Record):
    """A contact that a scene tells of: the learner made it without being asked."""

    contact: Contact
    when: Condition = ALWAYS
    """What has to be so for it to have been made."""
    answered: bool = False
    """Whether what arrives with it is the answer to it."""
