"""Small random scenarios for the odds: with joins, branches on contacts and broken rules, and, if asked for, loops."""

from __future__ import annotations

from random import Random

from course.model import (
    ALWAYS,
    Branch,
    Choice,
    Condition,
    Contact,
    Contacts,
    Due,
    Ending,
    Head,
    Limit,
    Limits,
    Medium,
    Scenario,
    Scene,
    Side,
)
from course.model.kinds import Exercise
from course.model.kinds.calendar import Calendar, Early, Way
from course.model.kinds.choices import Choices
from course.model.kinds.message import Alternative, MessageInParts, Part
from course.model.kinds.onward import Onward
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
        body = random.choice([_choices, _sort, _message, _calendar, _onward] if kinds else [_choices])(random, goals)
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
        alternatives = (
            Alternative(each.id, each.say, each.follows, each.breaks, when=each.when, either_way=each.either_way)
            for each in said
        )
        parts.append(Part(f"p{number}", f"Part {number}", tuple(alternatives)))
    return MessageInParts(
        tuple(parts), contact=random.choice([None, Contact("note", "dana", Medium.NOTE)]), next=_way(random, goals)
    )


def _calendar(random: Random, goals: list[str]) -> Exercise:
    said = [_choice(random, f"w{each}", goals) for each in range(2)]
    ways = [
        Way(
            each.id,
            each.say,
            each.contact,
            follows=each.follows,
            breaks=each.breaks,
            when=each.when,
            either_way=each.either_way,
        )
        for each in said
    ]
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


def _onward(random: Random, goals: list[str]) -> Exercise:
    return Onward(_way(random, goals))


def _choice(random: Random, name: str, goals: list[str]) -> Choice:
    follows = " ".join(random.sample(RULES, random.randint(0, 1)))
    breaks = " ".join(random.sample(RULES, random.randint(0 if follows else 1, 1)))
    contact = random.choice(
        [None, Contact("call"), Contact("mail", "dana", Medium.EMAIL), Contact("note", "dana", day=4)]
    )
    if random.random() < 0.1:
        follows = breaks = ""
    made = choice(name, _way(random, goals), follows=follows, breaks=breaks)
    return replace(made, contact=contact, when=_when(random), either_way=not follows and not breaks)


def _way(random: Random, goals: list[str]) -> tuple[Branch, ...]:
    last = Branch(random.choice(goals))
    if random.random() < 0.5:
        return (last,)
    return Branch(random.choice(goals), random_condition(random)), last


def random_condition(random: Random, depth: int = 0) -> Condition:
    """A condition of any kind; conditions within it are plain."""
    match random.randrange(5 if depth else 7):
        case 0:
            return Condition(been=(f"s{random.randint(0, 4)}",))
        case 1:
            return Condition(chose=(random.choice(["c0", "c1", "a0", "w0", "s0/c0", "s1/c1", "s1/w1"]),))
        case 2:
            return Condition(broke=(random.choice(RULES),))
        case 3:
            return Condition(followed=(random.choice(RULES),))
        case 4:
            return Condition(contacts=_contacts(random))
        case 5:
            return Condition(opposite=random_condition(random, 1), broke=random.choice([(), (random.choice(RULES),)]))
        case _:
            return Condition(any=(random_condition(random, 1), random_condition(random, 1)))


def _contacts(random: Random) -> Contacts:
    return Contacts(
        random.randint(1, 3),
        random.choice([None, 1, 2, 3]),
        random.choice(["", "dana"]),
        random.choice([None, Medium.EMAIL]),
        random.choice(["", "thanks"]),
    )


def _when(random: Random) -> Condition:
    return random_condition(random) if random.random() < 0.3 else ALWAYS
