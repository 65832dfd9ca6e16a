"""A note that is written as elsewhere is said to be one, alone; its line with a # before it is offered, and asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_codes import SCENARIO as KEY
from tests.reading.test_what_was_meant import changed, problems, written


def above(line: str, note: str) -> str:
    """The scenario with a note on a line of its own above that line."""
    begin = KEY[: KEY.index(line)].rfind("\n") + 1
    return f"{KEY[:begin]}{note}\n{KEY[begin:]}"


def one(tmp_path: Path, text: str) -> str:
    """The text once the only problem that it has, a note without its #, is mended as it is offered."""
    (found,) = problems(tmp_path, text)
    assert (found.code, found.meant is not None and found.meant.ask) == ("needs-hash", True)
    assert "A note begins with a # and a space" in found.mend
    mended = written(text, [found])
    assert problems(tmp_path, mended) == ()
    return mended


@pytest.mark.parametrize(
    ("note", "meant"),
    [
        ("// ask Ben", "# ask Ben"),
        ("//      - say: Write to her.", "#      - say: Write to her."),
        ("<!-- ask Ben -->", "# ask Ben"),
        ("/* ask Ben */", "# ask Ben"),
        ("==========", "# =========="),
        ("----------------", "# ----------------"),
        ("- - - - - - - -", "# - - - - - - - -"),
        ("***** FRIDAY *****", "# ***** FRIDAY *****"),
        ("TODO: make this shorter", "# TODO: make this shorter"),
        ("NOTE: ask Ben", "# NOTE: ask Ben"),
        ("ask Ben about Friday", "# ask Ben about Friday"),
        ("<!-- ask Ben\n     or Ann -->", "# ask Ben\n     # or Ann"),
    ],
)
@pytest.mark.parametrize("line", ["start:", "scenes:", "  end:", "    choices:", "      - say: Take"])
def test_a_note_as_elsewhere(note: str, meant: str, line: str, tmp_path: Path) -> None:
    assert one(tmp_path, above(line, note)) == above(line, meant)


@pytest.mark.parametrize("inset", ["", "  ", "    ", "      "])
def test_it_is_never_hung_on_the_text_of_a_neighbor(inset: str, tmp_path: Path) -> None:
    for note in ("ask Ben", "NOTE: ask Ben", "// ask Ben"):
        assert one(tmp_path, above("    choices:", f"{inset[:4]}{note}")) == above(
            "    choices:", f"{inset[:4]}# {note.removeprefix('// ')}"
        )


def test_a_long_note_that_a_mail_program_has_wrapped(tmp_path: Path) -> None:
    note = (
        "# To see it while you change it, in a window of its own beside the editor that\n{}you have: fineline preview"
    )
    assert one(tmp_path, above("title:", note.format(""))) == above("title:", note.format("# "))


def test_two_at_once_are_both_said_and_what_else_is_wrong(tmp_path: Path) -> None:
    text = above("  end:", "// ask Ben").replace("start:", "=====\nstart:").replace("next: end", "next: edn", 1)
    found = problems(tmp_path, text)
    assert [each.code for each in found] == ["needs-hash", "unknown-scene", "needs-hash"]


def test_what_a_text_goes_on_with_is_no_note(tmp_path: Path) -> None:
    for line in ("She laughs, and says yes.", "and the door was open."):
        (found,) = problems(
            tmp_path, changed("because: Nobody opened it.", f"because: Nobody opened it\n        {line}")
        )
        assert found.code == "needs-indent"


def test_a_note_between_a_name_and_its_text_at_the_margin_is_read(tmp_path: Path) -> None:
    text = changed("text: The bread is good.", "text:\n# ask Ben\nAt noon Paul comes in.\nThe bread is.")
    assert problems(tmp_path, text) != ()
