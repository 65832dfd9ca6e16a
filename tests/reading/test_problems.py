"""One wrong line at a time in a sound scenario: which problem is found, where, and what was meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.model.kinds.choices import Choices
from course.reading.courses import read_course
from course.reading.problems.codes import CODES
from course.reading.problems.problem import Problem
from course.reading.problems.showing import show
from tests.folders import BAKERY

SCENARIO = """\
title: The key
pair: right
start: door
scenes:
  door:
    text: Your cousin has a key.
    choices:
      - say: Ask your cousin to look.
        breaks: met
        because: Now it is the cousin's secret.
        next: end
      - say: Leave the key where it is.
        follows: met
        because: Nobody opened it for you.
        next: end
  end:
    ending: assertive
    text: The bread is good either way.
"""


def problems_in(scenario: str | bytes, folder: Path) -> list[Problem]:
    """What is wrong with the bakery when it has this scenario too."""
    course = folder / "course"
    shutil.copytree(BAKERY, course)
    data = scenario.encode() if isinstance(scenario, str) else scenario
    (course / "key.yaml").write_bytes(data)
    return [problem for problem in read_course(course).problems if problem.place.file == "key.yaml"]


def changed(line: int, text: str) -> str:
    """The sound scenario with one line replaced; lines are counted from 1."""
    lines = SCENARIO.splitlines()
    lines[line - 1] = text
    return "\n".join(lines) + "\n"


def test_a_misspelt_name_is_one_problem_and_nothing_is_missing_too(tmp_path: Path) -> None:
    (problem,) = problems_in(changed(10, "        becuase: Now it is the cousin's secret."), tmp_path)
    assert problem.code == "unknown-key"
    assert problem.meant is not None
    assert problem.meant.word == "because"


def test_the_scenario_itself_is_sound(tmp_path: Path) -> None:
    assert problems_in(SCENARIO, tmp_path) == []


@pytest.mark.parametrize(
    ("line", "text", "code", "column", "meant"),
    [
        (6, "    text: Your cousin has this: a key.", "needs-quotes", 31, '"Your cousin has this: a key."'),
        (6, "    text: !Your cousin has a key.", "needs-quotes", 11, '"!Your cousin has a key."'),
        (6, '    text: "Your" cousin has a key.', "needs-quotes", 16, "'\"Your\" cousin has a key.'"),
        (6, "    text: 'Your cousin's key.'", "needs-quotes", 23, '"Your cousin\'s key."'),
        (6, "    text: [sigh] Your cousin has a key.", "needs-quotes", 11, '"[sigh] Your cousin has a key."'),
        (6, "    text: Your cousin has key #3 of four.", "lost-text", 31, '"Your cousin has key #3 of four."'),
        (6, "    text:Your cousin has a key.", "needs-space", 9, "text: Your cousin has a key."),
        (2, "pair: rihgt", "unknown-pair", 7, "right"),
        (3, "start: dor", "unknown-scene", 8, "door"),
        (9, "        braeks: met", "unknown-key", 9, "breaks"),
        (9, "        breaks: mett", "unknown-rule", 17, "met"),
        (11, "        next: ennd", "unknown-scene", 15, "end"),
        (17, "    ending: assertif", "bad-value", 13, "assertive"),
        (2, "id: The key", "bad-id", 5, ""),
        (1, "title:", "empty", 7, ""),
        (6, "    text: &a Your", "needs-quotes", 11, '"&a Your"'),
        (10, "        because: [one, two]", "wrong-kind", 18, ""),
    ],
)
def test_one_slip_one_problem_at_its_place(
    line: int, text: str, code: str, column: int, meant: str, tmp_path: Path
) -> None:
    found = problems_in(changed(line, text), tmp_path)
    (problem,) = [each for each in found if each.code == code]
    assert (problem.place.line, problem.place.column) == (line, column)
    assert meant in (problem.meant.text if problem.meant else "")
    assert problem.mend
    assert text.strip() in show(problem)


def test_two_equal_names_are_shown_with_both_their_places(tmp_path: Path) -> None:
    (problem,) = problems_in(SCENARIO.replace("pair: right\n", "pair: right\ntitle: Again\n"), tmp_path)
    assert problem.code == "duplicate-key"
    assert problem.place.line == 3
    assert [place.line for place in problem.also] == [1]


def test_all_slips_of_a_file_are_found_at_once(tmp_path: Path) -> None:
    scenario = (
        changed(6, "    text: Oh: a key").replace("next: end", "next: ennd").replace("follows: met", "folows: met")
    )
    codes = {problem.code for problem in problems_in(scenario, tmp_path)}
    assert {"needs-quotes", "unknown-key"} <= codes


def test_what_is_no_and_1230_to_yaml_stays_a_text(tmp_path: Path) -> None:
    scenario = changed(1, "title: no").replace("Your cousin has a key.", "12:30").replace("bread is", "2024-02-30 is")
    assert problems_in(scenario, tmp_path) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "cp1252"])
def test_another_encoding_is_named_and_read_all_the_same(encoding: str, tmp_path: Path) -> None:
    found = problems_in(changed(1, "title: Café").encode(encoding), tmp_path)
    assert [problem.code for problem in found] == ["encoding"]


def test_windows_line_ends_and_a_byte_order_mark_are_nobodys_business(tmp_path: Path) -> None:
    assert problems_in(b"\xef\xbb\xbf" + SCENARIO.replace("\n", "\r\n").encode(), tmp_path) == []


def test_every_problem_has_a_code_in_the_registry(tmp_path: Path) -> None:
    for problem in problems_in("a: *b\n- c\n\td: !e", tmp_path):
        assert problem.code in CODES


def test_what_other_scripts_need_is_no_problem_and_no_text_reaches_into_the_next(tmp_path: Path) -> None:
    scenario = changed(1, "title: נ\u200f \u2068a\u2069").replace("Your cousin", "\u2067Your cousin")
    scenario = scenario.replace("Nobody opened", '"Nobody\u2069\\u2067 opened').replace("it for you.", 'it for you."')
    assert problems_in(scenario, tmp_path) == []
    found = next(each for each in read_course(tmp_path / "course").scenarios if each.head.id == "key")
    assert found.head.title == "נ\u200f \u2068a\u2069"
    body = found.scenes["door"].body
    assert found.scenes["door"].text == "\u2067Your cousin has a key.\u2069"
    assert isinstance(body, Choices)
    assert [each.because for each in body.options][1] == "Nobody\u2067 opened it for you.\u2069"
