"""What a scenario tells and offers on some paths only, looked at on every path there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from course.authoring.check import offers, passages
from course.authoring.check.claims import Claims
from course.authoring.check.finding import Found
from course.authoring.check.paths import Paths
from course.authoring.check.places import Place, by_path, contacts, places
from course.authoring.check.telling import Asked, tellings
from course.model import ALWAYS, Arrival, Choice, Passage, Sent
from course.model.kinds.calendar import Way
from course.reading.problems.positions import Step


def find(paths: Paths, *, english: bool) -> Iterator[Found]:
    """Everything that is wrong with it; what only words can tell is looked for in English alone."""
    scenario = paths.scenario
    english = english and contacts(scenario)
    if not english and not by_path(scenario):
        return
    written = places(scenario)
    asked = [
        Asked(str(at.way[1]), record.when)
        for record, at in written
        if isinstance(record, Arrival | Choice | Passage | Sent | Way) and record.when != ALWAYS
    ]
    at_scene: dict[Step, list[Place]] = defaultdict(list)
    for place in written:
        at_scene[place[1].way[1]].append(place)
    claims = Claims(written) if english else None
    for telling in tellings(paths, [*asked, *(claims.asked if claims else ())]):
        moments = tuple(telling.moments())
        yield from passages.find(telling, moments, at_scene[telling.scene.id])
        yield from offers.find(telling, moments)
        if claims:
            yield from claims.find(telling, moments)
