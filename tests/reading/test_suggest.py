"""Ids out of titles, in any script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.reading.format.tables import TABLES
from course.reading.problems.codes import CODES
from course.reading.problems.suggest import LONGEST_ID, all_there_is, id_of, nearest, slug
from tests.shipped import READING


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


POOLS = [
    *({field.name for field in table.fields} for table in TABLES),
    set(CODES),
    *(set(scenario.scenes) for scenario in READING.scenarios),
]


def slipped(word: str) -> Iterator[str]:
    """The word with one slip: a letter left out, doubled, hit beside its key, or changed places with the next."""
    for at in (0, len(word) // 2):
        yield from (word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[:at] + "q" + word[at + 1 :])
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]


def test_a_slip_of_the_fingers_is_found_again() -> None:
    for known in POOLS:
        for word in (each for each in known if len(each) > 3):
            for slip in slipped(word):
                if slip not in known:
                    found = nearest(slip, known)
                    assert found == word or (len(word) < 6 and found), slip  # a short one may be near to two


def test_what_is_another_word_is_hardly_ever_offered() -> None:
    """Each id is looked for among the others: none of them was meant."""
    offered = [(word, nearest(word, known - {word})) for known in POOLS for word in known]
    wrong = [pair for pair in offered if pair[1]]
    assert len(wrong) <= len(offered) // 20, wrong


@pytest.mark.parametrize(("word", "known"), [("thanks", "tricks"), ("early-week", "early-next"), ("because", "breaks")])
def test_words_of_one_kind_are_not_taken_for_each_other(word: str, known: str) -> None:
    assert nearest(word, [known]) == ""


def test_long_words_are_compared_quickly_enough_to_be_compared_at_all() -> None:
    known = [f"{'a-very-long-name-of-a-scene-' * 2}{number}" for number in range(20_000)]
    assert nearest("zzz", known) == ""
    assert nearest(known[7] + "x", known)


def test_what_there_is_is_said_of_one_as_of_many() -> None:
    assert all_there_is("pairs", "pair", ["telling"]) == "The only pair is telling."
    assert all_there_is("people", "person", ["ann", "bo"]) == "The people are ann and bo."


def test_the_quotes_of_a_word_processor_are_no_slips_of_the_fingers() -> None:
    assert nearest("“fog”", ["off", "fog", "met"]) == "fog"
    assert nearest("„met“", ["off", "fog", "met"]) == "met"
