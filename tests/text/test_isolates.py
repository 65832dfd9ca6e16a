"""No text turns what follows it: what it opens is closed, wherever it is cut or wrapped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.text.clean import UNSAFE, clean
from course.text.isolates import CLOSING, OPENING, closed, closed_lines
from course.text.paragraphs import paragraphs
from course.text.width import cells, shorten

LETTERS = st.sampled_from([*(OPENING + CLOSING), "a", "ש", " ", "\n", "好", "\u200f", "\u202e"])
TEXTS = st.text(LETTERS, max_size=40)


def is_closed(text: str) -> bool:
    """Whether every isolate is closed, and nothing closes what was not opened."""
    depth = 0
    for letter in text:
        depth += (letter in OPENING) - (letter == CLOSING)
        if depth < 0:
            return False
    return depth == 0


@given(TEXTS)
def test_a_clean_text_is_closed_and_keeps_all_that_can_be_seen(text: str) -> None:
    cleaned = clean(text)
    assert is_closed(cleaned)
    assert UNSAFE.search(cleaned) is None
    seen = [letter for letter in text if letter not in OPENING + CLOSING + "\u202e"]
    assert [letter for letter in cleaned if letter not in OPENING + CLOSING] == seen


@given(TEXTS)
def test_what_is_closed_stays_as_it_is(text: str) -> None:
    assert closed(closed(text)) == closed(text)
    if is_closed(text) and text.count(CLOSING) <= 8:
        assert closed(text) == text


@given(st.lists(TEXTS, max_size=5))
def test_every_line_is_closed_and_goes_on_in_what_the_one_before_left_open(lines: list[str]) -> None:
    found = list(closed_lines(lines))
    assert len(found) == len(lines)
    assert all(map(is_closed, found))
    assert clean("".join(found)).count(CLOSING) == "".join(found).count(CLOSING)


def test_a_line_that_is_wrapped_within_a_quotation_is_set_apart_as_well() -> None:
    assert list(closed_lines(["a \u2067b", "c\u2069 d"])) == ["a \u2067b\u2069", "\u2067c\u2069 d"]


@given(TEXTS, st.integers(1, 30))
def test_what_is_cut_is_closed(text: str, width: int) -> None:
    assert is_closed(shorten(clean(text), width))
    assert all(map(is_closed, paragraphs(clean(text))))


def test_very_many_of_them_are_no_burden() -> None:
    text = "\u2067" * 100_000 + "a" + CLOSING * 100_000
    assert len(closed(text)) == 17
    assert max(map(len, closed_lines(["\u2067" * 100_000, *"abc" * 1_000]))) == 17


@given(TEXTS)
def test_what_cannot_be_seen_takes_no_room(text: str) -> None:
    cleaned = clean(text).replace("\n", " ")
    assert cells(cleaned) == sum(2 if letter == "好" else letter in "aש " for letter in cleaned)


def test_vowels_above_and_below_take_no_room_either() -> None:
    assert (cells("กำลังดี"), cells("หนังสือ"), cells("नमस्ते"), cells("\u1112\u1161\u11ab")) == (5, 5, 4, 2)
