"""What ids were called once, so that what learners did under the old ones is still known."""

from __future__ import annotations

from collections.abc import Mapping

from course.model.record import Record

Names = Mapping[str, str]
"""Ids by those that they had before."""


class Renamed(Record):
    """Ids that have changed: of rules in a course, of the others in a scenario."""

    rules: Mapping[str, str] = {}
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


NEVER_RENAMED = Former()
"""All ids are as they were."""


def former(scene: str, rules: Names, renamed: Renamed) -> Former:
    """What the ids of a scene were first, its own and those in it; `rules` are the course's."""
    own = _first(renamed.scenes).get(scene, "")
    return Former(own, _first(rules), _first(renamed.options), _first(renamed.people))


def _first(names: Names) -> Names:
    """The newest name stands above the older ones, so the last of several is the first there was."""
    return {now: was for was, now in names.items()}
