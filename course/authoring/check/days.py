"""The days of a scenario: on no path may one come before the day on which the scene above it took place."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.check.finding import Found, in_scene
from course.authoring.check.paths import Paths
from course.engine.states.graph import after_endings
from course.engine.states.need import last_day


def find(paths: Paths) -> Iterator[Found]:
    """Each scene whose day is before that of a scene from which a learner comes to it."""
    scenario = paths.scenario
    if sum(scene.day is not None for scene in scenario.scenes.values()) < 2 or not (latest := _latest(paths)):
        return
    after = after_endings(scenario)
    for name, (before, day) in latest.items():
        scene = scenario.scenes[name]
        if scene.day is not None and day > scene.day and name not in after:
            message = f"Day {scene.day} comes after day {day} here, since learners come to this scene from {before}."
            mend = f"Write day: {day} or a later one, or give {before} an earlier day."
            yield Found("day-goes-back", in_scene(scenario.head.file, name, "day"), message, mend)


def _latest(paths: Paths) -> dict[str, tuple[str, int]]:
    """The scenes to which others lead: from which one a learner may come latest, and on which day that is over."""
    scenes, graph = paths.scenario.scenes, paths.graph
    ways = {
        (graph.scenes[state].id, graph.scenes[other].id)
        for state, others in enumerate(graph.ways)
        for other in others
        if graph.scenes[state] is not graph.scenes[other]
    }
    over = {name: _over(name, 0, paths) for name in scenes}
    found: dict[str, tuple[str, int]] = {}
    changed = True
    while changed:  # a scene without a day goes on with that of the one before it
        changed = False
        for before, name in sorted(ways):
            if over[before] > found.get(name, ("", -1))[1]:
                found[name], changed = (before, over[before]), True
                over[name] = _over(name, over[before], paths)
    return found


def _over(name: str, day: int, paths: Paths) -> int:
    """On which day a scene is over to which a learner comes on that day."""
    scene = paths.scenario.scenes[name]
    return max(day if scene.day is None else scene.day, last_day(scene) or 0)
