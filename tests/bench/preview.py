"""What a save costs the preview: a scenario of 60 scenes read again, its walk replayed, the page drawn.

It is processor time, beside `yaml.load(CSafeLoader)` of the same file in the same run. The checks of the whole
course follow on a thread, and are measured apart.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from course.authoring.check.run import Checked, check
from course.authoring.preview.desk import Desk
from course.authoring.watch import Watch
from course.faces.textual.preview.app import Preview
from course.reading.courses import read_course
from course.visit.settings import Settings
from tests.bench.row import Row

SCENES = 60
_ROUNDS = 20
SCENARIO = "long.yaml"
COURSE = """\
format: 2
title: A long story
pairs:
  warm:
    do: Warm
    dont: Cold
    rules:
      thanks: {do: Say thanks., dont: Say nothing., side: quiet}
      space: {do: Leave room., dont: Write again., side: pushy}
line: {under: quiet, right: assertive, over: pushy}
"""
CHOICE = """\
      - say: {say} of scene {number}, in a sentence of ordinary length.
        {what}: {rule}
        contact: e-mail to Marta
        happens: She reads it between two ovens, and {number} loaves later she has not decided what to make of it.
        because: It is the reason that a learner reads here, and it is about as long as reasons are.
        next: {to}
"""


def scenario(scenes: int) -> str:
    """A scenario in which each scene has three choices, and leads to the next."""
    text = "title: Long\nstart: scene-0\nscenes:\n"
    for number in range(scenes - 1):
        text += f"  scene-{number}:\n    day: {number}\n    text: |\n"
        text += "      Marta walked you to the door herself, flour on both sleeves, and named a day.\n\n" * 3
        text += "    choices:\n"
        for say, what, rule in (
            ("Wait", "follows", "space"),
            ("Write", "breaks", "space"),
            ("Hide", "breaks", "thanks"),
        ):
            text += CHOICE.format(say=say, number=number, what=what, rule=rule, to=f"scene-{number + 1}")
    return text + f"  scene-{scenes - 1}:\n    ending: assertive\n    text: The end.\n"


def cost(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


async def refreshes(folder: Path, rounds: int) -> list[float]:
    """What each save costs, from the news of it to the page at rest, in the middle of a walk."""

    def unchecked(_: Path) -> Checked:
        return checked

    checked = check(folder)
    watch = Watch(folder)
    app = Preview(Desk(folder, file=SCENARIO), watch, Settings(motion=False), check=unchecked)
    result = []
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press(*["right"] * SCENES)
        await pilot.pause(0.3)
        for number in range(rounds):
            (folder / SCENARIO).write_text(scenario(SCENES).replace("flour", f"flour {number}"))
            started = time.process_time()
            app.take(frozenset({SCENARIO}))
            await pilot.pause()
            result.append((time.process_time() - started) * 1000)
            watch.changed()
    return result


def rows() -> Iterator[Row]:
    """Measure both."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "course.yaml").write_text(COURSE)
        (folder / SCENARIO).write_text(scenario(SCENES))
        assert not read_course(folder).problems
        text = (folder / SCENARIO).read_text()
        plain = statistics.median(cost(lambda: yaml.load(text, yaml.CSafeLoader)) for _ in range(_ROUNDS))
        ours = statistics.median(asyncio.run(refreshes(folder, _ROUNDS)))
        checks = statistics.median(cost(lambda: check(folder)) for _ in range(_ROUNDS))
    yield Row(f"preview refresh, {SCENES} scenes / `yaml.load` of the file", ours / plain, 4)
    yield Row("the checks after it, on a thread / the same", checks / plain, "")
