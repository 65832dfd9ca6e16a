"""A dash where an id belongs, and an id without its dash: each is said for what it is, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.authoring.check.run import check
from course.authoring.fix import at_once, mended
from course.authoring.new.writing import new_course
from tests.reading.test_one_cause import COURSE, SCENARIO, WEEK, said

PEOPLE = """people:
  ines:
    name: Ines
    days:
      - day: 1
        text: She sleeps in.
  sunil:
    name: Sunil
    role: your neighbor
start: coffee
"""
CONTACT = "        contact: {to: sunil, via: email}\n        follows: say-it\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = new_course("shop")[0].parent
    path = folder / SCENARIO
    text = path.read_text(encoding="utf-8").replace("start: coffee\n", PEOPLE, 1)
    path.write_text(text.replace("        follows: say-it\n", CONTACT, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "column"),
    [
        (SCENARIO, "  ines:\n    name", "  - name", "person", 3),
        (SCENARIO, "  sunil:\n    name", "  - name", "person", 3),
        (SCENARIO, "  evening:\n    title", "  - title", "scene", 3),
        (COURSE, "  asking:\n    do", "  - do", "pair", 3),
        (COURSE, "      room-for-no:\n        do", "      - do", "rule", 7),
    ],
)
def test_a_dash_in_the_place_of_an_id(file: str, old: str, new: str, kind: str, column: int, folder: Path) -> None:
    (problem,) = said(folder, file, old, new)
    assert problem.source_line.strip().startswith("- ")
    assert (
        problem.message == f"Each {kind} here stands under an id of its own, and this one begins with a dash instead."
    )
    assert f"in column {column}" in problem.mend
    assert problem.mend.endswith("two spaces in the place of the dash.")
    assert problem.meant is None, "which id it had, only the author knows"


def test_the_id_that_is_asked_for_is_named(folder: Path) -> None:
    (problem,) = said(folder, SCENARIO, "  sunil:\n    name", "  - name")
    assert "perhaps sunil:, which is asked for" in problem.mend


@pytest.mark.parametrize("lost", ["the-friday-shift", "the-late-shift", "the-early-shift"])
def test_an_id_in_a_list_that_lost_its_dash(lost: str, folder: Path) -> None:
    order = "scenarios:\n  - the-friday-shift\n  - the-late-shift\n  - the-early-shift\n\npairs:"
    path = folder / COURSE
    path.write_text(path.read_text(encoding="utf-8").replace("pairs:", order, 1), encoding="utf-8")
    before = path.read_bytes()
    (problem,) = said(folder, COURSE, f"  - {lost}\n", f"  {lost}\n")
    assert problem.code == "list-dash"
    assert [problem] == at_once([problem])
    assert problem.meant is not None
    assert mended(path.read_bytes(), problem.meant.edits) == before


def test_nothing_is_said_that_may_follow_from_a_slip_in_the_courses_own_file(folder: Path) -> None:
    """Without its limits, every calendar would be told to be without any."""
    (folder / "week.yaml").write_text(WEEK, encoding="utf-8")
    assert not [each for each in check(folder).problems if each.level == "error"]
    path = folder / COURSE
    path.write_text(path.read_text(encoding="utf-8").replace("\nlimits:\n", "\n", 1), encoding="utf-8")
    (problem,) = check(folder).problems
    assert "limits:" in problem.mend
