"""Ids out of titles, in any script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.reading.suggest import LONGEST_ID, id_of, slug


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Don't wait!", "dont-wait"),
        ("Die Größe", "die-grosse"),
        ("Łódź, œuvre, Ærø", "lodz-oeuvre-aero"),
        ("Şişli'nin ığdırı", "sislinin-igdiri"),
        ("Việt Nam", "viet-nam"),
        ("Ｎｏ．５ 苦情", "no-5"),
        ("苦情", ""),
    ],
)
def test_latin_letters_become_the_plain_ones_that_are_nearest(text: str, id: str) -> None:
    assert slug(text) == id


@given(st.text(min_size=1, max_size=80))
def test_every_text_gives_an_id_and_always_the_same(text: str) -> None:
    found = id_of(text, "scenario", words=9)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= LONGEST_ID
    assert found == id_of(text, "scenario", words=9)


def test_two_files_in_another_script_are_two_scenarios() -> None:
    assert id_of("苦情", "scenario") != id_of("返事", "scenario")
