"""No scene may take place before the one from which a learner comes to it."""

from __future__ import annotations

import pytest

from course.authoring.check.finding import Found
from course.model import Scene
from course.model.record import replace
from tests.authoring.check.courses import decision, ending, findings, scenario
from tests.builders import choice


def two_ways(name: str, go: str) -> Scene:
    return decision(name, choice("good", go, follows="space"), choice("bad", go, breaks="space"))


def back(*days: int | None) -> list[Found]:
    """What is said of the days of three decisions, one after the other, and of the end."""
    scenes = (two_ways("one", "two"), two_ways("two", "three"), two_ways("three", "end"), ending("end", "assertive"))
    dated = [replace(scene, day=day) for scene, day in zip(scenes, days, strict=True)]
    return [each for each in findings(scenario(*dated)) if each.code == "day-goes-back"]


@pytest.mark.parametrize(
    "days",
    [(None, None, None, None), (0, 2, 3, 3), (None, 2, None, 2), (4, None, None, 9), (None, None, None, 5)],
)
def test_days_that_go_on_are_fine(days: tuple[int | None, ...]) -> None:
    assert not back(*days)


@pytest.mark.parametrize(
    ("days", "at", "day", "before"),
    [
        ((0, 3, 1, 5), "three", 1, "two"),
        ((2, 1, 3, 3), "two", 1, "one"),
        ((0, 4, None, 3), "end", 3, "three"),
    ],
)
def test_a_day_before_that_of_the_scene_above_is_said_there(
    days: tuple[int | None, ...], at: str, day: int, before: str
) -> None:
    """A scene without a day of its own goes on with that of the one before it."""
    (found,) = back(*days)
    assert found.at.way == ("scenes", at, "day")
    assert found.message.startswith(f"Day {day} comes after day ")
    assert f"to this scene from {before}" in found.message
