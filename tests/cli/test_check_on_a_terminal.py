"""`fineline check` on a real terminal."""

from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path

from tests.cli.conftest import played
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


def test_prose_is_wrapped_at_words_and_lines_of_a_file_stay(tmp_path: Path) -> None:
    """A terminal of 60 columns would cut words in two; a line of a file is shown as it is, with its caret below it."""
    course = shutil.copytree(BAKERY, tmp_path / "bakery")
    story = course / "thanks" / "thank-you.yaml"
    story.write_text(story.read_text().replace("title: The thank-you", "titel: The thank-you"))
    with Terminal([sys.executable, "-m", "course", "check", str(course)], columns=60) as terminal:
        assert terminal.wait() == 1
        said = terminal.output.decode().replace("\r", "").split("\n")
    lines = [line for line in said if not line.startswith("Trying every path")]  # as a busy machine has time to say
    piped = played("check", str(course)).stdout
    assert max(map(len, lines)) <= 60 < max(map(len, piped.split("\n")))
    assert " ".join(" ".join(lines).split()) == " ".join(piped.split())
    (at,) = [number for number, line in enumerate(lines) if "| titel" in line]
    assert lines[at + 1].index("^") == lines[at].index("titel")
