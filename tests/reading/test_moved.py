"""Lines that were moved together have one cause, in one message, and one mend that puts all of them back."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.courses import read_scenario
from tests.shipped import COURSE, FOLDER

FILE = FOLDER / "classy" / "missed-date.yaml"


@pytest.mark.parametrize("by", [-6, -4, -2, -1, 1, 2, 4])
@pytest.mark.parametrize("without_dash", [False, True])
def test_a_choice_that_was_moved_is_moved_back_as_a_whole(by: int, *, without_dash: bool, tmp_path: Path) -> None:
    lines = FILE.read_text(encoding="utf-8").split("\n")
    begin = lines.index("      - id: b")
    end = lines.index("      - id: c")
    first = begin + without_dash
    block = [" " * by + each if by > 0 else each[-by:] for each in lines[first:end]]
    (tmp_path / FILE.name).write_text("\n".join([*lines[:first], *block, *lines[end:]]), encoding="utf-8")
    (problem,) = read_scenario(tmp_path, COURSE, FILE.name)[1]
    assert problem.message.startswith(f"Lines {first + 1} to {end} stand {abs(by)} column")
    assert problem.meant is not None
    assert not problem.meant.ask
    assert [edit.new for edit in problem.meant.edits] == lines[first:end]


@pytest.mark.parametrize("file", ["parking-lot.yaml", "no-answer.yaml"])
@pytest.mark.parametrize("by", [1, 2, 3])
def test_a_name_that_fits_in_two_places_is_asked_about(file: str, by: int, tmp_path: Path) -> None:
    """A know: between the message above it and the scene would be known on other paths if it went to the wrong one."""
    (path,) = FOLDER.rglob(file)
    lines = path.read_text(encoding="utf-8").split("\n")
    at = lines.index("        know:")
    slipped = [*lines[:at], lines[at][by:], *lines[at + 1 :]]
    (tmp_path / file).write_text("\n".join(slipped), encoding="utf-8")
    (problem,) = read_scenario(tmp_path, COURSE, file)[1]
    assert problem.message == f"This line begins in column {9 - by}; it seems to belong in column 9 or in column 5."
    assert "in column 9 if it is a part of email: in line" in problem.mend
    assert problem.meant is not None
    assert problem.meant.ask
    assert [edit.new for edit in problem.meant.edits] == [lines[at]]
