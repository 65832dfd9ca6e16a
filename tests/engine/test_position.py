"""How far it is to an ending, against every path there is."""

from __future__ import annotations

import pytest

from course.engine import kinds
from course.engine.ahead import Ahead
from course.engine.states.position import ahead
from course.engine.states.transitions import State, Transitions
from course.model import Scenario
from tests.authoring.odds.scenarios import random_scenario
from tests.builders import tiny_scenario


def lengths(scenario: Scenario) -> dict[str, set[int]]:
    """By scene, how many scenes that ask something lie on each path from there to an ending."""
    rules = Transitions(scenario)
    found: dict[str, set[int]] = {}

    def walk(state: State) -> set[int]:
        exercise = rules.exercise(state)
        if exercise is None:
            ways = {0}
        else:
            kind = kinds.of(exercise)
            ways = set()
            for outcome in kind.outcomes(state.turn):
                ways |= walk(rules.after(state, outcome, kind.then(state.turn, outcome)))
            if state.turn == kinds.FIRST:
                ways = {each + kind.asks() for each in ways}
        if state.turn == kinds.FIRST:
            found.setdefault(state.scene, set()).update(ways)
        return ways

    walk(rules.begin())
    return found


@pytest.mark.parametrize("seed", range(40))
def test_the_shortest_and_the_longest_way_of_all(seed: int) -> None:
    scenario = random_scenario(seed)
    ways = lengths(scenario)
    assert ahead(scenario) == {name: Ahead(min(each), max(each)) for name, each in ways.items()}


def test_in_a_loop_no_total_is_claimed() -> None:
    found = ahead(tiny_scenario())
    assert found["good"] == Ahead(0, 0)
    looping = [each for each in found.values() if each.most is None]
    assert looping
    assert all(each.least > 0 for each in looping)
