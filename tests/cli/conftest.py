"""Running commands: in this process for speed, or in one of their own for what only a process shows; and disks that are
soon full."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from course.cli.main import main
from course.system import files
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


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of a megabyte; without the right to have one, any folder."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    real = shutil.which("mount") and not subprocess.run(mount, capture_output=True, check=False).returncode
    yield folder
    if real:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def small_home(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The learner's folder on such a disk, which has to be one for SQLite to know of it."""
    if not os.path.ismount(small):
        pytest.skip("only a real disk can be full for SQLite")
    monkeypatch.setenv("FINELINE_HOME", str(small))
    return small


def fill(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Leave no room; where that cannot be done for real, every new file is half written and then refused."""
    if os.path.ismount(folder):
        with suppress(OSError), (folder / "ballast").open("wb", buffering=0) as ballast:
            while True:
                ballast.write(bytes(4096))
        return

    def refused(path: Path, _text: object, *, private: bool = False) -> None:
        path.write_bytes(b"half" if private else b"half a")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(files, "_write", refused)
