"""Passages, messages and facts that are told on no path, and texts that say nothing on some path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from course.authoring.check.finding import Address, Found
from course.authoring.check.places import Place
from course.authoring.check.telling import Moment, Piece, Telling
from course.engine.conditions import holds
from course.model import ALWAYS, Arrival, Passage, Sent
from course.model.record import Record
from course.reading.problems.positions import Step

_HOLDS, _FAILS = 1, 2
_BOTH = _HOLDS | _FAILS


class _Empty(Record):
    """A text that says nothing at some place."""

    first: Passage
    place: int


def find(telling: Telling, moments: Iterable[Moment], written: Iterable[Place]) -> Iterator[Found]:
    """Everything that is wrong with what is told on some paths only."""
    seen: dict[int, int] = defaultdict(int)
    empty: dict[tuple[Step, ...], _Empty] = {}
    left: dict[int, list[Piece]] = {}
    """Of the pieces of a moment, those about which there is more to be found out."""
    for moment in moments:
        for each in telling.scene.sent if moment.outcome is None else ():
            seen[id(each)] |= _HOLDS if holds(each.when, moment.past) else _FAILS
        of = id(moment.pieces)
        pieces = left.get(of)
        if pieces is None:
            pieces = [each for each in moment.pieces if not _as_it_stands(each)]
        left[of] = [each for each in pieces if _look(moment, each, seen, empty)] if pieces else pieces
    silent = {id(each.first): each for each in empty.values()}
    for record, at in written:
        if isinstance(record, Arrival | Passage | Sent) and id(record) in seen:
            yield from _never(record, at, seen[id(record)])
        if id(record) in silent:
            yield _silent(telling, at, silent[id(record)])


def _as_it_stands(piece: Piece) -> bool:
    """Whether it is told on every path, and the same."""
    return isinstance(piece.told, str) and (piece.arrival is None or piece.arrival.when == ALWAYS)


def _look(moment: Moment, piece: Piece, seen: dict[int, int], empty: dict[tuple[Step, ...], _Empty]) -> bool:
    """Look at a text at one moment; whether there is more to be found out about it at others."""
    past = moment.past
    comes = piece.comes(past)
    more = False
    if piece.arrival is not None and piece.arrival.when != ALWAYS:
        seen[id(piece.arrival)] |= _HOLDS if comes else _FAILS
        more = seen[id(piece.arrival)] != _BOTH
    if not comes or isinstance(piece.told, str):
        return more or not isinstance(piece.told, str)
    silent = True
    for each in piece.told:
        if each.when == ALWAYS:
            silent = silent and not each.text
            continue
        now = holds(each.when, past)
        silent = silent and not (each.text if now else each.otherwise)
        seen[id(each)] |= _HOLDS if now else _FAILS
        more = more or seen[id(each)] != _BOTH
    if piece.needed and silent:
        empty.setdefault(piece.way, _Empty(piece.told[0], moment.place))
    return more or (piece.needed and piece.way not in empty and _can_be_silent(piece.told))


def _can_be_silent(told: tuple[Passage, ...]) -> bool:
    return not any(each.text and (each.otherwise or each.when == ALWAYS) for each in told)


def _never(record: Arrival | Passage | Sent, at: Address, seen: int) -> Iterator[Found]:
    """What of it is told on no path. Of what nobody comes to, nothing is known here, and that is said elsewhere."""
    mend = "Check its condition against what can have happened by then; or take it out."
    if seen == _FAILS and isinstance(record, Arrival):
        yield Found(
            "never-told", at, f"This {record.medium.value} never comes: on no path does its condition hold.", mend
        )
    elif seen == _FAILS and isinstance(record, Sent):
        yield Found("never-told", at, "This contact is never made: on no path to here does its condition hold.", mend)
    elif seen == _FAILS:
        yield Found("never-told", at, "This passage is never told: on no path to here does its condition hold.", mend)
    elif seen == _HOLDS and isinstance(record, Passage) and record.otherwise:
        otherwise = Address(at.file, (*at.way, "else"))
        message = "This else is never told: on every path to here the condition holds."
        yield Found("never-told", otherwise, message, mend)


def _silent(telling: Telling, at: Address, empty: _Empty) -> Found:
    message = f"On some path this text says nothing: {telling.path(empty.place)}."
    mend = "Give one of its passages an else:, or write one that is told on every path."
    return Found("needs-else", Address(at.file, at.way[:-1]), message, mend)
