"""What no walk shows, and where it is written."""

from __future__ import annotations

from collections.abc import Iterable

from course.authoring.proof.piece import Piece, What
from course.authoring.proof.pieces import Written
from course.authoring.proof.where import Where
from course.engine.conditions import holds
from course.engine.otherside import by_then
from course.engine.play import Play
from course.model import ALWAYS, Scenario
from course.model.kinds.calendar import Calendar
from course.model.record import Record

_WHY = {
    What.SCENE: "no way leads to this scene",
    What.ENDING: "no way leads to this ending",
    What.OPTION: "never offered",
    What.EARLY: "never too early",
    What.LIMIT: "never gone past",
    What.PASSAGE: "its condition never holds where it stands",
    What.ELSE: "its condition always holds where it stands, so its else is never told",
    What.ARRIVAL: "its condition never holds, so it never comes",
    What.BRANCH: "never taken",
}


class Missing(Record):
    """A piece that no walk shows."""

    piece: Piece
    line: int
    name: str
    """What the piece is, and of what."""
    why: str


def missing(scenario: Scenario, piece: Piece, where: Where) -> Missing:
    """The piece as something that is missing."""
    if piece.what is What.OPTION and len(piece.at) == 3 and _is_way(scenario, piece):
        why = "never on a day on which it is neither too early nor too much"
    else:
        why = _WHY[piece.what]
    way = piece.at[1:] if piece.at[0] == "scenes" else piece.at
    steps = " / ".join(str(each + 1) if isinstance(each, int) else each for each in way)
    name = f"{piece.what} {piece.limit} of {steps}" if piece.limit else f"{piece.what} {steps}"
    line = where.option if piece.what is What.OPTION else where.line
    return Missing(piece, line(*piece.at), name, why)


def _is_way(scenario: Scenario, piece: Piece) -> bool:
    return isinstance(scenario.scenes[str(piece.at[1])].body, Calendar)


def shown_days(written: Written, played: Iterable[Play]) -> set[Piece]:
    """Which passages of the other side's days are told after these plays."""
    found = set()
    for play in played:
        theirs = (day for person in play.scenario.head.people for day in person.days if day.day <= play.day)
        for day in theirs:
            for passage in () if isinstance(day.text, str) else day.text:
                if passage.when != ALWAYS:
                    what = What.PASSAGE if holds(passage.when, by_then(play, day)) else What.ELSE
                    found.add(Piece(what, written[id(passage)]))
    return found
