"""What was carried here from another machine: read by its type, and refused where it contradicts itself."""

from __future__ import annotations

from course.journal.carried import VERSION, Carried
from course.journal.contradictions import contradiction
from course.journal.event_rows import row_to_event
from course.model.encoding import from_json, to_json


def read_carried(text: bytes) -> Carried:
    """The data. Raises ValueError when it is anything else, or contradicts itself, and says where."""
    found = from_json(text, Carried)
    if found.journal != VERSION:
        raise ValueError(f"it is of version {found.journal}, and this program reads version {VERSION}")
    for number, attempt in enumerate(found.attempts, 1):
        events = [row_to_event(event.kind, to_json(event.particulars)) for event in attempt.events]
        wrong = contradiction(attempt, events)
        if wrong:
            raise ValueError(f"attempt {number}, at {attempt.beginning.scenario}: {wrong}")
    return found
