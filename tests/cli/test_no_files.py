"""A pipe, a socket, a device or a folder lies where a file of ours belongs: it is said at once, and nobody waits for
somebody to write into it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import BAKERY
from tests.terminal import PATIENCE

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def door(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)  # in the folder at hand: its whole name may be too long for one
    Path(path.name).rename(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def folder(path: Path) -> None:
    path.mkdir()


def circle(path: Path) -> None:
    path.symlink_to(path.name)


EVERY = pytest.mark.parametrize("lay", [pipe, door, device, folder, circle])


def ran(*words: str) -> tuple[int, str]:
    """How a command ends, and what it says; a test fails that has to wait for it."""
    command = [sys.executable, "-m", "course", *words, "--course", str(BAKERY)]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    return done.returncode, done.stdout + done.stderr


@EVERY
@pytest.mark.parametrize("name", ["journal.db", "journal.db-wal"])
def test_as_the_journal_it_is_said_why_nobody_can_read_it(
    own_home: Path, lay: Callable[[Path], None], name: str
) -> None:
    own_home.mkdir(exist_ok=True)
    lay(own_home / name)
    status, said = ran("progress")
    assert status == 2
    assert "Your journal cannot be read (" in said


@EVERY
def test_as_the_settings_it_is_said_and_the_usual_ones_apply(own_home: Path, lay: Callable[[Path], None]) -> None:
    own_home.mkdir(exist_ok=True)
    lay(own_home / "settings.json")
    status, said = ran("list")
    assert status == 0
    assert "The back door" in said
    assert "Your settings in" in said


@EVERY
def test_as_what_only_saves_time_it_changes_nothing(own_home: Path, lay: Callable[[Path], None]) -> None:
    (own_home / "cache").mkdir(parents=True, exist_ok=True)
    lay(own_home / "cache" / "contents.json")
    status, said = ran("list")
    assert (status, "The back door" in said) == (0, True)


@EVERY
def test_as_what_is_to_be_written_it_is_refused(own_home: Path, lay: Callable[[Path], None]) -> None:
    own_home.mkdir(exist_ok=True)
    file = own_home / "page.html"
    lay(file)
    status, said = ran("report", "--html", str(file))
    assert (status, str(file) in said) == (2, True)
