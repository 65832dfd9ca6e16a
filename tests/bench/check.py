"""Reading and checking a course of 10,000 scenes, and checking the shipped one.

The made course (3 choices to a scene, about 12 MB) comes as 500 files and as a single one. Everything is
processor time, in turn with `yaml.load(CSafeLoader)` of the same files. What runs as a command is measured
from its start to its end.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from course.reading.files.find import find_course
from tests.bench.made import Maker
from tests.bench.row import Row, ratio

SCENES = 10_000
LOAD = """
import sys, time, pathlib, yaml
start = time.process_time()
for file in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
print(time.process_time() - start)
"""
READ = """
import sys, time, pathlib
from course.reading.courses import read_course
start = time.process_time()
reading = read_course(pathlib.Path(sys.argv[1]))
print(time.process_time() - start)
assert not reading.problems
"""

_ROUNDS = 12
_MADE_ROUNDS = 3


def within(program: str, folder: Path) -> float:
    """Seconds of processor time that a program says that it took. It runs by itself: this process stays small."""
    command = [sys.executable, "-c", program, str(folder)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def whole(*arguments: str) -> float:
    """Seconds of processor time that a run of Python takes from its start to its end."""
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(sys.executable, [sys.executable, *arguments], os.environ, file_actions=silent)
    _, _, used = os.wait4(pid, 0)
    return used.ru_utime + used.ru_stime


def rows() -> Iterator[Row]:
    """The shipped course, and a large one."""
    yield from _shipped()
    yield from _made("500 files", 500, 1.5)
    yield from _made("one file", 1, 0.8)


def _shipped() -> Iterator[Row]:
    """The first round only warms the caches."""
    check = ["-m", "course", "check", str(find_course(None))]
    found = [(whole(*check), whole("-c", "import yaml")) for _ in range(_ROUNDS + 1)][1:]
    yield ratio('`check` of the shipped course / `python -c "import yaml"`', found, 10)


def _made(layout: str, files: int, aim: float) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "made"
        Maker().course(folder, SCENES, files=files)
        check = ["-m", "course", "check", str(folder)]
        found = [(whole(*check), whole("-c", LOAD, str(folder)), within(READ, folder)) for _ in range(_MADE_ROUNDS)]
    what = f"{SCENES:,} scenes in {layout}"
    yield ratio(f"`check`, {what} / `yaml.load(CSafeLoader)` of them", [each[:2] for each in found], aim)
    yield ratio(f"reading alone, {what} / the same", [(read, load) for _, load, read in found], "")
