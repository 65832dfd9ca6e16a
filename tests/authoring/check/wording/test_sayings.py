"""Folded texts: what is alike, what is found, and where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.authoring.check.wording.tools.sayings import Sayings, fold


def test_case_and_punctuation_do_not_count() -> None:
    said = Sayings(["Go home -- now!", "go home, now", "“Go” home…now"])
    assert set(said.letters()) == {"gohomenow"}
    assert said.words(2) == ["go", "home", "now"]


def test_an_apostrophe_joins_and_letters_of_other_languages_stay() -> None:
    assert fold("Don’t ask ‘Zoë’; it’s Über-late") == "dont ask zoë its über late"


def test_only_whole_words_are_found() -> None:
    said = Sayings(["Every day.", "Everyday shoes.", "Not every, no: every one!", "Ask for every"])
    assert list(said.having("every")) == [0, 2, 3]


def test_a_phrase_does_not_run_on_into_the_next_text() -> None:
    said = Sayings(["None of", "the above", "None of the above"])
    assert list(said.having("of the above")) == [2]


def test_without_texts_nothing_is_found() -> None:
    assert list(Sayings([]).having("every")) == []


@given(st.lists(st.text(alphabet="aäA’' .,–中!", max_size=12), max_size=6))
def test_every_text_is_folded_as_if_it_stood_alone(texts: list[str]) -> None:
    said = Sayings(texts)
    assert [" ".join(each.split()) for each in said.folded] == [fold(text) for text in texts]
    for number, text in enumerate(texts):
        for word in fold(text).split():
            assert number in said.having(word)


def test_where_words_are_not_parted_letters_side_by_side_tell_what_is_alike() -> None:
    said = Sayings(["我明天再等等。", "明天再等等"])
    assert said.words(1) == ["明天", "天再", "再等", "等等"]
    assert set(said.words(1)) <= set(said.words(0))
