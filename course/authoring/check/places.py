"""Everything that an author wrote in a scenario, record by record, with the fields and ids that lead to it."""

from __future__ import annotations

from typing import assert_never

from course.authoring.check.finding import Address, in_scene
from course.model import ALWAYS, Arrival, Condition, Ending, Limits, Scenario
from course.model.kinds.calendar import Calendar, Earlier
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Sort
from course.model.record import Record
from course.reading.problems.positions import Step

Place = tuple[Record, Address]
"""A record, and where it stands."""

_NOT_WRITTEN = (Earlier, Limits)
"""What a calendar holds that does not stand in it."""


def places(scenario: Scenario) -> list[Place]:
    """Every record in the scenes of a scenario, each before what it holds. A condition is one record: what stands under
    its `not` and `any` is part of it."""
    found: list[Place] = []
    for scene in scenario.scenes.values():
        _gather(scene, in_scene(scenario.head.file, scene.id), found)
    return found


def _gather(record: Record, at: Address, found: list[Place]) -> None:
    found.append((record, at))
    for name in record.__struct_fields__ if not isinstance(record, Condition) else ():
        value = getattr(record, name)
        if not value or isinstance(value, str):
            continue
        if isinstance(value, tuple):
            for number, each in enumerate(value):
                if isinstance(each, Record):
                    _gather(each, Address(at.file, (*at.way, *_step(name, number, each))), found)
        elif isinstance(value, Record) and not isinstance(value, _NOT_WRITTEN) and value != ALWAYS:
            # Of an exercise and of an ending, the fields are found without the name of what holds them.
            _gather(value, at if name == "body" else Address(at.file, (*at.way, name)), found)


def _step(name: str, number: int, record: Record) -> tuple[Step, ...]:
    if isinstance(record, Arrival):
        return name, record.medium.value
    own: str | None = getattr(record, "id", None)
    return (name, number) if own is None else (own,)


def by_path(scenario: Scenario) -> bool:
    """Whether anything in it is told or offered on some paths only; quickly, and rather once too often yes than no."""
    for scene in scenario.scenes.values():
        body = scene.body
        if type(scene.text) is tuple or scene.arrives or scene.sent or scene.know:
            return True
        if not isinstance(body, Choices):
            if not isinstance(body, Ending) or type(body.better) is tuple:
                return True
            continue
        for each in body.options:
            if type(each.happens) is tuple or type(each.because) is tuple:
                return True
            if each.when is not ALWAYS or each.arrives or each.know or each.seen:
                return True
    return False


def contacts(scenario: Scenario) -> bool:
    """Whether the contact log of the scenario can ever hold anything."""
    for scene in scenario.scenes.values():
        body = scene.body
        match body:
            case Choices():
                made = any(each.contact is not None for each in body.options)
            case MessageInParts():
                made = body.contact is not None
            case Calendar():
                made = True
            case Sort() | Onward() | Ending():
                made = False
            case _:
                assert_never(body)
        if made:
            return True
    return False
