"""An answer as people write it down."""

from __future__ import annotations

import pytest

from course.authoring.blind.answer import Unclear, taken

OPTIONS = ["Email one line.", "Wait until Monday.", "Call the front desk."]


@pytest.mark.parametrize(
    "written",
    [
        *("b", "B", " b ", "b.", "B)", "(b)", "[b]", "b:", "*b*", "__b__", "____b____", "ｂ", "b b", "“b”"),
        *("2", "2)", "2.", "(2)", "No. 2", "option b", "I think b", "probably b?", "b!", "it is b"),
        *("b) Wait until Monday.", "b. wait until monday", "b Wait until Monday.", "b Wait until", "b, as she said so"),
        *("b - she promised", "Wait until Monday", "wait until MONDAY!", "- b", "> b", "Answer b"),
    ],
)
def test_the_second_option(written: str) -> None:
    assert taken(written, OPTIONS) == 1


@pytest.mark.parametrize(
    "written", ["", "   ", "?", "-", "—", "________", "…", "skip", "Don't know", "don’t know", "no idea", "n/a", "none"]
)
def test_no_answer(written: str) -> None:
    assert taken(written, OPTIONS) is None


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("f", 'no option "f"'),
        ("4", 'no option "4"'),
        ("0", 'no option "0"'),
        ("d) Something else", 'no option "d"'),
        ("a or b", "several letters, a and b"),
        ("a/c", "several letters, a and c"),
        ("1 and 2", "several letters, a and b"),
        ("a b c", "several letters, a and b and c"),
        ("bb", "none of the options"),
        ("the second", "none of the options"),
        ("a call to the front desk", "none of the options"),
        ("none of these", "none of the options"),
        ("none of these, " * 100, "…"),
    ],
)
def test_what_cannot_be_taken_says_why_and_how_to_mend_it(written: str, why: str) -> None:
    found = taken(written, OPTIONS)
    assert isinstance(found, Unclear)
    assert why in found.why
    assert len(found.why) < 80
    assert found.mend


def test_a_letter_that_is_a_word_too_is_the_letter() -> None:
    many = [f"Option {number}." for number in range(9)]
    assert taken("i", many) == 8
    assert taken("a", many) == 0
