"""What an old code page gets in the place of a character that it lacks."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest

from course.text.plain_letters import ERRORS, LATIN, nearest, offer
from tests.folders import ROOT


@pytest.fixture(autouse=True)
def _offered() -> None:
    offer()


def drawn_with() -> set[str]:
    """Every character outside ASCII in our own code, sentences and templates."""
    files = [file for end in ("py", "po", "md", "yaml", "scene") for file in (ROOT / "course").rglob(f"*.{end}")]
    return {each for file in files for each in file.read_text(encoding="utf-8") if not each.isascii()}


def test_everything_that_we_draw_and_write_with_has_a_plain_sign() -> None:
    foreign = {each for each in drawn_with() if each.isalpha() and each.lower() not in LATIN} | {"�"}
    wide = {each for each in drawn_with() if east_asian_width(each) in "WF"}  # those of Chinese and Japanese texts
    for character in drawn_with() - foreign - wide:
        plain = nearest(character)
        assert plain.isascii()
        assert plain not in ("?", "_"), character


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("├─ − “No” … → ±", '|- - "No" ... -> +-'),
        ("Größe, Ærø, Łódź, İzmir", "Grosse, Aero, Lodz, Izmir"),
        ("e\u0301 \u200dx", "e x"),
        ("苦情", "__"),
    ],
)
@pytest.mark.parametrize("encoding", ["ascii", "us-ascii"])
def test_a_text_in_plain_letters(text: str, plain: str, encoding: str) -> None:
    assert text.encode(encoding, ERRORS).decode("ascii") == plain


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "cp1252", "latin-1", "koi8-r", "ascii"])
def test_what_a_code_page_has_stays(encoding: str) -> None:
    for character in "é½║├ёa":
        try:
            own = character.encode(encoding)
        except UnicodeEncodeError:
            continue
        assert character.encode(encoding, ERRORS) == own
