"""Commands that write and are killed while they do: a program of its own, since only one without threads may fork.

python -m tests.cli.killed FOLDER COURSE    each in FOLDER/WRITER/NUMBER, killed at line after line of what writes;
                                            the last NUMBER of each is left to its end. Says how many were killed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from types import FrameType

from course.cli.main import main
from course.system import files
from course.visit import settings
from tests.cli.forked import import_commands

OLD = {
    **{"export": "out.json", "html": "out.html", "md": "out.md", "map": "out.svg", "blind": "out.md"},
    "settings": "settings.json",
}
"""The file that each writer writes over."""


def run(*arguments: str) -> Callable[[], object]:
    def command() -> None:
        with suppress(SystemExit):
            main(arguments)

    return command


def writers(course: str) -> dict[str, Callable[[], object]]:
    """Everything that writes a file where somebody asks for it."""
    return {
        "export": run("export", "out.json", "--force"),
        "html": run("report", "--html", "out.html", "--force", "--course", course),
        "md": run("report", "--md", "out.md", "--force", "--course", course),
        "map": run("map", "back-door", "--output", "out.svg", "--force", "--course", course),
        "blind": run("blind", course, "--sheet", "out.md", "--force"),
        "takeaway": lambda: files.save_new(Path(), "takeaway.html", "what is to be kept\n" * 10_000),
        "course": run("new", "course", "Shop"),
        "scenario": run("new", "scenario", "Door", "--course", "bakery"),
        "fix": run("fix", "bakery", "--yes"),
        "settings": lambda: settings.save(Path("settings.json"), settings.Settings()),
    }


def prepare(folder: Path, course: str, old: str) -> None:
    """What lies there before."""
    shutil.copytree(course, folder / "bakery")
    story = folder / "bakery" / "thanks" / "thank-you.yaml"
    story.write_text(story.read_text().replace("title:", "\ttitle:", 1))
    if old:
        (folder / old).write_text("old")


def kill_at(line: int) -> None:
    """End this process at that many lines from now on in the module that writes files."""
    left = line

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal left
        if frame.f_code.co_filename != files.__file__:
            return None
        left -= event == "line"
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)  # type: ignore[arg-type]


def kill_all(folder: Path, course: str) -> int:
    """Kill each writer at one line after the other; how many were killed."""
    import_commands()
    killed = 0
    for name, work in writers(course).items():
        for number in count(1):
            place = folder / name / f"{number:03}"
            place.mkdir(parents=True)
            prepare(place, course, OLD.get(name, ""))
            child = os.fork()
            if not child:
                os.chdir(place)
                kill_at(number * 3)
                work()
                os.kill(os.getpid(), signal.SIGTERM)  # it is done
            if os.WTERMSIG(os.waitpid(child, 0)[1]) != signal.SIGKILL:
                break
            killed += 1
    return killed


if __name__ == "__main__":
    total = kill_all(Path(sys.argv[1]), sys.argv[2])
    print("KILLED", total)
