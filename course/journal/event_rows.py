"""Events as rows, and back. The kinds in the rows are older than some names in the code, and stay."""

from __future__ import annotations

from typing import Any

from course.engine.events import Drafted, Flipped, Kept, Rewound, Sent, Shortened, WentOn
from course.engine.outcome import Answer
from course.journal.decision_rows import dump, load, side

SENT = "sent"


def event_to_row(event: Kept) -> tuple[str, str]:
    """The kind of an event, and its particulars as JSON."""
    match event:
        case Drafted(scene, draft):
            return "drafted", dump({"scene": scene, "draft": draft})
        case Sent(scene, answers, forecast, revision):
            return SENT, dump({"scene": scene, "answers": answers, "forecast": forecast, "revision": revision})
        case WentOn():
            return "went-on", "{}"
        case Rewound(to):
            return "rewound", dump({"to": to})
        case Flipped():
            return "flipped", "{}"
        case Shortened(to):
            return "kept", dump({"count": to})


def row_to_event(kind: str, particulars: str) -> Kept:
    """The event. Raises ValueError when the row is none of ours."""
    data = load(particulars)
    try:
        match kind:
            case "sent":
                return Sent(data["scene"], _sent(data), side(data["forecast"]), data["revision"])
            case "drafted":
                return Drafted(data["scene"], _answers(data["draft"]))
            case "flipped":
                return Flipped()
            case "went-on":
                return WentOn()
            case "rewound":
                return Rewound(int(data["to"]))
            case "kept":
                return Shortened(int(data["count"]))
    except (KeyError, TypeError) as error:
        raise ValueError(f"a {kind} event lacks something") from error
    raise ValueError(f"unknown kind of event {kind!r}")


def _sent(data: dict[str, Any]) -> tuple[Answer, ...]:
    """Every answer of a row; the oldest rows hold one alone."""
    return _answers(data["answers"]) if "answers" in data else (tuple(data["answer"]),)


def _answers(rows: list[list[str]]) -> tuple[Answer, ...]:
    return tuple(tuple(row) for row in rows)
