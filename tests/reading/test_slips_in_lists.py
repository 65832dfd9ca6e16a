"""Slips in lists of plain texts, and in what stands around a text: named for what they are, and mended to what was
meant, which is never less than what stood there."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.authoring.fix import at_once, mended
from course.reading.courses import read_scenario
from course.reading.problems.problem import Problem
from tests.shipped import COURSE

STORY = """\
title: The drill
pair: {pair}
minutes: 2
start: october
discuss:
  - What does a neighbor owe you? And what do you owe her?
  - '"In May," she says. When is that kind?'
scenes:
  october:
    text: |
      Marta borrowed your drill in May. It is October now, and your shelves come on Saturday.

      She waves.
    know:
      - "Marta: back by June."
    choices:
      - say: Ask her whether you can have it back by Friday evening.
        follows: {rule}
        happens: She laughs and writes Friday on the back of her hand.
        because: She knows what you need and by when, and nobody has told her off.
        next: friday
      - say: Tell her about the shelves, and what a good drill costs these days.
        breaks: {rule}
        happens: She knows a store, she says. They had a good one for forty.
        because: You told her a story about stores, and she answered it.
        next: friday
  friday:
    ending: assertive
    text: The drill is back.
"""
PAIR = COURSE.pairs[0]
STORY = STORY.format(pair=PAIR.id, rule=PAIR.rules[0].id)
FIRST = "  - What does a neighbor owe you?"
LAST = '  - \'"In May,"'
ALONE = '      - "Marta: back by June."'


def problems(tmp_path: Path, text: str) -> tuple[Problem, ...]:
    (tmp_path / "drill.yaml").write_text(text, encoding="utf-8")
    return read_scenario(tmp_path, COURSE, "drill.yaml")[1]


def one(tmp_path: Path, text: str) -> Problem:
    (problem,) = problems(tmp_path, text)
    return problem


def after(text: str, problem: Problem) -> str:
    assert problem.meant is not None
    return (mended(text.encode(), problem.meant.edits) or b"").decode()


def test_the_story_is_sound(tmp_path: Path) -> None:
    assert problems(tmp_path, STORY) == ()


@pytest.mark.parametrize("sign", ["-", "–", "—", "•", "--", "- -", "- - "])
@pytest.mark.parametrize("item", [FIRST, LAST, ALONE])
def test_a_dash_of_a_text_without_its_space_or_twice(sign: str, item: str, tmp_path: Path) -> None:
    """First, last, or the only one, with quotes and a colon in it or not."""
    spoilt = STORY.replace(item, item.replace("- ", f"{sign} " if sign == "- -" else sign, 1))
    problem = one(tmp_path, spoilt)
    assert at_once([problem]) == [problem]
    assert after(spoilt, problem) == STORY
    words = {"-": "a space after the dash", "- -": "a dash too many", "- - ": "a dash too many"}
    assert words.get(sign, f"{sign} looks like a list's dash") in problem.message


@pytest.mark.parametrize("sign", ["–", "•"])
def test_the_only_one_of_a_list_with_a_long_dash(sign: str, tmp_path: Path) -> None:
    spoilt = STORY.replace(ALONE, ALONE.replace("- ", f"{sign} "))
    assert after(spoilt, one(tmp_path, spoilt)) == STORY


@pytest.mark.parametrize("text", ["-40 degrees, and no coat.", "—", "–5 on the door"])
def test_what_is_no_item_keeps_its_dash(text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, STORY.replace("      She waves.", f"      {text}")) == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"Keep "going"."', 'Keep "going".'),
        ('"They call it "old" here."', 'They call it "old" here.'),
        ('"He says: "they all do." No more."', 'He says: "they all do." No more.'),
        ('""Old," they say."', '"Old," they say.'),
        ('"They say "old.""', 'They say "old."'),
    ],
)
def test_quotes_within_the_quotes_around_a_text(written: str, meant: str, tmp_path: Path) -> None:
    """Whoever puts a text in quotes, as they are told to, puts the outer ones there; but only they know."""
    problem = one(tmp_path, STORY.replace("text: The drill is back.", f"text: {written}"))
    assert problem.meant is not None
    assert problem.meant.ask
    assert problem.meant.edits[0].new == f"    text: '{meant}'"


@pytest.mark.parametrize("written", ['"Come in!" She waves. "Sit down."', '"Yes." "No."'])
def test_two_speeches_keep_all_their_quotes(written: str, tmp_path: Path) -> None:
    problem = one(tmp_path, STORY.replace("text: The drill is back.", f"text: {written}"))
    assert problem.meant is not None
    assert problem.meant.edits[0].new == f"    text: '{written}'"


def test_special_spaces_before_colons_are_one_problem(tmp_path: Path) -> None:
    spoilt = STORY.replace("because:", "because\u00a0:").replace("title:", "title \u202f:")
    problem = one(tmp_path, spoilt)
    assert problem.message.startswith("There is a special space before this colon")
    assert after(spoilt, problem) == STORY


@pytest.mark.parametrize("sign", ["||", "|||", "¦", "l", "I", "!"])
def test_what_looks_like_the_sign_above_a_text(sign: str, tmp_path: Path) -> None:
    spoilt = STORY.replace("    text: |", f"    text: {sign}")
    problem = one(tmp_path, spoilt)
    assert problem.meant is not None
    assert problem.meant.ask is sign.isalpha(), "a letter may be a word"
    assert after(spoilt, problem) == STORY


@pytest.mark.parametrize("other", ["", "She laughs: and"])
def test_a_name_that_is_lost_is_named_beside_another_slip(other: str, tmp_path: Path) -> None:
    """Once it is put where it says, nothing else is wrong than the other slip."""
    whole = STORY.replace("She laughs and", other or "She laughs and")
    lost, *others = problems(tmp_path, whole.replace("scenes:\n", ""))
    assert "Put a line with scenes: above it, beginning in column 1." in lost.mend
    assert lost.meant is None
    assert [each.place.line + 1 for each in others] == [each.place.line for each in problems(tmp_path, whole)]


def test_a_text_of_two_paragraphs_without_the_sign_above_it(tmp_path: Path) -> None:
    """YAML would make one of them, without a word."""
    spoilt = STORY.replace("    text: |", "    text:")
    problem = one(tmp_path, spoilt)
    assert problem.message.startswith("There is no | after text:")
    assert at_once([problem]) == [problem]
    assert after(spoilt, problem) == STORY


def test_a_list_that_lost_its_name_is_no_matter_of_the_field_above_it(tmp_path: Path) -> None:
    problem = one(tmp_path, STORY.replace("discuss:\n", ""))
    assert problem.message.startswith("start: holds one word, and a list begins below it")
    assert "discuss:" in problem.mend
