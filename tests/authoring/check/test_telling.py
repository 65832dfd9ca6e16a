"""What is told on which path: exactly what playing every path to its end finds."""

from __future__ import annotations

from collections import defaultdict
from random import Random

import pytest

from course.authoring.check.paths import Paths
from course.authoring.check.places import places
from course.authoring.check.telling import Asked, tellings
from course.engine.conditions import holds
from course.engine.kinds.offering import Option
from course.engine.past import Path
from course.model import ALWAYS, Arrival, Branch, Choice, Condition, Ending, Medium, Passage, Scenario, Scene
from course.model.kinds.calendar import Calendar, Way
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.record import replace
from tests.authoring.odds.brute_force import At, try_everything
from tests.authoring.odds.scenarios import random_condition, random_scenario
from tests.builders import tiny_course

COURSE = tiny_course()
Seen = dict[tuple[object, ...], set[bool]]
"""Of each passage, by what leads to it, whether its condition held and whether it failed."""


def with_passages(scenario: Scenario, seed: int) -> Scenario:
    """The scenario, with two passages at every scene, one in a message that arrives, and one at every option."""
    random = Random(seed)

    def passage() -> Passage:
        return Passage("So it is.", random_condition(random))

    def option(each: Option) -> Option:
        return replace(each, happens=(passage(),))

    def told(scene: Scene) -> Scene:
        body = scene.body
        if isinstance(body, Choices):
            body = replace(body, options=tuple(map(option, body.options)))
        elif isinstance(body, MessageInParts):
            parts = [replace(each, alternatives=tuple(map(option, each.alternatives))) for each in body.parts]
            body = replace(body, parts=tuple(parts))
        elif isinstance(body, Calendar):
            body = replace(body, ways=tuple(map(option, body.ways)))
        arrives = (Arrival(Medium.NOTE, (passage(),), when=random_condition(random)),)
        return replace(scene, body=body, text=(passage(), passage()), arrives=arrives)

    return Scenario(scenario.head, {name: told(each) for name, each in scenario.scenes.items()})


def by_playing(scenario: Scenario) -> Seen:
    """What every path finds, told from its end."""
    tried = try_everything(COURSE, scenario, 40, apart=True)
    assert tried.left == 0
    seen: Seen = defaultdict(set)
    options: dict[tuple[object, ...], object] = {}
    for record, at in places(scenario):
        if isinstance(record, Choice | Way):
            options[at.way[1:]] = record.happens
    for over in tried.over:
        for number, here in enumerate(over.trail):
            past = Path(over.trail[: number + 1], over.path[: here.decided], here.day)
            scene = scenario.scenes[here.scene]
            assert not isinstance(scene.text, str)
            note(seen, (scene.id, "text"), scene.text, past)
            (arrival,) = scene.arrives
            seen[scene.id, "arrives"].add(holds(arrival.when, past))
            if holds(arrival.when, past):
                assert not isinstance(arrival.text, str)
                note(seen, (scene.id, "arrives", "note", "text"), arrival.text, past)
            answers(seen, over, number, options)
    return seen


def answers(seen: Seen, over: At, number: int, options: dict[tuple[object, ...], object]) -> None:
    """What the answers at one scene of a path find."""
    end = over.trail[number + 1].decided if number + 1 < len(over.trail) else len(over.path)
    for made in range(over.trail[number].decided, end):
        decision = over.path[made]
        for way in ((decision.scene, *decision.answer), (decision.scene, decision.answer[-1])):
            told = options.get(way)
            if isinstance(told, tuple):
                past = Path(over.trail[: number + 1], over.path[: made + 1], decision.day)
                note(seen, (*way, "happens"), told, past)


def note(seen: Seen, way: tuple[object, ...], told: tuple[Passage, ...], past: Path) -> None:
    for each, passage in enumerate(told):
        seen[*way, each].add(holds(passage.when, past))


def by_states(scenario: Scenario) -> Seen:
    """What the states find."""
    asked = [
        Asked(str(at.way[1]), record.when)
        for record, at in places(scenario)
        if isinstance(record, Arrival | Passage) and record.when != ALWAYS
    ]
    seen: Seen = defaultdict(set)
    found = tellings(Paths.of(COURSE, scenario), asked)
    for scene, moment in ((telling.scene.id, each) for telling in found for each in telling.moments()):
        for piece in moment.pieces:
            if piece.arrival is not None:
                seen[scene, "arrives"].add(piece.comes(moment.past))
            if piece.comes(moment.past) and not isinstance(piece.told, str):
                for number, each in enumerate(piece.told):
                    if each.when != ALWAYS:
                        seen[scene, *piece.way, number].add(holds(each.when, moment.past))
    return seen


@pytest.mark.parametrize("seeds", [range(start, start + 20) for start in range(0, 60, 20)])
def test_what_is_told_is_what_playing_every_path_tells(seeds: range) -> None:
    both = 0
    for seed in seeds:
        scenario = with_passages(random_scenario(seed, kinds=True), seed)
        expected = by_playing(scenario)
        assert by_states(scenario) == expected, seed
        both += sum(len(each) == 2 for each in expected.values())
    assert both > 10, "passages that are told on some paths only"


def _to(number: int) -> tuple[Branch, ...]:
    return (Branch(f"s{number}"),)


def _on(number: int) -> tuple[Choice, ...]:
    """Two choices that lead to the next scene."""
    return tuple(Choice(name, f"Do {name}.", ("thanks",), next=_to(number + 1)) for name in ("one", "other"))


MANY = 16


def remembered_late() -> Scenario:
    """Sixteen decisions, and after them a scene for each that tells of it."""
    options = [
        (Choice(f"a{at}", f"Do a{at}.", ("thanks",), next=_to(at + 1)), Choice(f"b{at}", "No.", next=_to(at + 1)))
        for at in range(MANY)
    ]
    scenes = [Scene(f"s{at}", "So.", Choices(each)) for at, each in enumerate(options)]
    ends = [
        Scene(f"s{MANY + at}", (Passage("Ah.", Condition(chose=(f"a{at}",))),), Choices(_on(MANY + at)))
        for at in range(MANY)
    ]
    last = Scene(f"s{2 * MANY}", "Over.", Ending(COURSE.rules[0].side))
    return Scenario(replace(random_scenario(0).head, start="s0"), {each.id: each for each in (*scenes, *ends, last)})


def test_what_is_told_at_one_scene_costs_nothing_at_another() -> None:
    """All facts at once would be 2**16 of everything."""
    asked = [Asked(f"s{MANY + at}", Condition(chose=(f"a{at}",))) for at in range(MANY)]
    found = list(tellings(Paths.of(COURSE, remembered_late()), asked))
    assert [each.scene.id for each in found] == [each.scene for each in asked]
    for each in found:
        coming = [moment for moment in each.moments() if moment.outcome is None]
        assert len(coming) == 2, "with the fact and without"


def test_a_scene_that_asks_for_too_much_is_left_out() -> None:
    last = f"s{2 * MANY}"
    much = [Asked(last, Condition(chose=(f"a{at}",))) for at in range(MANY)]
    little = Asked(f"s{MANY}", Condition(chose=("a0",)))
    assert [each.scene.id for each in tellings(Paths.of(COURSE, remembered_late()), [*much, little])] == [little.scene]
