"""The house: which way the arrows run, how the code is written, and what the README promises."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.folders import ROOT


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--no-cache", "."],
        ["ruff", "format", "--no-cache", "--check", "."],
        ["mypy", "--no-error-summary"],
    ],
    ids=["lint", "format", "types"],
)
def test_the_code_is_clean(command: list[str]) -> None:
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_arrows_run_downward() -> None:
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_no_room_is_too_large() -> None:
    for file in (ROOT / "course").rglob("*.py"):
        assert len(file.read_text().splitlines()) <= 320, f"{file} has grown too large"


@pytest.mark.parametrize("heading", ["Run it", "Test it"])
def test_the_readme_has_one_line_to_run_and_one_to_test(heading: str) -> None:
    readme = (ROOT / "README.md").read_text()
    section = re.split(r"^##+ ", readme.split(f"## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    fences = re.findall(r"^```\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert len(fences) == 1
    assert len(fences[0].strip().splitlines()) == 1


def test_every_command_is_documented() -> None:
    from course.cli.main import COMMANDS

    readme = (ROOT / "README.md").read_text()
    for name in COMMANDS:
        assert f"fineline {name}" in readme
