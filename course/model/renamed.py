"""What ids were called once, so that what learners did under the old ones is still known."""

from __future__ import annotations

from collections.abc import Mapping

from course.model.record import Record

Names = Mapping[str, str]
"""Ids by those that they had before."""


class Renamed(Record):
    """Ids that have changed: of pairs, rules and scenarios in a course, of the others in a scenario."""

    pairs: Mapping[str, str] = {}
    rules: Mapping[str, str] = {}
    scenarios: Mapping[str, str] = {}
    scenes: Mapping[str, str] = {}
    options: Mapping[str, str] = {}
    people: Mapping[str, str] = {}


class Former(Record):
    """What ids of a scene were first, by what they are now."""

    scene: str = ""
    """The scene's own, or `""` where it never had another."""
    rules: Mapping[str, str] = {}
    options: Mapping[str, str] = {}
    people: Mapping[str, str] = {}
    scenario: str = ""
    """That of its scenario, or `""` in the same way."""


NEVER_RENAMED = Former()
"""All ids are as they were."""


def former(scenario: str, scene: str, course: Renamed, renamed: Renamed) -> Former:
    """What the ids of a scene were first, its own, its scenario's and those in it; `renamed` are the scenario's."""
    return Former(
        _first(renamed.scenes).get(scene, ""),
        _first(course.rules),
        _first(renamed.options),
        _first(renamed.people),
        _first(course.scenarios).get(scenario, ""),
    )


def _first(names: Names) -> Names:
    """The newest name stands above the older ones, so the last of several is the first there was."""
    return {now: was for was, now in names.items()}
