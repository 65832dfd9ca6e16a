"""A whole line that was deleted, wherever it stood: one cause, in plain words, and no mend that could do harm."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from course.authoring.fix import at_once, mended
from course.authoring.new.writing import new_course
from course.reading.courses import read_course
from course.reading.problems.codes import Level
from course.reading.problems.problem import Problem
from tests.folders import COURSES
from tests.slips.trial import Reader, originals

MARKET = next(each for each in originals() if each.folder == COURSES / "market")
"""Every exercise, and every sort of group that there is under a name."""
TWO = ("follows: ask", "ending: assertive")
"""What two things are said of: that no draft is a do any more; that a flip has lost its ending."""


def without(text: str, number: int) -> str:
    """The text without the line of that number."""
    lines = text.split("\n")
    return "\n".join([*lines[: number - 1], *lines[number:]])


LINES = [number for number, line in enumerate(MARKET.text.split("\n"), 1) if line.strip()][::3]
"""Every third; `python -m tests.slips --record` tries every kind of slip in every file."""


@cache
def reader() -> Reader:
    """One for all, which knows the course."""
    return Reader(MARKET)


@pytest.mark.parametrize("number", LINES)
def test_wherever_it_stood_one_thing_is_said_and_nothing_is_made_worse(number: int) -> None:
    text = without(MARKET.text, number)
    lost = MARKET.text.split("\n")[number - 1].strip()
    _, problems = reader().read(text.encode())
    errors = [each for each in problems if each.level is Level.ERROR]
    assert len(errors) <= 1 + lost.startswith(TWO), [each.message for each in errors]
    fixed = reader().fixed(text.encode()).decode()
    assert re.sub(r"[\s-]", "", fixed) == re.sub(r"[\s-]", "", text), "no word is lost, and none is added"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return new_course("shop")[0].parent


SCENARIO, COURSE = "the-friday-shift.yaml", "course.yaml"
LOST = {
    "the name of a group": (COURSE, "line:", "Put a line with line: above it, beginning in column 1."),
    "the name of records": (COURSE, "    rules:", "Put a line with rules: above it, beginning in column 5."),
    "the name of the scenes": (SCENARIO, "scenes:", "Put a line with scenes: above it, beginning in column 1."),
    "the name of a list": (SCENARIO, "    choices:", "Put a line with choices: above it, beginning in column 5."),
    "the name of a text": (SCENARIO, "    text: |", "Put a line with text: and a | above it, beginning in column 5."),
    "the id of the first scene": (SCENARIO, "  coffee:", "the id of a scene, whose fields begin here."),
    "the id of a scene": (SCENARIO, "  evening:", "perhaps evening:, which is asked for."),
    "the id of a pair": (COURSE, "  asking:", "the id of a pair, whose fields begin here."),
    "the id of a rule": (COURSE, "      say-it:", "perhaps say-it:, which is asked for."),
    "the first line of an item": (SCENARIO, "      - say: Put the", "- say: and what belongs there, the dash"),
    "the first line of the first item": (SCENARIO, "      - say: '\"My s", "An item of the list seems to begin"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "line", "said"), LOST.values(), ids=LOST)
def test_what_is_lost_is_named(file: str, line: str, said: str, course: Path) -> None:
    text = (course / file).read_text(encoding="utf-8")
    number = next(number for number, each in enumerate(text.split("\n"), 1) if each.startswith(line))
    (course / file).write_text(without(text, number), encoding="utf-8")
    (problem,) = errors(course)
    assert said in f"{problem.message} {problem.mend}"
    assert problem.place.file == file
    assert problem.place.line in range(number - 1, number + 3)  # a comment may stand between
    assert problem.meant is None, "only the author knows what stood there"


def errors(course: Path) -> list[Problem]:
    return [each for each in read_course(course).problems if each.level is Level.ERROR]


BRANCHES = "next:\n          - when: {broke: say-it}\n            next: evening\n          - next: evening\n"
HALF = BRANCHES.replace("when: {broke: say-it}\n            next: evening", "")
LEFT_EMPTY = {
    "the scenes": (SCENARIO, r"(?<=^scenes:\n)[\s\S]*", "", "scenes: is empty; it wants each scene under an id."),
    "a scene": (SCENARIO, r"(?<=^  taxi:\n)[\s\S]*", "", "taxi: is empty; it wants the fields of a scene."),
    "the choices": (SCENARIO, r"(?<=^    choices:\n)[\s\S]*?(?=^  evening)", "", "choices: is empty; it wants a list"),
    "a choice": (SCENARIO, r"say: Tell her about(.*\n){5}", "\n", "This choice is empty; it wants named fields."),
    "its text": (SCENARIO, r"(?<=say:) Tell her about.*", "", "say: is empty."),
    "the way on": (SCENARIO, r"(?<=next:) evening$", "", "next: is empty."),
    "a branch": (SCENARIO, r"next: evening\n", HALF, "This branch is empty"),
    "a condition": (SCENARIO, r"next: evening\n", BRANCHES.replace("{broke: say-it}", ""), "when: is empty"),
    "the pairs": (COURSE, r"(?<=^pairs:\n)[\s\S]*?(?=^line:)", "", "pairs: is empty; it wants each pair"),
    "the rules": (COURSE, r"(?<=^    rules:\n)[\s\S]*?(?=^line:)", "", "rules: is empty; it wants each rule"),
    "a rule": (COURSE, r"(?<=^      room-for-no:\n)[\s\S]*?(?=^      once)", "", "room-for-no: is empty"),
    "the line": (COURSE, r"(?<=^line:\n)[\s\S]*?(?=^\n)", "", "line: is empty; it wants the fields of a line."),
}  # fmt: skip
"""What a line that was deleted leaves with nothing under it: a file, what is taken out, and what stands there then."""


@pytest.mark.parametrize(("file", "taken", "instead", "said"), LEFT_EMPTY.values(), ids=LEFT_EMPTY)
def test_what_is_left_empty_is_said_alone(file: str, taken: str, instead: str, said: str, course: Path) -> None:
    text = (course / file).read_text(encoding="utf-8")
    text, times = re.subn(taken, instead, text, count=1, flags=re.MULTILINE)
    assert times == 1
    (course / file).write_text(text, encoding="utf-8")
    (problem,) = errors(course)
    assert problem.code == "empty"
    assert said in problem.message
    sure = at_once(read_course(course).problems)
    assert mended(text.encode(), (edit for each in sure if each.meant for edit in each.meant.edits)) == text.encode()


ARRIVES = """    arrives:
      email:
        from: Ines
        text: Which Friday?
        know: Ines asks which Friday.
"""


def test_the_medium_of_what_arrives(course: Path) -> None:
    text = (course / SCENARIO).read_text(encoding="utf-8")
    text = text.replace("    text: |\n", f"{ARRIVES}    text: |\n", 1)
    (course / SCENARIO).write_text(text, encoding="utf-8")
    assert not errors(course)
    (course / SCENARIO).write_text(text.replace("      email:\n", ""), encoding="utf-8")
    (problem,) = errors(course)
    assert problem.message.startswith("A line seems to be lost above this one")
    assert "email:, voicemail:" in problem.mend
    assert problem.mend.endswith("above it, beginning in column 7.")
    (course / SCENARIO).write_text(text.replace("        know: Ines", "      know: Ines"), encoding="utf-8")
    (problem,) = errors(course)
    assert problem.message.startswith("know: belongs to the message above it")
