"""CI runs the README's test line, literally, and refuses when there is not exactly one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import ROOT

RUN = ROOT / ".ci" / "run"


def ci(folder: Path, readme: str) -> subprocess.CompletedProcess[str]:
    """CI's verdict on a repository with that README."""
    (folder / ".ci").mkdir()
    shutil.copy(RUN, folder / ".ci")
    (folder / "README.md").write_text(readme)
    return subprocess.run(["bash", str(folder / ".ci" / "run")], cwd="/", capture_output=True, text=True, check=False)


def test_the_line_under_test_it_is_run_in_the_root(tmp_path: Path) -> None:
    others = "```\nfalse\n```\n"
    line = """echo "it's $(basename .ci)" && pwd"""
    readme = f"# A\n## Run it\n{others}## Test it\nSo:\n```\n{line}\n```\n### More\n{others}"
    result = ci(tmp_path, readme)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[1:] == ["it's .ci", str(tmp_path)]


def test_a_line_that_fails_fails(tmp_path: Path) -> None:
    assert ci(tmp_path, "## Test it\n```\nexit 3\n```\n").returncode == 3


@pytest.mark.parametrize("fences", ["", "```\n```\n", "```\ntrue\ntrue\n```\n", "```\ntrue\n```\n```\ntrue\n```\n"])
def test_anything_but_one_line_is_refused(tmp_path: Path, fences: str) -> None:
    result = ci(tmp_path, f"## Test it\n{fences}## Other\n```\ntrue\n```\n")
    assert result.returncode == 1
    assert "exactly one fenced line" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="no shell there starts what it puts aside deaf to Ctrl+C")
def test_where_ctrl_c_is_not_heard_the_tests_hear_of_it_all_the_same() -> None:
    """As behind `&` in a script: whoever is started there, and whoever they start, would never be interrupted."""
    one = "tests/cli/test_leaving.py::test_control_c_at_home_says_how_to_come_back"
    started = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", one],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
    )
    assert started.returncode == 0, started.stdout[-2000:]
