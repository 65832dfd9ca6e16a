"""Which quote was meant for YAML, and which for learners: a text before a slip, the text with it, and what is offered,
which is the text before it. It is written unasked only where nobody can have meant anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_what_was_meant import changed, problems, written

LINE = "because: Nobody opened it."
SPOKEN = "'\"It''s a deal, don''t you think?\" she says.'"
LABEL = "'Hector: \"Decision next Monday.\"'"
NAMED = '"Lena, the first day: she brings it."'

SURE = [
    ("one of several apostrophes is not doubled", SPOKEN, SPOKEN.replace("''", "'", 1)),
    ("the last of them is not", SPOKEN, SPOKEN.replace("don''t", "don't")),
    ("none is", SPOKEN, SPOKEN.replace("''", "'")),
    ("the opening quote is lost, and an apostrophe is doubled", SPOKEN, SPOKEN[1:]),
    ("both are lost, and an apostrophe is doubled", SPOKEN, SPOKEN[1:-1]),
    ("the closing quote is lost", SPOKEN, SPOKEN[:-1]),
    ("somebody says it, and there are no others", "'\"Wait,\" she says.'", '"Wait," she says.'),
]
ASKED = [
    (
        "the opening quote is lost",
        "'\"Thank you!\" you write. It is closed.'",
        '"Thank you!" you write. It is closed.\'',
    ),
    ("the closing one is curly", SPOKEN, SPOKEN[:-1] + "’"),
    ("the closing one is curly, behind a colon", LABEL, LABEL[:-1] + "’"),
    ("the closing one is another", LABEL, LABEL[:-1] + '"'),
    ("the last two are the wrong way round", LABEL, LABEL[:-2] + "'\""),
    ("they are crossed", "'\"It''s a deal,\" she says.'", "'\"It''s a deal,' she says.\""),
    ("a stop stands behind it", "'\"Wait,\" she says.'", "'\"Wait,\" she says'."),
    ("a stop too many stands behind it", LABEL, LABEL + "."),
    ("a sentence stands behind it", "'Hector: \"Monday.\" He means it.'", "'Hector: \"Monday.\"' He means it."),
    (
        "a stop in the middle is behind it",
        '"At five: he is there. You are not."',
        '"At five: he is there". You are not.',
    ),
    ("a stop is behind a text that wants no quotes", '"You and a melon."', '"You and a melon".'),
    ("one too many at its end", '"You and a melon"', '"You and a melon""'),
    ("one too many at its beginning", NAMED, f'"{NAMED}'),
    ("the outer ones are curly", LABEL, LABEL.replace("'H", "‘H").removesuffix("'") + "’"),
    ("all are curly", LABEL, "‘Hector: “Decision next Monday.”’"),
    ("all are curly, and apostrophes", '"Lena: she\'ll bring it."', "“Lena: she’ll bring it.”"),
    ("the opening one is lost, behind an apostrophe", '"Lena: she\'ll bring it."', "Lena: she'll bring it.\""),
]


@pytest.mark.parametrize(
    ("before", "slip", "ask"),
    [
        *(pytest.param(before, slip, False, id=name) for name, before, slip in SURE),
        *(pytest.param(before, slip, True, id=name) for name, before, slip in ASKED),
    ],
)
def test_the_text_before_the_slip_is_given_back(before: str, slip: str, ask: bool, tmp_path: Path) -> None:
    spoilt = changed(LINE, f"because: {slip}")
    (found,) = problems(tmp_path, spoilt)
    assert found.meant is not None
    assert found.meant.ask is ask
    assert written(spoilt, [found]) == changed(LINE, f"because: {before}")
    assert problems(tmp_path, written(spoilt, [found])) == ()


def test_where_it_may_be_speech_or_not_speech_is_offered_and_asked_about(tmp_path: Path) -> None:
    spoilt = changed(LINE, 'because: "You and a melon." He means it.')
    (found,) = problems(tmp_path, spoilt)
    assert found.meant is not None
    assert found.meant.ask
    assert "because: '\"You and a melon.\" He means it.'\n" in written(spoilt, [found])


@pytest.mark.parametrize(
    ("slip", "said"), [(NAMED[:-1], "never closed"), (f'{NAMED}"', "too many"), (f"{NAMED[:-1]}”", "a curly one")]
)
def test_a_word_before_a_colon_in_quotes_is_no_field(slip: str, said: str, tmp_path: Path) -> None:
    """Nothing is said of `day:`, which is in the text."""
    text = changed("    choices:", f"    discuss:\n      - {NAMED}\n    choices:")
    spoilt = changed(NAMED, slip, text)
    (found,) = problems(tmp_path, spoilt)
    assert said in found.message
    assert written(spoilt, [found]) == text
