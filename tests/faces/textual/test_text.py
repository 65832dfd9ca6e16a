"""Whatever a text holds, it is shown as it stands: never as markup, never as a crash."""

from __future__ import annotations

from functools import partialmethod
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.pilot import Pilot

from course.faces.textual.blocks import Block, Heading, Row, Rows, Text, option
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.page import Page
from course.faces.textual.text import plain, prose
from course.model import Medium, Message
from course.text.clean import clean
from course.text.isolates import closed
from tests.faces.textual.stage import make_app

PARTS = ["[", "]", "[/foo]", "[@click=app.quit]", "x[i]", "[/]", "$over", "*", " ", "ab", "界", "\u2067", "\u2069"]
MARKUP = st.lists(st.sampled_from(PARTS))
TEXTS = st.one_of(
    MARKUP.map("".join), st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=60)
)


@given(TEXTS, st.integers(1, 90))
def test_every_block_shows_every_text_within_its_width(text: str, width: int) -> None:
    text = clean(text)
    words = plain(text)
    blocks: list[Block] = [
        Text(words, indent=2, bar="$under"),
        Rows([Row(words, plain("Do  "))]),
        Heading(words, words),
        option("1", words, None, aside=plain("3 min")),
        *(MessageBlock(Message(medium, text, sender=text, subject=text)) for medium in Medium),
    ]
    for block in blocks:
        for line in block.lines(max(width, 30)):
            assert line.cell_length <= max(width, 30)
            assert closed(line.plain) == line.plain, "it turns nothing beside it"
        block.lines(width)


@given(TEXTS.map(clean))
def test_prose_loses_nothing_but_space_and_the_stars_of_emphasis(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(words.replace("*", "").split())

    assert letters(prose(text).plain) == letters(text)


def test_a_crash_ends_in_an_error_for_the_command_and_prints_no_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async def look_at_results(pilot: Pilot[int]) -> None:
        await pilot.press("r")

    def broken(_page: Page[None], _offer: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Page, "action_wish", broken)
    monkeypatch.setattr(App, "run", partialmethod(App.run, headless=True, size=(80, 24), auto_pilot=look_at_results))
    with pytest.raises(ZeroDivisionError):
        make_app(tmp_path).run_to_end()
    assert capfd.readouterr() == ("", "")
