"""Which scenes and statements of a course are twins, as their authors wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.model import Scenario
from course.model.kinds.sort import Sort
from course.model.record import replace
from course.model.twins import Half, Twins, named


def all_twins(scenarios: Iterable[Scenario]) -> tuple[Twins, ...]:
    """Every two twins, each once, in the order of the scenarios; it is enough that one names the other. What names
    nothing that is there is no half of any."""
    written = {half: twin for scenario in scenarios for half, twin in _halves(scenario)}
    found: dict[frozenset[Half], Twins] = {}
    for half, twin in written.items():
        other = named(twin, half) if twin else None
        if other is not None and other in written and other != half:
            found.setdefault(frozenset({half, other}), Twins(half, other))
    return tuple(found.values())


def _halves(scenario: Scenario) -> Iterator[tuple[Half, str]]:
    """All that may be a half, with what it says of its twin."""
    for scene in scenario.scenes.values():
        half = Half(scenario.head.id, scene.id)
        yield half, scene.twin
        if isinstance(scene.body, Sort):
            yield from ((replace(half, item=each.id), each.twin) for each in scene.body.statements)
