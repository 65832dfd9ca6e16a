"""Words are counted in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.text.counting import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Go home - now!", 4),
        ("Die Größe, bitte.", 3),
        ("שלום לכולם", 2),
        ("नमस्ते दुनिया", 2),
        ("안녕하세요 여러분", 2),
        ("我明天再等等，好吗？", 4),
        ("駅で待っています。", 4),
        ("Danaさん、3時にE-mail", 5),
        ("ฉันจะรอ", 3),
        ("ฉัน\u200bจะ\u200bรอ", 3),
        ("ຂ້ອຍຈະລໍຖ້າ", 4),
        ("ကျွန်တော်စောင့်မယ်", 4),
        ("ខ្ញុំនឹងរង់ចាំ", 4),
    ],
)
def test_about_two_letters_are_a_word_where_words_are_not_parted(text: str, count: int) -> None:
    assert len(words(text)) == count


@given(st.text(st.characters(max_codepoint=0x0DFF), max_size=60))
def test_where_spaces_part_them_each_is_as_it_stands(text: str) -> None:
    assert words(text) == text.split()


@given(st.text(st.sampled_from("a我กั็។ 。\u200b"), max_size=30), st.booleans())
def test_no_letter_is_lost(text: str, overlapping: bool) -> None:
    found = "".join(words(text, overlapping=overlapping))
    assert all(letter in found for letter in text if letter.isalpha())


@given(st.text(st.sampled_from("我明天再等"), min_size=2, max_size=30), st.integers(0, 10))
def test_overlapping_words_are_equal_wherever_a_stretch_begins(text: str, start: int) -> None:
    whole = words(text, overlapping=True)
    assert all(each in whole for each in words(text[start:], overlapping=True) if len(each) > 1)
