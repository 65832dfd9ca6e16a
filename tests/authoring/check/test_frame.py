"""What does not fit between a course and its scenarios: the first cause, alone, in the course's own ids."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.authoring.check import frame
from course.authoring.check.run import check
from course.model import Source
from course.model.record import replace
from course.reading.courses import read_course
from course.reading.problems.codes import GROUPS, Level
from course.reading.problems.problem import Problem
from tests.builders import tiny_course
from tests.folders import COURSES


def slipped(folder: Path, file: str, pattern: str, instead: str, count: int = 1) -> list[Problem]:
    """What is found in the course of the counter after a slip in one of its files, hints left aside."""
    shutil.copytree(COURSES / "counter", folder / "counter")
    path = folder / "counter" / file
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, instead, before, count=count, flags=re.MULTILINE)
    assert after != before
    path.write_text(after, encoding="utf-8")
    return [each for each in check(folder / "counter").problems if each.level is not Level.INFO]


SLIPS = {
    "a way's kind": ("declined-loan.yaml", r"kind: receipt", "kind: reciept", "due-unmet", "Write receipt here,"),
    "a due kind": ("course.yaml", r"kind: receipt", "kind: reciept", "due-unmet", "or receipt under due:."),
    "no kind": ("declined-loan.yaml", r"^ +kind: receipt\n", "", "due-unmet", "Give one of its ways kind: receipt,"),
    "scored left out": ("before-you-say-it.yaml", r"^scored: off\n", "", "missing", "Write scored: off"),
    "no line": ("course.yaml", r"^line:\n(  .*\n)+", "", "missing", "Write line:"),
    "the warm-up in the list": ("course.yaml", r"s: \[", "s: [first-round, ", "not-apart", "Take first-round out"),
    "the companion in the list": ("course.yaml", r"s: \[", "s: [before-you-say-it, ", "not-apart", "Take before-"),
    "the after-check in the first round": (
        "course.yaml",
        r"^scenarios:",
        "first-round: [first-round, second-round]\nscenarios:",
        "not-apart",
        "Take second-round out of first-round:",
    ),
    "warm-up and after-check": (
        "course.yaml",
        r"second-round",
        "first-round",
        "not-apart",
        "Write another for the after-check",
    ),
    "all is well, and a rule broken": (
        "before-you-say-it.yaml",
        r"because: It is theirs to say.*\n +next: too-much",
        "because: It is theirs to say.\n        next: go",
        "clears-a-dont",
        "an ending on one of the outer sides",
    ),
    "somebody else's name": ("course.yaml", "nobody is glad", "Gerald is not glad", "stranger", "whoever is on"),
    "no rule": ("wrong-fee.yaml", r"^ +follows: .*\n", "", "missing", "Add follows: or breaks: with the id of a rule"),
}


@pytest.mark.parametrize(("file", "pattern", "instead", "code", "mend"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_problem_whose_mend_is_its_cause(
    file: str, pattern: str, instead: str, code: str, mend: str, tmp_path: Path
) -> None:
    (problem,) = slipped(tmp_path, file, pattern, instead)
    assert problem.code == code
    assert mend in problem.mend


def named(problem: Problem) -> Iterator[str]:
    """The ids of rules that a problem's advice names."""
    yield from filter(None, [problem.meant.word if problem.meant else ""])
    for names in re.findall(r"(?:id of a rule: |The rules are )([a-z0-9, -]+)\.", f"{problem.mend}"):
        yield from re.split(r", | or | and ", names)


@pytest.mark.parametrize("name", ["bakery", "counter", "market"])
def test_no_advice_names_a_rule_that_the_course_does_not_have(name: str, tmp_path: Path) -> None:
    """Every line with a rule is taken out, and then given a rule that is nowhere, in every file at once."""
    for number, (line, instead) in enumerate(
        {r"^ +(follows|breaks): .*\n": "", r"(?<=follows: )\S+$": "zebra"}.items()
    ):
        folder = shutil.copytree(COURSES / name, tmp_path / str(number))
        course = read_course(folder).course
        assert course is not None
        for file in (each for each in folder.rglob("*.yaml") if each.name != "course.yaml"):
            before = file.read_text(encoding="utf-8")
            file.write_text(re.sub(line, instead, before, flags=re.MULTILINE), encoding="utf-8")
        found = {each for problem in check(folder).problems for each in named(problem)}
        assert found
        assert found <= set(course.all_rules())


