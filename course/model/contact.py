"""A contact with somebody on the other side, as it goes into the contact log."""

from __future__ import annotations

from course.model.messages import Medium
from course.model.record import Record


class Contact(Record):
    """What an author noted of a contact; what nobody said is empty."""

    words: str = ""
    """What the log says of it, such as "e-mail to Dana"."""
    person: str = ""
    """The id of one of the scenario's people."""
    medium: Medium | None = None
    kind: str = ""
    """What it is for, such as `thanks`; limits refer to it."""
