"""A name that means nothing where it stands is told where it belongs; and no line is blamed for another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.authoring.new.texts import kinds
from course.authoring.new.writing import new_course, new_scenario
from course.reading.courses import Reading, read_course
from course.reading.filling.belonging import elsewhere
from course.reading.format.tables import TABLES


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new course with a scenario for each exercise."""
    monkeypatch.chdir(tmp_path)
    folder = new_course("shop")[0].parent
    for kind in kinds():
        new_scenario(folder, f"With {kind}", kind=kind)
    return folder


def errors(reading: Reading) -> list[str]:
    """What is said, as messages with their mends."""
    return [f"{each.message} {each.mend}" for each in reading.problems if each.level == "error"]


def changed(course: Path, file: str, pattern: str, new: str) -> Reading:
    """The course with a file in which something stands otherwise."""
    path = course / file
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    return read_course(course)


@pytest.mark.parametrize("kind", kinds())
def test_the_way_on_of_an_exercise_that_stands_a_level_too_far_left_is_told_to_move(kind: str, course: Path) -> None:
    (said,) = errors(changed(course, f"with-{kind}.yaml", r"^      next: (third)$", r"    next: \1"))
    assert "next: belongs to the" in said
    assert "too far left" in said
    assert "is missing" not in said


def test_rules_beside_their_pair_are_told_to_move(course: Path) -> None:
    (said,) = errors(changed(course, "course.yaml", "^    rules:", "  rules:"))
    assert "rules: belongs to the pair above it" in said


def test_rules_at_the_margin_may_be_those_of_the_pair_above(course: Path) -> None:
    file = course / "course.yaml"
    before, rules, after = re.split(r"(^    rules:[\s\S]*?)(?=^# The three)", file.read_text(), flags=re.MULTILINE)
    file.write_text(before + re.sub("^    ", "", rules, flags=re.MULTILINE) + after)
    (said,) = errors(read_course(course))
    assert "rules: is missing in the pair asking." in said
    assert "If rules: in line" in said


_RULES = r"^    rules:[\s\S]*?(?=^# The three)"
CAUSES = {
    "a misspelt scenes:": ("the-friday-shift.yaml", "^scenes:", "SCENES:"),
    "no scenes:": ("the-friday-shift.yaml", r"^scenes:[\s\S]*", ""),
    "a scene without fields": (
        "the-friday-shift.yaml",
        r"^  a-yes:[\s\S]*?(?=^  taxi:)",
        "  a-yes: |\n    It was a yes.\n",
    ),
    "a misspelt pairs:": ("course.yaml", "^pairs:", "Pairs:"),
    "a misspelt rules:": ("course.yaml", "^    rules:", "    Rules:"),
    "rules as a list": (
        "course.yaml",
        r"^    rules:[\s\S]*?(?=^# The three)",
        "    rules:\n      - say-it\n      - once\n",
    ),
    "rules as a text": ("course.yaml", _RULES, "    rules: say-it and once\n"),
    "a rule as a text": ("course.yaml", r"^      once:[\s\S]*?(?=^# The three)", "      once: Ask one time.\n"),
}
"""Lines that take what they hold away from the whole course, as a file, what stands there, and what instead."""


@pytest.mark.parametrize("cause", CAUSES)
def test_the_cause_is_said_and_nothing_that_refers_to_what_it_lost(cause: str, course: Path) -> None:
    assert errors(read_course(course)) == []
    said = errors(changed(course, *CAUSES[cause]))
    assert len(said) == 1, said


def test_a_name_from_elsewhere_is_told_where_it_belongs() -> None:
    assert elsewhere("limits", "scenario", TABLES) == "limits: belongs in course.yaml."
    assert "file of a scenario" in elsewhere("start", "course", TABLES)
    names = {name: [each for each in TABLES if name in each.by_name] for table in TABLES for name in table.by_name}
    for name, having in names.items():
        said = elsewhere(name, "nothing", TABLES)
        assert bool(said) == (len(having) <= 5)
        assert not said or said.startswith(name)
        assert not said or "course.yaml" in said or all(each.name in said for each in having)
    assert elsewhere("nonsense", "scene", TABLES) == ""


def test_a_word_of_another_record_is_not_taken_for_a_slip(course: Path) -> None:
    (said,) = errors(changed(course, "the-friday-shift.yaml", r"^    choices:", "    say: Hello.\n    choices:"))
    assert "say: is a field of" in said
    assert "a choice" in said
    assert "day?" not in said
    said = errors(changed(course, "with-sort.yaml", r"\Z", "limits:\n  most: 2\n"))[-1]
    assert "limits: belongs in course.yaml" in said


@pytest.mark.parametrize("when", ["when:\n            brok: once", "when: often", "when: [once]"])
def test_of_a_branch_whose_condition_cannot_be_read_no_more_is_said(when: str, course: Path) -> None:
    way = f"      next:\n        - {when}\n          next: third\n        - next: third"
    (said,) = errors(changed(course, "with-message.yaml", "^      next: third$", way))
    assert "has no condition" not in said


def test_a_condition_that_holds_nothing_is_called_that(course: Path) -> None:
    way = "      next:\n        - when: {}\n          next: third\n        - next: third"
    (said,) = errors(changed(course, "with-message.yaml", "^      next: third$", way))
    assert "when: holds no condition" in said
