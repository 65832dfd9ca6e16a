"""Many commands, each in a process of its own that is forked from one in which everything is imported already: what
they say and how they end does not depend on it, and they take a tenth of the time.

python -m tests.cli.forked [nobody]    each command's arguments as a line of JSON, and for each its exit status and what
                                       it wrote to standard error; for `nobody`, the system knows nothing of the user
"""

from __future__ import annotations

import json
import os
import pwd
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from course.cli.commands import COMMANDS
from course.cli.main import leave
from tests.folders import ROOT


def run_all(
    commands: Iterable[Sequence[str]], env: Mapping[str, str], folder: Path
) -> list[tuple[Sequence[str], int, str]]:
    """Run the commands in that folder for a user of whom the system knows nothing, with no other environment than that
    and nothing to read; each with its exit status and what it wrote to standard error."""
    asked = list(commands)
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.forked", "nobody"],
        input="".join(json.dumps(each) + "\n" for each in asked).encode(),
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **env},
        cwd=folder,
        capture_output=True,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return [(each, *answer) for each, answer in zip(asked, answers, strict=True)]


def import_commands() -> None:
    """Import every command, once and not in every child."""
    for name in COMMANDS:
        import_module(f"course.cli.{name}_command")


def _one(arguments: list[str]) -> tuple[int, str]:
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if not child:
            nothing = os.open(os.devnull, os.O_RDWR)
            for stream, file in ((0, nothing), (1, nothing), (2, said.fileno())):
                os.dup2(file, stream)
            sys.argv = ["fineline", *arguments]
            leave()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        return status, said.read().decode("utf-8", "replace")


if __name__ == "__main__":
    if "nobody" in sys.argv:
        vars(pwd)["getpwuid"] = {}.__getitem__
    import_commands()
    for face in ("plain", "textual"):
        import_module(f"course.faces.{face}")
    for line in sys.stdin.buffer.read().splitlines():
        print(json.dumps(_one(json.loads(line))), flush=True)
