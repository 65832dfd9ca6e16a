"""A note within a text under a | is no note: learners would read it, so it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_what_was_meant import changed, problems

TEXT = "text: Your cousin has a key."


@pytest.mark.parametrize("sign", ["# ask Ben", "// ask Ben", "<!-- ask Ben -->", "# Friday"])
@pytest.mark.parametrize("where", ["{}\n      Your cousin has a key.", "Your cousin has a key.\n      {}"])
def test_learners_would_read_it(sign: str, where: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(TEXT, f"text: |\n      {where.format(sign)}"))
    assert found.code == "markup"
    assert found.source_line.strip() == sign
    assert "learners see this line" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "text: |\n      Your cousin has a key.\n    # ask Ben",
        "text: |  # ask Ben\n      Your cousin has a key.",
        "# ask Ben\n    text: |\n      Your cousin has a key.\n\n    # ask Ben",
        "text: |\n      It is\n      #1 on your list.",
    ],
)
def test_what_is_a_note_or_a_number_is_left_alone(text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed(TEXT, text)) == ()


@pytest.mark.parametrize("sign", [">-", "|"])
def test_a_condition_that_lost_its_dash_below_a_text_is_said_to_be_read_by_learners(sign: str, tmp_path: Path) -> None:
    passages = f"text:\n      - {sign}\n        It is late.\n      - when: {{contacts: 1}}\n        text: You called."
    whole = changed(TEXT, passages)
    assert problems(tmp_path, whole) == ()
    (found,) = problems(tmp_path, whole.replace("- when: {contacts", "  when: {contacts"))
    assert (found.code, found.place.column) == ("out-of-place", 9)
    assert "learners would read it" in found.message
    assert "column 7" in found.mend
