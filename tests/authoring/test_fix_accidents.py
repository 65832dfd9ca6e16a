"""The shipped scenarios with mechanical accidents in them: what they say comes back, and no other line is touched."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from course.authoring.fix.mechanical import mended
from course.authoring.fix.page import Page
from course.authoring.fix.saving import save
from course.reading import find_course
from course.reading.scenarios import corrected
from course.reading.tables import NAMES, SCENARIO

SCENARIOS = {file.stem: file.read_text(encoding="utf-8") for file in sorted(find_course(None).glob("*/*.yaml"))}
FIELD = re.compile(r"(?P<indent> *)(?P<dash>- )?(?P<name>[a-z]+): (?P<text>[\w][^:#\"'\n]{20,})")
"""A line that is a field and a text without quotes."""

Accident = Callable[[re.Match[str], int], tuple[str, str]]
"""Turns a line into what an author wrote by accident, and what was meant; at a place in the text, where that counts."""


def _begin(line: re.Match[str]) -> str:
    return f"{line['indent']}{line['dash'] or ''}{line['name']}:"


def _no_space(line: re.Match[str], _: int) -> tuple[str, str]:
    return f"{_begin(line)}{line['text']}", line[0]


def _tab(line: re.Match[str], _: int) -> tuple[str, str]:
    return "\t" * (len(line["indent"]) // 2) + line[0].lstrip(), line[0]


def _invisible(line: re.Match[str], at: int) -> tuple[str, str]:
    return f"{_begin(line)} {line['text'][:at]}\u200b{line['text'][at:]}", line[0]


def _one_space_more(line: re.Match[str], _: int) -> tuple[str, str]:
    return (line[0] if line["dash"] else f" {line[0]}"), line[0]


def _sign(sign: str) -> Accident:
    def accident(line: re.Match[str], at: int) -> tuple[str, str]:
        text = f"{line['text'][:at].rstrip()}{sign}{line['text'][at:].lstrip()}"
        return f"{_begin(line)} {text}", f'{_begin(line)} "{text}"'

    return accident


def _exclamation(line: re.Match[str], _: int) -> tuple[str, str]:
    return f"{_begin(line)} !{line['text']}", f'{_begin(line)} "!{line["text"]}"'


ACCIDENTS: list[Accident] = [_no_space, _tab, _invisible, _one_space_more, _sign(": "), _sign(" #"), _exclamation]


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_accidents_are_undone(data: st.DataObject) -> None:
    lines = SCENARIOS[data.draw(st.sampled_from(sorted(SCENARIOS)))].removesuffix("\n").split("\n")
    fields = [
        number for number, line in enumerate(lines) if (found := FIELD.fullmatch(line)) and NAMES.get(found["name"])
    ]
    numbers = data.draw(st.lists(st.sampled_from(fields), min_size=1, max_size=6, unique=True))
    written, meant = list(lines), list(lines)
    for number in numbers:
        line = FIELD.fullmatch(lines[number])
        assert line is not None
        accident = data.draw(st.sampled_from(ACCIDENTS))
        if accident is _one_space_more and depth(lines[number - 1]) != depth(lines[number]):
            continue  # the lines below it could as well be meant to stand one further in
        written[number], meant[number] = accident(line, data.draw(st.integers(2, 18)))
    end = data.draw(st.sampled_from(["\n", "\r\n"]))
    mark = data.draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    after = fixed(mark + end.join(written).encode())
    assert after.startswith(mark)
    mended_lines = after.removeprefix(mark).decode().split(end)
    untouched = set(range(len(lines))) - set(numbers)
    assert [mended_lines[number] for number in untouched] == [lines[number] for number in untouched]
    reading = corrected("\n".join(mended_lines), SCENARIO)
    assert reading.values == corrected("\n".join(meant), SCENARIO).values
    assert reading.problems == ()


def depth(line: str) -> int:
    """How far in it begins."""
    return len(line) - len(line.lstrip())


PIECES = [
    "  ",
    "    ",
    "- ",
    ": ",
    " #",
    "!",
    '"',
    "'",
    "\n",
    "\t",
    "|",
    "say",
    "text:",
    "next: a",
    "\x07",
    "[",
    "é",
    "a b",
]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_is_in_it_no_word_is_lost_and_once_is_enough(data: st.DataObject) -> None:
    """A piece of a shipped scenario, spoilt anywhere and anyhow."""
    text = SCENARIOS[data.draw(st.sampled_from(sorted(SCENARIOS)))]
    start = data.draw(st.integers(0, len(text)))
    text = text[:300] + text[start : start + 600]
    for at, piece in data.draw(st.lists(st.tuples(st.integers(0, 900), st.sampled_from(PIECES)), max_size=5)):
        text = text[:at] + piece + text[at + data.draw(st.integers(0, 3)) :]
    once = fixed(text.encode())
    assert words(once) == words(text.encode())
    assert fixed(once) == once


def words(data: bytes) -> str:
    """All letters and digits, in order."""
    return re.sub(r"[\W_]+", "", data.decode())


def fixed(data: bytes) -> bytes:
    """What is in a file once that has been mended and saved."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "story.yaml"
        file.write_bytes(data)
        save(file, mended(Page.read(file), SCENARIO))
        return file.read_bytes()
