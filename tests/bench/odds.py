"""How long exact odds take.

Two scenarios: 2,100 decisions in a row (10^1002 paths), and 11,000 scenes in layers of four (10^1321 paths). Beside
them, in the same run, the reading of a YAML file with as many scenes by PyYAML's fastest loader.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from random import Random

import yaml

from course.authoring.odds.summary import odds
from course.model import Branch, Choice, Ending, Head, Scenario, Side
from course.model.kinds.choices import Choices
from tests.bench.row import Row, ratio
from tests.builders import choice, scene, tiny_course

COURSE = tiny_course()


def layers(deep: int, wide: int, random: Random) -> Scenario:
    """A scenario of so many decisions, each of which leads to any scene of the next layer."""
    scenes = [scene(f"end-{side}", Ending(side)) for side in Side]
    for at in range(deep):
        after = [f"s{at + 1}-{number}" for number in range(wide)] if at + 1 < deep else [each.id for each in scenes[:3]]
        scenes += [scene(f"s{at}-{number}", Choices(_choices(after, random))) for number in range(wide)]
    return Scenario(Head("made", "Made", "made.yaml", start="s0-0"), {each.id: each for each in scenes})


def _choices(after: list[str], random: Random) -> tuple[Choice, ...]:
    rules = sorted(COURSE.all_rules())
    ways = [(Branch(random.choice(after)),) for _ in range(3)]
    advised = choice("a", ways[0], follows=random.choice(rules))
    return advised, *(choice(name, way, breaks=random.choice(rules)) for name, way in zip("bc", ways[1:], strict=True))


def as_yaml(scenario: Scenario) -> str:
    """About what the scenario would look like in a file."""
    lines = ["title: Made", "start: s0-0", "scenes:"]
    for each in scenario.scenes.values():
        lines += [f"  {each.id}:", f"    text: {each.text}"]
        if isinstance(each.body, Choices):
            lines.append("    choices:")
            for option in each.body.options:
                lines += [f"      - say: {option.say}", f"        because: {option.because}"]
                lines += [f"        happens: {option.happens}", f"        next: {option.next[0].next}"]
    return "\n".join(lines)


def seconds(what: Callable[..., object], *arguments: object) -> float:
    """How long it takes, without a pause to collect garbage."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    what(*arguments)
    taken = time.perf_counter() - start
    gc.enable()
    return taken


def rows() -> Iterator[Row]:
    """Measure in turn."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for deep, wide in ((2_100, 1), (2_770, 4)):
        made = layers(deep, wide, Random(2))
        text = as_yaml(made)
        pairs = [(seconds(odds, COURSE, made), seconds(yaml.load, text, loader)) for _ in range(3)]
        digits = int((odds(COURSE, made).paths or 0).bit_length() * 0.30103)
        yield ratio(f"odds of 10^{digits} paths, {len(made.scenes):,} scenes / `yaml.load` of such a file", pairs, "")
