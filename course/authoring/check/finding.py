"""What a check finds, before it is known where that stands, how the line reads, and which level the course gives it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from course.engine.outcome import Outcome
from course.model.record import Record
from course.reading.problems.positions import Step

MOST = 1_000
"""Findings of one kind; nobody reads more of them."""


class Address(Record):
    """Something in a course by its names: the file, and the fields and ids that lead to it, as in `Spots.of`."""

    file: str
    way: tuple[Step, ...]


class Found(Record):
    """One finding; the fields mean what they mean in `course.reading.problems.problem.Problem`."""

    code: str
    at: Address
    message: str
    mend: str
    also: tuple[Address, ...] = ()
    """What else has to do with it."""
    instead: tuple[str, str] | None = None
    """What stands there, and what was probably meant."""


def at(file: str, *way: Step) -> Address:
    """The address of something in a file, such as `at(head.file, "start")`."""
    return Address(file, way)


def in_scene(file: str, scene: str, *way: Step) -> Address:
    """The address of a scene, or of something in it, such as `in_scene(head.file, scene.id, choice.id, "say")`."""
    return Address(file, ("scenes", scene, *way))


def in_answer(file: str, scene: str, outcome: Outcome, *way: Step) -> Address:
    """The address of what an author wrote for an answer, or of something in it."""
    own = (outcome.item,) if outcome.own or outcome.day is not None else outcome.answer
    return in_scene(file, scene, *own, *way)


def along(path: Sequence[str]) -> str:
    """The scenes of a path, for a message."""
    path = [scene for scene, _ in groupby(path)]
    return " → ".join(path if len(path) <= 8 else [*path[:3], "…", *path[-4:]])
