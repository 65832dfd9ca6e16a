"""The preview in a real terminal, with an editor at work beside it."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from tests.faces.textual.studio import STORY, Folder
from tests.terminal import Terminal


def test_an_edit_shows_and_so_does_a_mistake_until_it_is_mended(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    command = [sys.executable, "-m", "course", "preview", str(folder.path / STORY)]
    with Terminal(command, columns=140, rows=45) as terminal:
        terminal.read_until("both sleeves")
        folder.edit(STORY, ("both sleeves", "one sleeve"))
        terminal.read_until("one sleeve")

        before = len(terminal.output)
        folder.edit(STORY, ("    day: 0", "   day: 0"))
        terminal.read_until("misaligned", since=before)
        terminal.read_until("not current", since=before)

        before = len(terminal.output)
        folder.edit(STORY, ("   day: 0", "    day: 0"))
        terminal.read_until("preview", since=before)
        terminal.send("q")
        assert terminal.wait() == 0


def test_a_signal_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with Terminal([sys.executable, "-m", "course", "preview", str(folder.path)]) as terminal:
        terminal.read_until("flour")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert b"\x1b[?1049l" in terminal.output
