"""A whole file that a mail program has wrapped is said to be one, once, and reads as before when that is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.authoring.fix import mended
from course.reading.courses import read_scenario
from course.reading.problems.problem import Problem
from tests.shipped import COURSE, FOLDER
from tests.slips.programs import wrapped_all

SCENARIOS = sorted(each for each in FOLDER.rglob("*.yaml") if "\nscenes:\n" in each.read_text(encoding="utf-8"))


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    (folder / "story.yaml").write_text(text, encoding="utf-8")
    return tuple(each for each in read_scenario(folder, COURSE, "story.yaml")[1] if each.level == "error")


@pytest.mark.parametrize("width", [72, 76])
@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_wrapped_file_is_said_once_and_mended_to_the_letter(path: Path, width: int, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    wrapped = wrapped_all(text, width)
    (problem,) = problems(tmp_path, wrapped)
    assert "A mail program seems to have wrapped this file" in problem.message
    assert problem.meant is not None
    assert problem.meant.ask
    assert mended(wrapped.encode(), problem.meant.edits) == text.encode()


def test_what_else_is_wrong_in_it_is_said_too_and_mended_afterward(tmp_path: Path) -> None:
    text = SCENARIOS[-2].read_text(encoding="utf-8").replace("\nstart: ", "\nstrat: ", 1)
    wrapped = wrapped_all(text, 72)
    first, *others = problems(tmp_path, wrapped)
    if first.code == "unknown-key":
        first, others = others[0], [first, *others[1:]]
    assert "wrapped this file" in first.message
    assert [(each.code, each.meant) for each in others] == [("unknown-key", None)]
    assert first.meant is not None
    assert mended(wrapped.encode(), first.meant.edits) == text.encode()
    (left,) = problems(tmp_path, text)
    assert left.meant is not None


def test_two_lines_may_have_been_wrapped_by_hand(tmp_path: Path) -> None:
    text = SCENARIOS[-2].read_text(encoding="utf-8")
    long = [number for number, line in enumerate(text.split("\n")) if len(line) > 76][:2]
    lines = [wrapped_all(line, 72) if at in long else line for at, line in enumerate(text.split("\n"))]
    assert not any("wrapped this file" in each.message for each in problems(tmp_path, "\n".join(lines)))
