"""The first page of both faces, on the way to which nothing is read that has been read before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from course.reading.files.find import find_course
from course.system import paths
from course.visit.course_folder import CourseFolder

LATER = 2**62
"""In nanoseconds, long after any file was saved."""

TEXTUAL = """
import asyncio
import course.cli.main, course.cli.faces
from course.faces.textual.app import FineLine
from course.reading.files.find import find_course
from course.visit.request import Request
from course.visit.visit import Visit

looked_through = []
look = Visit.look_through
Visit.look_through = lambda visit: looked_through.append(look(visit))

async def show():
    request = Request(find_course(None))
    app = FineLine(Visit.begin(request), request)
    async with app.run_test() as pilot:
        while "fine line" not in app.screen.sheet.text or not looked_through:
            await pilot.pause(0.01)

asyncio.run(show())
"""
PLAIN = """
import course.cli.main
try:
    course.cli.main.main(["--plain"])
except SystemExit:
    pass
"""
LOADED = """
import sys
print("LOADED", *(name for name in sys.modules if name.split(".")[0] in ("yaml", "course")))
"""
FACES = pytest.mark.parametrize("face", [TEXTUAL, PLAIN], ids=["textual", "plain"])


def loaded(face: str) -> set[str]:
    """The modules of ours and of YAML's that are there when home has been shown."""
    command = [sys.executable, "-c", face + LOADED]
    result = subprocess.run(command, input="", capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr
    return set(result.stdout.split("LOADED")[1].split())


@FACES
def test_it_reads_no_yaml_once_the_course_has_been_read(face: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: LATER)  # the course may have been unpacked just now
    CourseFolder(find_course(None)).check()
    modules = loaded(face)
    assert {name for name in modules if name.split(".")[0] == "yaml" or name.startswith("course.reading.")} == {
        "course.reading.contents_cache",
        "course.reading.files",
        "course.reading.files.find",
    }
    assert not {name for name in modules if name.startswith("course.authoring")}


@FACES
def test_it_is_there_all_the_same_where_nothing_can_be_kept(face: str, own_home: Path) -> None:
    own_home.mkdir()
    paths.cache_folder().write_text("in the way")
    assert "yaml" in loaded(face)
