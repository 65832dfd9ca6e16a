"""Every command, given whatever a shell can hand it: a sentence and the documented status, and nothing is harmed."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from course.cli.commands import COMMANDS
from tests.cli.conftest import BAKERY, run

ODD = (
    *("", "\n", "-", "--", "~nobody/x", "%s{0}", "a\tb", "\x1b[31m", "\udcff\udc80", "x" * 300, "x/" * 2000),
    *("folder", "pipe", "socket", "dangling", "loop", "junk", "junk.yaml", "junk/x", "/dev/full", "/"),
)
"""What is typed by mistake, or left by a script; and what lies here that is no file, or nothing anybody can read."""
APART = {"host", "serve", "preview", "words", "explain"}
"""The first stay until they are told to end; the others take a while, and take no file."""
LOOKS_THROUGH = {"check", "stats", "odds", "map", "blind", "proof", "fix"}
"""These would go through all that lies there."""
FILES = {
    "report": [["--course", BAKERY, "--html"]],
    "print": [["back-door", "--course", BAKERY, "--output"]],
    "export": [["--force"]],
    "map": [["back-door", "--course", BAKERY, "--output"]],
    "blind": [[BAKERY, "--sheet"], ["--answers"]],
    "play": [["--course", BAKERY], ["back-door", "--course", BAKERY, "--from"], ["back-door", "--seed"]],
    "list": [["--course"], ["--course", BAKERY, "--learner"]],
    "forget": [["--course"], ["--course", BAKERY, "--scenario"]],
    "rooms": [["--database"], ["show"], ["export", "BCDFGH"]],
    "rename": [["scene", "tuesday"]],
}
"""Where a command takes what somebody types, if not as its first argument."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with one of each."""
    folder = tmp_path / "here"
    (folder / "folder").mkdir(parents=True)
    monkeypatch.chdir(folder)
    os.mkfifo("pipe")
    Path("dangling").symlink_to("nowhere")
    Path("loop").symlink_to("loop")
    for name in ("junk", "junk.yaml"):
        Path(name).write_bytes(bytes(range(256)))
    with socket.socket(socket.AF_UNIX) as mouth:
        mouth.bind("socket")
        yield folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the shells there hand over other things")
@pytest.mark.parametrize("command", sorted(set(COMMANDS) - APART))
def test_it_ends_with_a_sentence(
    command: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {name: Path(name).lstat().st_mode for name in here.iterdir()}
    for odd in ODD:
        for more in FILES.get(command, [[]]):
            if command in LOOKS_THROUGH and not more and odd in ("", "/", "-", "--", "\n"):
                continue
            monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO()))
            status = run(command, *more, odd)
            said = capsys.readouterr()
            about = (command, more, odd[:20], said.err[-300:])
            assert status in (0, 1, 2), about
            assert "unexpected" not in said.err, about
            assert "Traceback" not in said.err, about
            assert said.err or said.out or status == 0, about
    assert {name: Path(name).lstat().st_mode for name in before} == before, "all of it still lies there"
