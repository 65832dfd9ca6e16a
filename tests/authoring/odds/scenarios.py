"""Small random scenarios for the odds: with joins, branches on contacts and broken rules, and, if asked for, loops."""

from __future__ import annotations

from random import Random

from course.model import (
    Branch,
    Choice,
    Condition,
    Contact,
    Due,
    Ending,
    Exercise,
    Head,
    Limit,
    Limits,
    Scenario,
    Scene,
    Side,
)
from course.model.kinds.calendar import Calendar, Early, Way
from course.model.kinds.choices import Choices
from course.model.kinds.message import Alternative, Part, Writing
from course.model.kinds.sort import Show, Sort, Statement
from course.model.record import replace
from tests.builders import choice, scene, tiny_course

RULES = sorted(tiny_course().all_rules())


def random_scenario(seed: int, *, loops: bool = False, kinds: bool = False) -> Scenario:
    """A scenario of up to six decisions; without `loops` every way leads further down. With `kinds` it has up to three
    exercises of every kind there is."""
    random = Random(seed)
    size = random.randint(1, 3 if kinds else 6)
    ends = {f"end-{side}": scene(f"end-{side}", Ending(side)) for side in Side}
    scenes: dict[str, Scene] = {}
    for number in range(size):
        goals = [f"s{later}" for later in range(0 if loops else number + 1, size)] + list(ends)
        day = random.choice([None, number])
        body = random.choice([_choices, _sort, _message, _calendar] if kinds else [_choices])(random, goals)
        scenes[f"s{number}"] = scene(f"s{number}", body, day)
    return Scenario(Head("random", "Random", "random.yaml", start="s0"), scenes | ends)


def _choices(random: Random, goals: list[str]) -> Exercise:
    return Choices(tuple(_choice(random, f"c{each}", goals) for each in range(random.randint(2, 3))))


def _sort(random: Random, goals: list[str]) -> Exercise:
    statements = []
    for number in range(random.randint(2, 3)):
        rule = (random.choice(RULES),)
        follows, breaks = random.choice([(rule, ()), ((), rule)])
        statements.append(Statement(f"t{number}", f"Try {number}.", follows=follows, breaks=breaks))
    return Sort(tuple(statements), show=random.choice(list(Show)), next=_way(random, goals))


def _message(random: Random, goals: list[str]) -> Exercise:
    parts = []
    for number in range(2):
        said = [_choice(random, f"a{each}", goals) for each in range(2)]
        alternatives = (Alternative(each.id, each.say, each.follows, each.breaks) for each in said)
        parts.append(Part(f"p{number}", f"Part {number}", tuple(alternatives)))
    return Writing(tuple(parts), contact=random.choice([None, Contact("note")]), next=_way(random, goals))


def _calendar(random: Random, goals: list[str]) -> Exercise:
    said = [_choice(random, f"w{each}", goals) for each in range(2)]
    ways = [Way(each.id, each.say, follows=each.follows, breaks=each.breaks) for each in said]
    early = Early(random.randint(1, 2), (random.choice(RULES),))
    ways[0] = replace(ways[0], kind=random.choice(["", "thanks"]), early=random.choice([None, early]))
    ways[1] = replace(ways[1], kind=random.choice(["", "thanks", "news"]))
    passed = [random.choice([None, Limit((rule,))]) for rule in random.choices(RULES, k=3)]
    due = [Due(kind, random.randint(0, 2), Limit((random.choice(RULES),))) for kind in ("thanks", "news")]
    limits = Limits(
        random.choice([None, 1, 2]),
        random.randint(1, 3),
        passed[0],
        passed[1],
        passed[2],
        tuple(random.sample(due, random.randint(0, 2))),
    )
    return Calendar(random.randint(1, 2), tuple(ways), limits, _way(random, goals))


def _choice(random: Random, name: str, goals: list[str]) -> Choice:
    follows = " ".join(random.sample(RULES, random.randint(0, 1)))
    breaks = " ".join(random.sample(RULES, random.randint(0 if follows else 1, 1)))
    contact = random.choice(["", "call"])
    return choice(name, _way(random, goals), follows=follows, breaks=breaks, contact=contact)


def _way(random: Random, goals: list[str]) -> tuple[Branch, ...]:
    last = Branch(random.choice(goals))
    kind = random.randrange(4)
    if kind == 0:
        return Branch(random.choice(goals), Condition(random.randint(1, 3), random.choice([None, 2]))), last
    if kind == 1:
        return Branch(random.choice(goals), Condition(broke=(random.choice(RULES),))), last
    return (last,)
