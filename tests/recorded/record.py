"""Records what a build of the course says, both faces, every story, several plays each.

    python -m tests.recorded.record --program '.venv/bin/fineline' FOLDER

`--only plain/supervisor` records some of it. Answers are drawn from seeds, so the same build is recorded to the same
bytes each time.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.recorded import evening, house
from tests.recorded.compare import STEP
from tests.recorded.hands import Hands, WanderingHands
from tests.recorded.lines import Conversation
from tests.recorded.players import Player, Wanderer
from tests.recorded.program import HERE, Program, furnish, lasting
from tests.recorded.screen import Screen

Play = Callable[[Path], list[str]]
"""Played in a home of its own, it is the lines to keep."""
COMPANION = "ask"
_MOST = 500
"""Answers or keys in one start of the program; one that goes in a circle ends there."""
_STARTS = 6
_SEEDS = {"first": 7, "last": 11, "hurried": 13, **{f"wandering-{number}": 100 + number for number in range(1, 13)}}
"""The ways to play, each with its order of options."""
_WANDERINGS = 4
"""So many in each story; as many as there are seeds with the companion, which has the most ways through."""


def plays(program: Program, stories: list[str]) -> Iterator[tuple[str, Play]]:
    """Every play, by the name of its file."""
    for story in [*stories, COMPANION]:
        for manner in list(_SEEDS)[: None if story == COMPANION else 3 + _WANDERINGS]:
            yield f"plain/{story}.{manner}", partial(_in_lines, program, story, manner)
        for manner in ("first", "last", "wandering-1"):
            yield f"screen/{story}.{manner}", partial(_on_screen, program, story, manner)
    for manner in evening.MANNERS:
        yield f"plain/evening.{manner}", partial(_evening, program, manner)
    yield "screen/house", partial(house.visit, program)


def _arguments(story: str, manner: str) -> list[str]:
    return [COMPANION] if story == COMPANION else ["play", story, "--seed", str(_SEEDS[manner])]


def _in_lines(program: Program, story: str, manner: str, home: Path) -> list[str]:
    """A play at the plain face. Who wanders leaves now and then, and starts the program again."""
    furnish(home, extra_minute=manner != "hurried")
    chance = random.Random(f"{story} {manner}")
    player = {
        "first": lambda: Player(min, "2", contacts=1, beyond=1),
        "last": lambda: Player(max, "3", contacts=2),
        "hurried": lambda: Player(chance.choice, "23", contacts=3, beyond=2),
    }.get(manner, lambda: Wanderer(chance))()
    wanders = isinstance(player, Wanderer) and story != COMPANION
    lines: list[str] = []
    for start in range(_STARTS):
        arguments = [*_arguments(story, manner), "--plain"]
        lines.append(f"{STEP}fineline {' '.join(arguments)}")
        leaves = chance.randint(3, 15) if wanders and start < 3 else _MOST
        with Conversation(program, home, *arguments) as talk:
            heard = 0
            for count in range(_MOST):
                if talk.gone:
                    break
                said, heard = talk.lines[heard:], len(talk.lines)
                if count < leaves:
                    talk.answer(player.answer(talk.question, said))
                elif chance.random() < 0.5:
                    talk.answer("quit")
                else:
                    talk.hang_up()
            lines += talk.lines
        if player.finished:
            break
    return lines


def _on_screen(program: Program, story: str, manner: str, home: Path) -> list[str]:
    """A play at the Textual face, every screen of it."""
    furnish(home)
    hands = {
        "first": lambda: Hands(min, "2"),
        "last": lambda: Hands(max, "3", wanted=3),
    }.get(manner, lambda: WanderingHands(random.Random(f"{story} {manner}")))()
    lines: list[str] = []
    for _ in range(_STARTS):
        arguments = [] if hands.resumes else _arguments(story, manner)
        lines.append(f"{STEP}fineline {' '.join(arguments)}".rstrip())
        hands.begin()
        with Screen(program, home, *arguments) as screen:
            lines += screen.rows
            for _ in range(_MOST):
                if screen.gone:
                    break
                house.press(screen, hands.press(screen.keys), lines)
        if hands.finished:
            break
    return lines


def _evening(program: Program, manner: str, home: Path) -> list[str]:
    """The whole course in one evening, and what the commands print of it after that."""
    texts = evening.evening(program, manner, home=home)
    lines = [line for name, text in texts.items() for line in (f"{STEP}{name}", *text.splitlines())]
    for command in ("list", "progress", "report"):
        lines += [f"{STEP}fineline {command}", *program.printed(home, command)]
    return lines


def _keep(folder: Path, name: str, play: Play) -> None:
    """Play, and write the file."""
    with tempfile.TemporaryDirectory() as home:
        lines = lasting(play(Path(home)), Path(home))
    file = folder / f"{name}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def main() -> int:
    """Record into the folder that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.recorded.record", description="Record both faces.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--program", type=Program.named, default=HERE, help="what starts the course; else this one")
    parser.add_argument("--only", default="", help="plays whose names begin like this, such as screen/supervisor")
    parser.add_argument("--jobs", type=int, default=2, help="so many plays at a time")
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        stories = options.program.stories(Path(home))
    chosen = [(name, play) for name, play in plays(options.program, stories) if name.startswith(options.only)]
    failed = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        waiting = {name: pool.submit(_keep, options.folder, name, play) for name, play in chosen}
        for name, each in waiting.items():
            if error := each.exception():
                failed += 1
                print(f"{name}: {error!r}", file=sys.stderr)
    print(f"{len(chosen) - failed} plays are in {options.folder}, after {time.monotonic() - began:.0f} seconds.")
    return int(failed > 0 or not chosen)


if __name__ == "__main__":
    sys.exit(main())
