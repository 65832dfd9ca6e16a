"""Moves as rows, and back."""

from __future__ import annotations

from course.journal.decision_rows import dump, load, side
from course.playing.moves import Kept, Move, Rewound, Sent, WentOn

SENT = "sent"


def move_to_row(move: Move) -> tuple[str, str]:
    """The kind of a move, and its particulars as JSON."""
    match move:
        case Sent(scene, answer, forecast, revision):
            return SENT, dump({"scene": scene, "answer": answer, "forecast": forecast, "revision": revision})
        case WentOn():
            return "went-on", "{}"
        case Rewound(to):
            return "rewound", dump({"to": to})
        case Kept(count):
            return "kept", dump({"count": count})


def row_to_move(kind: str, particulars: str) -> Move:
    """The move. Raises ValueError when the row is none of ours."""
    data = load(particulars)
    try:
        match kind:
            case "sent":
                return Sent(data["scene"], tuple(data["answer"]), side(data["forecast"]), data["revision"])
            case "went-on":
                return WentOn()
            case "rewound":
                return Rewound(int(data["to"]))
            case "kept":
                return Kept(int(data["count"]))
    except (KeyError, TypeError) as error:
        raise ValueError(f"a {kind} move lacks something") from error
    raise ValueError(f"unknown kind of move {kind!r}")
