"""The five-minute scenarios in the README and in the authors' guide check clean and play."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from course.authoring.check.run import check
from course.reading.courses import read_course
from course.reading.find import find_course
from tests.folders import ROOT


@pytest.mark.parametrize("page", ["README.md", "content/README.md"])
def test_the_scenario_to_copy_is_sound(page: str, tmp_path: Path) -> None:
    course = tmp_path / "course"
    shutil.copytree(find_course(None), course)
    scenario = re.search(r"^```yaml\n(.*?)^```$", (ROOT / page).read_text(), re.MULTILINE | re.DOTALL)
    assert scenario is not None
    (course / "the-thank-you.yaml").write_text(scenario[1])
    reading = read_course(course)
    assert reading.problems == ()
    checked = check(course)
    assert not checked.fails(strict=True), checked.problems
    assert "the-thank-you" in [scenario.head.id for scenario in reading.scenarios]


def test_the_problem_the_readme_shows_is_the_one_you_get(tmp_path: Path) -> None:
    from course.reading.showing import show

    readme = (ROOT / "README.md").read_text()
    course = tmp_path / "course"
    shutil.copytree(find_course(None), course)
    scenario = re.search(r"^```yaml\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert scenario is not None
    spoiled = scenario[1].replace(
        "Marta reads it at five the next morning, between two ovens, and smiles.",
        "She smiles: five in the morning, and already a letter.",
    )
    (course / "the-thank-you.yaml").write_text(spoiled)
    (problem,) = read_course(course).problems
    assert show(problem) in readme


def test_the_shipped_course_has_no_problems() -> None:
    reading = read_course(find_course(None))
    assert reading.problems == ()
    assert len(reading.scenarios) >= 14
