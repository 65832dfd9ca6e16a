"""What the driver leaves out is never missed: a small terminal here draws the same picture from both."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.faces.textual.driver import spare

Look = dict[str, str]
Cells = dict[tuple[int, int], tuple[str, tuple[tuple[str, str], ...]]]

_TOKEN = re.compile(r"\x1b\[([\d;]*)([mH])|(\n)|([^\x1b\n])", re.DOTALL)
_OFF = {"22": "12", "23": "3", "24": "4", "25": "5", "27": "7", "29": "9"}


def picture(data: str) -> Cells:
    """The cells that a terminal shows: each character, and what can be seen of its look."""
    cells: Cells = {}
    look: Look = {}
    x = y = 1
    for codes, kind, line_end, character in _TOKEN.findall(data):
        if kind == "m":
            ask(look, codes)
        elif kind == "H":
            y, x = map(int, codes.split(";"))
        elif line_end:
            x, y = 1, y + 1
        else:
            cells[y, x] = (character, tuple(sorted(visible(look, character).items())))
            x += 1
    assert not look, "the terminal is left plain"
    return cells


def ask(look: Look, codes: str) -> None:
    """Change the look as a terminal does."""
    while codes:
        match = re.match(r"((?:38|48);2;\d+;\d+;\d+|(?:38|48);5;\d+|\d+);?", codes)
        assert match is not None
        code, codes = match[1], codes[match.end() :]
        if code == "0":
            look.clear()
        elif code in _OFF:
            for each in _OFF[code]:
                look.pop(each, None)
        elif code in ("39", "49"):
            look.pop("ink" if code == "39" else "paper", None)
        elif code in set("1234579"):
            look[code] = "on"
        else:
            behind = code.startswith(("48;", "4", "10")) and not code.startswith("38")
            look["paper" if behind else "ink"] = code


def visible(look: Look, character: str) -> Look:
    """On a blank the ink does not show, unless it is underlined, struck or reversed."""
    drawn = set(look) & set("4579")
    if character.isspace() and not drawn:
        return {name: value for name, value in look.items() if name == "paper"}
    return look


INKS = ["", "38;2;230;225;214", "38;2;156;154;148", "38;5;7", "31", "97", "39"]
PAPERS = ["", "48;2;27;28;30", "48;2;35;37;40", "48;5;0", "44", "107", "49"]
STYLES = st.builds(
    lambda attributes, ink, paper: ";".join(filter(None, [*sorted(attributes), ink, paper])),
    st.sets(st.sampled_from("1234579")),
    st.sampled_from(INKS),
    st.sampled_from(PAPERS),
)
SEGMENTS = st.builds(
    lambda style, text: f"\x1b[{style}m{text}\x1b[0m" if style else text,
    STYLES,
    st.text("ab \u00a0é", max_size=5),
)
MOVES = st.builds(lambda x, y: f"\x1b[{y};{x}H", st.integers(1, 20), st.integers(1, 9))
DRAWN = st.lists(st.one_of(SEGMENTS, MOVES, st.just("\n\x1b[3;1H")), max_size=20).map("".join)


@given(DRAWN)
def test_the_picture_is_the_same_and_never_takes_more(data: str) -> None:
    spared = spare(data)
    assert picture(spared) == picture(data)
    assert len(spared) <= len(data)


@pytest.mark.parametrize(
    ("data", "spared"),
    [
        ("\x1b[31mone\x1b[0m\x1b[31m two\x1b[0m", "\x1b[31mone two\x1b[0m"),
        ("\x1b[1;31mone\x1b[0m\x1b[31m two\x1b[0m", "\x1b[1;31mone\x1b[22m two\x1b[0m"),
        ("\x1b[31mone\x1b[0m\x1b[32m  \x1b[0m\x1b[31mtwo\x1b[0m", "\x1b[31mone  two\x1b[0m"),
        ("\x1b[3;5Hone\x1b[3;77H\n\x1b[4;5Htwo", "\x1b[3;5Hone\x1b[4;5Htwo"),
    ],
    ids=["the same twice", "no longer bold", "spaces of another color", "two moves"],
)
def test_what_is_left_out(data: str, spared: str) -> None:
    assert spare(data) == spared


@pytest.mark.parametrize(
    "data", ["\x1b[?2026h", "\x1b[>4;1m", "\x1b[53mabove\x1b[0m", "\x1b]8;;x\x1b\\y\x1b]8;;\x1b\\"]
)
def test_what_is_not_understood_is_left_as_it_is(data: str) -> None:
    assert spare(data) == data
