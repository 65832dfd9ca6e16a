"""What learners see differently, by scene, with where that stands in the author's files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from course.engine.decision import scene_title
from course.engine.revision import revision
from course.journal.records import Dispute
from course.journal.renaming import Renaming
from course.model import Course, Scenario
from course.model.record import Record
from course.reading.problems.positions import BEGINNING, Positions, Spots


class Reason(Record):
    """What one learner wrote; `""` when they gave no reason."""

    why: str
    at: datetime
    edited: bool
    """Whether the scene has been edited since."""


class Contested(Record):
    """An answer whose judgment learners see differently, and where it stands."""

    scenario: str
    scene: str
    file: str
    """Relative to the course; `""` when the scenario is gone."""
    line: int
    """Of the answer; of the scene where the answer is gone, and 1 where that is gone, too."""
    title: str
    """Of the scenario and its scene."""
    said: str
    reasons: tuple[Reason, ...]


def contested(
    course: Course, scenarios: Iterable[Scenario], positions: Positions, disputes: Iterable[Dispute]
) -> tuple[Contested, ...]:
    """Each answer that is contested, in the order of the course; then what the course no longer holds. The same
    dispute, met twice, is one."""
    known = {scenario.head.id: scenario for scenario in scenarios}
    renaming = Renaming(course, (each.head for each in known.values()))
    grouped: dict[tuple[str, str, str, tuple[str, ...]], list[Dispute]] = {}
    for each in dict.fromkeys(renaming.disputes(disputes)):
        grouped.setdefault((each.scenario, each.scene, each.item, each.answer), []).append(each)
    found = [_contested(known.get(group[0].scenario), positions, group) for group in grouped.values()]
    files = [scenario.head.file for scenario in known.values()]
    return tuple(sorted(found, key=lambda each: (*_order(files, each.file), each.line, each.said)))


def _order(files: list[str], file: str) -> tuple[int, str]:
    return (files.index(file), "") if file in files else (len(files), file)


def _contested(scenario: Scenario | None, positions: Positions, group: list[Dispute]) -> Contested:
    first = group[0]
    scene = scenario.scenes.get(first.scene) if scenario else None
    now = revision(scene) if scene else ""
    reasons = sorted((Reason(each.why, each.at, each.revision != now) for each in group), key=lambda each: each.at)
    file = scenario.head.file if scenario else ""
    titles = filter(None, (scenario.head.title if scenario else "", scene_title(scene) if scene else ""))
    return Contested(
        first.scenario,
        first.scene,
        file,
        _line(positions, file, first) if scene else 1,
        ", ".join(titles) or f"{first.scenario}, {first.scene}",
        first.said,
        tuple(reasons),
    )


def _line(positions: Mapping[str, Spots], file: str, dispute: Dispute) -> int:
    """Where the answer stands, or what of it there is."""
    spots = positions.get(file)
    if spots is None:
        return BEGINNING[0]
    ways = [("scenes", dispute.scene, each, "say") for each in _ids(dispute)]
    scene = spots.of("scenes", dispute.scene)
    return next((spot for way in ways if (spot := spots.of(*way)) != scene), scene)[0]


def _ids(dispute: Dispute) -> Iterator[str]:
    """What of an answer may have a line of its own: the last word of it says most."""
    yield from reversed(dispute.answer)
    if dispute.item:
        yield dispute.item
