"""Slips in the shipped scenarios, at their beginning, in the middle and at their end: either `fineline fix` mends one
so that the scenario reads as it did before, or it leaves the file as it is, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.model import Course, Scenario
from course.reading.courses import read_course, read_scenario
from course.reading.find import find_course
from tests.cli.conftest import run

SHIPPED = find_course(None)
SCENARIOS = {file.stem: file.read_text(encoding="utf-8") for file in sorted(SHIPPED.glob("*/*.yaml"))}
LINE = re.compile(r"(?P<indent> +)(?P<dash>- )?(?P<name>[a-z-]+):(?: (?P<text>[^\s|\[{].*))?")
PLAIN = re.compile(r"\w[^:#\"'\n]{20,}")

Slip = Callable[[re.Match[str]], tuple[str, str] | None]
"""Turns a line of a field into what somebody wrote, and what was meant; None where the slip cannot happen."""


def _instead(old: str, new: str) -> Slip:
    """The first of something is another."""
    return lambda line: (line[0].replace(old, new, 1), line[0]) if line[0].lstrip().startswith(old) else None


def _indented(by: Callable[[int], str]) -> Slip:
    """The line begins otherwise."""
    return lambda line: (by(len(line["indent"])) + line[0].lstrip(), line[0])


def _worded(change: Callable[[str], str], quote: str = '"') -> Slip:
    """A text without quotes holds something that wants them."""

    def slip(line: re.Match[str]) -> tuple[str, str] | None:
        text = line["text"] or ""
        if not PLAIN.fullmatch(text):
            return None
        before = line[0].removesuffix(text)
        return before + change(text), f"{before}{quote}{change(text)}{quote}"

    return slip


def _no_space(line: re.Match[str]) -> tuple[str, str] | None:
    return (line[0].replace(": ", ":", 1), line[0]) if PLAIN.fullmatch(line["text"] or "") else None


def _never_closed(line: re.Match[str]) -> tuple[str, str] | None:
    text = line["text"] or ""
    before = line[0].removesuffix(text)
    return (f'{before}"{text}', f'{before}"{text}"') if PLAIN.fullmatch(text) else None


SLIPS: dict[str, Slip] = {
    "no space after a name": _no_space,
    "no space after a dash": _instead("- ", "-"),
    "two spaces after a dash": _instead("- ", "-  "),
    "no dash": _instead("- ", ""),
    "a long dash": _instead("- ", "— "),
    "a bullet and a tab": _instead("- ", "•\t"),
    "one space more": _indented(lambda wide: " " * (wide + 1)),
    "two spaces more": _indented(lambda wide: " " * (wide + 2)),
    "one space less": _indented(lambda wide: " " * (wide - 1)),
    "two spaces less": _indented(lambda wide: " " * (wide - 2)),
    "tabs of two": _indented(lambda wide: "\t" * (wide // 2)),
    "tabs of eight": _indented(lambda wide: "\t" * ((wide + 7) // 8)),
    "special spaces": _indented(lambda wide: "\u00a0" * wide),
    "an invisible character": lambda line: (f"{line[0][:-1]}\u202e{line[0][-1]}", line[0]),
    "a colon": _worded(lambda text: text.replace(" ", ": ", 1)),
    "a #": _worded(lambda text: text.replace(" ", " #", 1)),
    "an exclamation mark": _worded(lambda text: f"!{text}"),
    "a quoted word": _worded(lambda text: '"' + text.replace(" ", '" ', 1), "'"),
    "a quote never closed": _never_closed,
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course without its scenarios, and without what names them."""
    folder = tmp_path_factory.mktemp("course")
    text = (SHIPPED / "course.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^(scenarios|warm-up|after-check|companion):.*\n(?:  .*\n)*", "", text, flags=re.MULTILINE)
    (folder / "course.yaml").write_text(text, encoding="utf-8")
    assert read_course(folder).problems == ()
    return folder


def read(folder: Path, text: str) -> tuple[Scenario | None, int]:
    """A scenario as it reads, and how much is wrong with it."""
    course = read_course(folder).course
    assert isinstance(course, Course)
    (folder / "one.yaml").write_bytes(text.encode())
    scenario, problems = read_scenario(folder, course, "one.yaml")
    return scenario, len(problems)


