"""The ways through a scenario: what nobody can reach, and what nobody gets out of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from course.authoring.check.finding import Found, in_scene
from course.authoring.check.paths import Paths
from course.engine import kinds
from course.engine.states.graph import after_endings
from course.engine.states.need import leads_to, ways_on
from course.model import Ending, Scenario, Scene
from course.model.kinds.sort import Sort
from course.model.record import replace
from course.reading.problems.suggest import some


def find(paths: Paths) -> Iterator[Found]:
    """Everything that is wrong with the ways through one scenario."""
    yield from _unreachable(paths)
    yield from _never_taken(paths)
    yield from _no_way_out(paths)
    yield from _flips(paths.scenario)


def _unreachable(paths: Paths) -> Iterator[Found]:
    scenario = paths.scenario
    if len(paths.reached) == len(scenario.scenes):
        return
    flipped = after_endings(scenario)
    led = led_to(scenario)
    for name, scene in scenario.scenes.items():
        if name in paths.reached or name in flipped:
            continue
        if name in led:
            message = f'No learner can ever come to the scene "{name}": nothing that leads to it can happen.'
            mend = "Follow the ways that lead to it back to the start, and open one of them; or take the scene out."
        elif first := copy_of(scene, scenario.scenes.values()):
            message = f'The scene "{name}" is "{first}" over again, and nothing leads to it.'
            mend = f"If it is to be written over, do that, and give a choice next: {name}; if not, take it out."
        else:
            message = f'Nothing leads to the scene "{name}".'
            mend = f"Give a choice next: {name}, or take the scene out."
        yield Found("unreachable-scene", in_scene(scenario.head.file, scene.id), message, mend)


def led_to(scenario: Scenario) -> set[str]:
    """The ids of the scenes to which others lead."""
    return {after for scene in scenario.scenes.values() for after in leads_to(scene)}


def copy_of(scene: Scene, scenes: Iterable[Scene]) -> str:
    """The id of the scene above that says the same, if there is one."""
    above = takewhile(lambda each: each.id != scene.id, scenes)
    return next((each.id for each in above if replace(each, id=scene.id) == scene), "")


def _never_taken(paths: Paths) -> Iterator[Found]:
    file = paths.scenario.head.file
    for name in paths.reached:
        scene = paths.scenario.scenes[name]
        if isinstance(scene.body, Ending) or all(len(way) == 1 for way in ways_on(scene)):
            continue
        for number, road in enumerate(kinds.roads(scene.body)):
            ids = road.outcome.answer if road.outcome else ()
            for index, branch in enumerate(road.next if len(road.next) > 1 else ()):
                if (name, number, index) in paths.graph.taken:
                    continue
                if index == len(road.next) - 1:
                    above = "one of the branches above always holds"
                    message = f"The scenario never goes on to {branch.next} from here: {above}."
                else:
                    message = f"This branch to {branch.next} is never taken: on no path to here does it hold in time."
                mend = (
                    "Check its conditions, and those above it, against what can have happened by now; or take it out."
                )
                yield Found("never-taken", in_scene(file, name, *ids, "next", index), message, mend)


def _no_way_out(paths: Paths) -> Iterator[Found]:
    reported: set[str] = set()
    for part in paths.traps:
        names = {paths.graph.scenes[state].id for state in part}
        if names & reported:
            continue
        reported |= names
        ordered = [name for name in paths.scenario.scenes if name in names]
        message = f"From here the scenario can never end: {some(ordered)} lead to nothing but each other."
        if len(ordered) == 1:
            message = f"From here the scenario can never end: every choice at {ordered[0]} comes back to it."
        mend = "Let one of the choices lead to another scene."
        yield Found("no-way-out", in_scene(paths.scenario.head.file, ordered[0]), message, mend)


def _flips(scenario: Scenario) -> Iterator[Found]:
    """Endings that offer another fact, and lead back into the scenario instead of to a sort."""
    for name, scene in scenario.scenes.items():
        flip = scene.body.flip if isinstance(scene.body, Ending) else ""
        if flip in scenario.scenes and not isinstance(scenario.scenes[flip].body, Sort):
            message = f"flip: leads to a sort, in which one fact is another, and {flip} is no sort."
            mend = "Write the id of a scene that holds a sort:, or take flip: out."
            yield Found("out-of-place", in_scene(scenario.head.file, name, "flip"), message, mend)
