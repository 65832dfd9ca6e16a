"""Events as rows, and back. The kinds in the rows are older than some names in the code, and stay."""

from __future__ import annotations

from typing import Any

import msgspec

from course.engine.events import Drafted, Flipped, Kept, Returned, Rewound, Sent, Shortened, ThoughtAgain, WentOn
from course.model.encoding import from_json, to_json

SENT = "sent"

_KINDS: dict[type[Kept], str] = {
    Drafted: "drafted",
    ThoughtAgain: "thought-again",
    Sent: SENT,
    WentOn: "went-on",
    Rewound: "rewound",
    Flipped: "flipped",
    Returned: "returned",
    Shortened: "kept",
}
_EVENTS = {kind: event for event, kind in _KINDS.items()}


def event_to_row(event: Kept) -> tuple[str, str]:
    """The kind of an event, and its particulars as JSON."""
    kind = _KINDS[type(event)]
    return kind, to_json({"count": event.to} if isinstance(event, Shortened) else event)


def row_to_event(kind: str, particulars: str) -> Kept:
    """The event. Raises ValueError when the row is none of ours."""
    if kind not in _EVENTS:
        raise ValueError(f"unknown kind of event {kind!r}")
    fields = from_json(particulars, dict[str, Any])
    if kind == "kept":
        fields["to"] = fields.get("count")
    if kind == SENT and "answer" in fields:  # as the oldest rows have it: one answer alone
        fields["answers"] = [fields["answer"]]
    return msgspec.convert(fields, _EVENTS[kind])
