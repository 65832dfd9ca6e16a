"""What only a real terminal proves: which bytes reach it, and how it is left behind."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest
import yaml

from tests.folders import BAKERY
from tests.terminal import Terminal

HOSTILE = "\x1b]52;c;aGk=\x07 \x1b]0;owned\x07 \x9b31m \u202e [@click=app.quit]x[/] [/nothing] end"
QUOTED = '"' + HOSTILE.encode("unicode_escape").decode().replace('"', "") + '"'
_DANGEROUS = re.compile(rb"\x1b\](?:52|0);|\x9b|\xc2\x9b|\xe2\x80\xae")
_LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"


def fineline(*arguments: str, course: Path = BAKERY, **env: str) -> Terminal:
    command = [sys.executable, "-m", "course", *arguments, "--course", str(course)]
    return Terminal(command, columns=100, rows=32, env=env)


def hostile_course(folder: Path) -> Path:
    """The bakery with the hostile text in every field that takes a text."""
    for file in BAKERY.rglob("*.yaml"):
        data = yaml.load(file.read_text(), yaml.BaseLoader)
        target = folder / file.relative_to(BAKERY)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(_spoil(data), sort_keys=False, allow_unicode=False))
    return folder


TEXTS = {"title", "about", "with", "summary", "text", "say", "happens", "because", "contact", "from", "subject"}
TEXTS |= {"do", "dont", "voicemail", "note", "silence", "version"}


def _spoil(data: object, key: str = "") -> object:
    if isinstance(data, dict):
        return {name: _spoil(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_spoil(value, key) for value in data]
    return f"{data} {HOSTILE}" if key in TEXTS else data


STEPS = [
    ("1", "extra minute"),
    ("2", "It lands"),
    ("", "Under the door"),
    ("1", "extra minute"),
    ("3", "or think again?"),
    ("send", "It lands"),
    ("", "over the line"),
]
"""What is answered in a whole scenario, and what is said then; the empty answer is Enter, and so is what sends in the
Textual face."""


@pytest.mark.parametrize("face", ["textual", "plain"])
def test_hostile_text_in_every_field_never_reaches_the_terminal(tmp_path: Path, face: str) -> None:
    course = hostile_course(tmp_path / "course")
    arguments = ["play", "thank-you", "--seed", "7"] + (["--plain"] if face == "plain" else [])
    with fineline(*arguments, course=course) as terminal:
        terminal.read_until("flour")
        for answer, said in STEPS:
            pressed = "\r" if answer in ("", "send") else answer
            terminal.answer(pressed if face == "textual" else answer + "\r", said)
        if face == "textual":
            terminal.read_until("debrief")  # among its keys, which are drawn last
            terminal.answer("\r", "happened once")
            terminal.answer("\x1b", "over the line")
        else:
            terminal.answer("\r", "skip the rest")
            terminal.answer("skip\r", "Enter to finish")
            terminal.send("\r")
            assert terminal.wait() == 0
        assert terminal.output.count(b"[@click=app.quit]x[/] [/nothing] end") > 10
        found = _DANGEROUS.search(bytes(terminal.output))
        assert found is None, terminal.output[max(0, found.start() - 80) : found.end() + 80]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(("arguments", "shows"), [((), "back door"), (("play", "thank-you"), "flour")])
def test_a_signal_leaves_the_terminal_as_it_was(number: signal.Signals, arguments: tuple[str, ...], shows: str) -> None:
    with fineline(*arguments) as terminal:
        terminal.read_until(shows)
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        assert _LEAVES_ALTERNATE_SCREEN in terminal.output


def test_a_kill_after_a_decision_loses_nothing() -> None:
    with fineline("play", "thank-you", "--seed", "7") as terminal:
        terminal.read_until("flour")
        terminal.answer("1", "extra minute")
        terminal.answer("2", "It lands")
        terminal.kill(signal.SIGKILL)
        terminal.wait()
    with fineline() as terminal:
        terminal.read_until("Continue: The thank-you")
        terminal.answer("\r", "It lands")


def test_no_color_sends_no_color() -> None:
    with fineline("play", "thank-you", "--seed", "7", NO_COLOR="1") as terminal:
        terminal.read_until("flour")
        terminal.answer("1", "extra minute")
        terminal.answer("2", "It lands")
        sent = set(re.findall(rb"\x1b\[([0-9;]*)m", terminal.output))
        attributes = {b"", *(str(number).encode() for number in (*range(10), *range(21, 30), 39, 49))}
        assert {part for each in sent for part in each.split(b";")} <= attributes


def test_a_dumb_terminal_gets_the_plain_face() -> None:
    with fineline("play", "thank-you", TERM="dumb") as terminal:
        terminal.read_until("Your choice")
        assert b"\x1b" not in terminal.output


def test_an_arrow_key_sends_what_has_changed_and_a_key_without_effect_sends_nothing() -> None:
    with fineline() as terminal:
        terminal.read_until("The back door")
        terminal.settle(1)
        sent = []
        for key in ("\x1b[B", "\x1b[B", "\x1b[5~"):
            before = len(terminal.output)
            terminal.send(key)
            terminal.settle(1)
            sent.append(len(terminal.output) - before)
    assert 0 < sent[1] < 700, "the two options between which the pointer moved"
    assert sent[2] == 0, "at the top there is nothing to turn back to"


@pytest.mark.parametrize("keys", ["\r", "1", "q", "\x10extra\r", "\x1b[200~1\x1b[201~"])
def test_what_is_typed_before_anything_is_seen_decides_nothing_and_nothing_is_said_of_it(keys: str) -> None:
    """An Enter that the terminal takes before it is ours is Ctrl+J by the time we hear of it."""
    with fineline("play", "thank-you", "--seed", "7") as terminal:
        terminal.send(keys)
        terminal.read_until("flour")
        terminal.answer("x", "does nothing here")  # what came before it has been heard of
        assert terminal.output.count(b"does nothing here") == 1
        assert b"extra minute" not in terminal.output
        terminal.answer("1", "extra minute")


@pytest.mark.parametrize("size", [("10", "4"), ("200", "60")])
def test_the_terminal_is_believed_and_not_what_is_exported_of_another(size: tuple[str, str]) -> None:
    with fineline("play", "thank-you", COLUMNS=size[0], LINES=size[1]) as terminal:
        terminal.read_until("flour")
        terminal.answer("1", "extra minute")
        assert b"A little more room" not in terminal.output
        places = re.findall(rb"\x1b\[(\d+);(\d+)H", terminal.output)
        assert max(int(row) for row, _ in places) <= 32
        assert max(int(column) for _, column in places) <= 100
