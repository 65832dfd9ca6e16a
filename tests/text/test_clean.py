"""Cleaning takes away what could do harm, and nothing else."""

from __future__ import annotations

import unicodedata

import yaml
from hypothesis import given
from hypothesis import strategies as st

from course.text.clean import clean


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
        assert safe or character in "\n\u200c\u200d"
