"""How long exact odds take: `python -m tests.bench.odds [N]`.

Two scenarios: 2,100 decisions in a row (10^1002 paths), and 11,000 scenes in layers of four (10^1321 paths).
Beside them, in the same run, the reading of a YAML file with as many scenes by PyYAML's fastest loader.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from random import Random

import yaml

from course.authoring.odds.summary import odds
from course.model import Branch, Choice, Ending, Head, Scenario, Side
from course.model.kinds.choices import Choices
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


def seconds(what: Callable[[], object], times: int) -> float:
    """The median of so many runs."""
    taken = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        what()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print the medians and their ratios."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for deep, wide in ((2_100, 1), (2_770, 4)):
        scenario = layers(deep, wide, Random(2))
        text = as_yaml(scenario)
        gc.disable()
        worked_out = seconds(lambda scenario=scenario: odds(COURSE, scenario), times)  # type: ignore[misc]
        gc.enable()
        read = seconds(lambda text=text: yaml.load(text, loader), times)  # type: ignore[misc]
        paths = odds(COURSE, scenario).paths or 0
        digits = int(paths.bit_length() * 0.30103)
        print(
            f"{len(scenario.scenes):>6} scenes, 10^{digits} paths: {worked_out:.2f} s, "
            f"{worked_out / read:.2f}x yaml.load of such a file ({read:.2f} s)"
        )


if __name__ == "__main__":
    main()