def fixed(folder: Path, text: str) -> str:
    """The text as it is after `fineline fix --yes`."""
    for each in folder.glob("*.yaml~"):
        each.unlink()
    (folder / "one.yaml").write_bytes(text.encode())
    run("fix", str(folder), "--yes")
    return (folder / "one.yaml").read_bytes().decode()


def chances(text: str, slip: Slip) -> list[tuple[int, str, str]]:
    """Where the slip can happen in a text: the line's number, what is written and what was meant."""
    lines = text.split("\n")
    found = ((number, slip(match)) for number, line in enumerate(lines) if (match := LINE.fullmatch(line)))
    return [(number, *each) for number, each in found if each and each[0] != lines[number]]


def with_line(text: str, number: int, line: str) -> str:
    """The text with another line."""
    lines = text.split("\n")
    lines[number] = line
    return "\n".join(lines)


def mends(folder: Path, text: str, chance: tuple[int, str, str]) -> bool:
    """Whether a slip is mended; if it is not, nothing is changed."""
    number, written, meant = chance
    spoilt, wanted = with_line(text, number, written), with_line(text, number, meant)
    after = fixed(folder, spoilt)
    if after == spoilt:
        return False
    assert after == wanted or read(folder, after) == read(folder, wanted)
    assert [line.strip() for line in after.split("\n")] == [line.strip() for line in wanted.split("\n")]
    return True


def places() -> Iterator[Callable[[int], int]]:
    """The first, a middle and the last place out of so many, again and again."""
    return cycle((lambda _: 0, lambda many: many // 2, lambda many: many - 1))


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_mended_or_left(slip: Slip, course: Path) -> None:
    all_chances = ((text, found) for text in [*SCENARIOS.values()][::2] if (found := chances(text, slip)))
    mended = [
        mends(course, text, found[place(len(found))])
        for (text, found), place in zip(all_chances, places(), strict=False)
    ]
    assert any(mended)
    assert sum(mended) * 3 > len(mended), "most are sure"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_of_several_slips_all_that_is_written_is_what_was_there(data: st.DataObject, course: Path) -> None:
    name = data.draw(st.sampled_from(sorted(SCENARIOS)))
    text = spoilt = SCENARIOS[name]
    original = text.split("\n")
    meant = list(original)
    for kind in data.draw(st.lists(st.sampled_from(sorted(SLIPS)), min_size=2, max_size=4)):
        number, written, right = data.draw(st.sampled_from(chances(text, SLIPS[kind])))
        if meant[number] == original[number]:
            spoilt, meant[number] = with_line(spoilt, number, written), right
    after = fixed(course, spoilt).split("\n")
    changed = [at for at, (old, new) in enumerate(zip(spoilt.split("\n"), after, strict=True)) if old != new]
    assert [after[at].lstrip(" -") for at in changed] == [meant[at].lstrip(" -") for at in changed]
    assert fixed(course, "\n".join(after)) == "\n".join(after), "once is enough"


WHOLE = {
    "tabs alone": lambda text: re.sub(r"^ +", lambda match: "\t" * (len(match[0]) // 2), text, flags=re.MULTILINE),
    "long dashes": lambda text: re.sub(r"^( *)- ", r"\1– ", text, flags=re.MULTILINE),
    "bullets": lambda text: re.sub(r"^( *)- ", r"\1• ", text, flags=re.MULTILINE),
}


@pytest.mark.parametrize("spoil", WHOLE.values(), ids=WHOLE)
def test_a_whole_scenario_from_another_program(spoil: Callable[[str], str], course: Path) -> None:
    text = SCENARIOS["parking-lot"]
    assert fixed(course, spoil(text)) == text


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
    "=",
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_in_it_no_word_is_lost(data: st.DataObject, course: Path) -> None:
    """A piece of a shipped scenario, spoilt anywhere and anyhow."""
    text = SCENARIOS[data.draw(st.sampled_from(sorted(SCENARIOS)))]
    start = data.draw(st.integers(0, len(text)))
    text = text[:300] + text[start : start + 600]
    for at, piece in data.draw(st.lists(st.tuples(st.integers(0, 900), st.sampled_from(PIECES)), max_size=5)):
        text = text[:at] + piece + text[at + data.draw(st.integers(0, 3)) :]
    once = fixed(course, text)
    assert re.sub(r"[\W_]+", "", once) == re.sub(r"[\W_]+", "", text)
    assert [bool(line.strip()) for line in once.split("\n")] == [
        bool(line.strip("\x07 \t")) for line in text.split("\n")
    ]
