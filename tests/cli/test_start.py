"""What a learner's start to the first page imports, and nothing that it does not need: by names, never by a clock."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.folders import ROOT
from tests.terminal import Terminal

TELL = """
import os, sys

def tell(self):
    with open(sys.argv[1], "w") as file:
        print(*sys.modules, sep="\\n", file=file)
    os._exit(0)
"""
START = f"""{TELL}
from course.visit.visit import Visit
Visit.look_through = tell  # what is done first once the first page is painted
from course.cli.main import main
main([])
"""
SMALLEST = f"""{TELL}
import runpy
from textual.app import App
App.on_ready = tell
runpy.run_path("tests/bench/smallest_app.py", run_name="__main__")
"""
"""The first page of the smallest Textual app: what comes with the framework."""

OURS = (
    "course.cli.common",
    "course.cli.exit_status",
    "course.cli.learner",
    "course.cli.faces",
    "course.cli.main",
    "course.engine.ahead",
    "course.engine.conditions",
    "course.engine.decision",
    "course.engine.events",
    "course.engine.judging",
    "course.engine.outcome",
    "course.engine.revision",
    "course.engine.totals",
    "course.faces.textual.app",
    "course.faces.textual.blocks",
    "course.faces.textual.driver",
    "course.faces.textual.home",
    "course.faces.textual.page",
    "course.faces.textual.pastes",
    "course.faces.textual.text",
    "course.faces.textual.themes",
    "course.faces.textual.widgets",
    "course.faces.textual.window",
    "course.faces.textual.wish",
    "course.journal",
    "course.model",
    "course.progress.results",
    "course.progress.twins",
    "course.reading",
    "course.system",
    "course.text",
    "course.visit.course_folder",
    "course.visit.home",
    "course.visit.journal_words",
    "course.visit.leaving",
    "course.visit.news",
    "course.visit.offers",
    "course.visit.positions",
    "course.visit.request",
    "course.visit.settings",
    "course.visit.visit",
    "course.words",
)
"""What home may need of the course: these modules, and what is in these packages."""
NOT_YET = (
    "course.faces.textual.blocks.marks",
    "course.faces.textual.blocks.message",
    "course.faces.textual.widgets.days",
    "course.faces.textual.widgets.line_input",
    "course.model.kinds",
    "course.reading.across",
    "course.reading.prose.condition_text",
    "course.reading.prose.mending",
    "course.reading.prose.misread",
    "course.reading.problems.showing",
    "course.reading.prose.slips",
    "course.reading.yaml.syntax",
)
"""Of these packages, what is needed only once a scenario is opened, a line typed, or a file found wrong."""
OTHERS = {"concurrent", "cython_runtime", "encodings", "gc", "msgspec", "sqlite3", "yaml"}
"""What home may need beside the framework and what comes with that."""


def imported(program: str, folder: Path) -> set[str]:
    """The modules that are there when the program says so."""
    told = folder / "modules"
    env = {"FINELINE_HOME": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, str(told)]
    with Terminal(command, columns=100, rows=32, env=env, cwd=str(ROOT)) as terminal:
        assert terminal.wait(120) == 0, terminal.output[-2000:]
    return set(told.read_text().split())


def belongs(module: str, names: tuple[str, ...]) -> bool:
    """Whether a module is one of those, or in one of them, or the package that one is in."""
    return any(f"{module}.".startswith(f"{name}.") or name.startswith(f"{module}.") for name in names)


def test_a_start_imports_what_home_needs_and_no_more(tmp_path: Path) -> None:
    """The very first start, at which all of the course's heads are read: nothing is kept of them yet."""
    found = imported(START, tmp_path) - imported(SMALLEST, tmp_path)
    ours = {module for module in found if module.split(".")[0] == "course"}
    assert not {module for module in ours if not belongs(module, OURS)}
    assert not {module for module in ours if any(f"{module}.".startswith(f"{name}.") for name in NOT_YET)}
    textual = {module for module in found if module.split(".")[0] == "textual"}
    assert textual <= {"textual.getters"}
    others = {module.split(".")[0] for module in found - ours - textual}
    assert {each for each in others if not each.startswith("_")} <= OTHERS
