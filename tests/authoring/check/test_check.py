"""A course checked from its files: levels, lines, and what of it fails."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from course.authoring.check.run import check
from course.reading.problems.codes import Level
from tests.cli.conftest import BAKERY, run


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    """A copy of the fixture course, to be changed."""
    return shutil.copytree(BAKERY, tmp_path / "bakery")


def append_checks(course: Path, levels: str) -> None:
    """Give checks other levels in course.yaml."""
    file = course / "course.yaml"
    file.write_text(file.read_text() + f"\nchecks:\n{levels}")


def island(course: Path) -> None:
    """A scene that nothing leads to."""
    file = course / "thanks" / "thank-you.yaml"
    file.write_text(file.read_text().rstrip("\n") + "\n  island:\n    ending: quiet\n    text: Nobody comes here.\n")


def test_a_finding_has_its_place_its_line_and_its_level(bakery: Path) -> None:
    island(bakery)
    (found,) = [each for each in check(bakery).problems if each.code == "unreachable-scene"]
    assert found.place.file == "thanks/thank-you.yaml"
    assert found.source_line == "  island:"
    assert found.place.column == 3
    assert found.level is Level.WARN


@pytest.mark.parametrize(
    ("level", "fails", "strictly"), [("error", True, True), ("warn", False, True), ("info", False, False)]
)
def test_a_course_gives_a_check_another_level(bakery: Path, level: str, fails: bool, strictly: bool) -> None:
    island(bakery)
    quiet = {each.code for each in check(bakery).problems} - {"unreachable-scene"}
    append_checks(bakery, "".join(f"  {code}: off\n" for code in sorted(quiet)) + f"  unreachable-scene: {level}\n")
    checked = check(bakery)
    assert [each.level for each in checked.problems] == [Level(level)]
    assert (checked.fails(strict=False), checked.fails(strict=True)) == (fails, strictly)


def test_a_check_that_is_off_says_nothing(bakery: Path) -> None:
    island(bakery)
    append_checks(bakery, "  unreachable-scene: off\n")
    assert "unreachable-scene" not in {each.code for each in check(bakery).problems}


def test_a_broken_scenario_does_not_stop_the_checks_of_the_others(bakery: Path) -> None:
    island(bakery)
    for file in bakery.rglob("back-door.yaml"):
        file.write_text("title: Broken\n")
    found = {each.code for each in check(bakery).problems}
    assert {"missing", "unreachable-scene"} <= found
    assert not {"rule-never-followed", "rule-never-broken"} & found, "who knows what the broken one practices"


@pytest.mark.parametrize(("language", "asked"), [("en", True), ("en-GB", True), ("de", False), ("zh-Hant", False)])
def test_what_looks_for_english_words_is_asked_of_english_courses_alone(
    bakery: Path, language: str, asked: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    file = bakery / "course.yaml"
    file.write_text(file.read_text() + f"\nlanguage: {language}\n")
    for each in bakery.rglob("thank-you.yaml"):
        each.write_text(re.sub(r"say: .*", "say: All of the above.", each.read_text(), count=1))
    checked = check(bakery)
    assert ("all-of-the-above" in {each.code for each in checked.problems}) == asked
    assert ("hard-to-read" in checked.unchecked) == (not asked)
    run("check", str(bakery))
    assert (f"Not checked, since the course is not in English but in {language}: " in capsys.readouterr().out) != asked
