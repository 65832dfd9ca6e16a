"""Reading and checking a course of 10,000 scenes, and checking the shipped one.

    python -m tests.bench.check [ROUNDS]

The made course (3 choices to a scene, about 12 MB) comes as 500 files and as a single one. Everything is
processor time, in turn with `yaml.load(CSafeLoader)` of the same files; the medians of both and of their
ratio are printed. What runs as a command is measured from its start to its end, and with its peak memory.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from course.reading.find import find_course
from tests.bench.made import Maker

SCENES = 10_000
LAYOUTS = {"500 files": 500, "one file": 1}
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

Measure = tuple[float, float]
"""Seconds of processor time, and megabytes at the peak; 0 for what is not known."""


def within(program: str, folder: Path) -> Measure:
    """What a program says that it took. It runs by itself, so that this process stays small."""
    command = [sys.executable, "-c", program, str(folder)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout), 0


def whole(*arguments: str) -> Measure:
    """What a run of Python takes from its start to its end."""
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(sys.executable, [sys.executable, *arguments], os.environ, file_actions=silent)
    _, _, used = os.wait4(pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def compare(name: str, ours: Callable[[], Measure], other: Callable[[], Measure], rounds: int, aim: str) -> None:
    """Measure both in turn, and print the medians."""
    pairs = [(ours(), other()) for _ in range(rounds + 1)][1:]  # the first only warms the caches
    mine, theirs = (statistics.median(pair[which][0] for pair in pairs) for which in (0, 1))
    ratio = statistics.median(our[0] / their[0] for our, their in pairs)
    print(f"{name}: {ratio:.2f}x ({mine:.3f} s to {theirs:.3f} s; aim {aim})", end="")
    peaks = [max(pair[which][1] for pair in pairs) for which in (0, 1)]
    print(f", {peaks[0]:.0f} MB to {peaks[1]:.0f} MB" if all(peaks) else "")


def compare_made(layout: str, folder: Path, rounds: int) -> None:
    """Make the course, read it and check it."""
    Maker().course(folder, SCENES, files=LAYOUTS[layout])
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    print(f"{SCENES} scenes in {layout}, {size:.1f} MB, to yaml.load of the same files")
    compare("  reading alone", lambda: within(READ, folder), lambda: within(LOAD, folder), rounds, "0.55")
    check, load = ["-m", "course", "check", str(folder)], ["-c", LOAD, str(folder)]
    compare("  fineline check", lambda: whole(*check), lambda: whole(*load), rounds, "0.8")


def main(rounds: int) -> None:
    """Measure, and print."""
    print("the shipped course, to python -c 'import yaml'")
    check, bare = ["-m", "course", "check", str(find_course(None))], ["-c", "import yaml"]
    # First, since a command's peak is never less than that of the process that starts it.
    compare("  fineline check", lambda: whole(*check), lambda: whole(*bare), 4 * rounds, "2")
    with tempfile.TemporaryDirectory() as home:
        for layout in LAYOUTS:
            compare_made(layout, Path(home) / layout, rounds)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
