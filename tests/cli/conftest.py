"""Running commands: in this process for speed, or in one of their own for what only a process shows."""

from __future__ import annotations

import subprocess
import sys

import pytest

from course.cli.main import main
from tests import folders

BAKERY = str(folders.BAKERY)


def run(*arguments: str) -> int:
    """The exit status of a command."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


def played(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """A command in a process of its own, with something typed."""
    command = [sys.executable, "-m", "course", *arguments]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False, timeout=60)


def shell(script: str) -> subprocess.CompletedProcess[str]:
    """A bash script in which `fineline` is the command."""
    script = f'fineline() {{ "{sys.executable}" -m course "$@"; }}\n{script}'
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, timeout=60)