MARKS = {
    "**bold**": "Write *bold*",
    "__bold__": "Write *bold*",
    "a [letter](https://example.org/a)": "nothing can be clicked",
    "<b>bold</b>": "Take the signs out",
    "one<br/>two": "Take the signs out",
    '<a href="x">there</a>': "Take the signs out",
    "He runs till it's dark.[BA1]": "Take it out",
    "He runs till it is dark [BA12] and on.": "Take it out",
    "He runs.[a] And on.": "Take it out",
}
ORDINARY = [
    *("*one* word and *two words*", "5 ** 2 and 2**3", "a * b * c", "*****", "pin: ****", "** and **"),
    *("a < b > c", "<3", "<Dana>", "Marks & Spencer; R&D;", "AT&T; x", "see [1] (or 2)", "the letter[s] in [B1]"),
    *("____ is missing", "my__file__name", "a_b_c"),
]


@pytest.mark.parametrize(("text", "mend"), MARKS.items(), ids=MARKS)
def test_signs_of_markdown_and_html_are_named_once(text: str, mend: str, tmp_path: Path) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    (problem,) = slipped(tmp_path, "wrong-fee.yaml", r"^summary: .*", f"summary: {quoted}".replace("\\", "\\\\"))
    assert problem.code == "markup"
    assert mend in problem.mend


@pytest.mark.parametrize("text", ORDINARY)
def test_what_only_looks_like_such_signs_is_left_alone(text: str, tmp_path: Path) -> None:
    assert slipped(tmp_path, "wrong-fee.yaml", r"^summary: .*", f"summary: '{text}'") == []


def test_a_comment_may_hold_them_and_a_course_may_switch_it_off(tmp_path: Path) -> None:
    assert slipped(tmp_path, "wrong-fee.yaml", r"^(summary: .*)", r"# <b>**so**</b> &amp;\n\1") == []
    shutil.rmtree(tmp_path / "counter")
    levels = r"\1\nchecks: {markup: off}\nabout: It is **bold** here.\n"
    assert slipped(tmp_path, "course.yaml", r"^(title: .*)\nabout: \|\n(  .*\n)+", levels) == []


@pytest.mark.parametrize(("field", "most"), [("title", 200), ("summary", 200), ("with", 200), ("because", 10_000)])
@pytest.mark.parametrize("many", [1, 2_000])
def test_a_text_that_nobody_could_mean_is_said_once(field: str, most: int, many: int, tmp_path: Path) -> None:
    """One letter too many, and thousands of lines that a quote took in."""
    text = "x" * (most + 1) if many == 1 else "So it went on.\\n" * many
    (problem,) = slipped(
        tmp_path, "wrong-fee.yaml", rf"^( *){field}: .*", rf'\1{field}: "{text}"'.replace("\\n", "\\\\n")
    )
    assert problem.code == "too-large"
    assert f"{field}: is " in problem.message


GUESSED = """\
title: A round
start: round
scenes:
  round:
    text: The queue is short, and two slips of paper lie before you.
    sort:
      statements:
        - {say: Say back what she said., follows: hear, because: Then she knows that it has arrived.}
        - {say: Reach for the form., breaks: hear, because: She has hardly begun.}
      next: done
  done: {ending: clear, text: It is nine.}
"""


@pytest.mark.parametrize("field", ["", "warm-up", "after-check"])
def test_nobody_asks_whether_a_guesser_passes_what_counts_for_nothing(field: str, tmp_path: Path) -> None:
    folder = shutil.copytree(COURSES / "counter", tmp_path / "counter")
    (folder / "a-round.yaml").write_text(GUESSED, encoding="utf-8")
    if field:
        course = (folder / "course.yaml").read_text(encoding="utf-8")
        course = re.sub(rf"^{field}: .*", f"{field}: a-round", course, flags=re.MULTILINE)
        (folder / "course.yaml").write_text(course, encoding="utf-8")
    found = {problem.code for problem in check(folder).problems if problem.place.file == "a-round.yaml"}
    assert found & {code.id for code in GROUPS["The odds"]} == (set() if field else {"guesser-passes", "few-decisions"})


@pytest.mark.parametrize("line", ["better: Ring her first.", "wait: 3"])
def test_what_only_a_companion_shows_is_out_of_place_elsewhere(line: str, tmp_path: Path) -> None:
    (problem,) = slipped(tmp_path, "wrong-fee.yaml", r"^( +)(ending: clear\n)", rf"\1{line}\n\1\2")
    assert problem.code == "out-of-place"
    assert "scored: off" in problem.mend


def test_a_source_that_no_rule_rests_on() -> None:
    sources = (Source("article", "The article"), Source("course", "The course"))
    first, *others = tiny_course().rules
    course = replace(tiny_course(), sources=sources, rules=(replace(first, source="article"), *others))
    (found,) = (each for each in frame.find(course, []) if each.code == "unused-source")
    assert found.at.way == ("sources", "course")
