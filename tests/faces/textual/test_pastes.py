"""A paste is one piece: in the order in which it was copied, and none of it is taken for keys."""

from __future__ import annotations

import pytest
from textual.drivers import linux_driver
from textual.events import Key, Paste

from course.faces.textual.pastes import WholePastes, keep_pastes_whole

BEGIN, END = "\x1b[200~", "\x1b[201~"


def read(*sent: str) -> list[str]:
    """What comes of what a terminal sends, piece by piece: each key's character, and each paste in brackets."""
    parser = WholePastes()
    messages = [message for data in sent for message in parser.feed(data)]
    return [
        f"[{each.text}]" if isinstance(each, Paste) else each.character or each.key
        for each in messages
        if isinstance(each, Paste | Key)
    ]


def test_an_escape_code_in_a_paste_does_not_end_it() -> None:
    assert read(f"x{BEGIN}ab \x1b[31mcd \x1b]52;c;eA==\x07\x1b[2K ef{END}y") == [
        "x",
        "[ab [31mcd ]52;c;eA==\x07[2K ef]",
        "y",
    ]


@pytest.mark.parametrize("at", range(1, len(f"{BEGIN}a\x1b[31mb\x1b{END}") + 1))
def test_wherever_it_is_cut_in_two_on_the_way(at: int) -> None:
    """The terminal's own mark at its beginning always comes whole, as the first thing of a paste."""
    sent = f"{BEGIN}a\x1b[31mb\x1b{END}"
    at = max(at, len(BEGIN))
    assert read(sent[:at], sent[at:] or "z") == (["[a[31mb]"] if sent[at:] else ["[a[31mb]", "z"])


def test_what_is_typed_is_read_as_ever() -> None:
    assert read("a\x1b[A", "\x1b[1;5C", "b") == ["a", "up", "ctrl+right", "b"]


def test_the_driver_of_a_terminal_reads_so() -> None:
    keep_pastes_whole(linux_driver.LinuxDriver)
    assert vars(linux_driver)["XTermParser"] is WholePastes
