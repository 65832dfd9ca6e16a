"""Whatever becomes of the shipped files, the checks end with problems or without, never with a traceback."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from course.authoring.check.run import check, find
from course.reading.files.find import find_course
from course.reading.problems.codes import Level
from course.reading.problems.showing import show
from tests.authoring.odds.scenarios import random_scenario
from tests.builders import tiny_course

SHIPPED = find_course(None)
SIGNS = [
    ":",
    " #",
    "!",
    "&a",
    "*a",
    "|",
    ">",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "\t",
    "---",
    "%",
    "\u202e",
    "ä",
    "\x00",
    "- ",
]


def spoil(text: str, random: Random) -> str:
    """The text with one to six accidents such as happen in editors."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(lines))
        accident = random.randrange(7)
        if accident == 0:
            del lines[at : at + random.randint(1, 4)]
            lines = lines or [""]
        elif accident == 1:
            lines.insert(at, random.choice(lines))
        elif accident == 2:
            lines[at] = " " * random.randint(0, 9) + lines[at].lstrip()
        elif accident == 3:
            column = random.randint(0, len(lines[at]))
            lines[at] = lines[at][:column] + random.choice(SIGNS) + lines[at][column:]
        elif accident == 4:
            lines[at] = lines[at][: random.randint(0, len(lines[at]))]
        elif accident == 5:
            other = random.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            words = lines[at].split(" ")
            random.shuffle(words)
            lines[at] = " ".join(words)
    return "\n".join(lines)


SCENARIOS = [file for file in sorted(SHIPPED.rglob("*.yaml")) if file.name != "course.yaml"]


@pytest.mark.parametrize("seed", range((len(SCENARIOS) + 1) // 2))
def test_a_spoilt_course_is_checked_to_the_end(seed: int, tmp_path: Path) -> None:
    """Two scenarios of it, each of them in its turn, and once in a while the course's own file. The others would only
    be checked as they lie there, which they are elsewhere; and many more are spoilt and read, though not checked, in
    `tests/reading/test_prose_and_yaml.py`."""
    random = Random(seed)
    spoilt = [SCENARIOS[(2 * seed + step) % len(SCENARIOS)] for step in (0, 1)]
    if seed % 6 == 0:
        spoilt[0] = SHIPPED / "course.yaml"
    for file in sorted({SHIPPED / "course.yaml", *spoilt}):
        text = file.read_text(encoding="utf-8")
        copy = tmp_path / file.relative_to(SHIPPED)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(spoil(text, random) if file in spoilt else text, encoding="utf-8")
    checked = check(tmp_path)
    for problem in checked.problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.message.endswith((".", "…")), problem
        assert show(problem)
    playable = {scenario.head.file for scenario in checked.reading.scenarios}
    errors = {each.place.file for each in checked.reading.problems if each.level is Level.ERROR}
    assert not playable & errors, "what has an error is not played"


@pytest.mark.parametrize("seeds", [range(start, start + 100) for start in range(0, 400, 100)])
def test_every_small_scenario_is_checked_to_the_end(seeds: range) -> None:
    for seed in seeds:
        for each in find(tiny_course(), [random_scenario(seed, loops=seed % 2 == 0)]):
            assert each.message.endswith(".")
            assert each.mend.endswith(".")
