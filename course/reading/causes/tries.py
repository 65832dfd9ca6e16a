"""One way of writing a line, and what came of reading the text so."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from course.model.record import Record
from course.reading.causes.sure_mends import NEAR, State, Trials, begin
from course.reading.format.tables import NAMES
from course.reading.problems.problem import Edit


class Try(Record):
    """One line as it may have been meant, or several that were moved together, and what came of reading the text so."""

    edits: tuple[Edit, ...]
    state: State
    inside: int = 0
    """The line that is a part of the text above it, if that was meant."""
    others: tuple[int, ...] = ()
    """The other columns, from 0, in which all would be as right."""

    @property
    def edit(self) -> Edit:
        """The first of its changes."""
        return self.edits[0]

    @property
    def left(self) -> int:
        """How many errors there are then."""
        return len(self.state.errors)


def made(trials: Trials, state: State, edits: Sequence[Edit]) -> Iterator[Try]:
    """What comes of these edits, if less is wrong then and nothing new."""
    number, body = edits[0].number, edits[0].new[len(begin(edits[0].new)) :]
    after = trials.tried(state, edits, enough=len(state.errors))
    if after is None or len(after.errors) >= len(state.errors):
        return
    if _new(state, after, {each.number for each in edits}) or _out_of_place(after) > _out_of_place(state):
        return
    if body.partition(":")[0] not in NAMES or number in after.outline.names:  # a field is no part of a block above
        yield Try(tuple(edits), after)


def left_around(tried: Try, *, hopeful: bool = True) -> bool:
    """Whether something is still wrong near that line, so that nobody can tell whether it is right now; to the
    `hopeful`, nothing that will be mended counts."""
    near = range(tried.edit.number - NEAR, tried.edits[-1].number + NEAR)
    return any(
        each.place.line in near and not (hopeful and each.meant and not each.meant.ask) for each in tried.state.errors
    )


def _out_of_place(state: State) -> int:
    """How many fields stand where they mean nothing, such as an else: without its when:."""
    return sum(each.code == "out-of-place" for each in state.found)


def _new(before: State, after: State, edited: Container[int]) -> bool:
    """Whether something is wrong then that was not, as far as it was known."""
    return any(line in edited or line < before.outline.end for (code, line) in after.problems - before.problems if code)
