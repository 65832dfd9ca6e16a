"""No home and no locale: a sentence and the documented exit status, from every command."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from course.cli.commands import COMMANDS
from tests.cli.conftest import BAKERY
from tests.cli.forked import run_all
from tests.folders import ROOT

NEEDS = {
    "new": ["course", "~nouser/x"],
    "rename": ["scene", "a", "b"],
    "import": ["x.json"],
    "export": ["x.json"],
    "ask": ["--plain"],
    "serve": ["--port", "70000"],  # or it would serve
}
C = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
PLACES = {"no home": {}, "nobody's home": {"FINELINE_HOME": "~nouser/x"}, "no locale": {**C, "FINELINE_HOME": "home"}}


COURSES: list[list[str]] = [[], ["--course", BAKERY], ["--course", "~nouser/x"], ["~nouser/x"]]


@pytest.mark.parametrize("place", PLACES)
def test_every_command_says_what_is_missing(place: str, tmp_path: Path) -> None:
    commands = [
        [*([command] if command else []), *NEEDS.get(command, []), *course]
        for command in ["", *COMMANDS]
        for course in COURSES
    ]
    for arguments, status, said in run_all(commands, PLACES[place], tmp_path):
        assert status in (0, 1, 2), arguments
        assert "Traceback" not in said, (arguments, said)
        assert "nexpected" not in said, (arguments, said)
        assert bool(said) or status != 2, arguments
    assert not (tmp_path / "~").exists(), "no folder is made of that name"


def test_only_one_function_looks_for_a_home() -> None:
    for file in (ROOT / "course").rglob("*.py"):
        asks = [each for each in ast.walk(ast.parse(file.read_text())) if isinstance(each, ast.Attribute)]
        assert file.name == "paths.py" or not any(each.attr == "expanduser" for each in asks), file


@pytest.mark.skipif(os.name == "nt", reason="a folder one is in cannot be removed there")
def test_a_folder_that_has_gone_from_under_one_is_named(tmp_path: Path) -> None:
    script = f'cd "{tmp_path}" && mkdir gone && cd gone && rmdir ../gone && "{sys.executable}" -m course new scenario A'
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no longer there" in done.stderr
