"""The first page, on the way to which nothing is read that has been read before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from course.reading.contents_cache import course_and_heads
from course.reading.find import find_course
from course.system import paths

LATER = 2**62
"""In nanoseconds, long after any file was saved."""
SHOW_HOME = """
import asyncio, sys
import course.cli.main, course.cli.faces
from course.faces.textual.app import FineLine
from course.reading.find import find_course
from course.visit.request import Request
from course.visit.visit import Visit

Visit.look_through = lambda self: None  # what home does once it is painted

async def show():
    request = Request(find_course(None))
    app = FineLine(Visit.begin(request), request)
    async with app.run_test() as pilot:
        while "fine line" not in app.screen.sheet.text:
            await pilot.pause(0.01)

asyncio.run(show())
print(*(name for name in sys.modules if name.split(".")[0] in ("yaml", "course")))
"""


def loaded() -> set[str]:
    """The modules of ours and of YAML's that are there when home has been drawn."""
    result = subprocess.run([sys.executable, "-c", SHOW_HOME], capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr
    return set(result.stdout.split())


def test_the_first_page_reads_no_yaml_once_the_course_has_been_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: LATER)  # the course may have been unpacked just now
    course_and_heads(find_course(None))
    modules = loaded()
    assert "yaml" not in modules
    assert {name for name in modules if name.startswith("course.reading")} == {
        "course.reading",
        "course.reading.contents_cache",
        "course.reading.files",
        "course.reading.find",
    }
    assert not {name for name in modules if name.startswith("course.authoring")}


def test_the_first_page_is_there_without_it_too(own_home: Path) -> None:
    own_home.mkdir()
    paths.cache_folder().write_text("in the way")
    assert "yaml" in loaded()
