"""Small random stories for the odds: with joins, branches on contacts and broken rules, and, if asked for, loops."""

from __future__ import annotations

from random import Random

from course.exercises.choices import Choices
from course.model import Branch, Choice, Ending, Head, Scenario, Scene, Side
from tests.builders import choice, scene, tiny_course

RULES = sorted(tiny_course().all_rules())


def random_story(seed: int, *, loops: bool = False) -> Scenario:
    """A story of up to six decisions; without `loops` every way leads further down."""
    random = Random(seed)
    size = random.randint(1, 6)
    ends = {f"end-{side}": scene(f"end-{side}", Ending(side)) for side in Side}
    scenes: dict[str, Scene] = {}
    for number in range(size):
        goals = [f"s{later}" for later in range(0 if loops else number + 1, size)] + list(ends)
        options = tuple(_choice(random, f"c{each}", goals) for each in range(random.randint(2, 3)))
        day = random.choice([None, number])
        scenes[f"s{number}"] = scene(f"s{number}", Choices(options), day)
    return Scenario(Head("random", "Random", "random.yaml", start="s0"), scenes | ends)


def _choice(random: Random, name: str, goals: list[str]) -> Choice:
    follows = " ".join(random.sample(RULES, random.randint(0, 1)))
    breaks = " ".join(random.sample(RULES, random.randint(0 if follows else 1, 1)))
    contact = random.choice(["", "call"])
    return choice(name, _way(random, goals), follows=follows, breaks=breaks, contact=contact)


def _way(random: Random, goals: list[str]) -> tuple[Branch, ...]:
    last = Branch(random.choice(goals))
    kind = random.randrange(4)
    if kind == 0:
        return Branch(random.choice(goals), contacts=random.randint(1, 3), days=random.choice([None, 2])), last
    if kind == 1:
        return Branch(random.choice(goals), broke=(random.choice(RULES),)), last
    return (last,)
