"""Ctrl+Z stops only where somebody waits who can bring the program back."""

from __future__ import annotations

import subprocess
import sys

from tests.terminal import PATIENCE

ASK = "from course.system.suspending import can_be_brought_back; print(can_be_brought_back())"


def asked(*, session: bool, group: int | None) -> str:
    """What a program says that is started in a session or a group of its own, or in ours."""
    made = subprocess.run(
        [sys.executable, "-c", ASK],
        start_new_session=session,
        process_group=group,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return made.stdout.strip()


def test_a_shell_with_job_control_gives_each_command_a_group_of_its_own() -> None:
    assert asked(session=False, group=0) == "True"


def test_whoever_leads_the_session_or_stays_in_the_starters_group_has_nobody_to_wake_them() -> None:
    assert asked(session=True, group=None) == "False"
    assert asked(session=False, group=None) == "False"
