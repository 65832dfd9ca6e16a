"""Over SSH the parts of a key come late."""

from __future__ import annotations

import subprocess
import sys

import pytest

from course.system.escape import wait_for_keys


@pytest.mark.parametrize(
    ("environment", "delay"),
    [
        ({}, None),
        ({"SSH_TTY": ""}, None),
        ({"SSH_TTY": "/dev/pts/1"}, "250"),
        ({"SSH_CONNECTION": "10.0.0.1 5000 10.0.0.2 22"}, "250"),
        ({"SSH_TTY": "/dev/pts/1", "ESCDELAY": "40"}, "40"),
        ({"ESCDELAY": "40"}, "40"),
    ],
)
def test_over_ssh_and_nowhere_else_keys_are_waited_for(environment: dict[str, str], delay: str | None) -> None:
    wait_for_keys(environment)
    assert environment.get("ESCDELAY") == delay


def test_textual_hears_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    monkeypatch.delenv("ESCDELAY", raising=False)
    program = "import course.faces.textual.app; from textual import constants; print(constants.ESCAPE_DELAY)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "0.25\n"
