"""Authors' prose: where a text is put in a line, it ends once."""

from __future__ import annotations

import pytest

from course.text.paragraphs import closed


@pytest.mark.parametrize(
    ("text", "as_told"),
    [
        ("thank-you email to Dana", "thank-you email to Dana."),
        ("Write back.", "Write back."),
        ("When should I check back?", "When should I check back?"),
        ('"I went to him, and I\'m sorry."', '"I went to him, and I\'m sorry."'),
        ('"Sort of"', '"Sort of".'),
    ],
)
def test_a_text_gets_a_stop_unless_it_has_one(text: str, as_told: str) -> None:
    assert closed(text) == as_told
