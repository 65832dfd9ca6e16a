"""Old code pages: whatever is printed comes near in plain letters, and data stays what it is."""

from __future__ import annotations

import io
import json
import sys

import pytest

from tests.cli.conftest import run
from tests.folders import COURSES

COUNTER = str(COURSES / "counter")
COMMANDS = {
    "map": ["map", "--course", COUNTER],
    "list": ["list", "--course", COUNTER],
    "check": ["check", COUNTER],
    "odds": ["odds", "wrong-fee", "--course", COUNTER],
    "stats": ["stats", COUNTER],
    "blind": ["blind", COUNTER],
    "words": ["words", COUNTER],
    "explain": ["explain", "telling-words"],
    "play": ["play", "wrong-fee", "--plain", "--seed", "1", "--course", COUNTER],
}
DATA = {
    "check": ["check", COUNTER, "--format", "json"],
    "odds": ["odds", "--json", "--course", COUNTER],
    "stats": ["stats", COUNTER, "--json"],
    "blind": ["blind", COUNTER, "--format", "json"],
    "schema": ["schema"],
}


def printed(arguments: list[str], encoding: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a command prints on a terminal of that encoding."""
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    run(*arguments)
    sys.stdout.flush()
    return out.getvalue().decode(encoding)


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_no_sign_becomes_a_question_mark(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = printed(arguments, "utf-8", monkeypatch)
    for encoding in ("ascii", "cp437", "latin-1"):
        plain = printed(arguments, encoding, monkeypatch)
        assert plain.count("?") == whole.count("?")
        assert "_" * 3 not in plain
        assert len(plain.splitlines()) >= len(whole.splitlines())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "utf-7", "idna", "punycode", "cp037", "hz"])
def test_what_does_not_spell_plainly_is_not_followed(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"1\nquit\n"), encoding=encoding))
    assert run("play", "wrong-fee", "--plain", "--seed", "1", "--course", COUNTER) == 0
    said = out.getvalue().decode("utf-8")
    assert said.startswith("The wrong fee.")
    assert "quit" in said


def test_the_map_is_no_wider_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding in ("utf-8", "ascii"):
        lines = printed(COMMANDS["map"], encoding, monkeypatch).splitlines()
        assert max(map(len, lines)) <= 80
    assert "|- " in "\n".join(lines)
    assert "`- " in "\n".join(lines)


@pytest.mark.parametrize("arguments", DATA.values(), ids=DATA)
def test_data_is_the_same_in_every_code_page(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = json.loads(printed(arguments, "utf-8", monkeypatch))
    assert json.loads(printed(arguments, "ascii", monkeypatch)) == whole
