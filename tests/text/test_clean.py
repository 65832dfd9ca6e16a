"""Cleaning takes away what could do harm, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from course.text.clean import NEEDED, UNSAFE, clean, one_line


@given(st.text(min_size=1, max_size=80))
def test_a_text_that_was_written_well_comes_back_as_it_was(text: str) -> None:
    wanted = clean(text).strip("\n")
    if not wanted.strip():
        return
    dumped = yaml.safe_dump(clean(text), allow_unicode=True)
    assert clean(str(yaml.load(dumped, yaml.BaseLoader))).strip("\n") == wanted


@given(st.text(max_size=80))
def test_nothing_unsafe_survives_cleaning(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == clean(cleaned)
    for character in cleaned:
        safe = unicodedata.category(character) not in ("Cc", "Cf", "Cs")
        assert safe or character in "\n" + NEEDED


@pytest.mark.parametrize(
    "text",
    [
        "מחיר: 5\u200f\u200e USD",
        "نامه\u200cها",
        "क्\u200dष",
        "ภาษา\u200bไทย",
        "a \u2068עברית\u2069 b",
        "\u061c12-34",
    ],
)
def test_what_languages_need_stays(text: str) -> None:
    assert clean(text) == text
    assert UNSAFE.search(text) is None


@pytest.mark.parametrize("code", [0x1B, 0x7F, 0x9B, 0xAD, 0x2060, 0xFEFF, *range(0x202A, 0x202F), 0xE0041])
def test_what_could_deceive_goes(code: int) -> None:
    assert clean(f"a{chr(code)}b") == "ab"
    assert UNSAFE.search(chr(code)) is not None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The\n late\t group ", "The late group"),
        ("The late group, on Tuesdays", "The late group"),
        ("\u2068The late group, on Tuesdays\u2069", "\u2068The late grou\u2069"),
        ("Late \u2068group, on Tuesdays\u2069", "Late \u2068group, o\u2069"),
    ],
)
def test_a_name_is_on_one_line_and_what_is_cut_of_it_turns_nothing_beside_it(text: str, line: str) -> None:
    assert one_line(text, 14) == line
