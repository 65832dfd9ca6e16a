"""`fineline check` on a real terminal."""

from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path

from tests.faces.test_real_terminal import HOSTILE, QUOTED
from tests.folders import BAKERY
from tests.terminal import Terminal


def test_check_cleans_what_it_prints(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(f"format: 2\ntitle: {QUOTED}\nbad\x9bkey: {HOSTILE}\n")
    command = [sys.executable, "-m", "course", "check", str(tmp_path)]
    with Terminal(command) as terminal:
        assert terminal.wait() == 1
        assert b"\x1b" not in terminal.output
        assert b"\x9b" not in terminal.output


def test_check_watch_checks_again_when_a_file_is_saved(tmp_path: Path) -> None:
    course = shutil.copytree(BAKERY, tmp_path / "bakery")
    story = course / "thanks" / "thank-you.yaml"
    with Terminal([sys.executable, "-m", "course", "check", str(course), "--watch"]) as terminal:
        terminal.read_until("Watching")
        story.write_text(story.read_text().replace("title: The thank-you", "titel: The thank-you"))
        terminal.read_until("unknown-key")
        terminal.read_until("Watching")
        terminal.kill(signal.SIGINT)
        assert terminal.wait() == 130
