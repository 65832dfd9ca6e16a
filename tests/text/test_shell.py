"""A command that is printed to be copied means the file that it names, whatever that is called."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from course.system.printing import put
from course.text.shell import typed
from tests.folders import ROOT

NAMES = [
    "out.json",
    "my out.json",
    "it's.json",
    "a\x1bb.json",
    "a\nb.json",
    "tab\there",
    "back\\slash\r",
    "a\u202eb",
    "\udcff",
]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_copied_from_the_terminal_names_that_file(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    put(typed(["printf", "%s", name]))
    shown = capfdbinary.readouterr().out
    assert shown.count(b"\n") == 1, "it is one line"
    found = subprocess.run(["bash", "-c", shown], capture_output=True, check=True, timeout=60)
    assert found.stdout == os.fsencode(name)


def test_nobody_joins_words_in_a_way_of_their_own() -> None:
    found = {file for file in Path(ROOT, "course").rglob("*.py") if "shlex.join" in file.read_text()}
    assert found == set()
