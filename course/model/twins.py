"""Twins: two scenes with the same options, or two statements, between which one fact is another."""

from __future__ import annotations

from course.model.record import Record


class Half(Record):
    """One of two twins: a scene, or a statement of it."""

    scenario: str
    scene: str
    item: str = ""
    """The id of the statement; `""` where the whole scene is meant."""


class Twins(Record):
    """Two scenes or statements, between which one fact is another."""

    one: Half
    other: Half

    def beside(self, half: Half) -> Half | None:
        """The other one of the two; None if it is neither."""
        return {self.one: self.other, self.other: self.one}.get(half)


def named(twin: str, own: Half) -> Half | None:
    """What the half `own` calls its twin. What is left out at the front is its own: the scenario, and of a statement
    the scene. None where there is too much or too little of it."""
    whole = (own.scenario, own.scene, own.item) if own.item else (own.scenario, own.scene)
    said = tuple(twin.split("/"))
    if len(said) > len(whole) or not all(said):
        return None
    return Half(*whole[: len(whole) - len(said)], *said)
