"""A line that a mail program has wrapped into the first column is put back into its text, whatever word it begins with:
words such as to, from, when and with are the names of fields, too."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from course.reading.courses import read_scenario
from course.reading.format.tables import NAMES
from course.reading.problems.problem import Problem
from tests.reading.test_what_was_meant import written
from tests.shipped import COURSE, FOLDER

FILES = {each.name: each for each in FOLDER.rglob("*.yaml")}
PLAIN = re.compile(r" +(?:- )?(?:say|happens|because|text|else): (?P<value>[^\"'|>{\[ ].*)")
"""A text without quotes on the line of its name."""

RESTS = (
    *("to the hour.", "from the first line on.", "next day.", "when.", "when it is due and to whom.", "with care."),
    *("text, not talk.", "day by day.", "you see.", "no more.", "by then."),
)
"""Ends of a sentence; most begin with the name of a field."""


def said(folder: Path, file: str, text: str) -> list[Problem]:
    (folder / file).write_text(text, encoding="utf-8")
    return [each for each in read_scenario(folder, COURSE, file)[1] if each.level == "error"]


def broken(file: str, before: str, column: int = 0) -> tuple[str, str]:
    """The scenario, and the same with a line broken before these words, which go on in that column, from 0."""
    text = FILES[file].read_text(encoding="utf-8")
    assert f" {before}" in text
    return text, text.replace(f" {before}", f"\n{' ' * column}{before}", 1)


def one_sentence_again(folder: Path, file: str, was: str, wrapped: str) -> None:
    """Look whether the wrap is all that is said, and whether its mend, which is asked for, gives the text back."""
    (problem,) = said(folder, file, wrapped)
    assert problem.code == "needs-indent"
    assert "is not indented as part of the text above it" in problem.message
    assert problem.meant is not None
    assert problem.meant.ask
    after = written(wrapped, [problem])
    assert after.split() == was.split()
    assert not said(folder, file, after)


@pytest.mark.parametrize(
    ("file", "break_before"),
    [("missed-date.yaml", "with his mouth full."), ("no-answer.yaml", "you know how it went.")],
)
def test_a_sentence_goes_on_with_a_word_that_is_a_field_too(file: str, break_before: str, tmp_path: Path) -> None:
    one_sentence_again(tmp_path, file, *broken(file, break_before))


@pytest.mark.parametrize(
    ("file", "break_before"),
    [
        ("parking-lot.yaml", "the way to your bus runs"),
        ("parking-lot.yaml", "the ceiling.)"),
        ("long-week.yaml", "cut the fog in slices."),
        ("supervisor.yaml", "about it."),
        ("supervisor.yaml", "He's at"),
    ],
)
def test_a_text_that_breaks_off_or_goes_on_below_has_no_note_in_it(
    file: str, break_before: str, tmp_path: Path
) -> None:
    one_sentence_again(tmp_path, file, *broken(file, break_before))


@pytest.mark.parametrize(
    ("file", "break_before"),
    [
        ("missed-date.yaml", "from me, and I'm sorry."),
        ("parking-lot.yaml", "early next week, yes or no. If"),
        ("parking-lot.yaml", "about it. I just had"),
        ("parking-lot.yaml", "play it by the\n"),
        ("parking-lot.yaml", "closing\n"),
        ("missed-date.yaml", "5:01 how much"),
        ("missed-date.yaml", "typed it under his: *Yes."),
        ("already-upstairs.yaml", "back! Is it definitely Friday?*"),
        ("already-upstairs.yaml", "not reading email!"),
        ("already-upstairs.yaml", "floor is Jolene's."),
        ("assistant-offered.yaml", "with Glenn just now."),
        ("after-check.yaml", "with two sides to choose from."),
        ("thanks-for-nothing.yaml", "*teeth*, *a live crab* and *a proposal*.\n      - "),
    ],
)
def test_a_line_of_a_block_goes_on_at_the_margin_whatever_its_rest_begins_like(
    file: str, break_before: str, tmp_path: Path
) -> None:
    one_sentence_again(tmp_path, file, *broken(file, break_before))


@pytest.mark.parametrize(
    ("file", "break_before", "column"),
    [
        ("already-sent.yaml", "and is in no hurry", 4),
        ("missed-date.yaml", "typed it under his: *Yes.", 4),
        ("assistant-offered.yaml", "if somebody switched with you.", 4),
        ("assistant-offered.yaml", "with Glenn just now.", 6),
        ("competing-offer.yaml", "days. Still a banana.", 6),
    ],
)
def test_it_does_so_as_far_in_as_its_name_too(file: str, break_before: str, column: int, tmp_path: Path) -> None:
    one_sentence_again(tmp_path, file, *broken(file, break_before, column))


def test_a_field_below_a_block_that_lacks_its_colon_is_no_rest_of_it(tmp_path: Path) -> None:
    text = FILES["missed-date.yaml"].read_text(encoding="utf-8")
    field = "\n    twin: competing-offer/numbers"
    assert f"she says, and the thirty kids.{field}" in text
    (problem,) = said(tmp_path, "missed-date.yaml", text.replace(field, field.replace(":", ""), 1))
    assert problem.code == "needs-colon"


@pytest.mark.parametrize("rest", RESTS)
def test_it_does_so_in_any_text_of_a_line(rest: str, tmp_path: Path) -> None:
    lines = FILES["missed-date.yaml"].read_text(encoding="utf-8").split("\n")
    at = [each for each, line in enumerate(lines) if PLAIN.fullmatch(line) and line.endswith(".")]
    for number in random.Random(7).sample(at, 2):
        whole = [*lines[:number], f"{lines[number][:-1]}, {rest}", *lines[number + 1 :]]
        wrapped = [*lines[:number], f"{lines[number][:-1]},", rest, *lines[number + 1 :]]
        one_sentence_again(tmp_path, "missed-date.yaml", "\n".join(whole), "\n".join(wrapped))


def test_a_sentence_that_breaks_off_above_an_else_is_not_cut_in_two(tmp_path: Path) -> None:
    found = 0
    for file, path in sorted(FILES.items()):
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines[:-1]):
            if PLAIN.fullmatch(line) and lines[number + 1].lstrip().startswith("else:") and line.count(" ") > 12:
                before, _, after = line.rpartition(" ")
                wrapped = "\n".join([*lines[:number], before, after, *lines[number + 1 :]])
                one_sentence_again(tmp_path, file, "\n".join(lines), wrapped)
                found += 1
                break
    assert found


@pytest.mark.parametrize("name", ["title", "summary", "start", "with"])
def test_a_field_of_the_head_without_its_colon_is_no_rest_of_a_text(name: str, tmp_path: Path) -> None:
    text = FILES["missed-date.yaml"].read_text(encoding="utf-8")
    assert name in NAMES
    assert f"\n{name}: " in f"\n{text}"
    (problem,) = said(tmp_path, "missed-date.yaml", re.sub(rf"(?m)^{name}: ", f"{name} ", text, count=1))
    assert written((tmp_path / "missed-date.yaml").read_text(encoding="utf-8"), [problem]) == text
