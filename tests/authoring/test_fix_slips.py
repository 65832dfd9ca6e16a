"""Slips in every scenario that lies here: each is named for what it is, and `fineline fix` mends it, so that the
scenario reads as it did before, or leaves the file as it is, byte for byte.

Here each kind is tried at one place, and another kind in another scenario; `python -m tests.slips` tries them all
everywhere, and writes down what becomes of each.
"""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.authoring.check.run import check
from course.authoring.fix import at_once, mended
from course.reading.files.find import COURSE_FILE
from course.reading.problems.codes import CODES
from tests.cli.conftest import run
from tests.plurals import well_counted
from tests.slips.every import EVERY
from tests.slips.kinds import Kind
from tests.slips.tally import ELSEWHERE, MANY, tally
from tests.slips.trial import Became, Reader, Tried, chances, originals, tried

MOST = 3
"""Problems that one slip may lead to."""


@cache
def readers() -> dict[str, Reader]:
    """The readers of all scenarios, which are needed again and again."""
    return {each.name: Reader(each) for each in originals()}


@cache
def one(kind: Kind) -> Tried:
    """The kind, tried there."""
    original, at = next(chances(kind, EVERY.index(kind)))
    return tried(readers()[original.name], original, kind, at)


each_kind = pytest.mark.parametrize("kind", EVERY, ids=[f"{each.by}: {each.name}" for each in EVERY])


@each_kind
def test_a_slip_is_named_and_mended_or_left(kind: Kind) -> None:
    each = one(kind)
    assert each.became is not Became.HARMED, each.after.decode(errors="replace")
    known = {*tally()[kind.by, kind.name], Became.LEFT, Became.ASKED}  # it may always be left, with a word on it
    assert each.became in known, "python -m tests.slips --record writes down what is new"
    assert each.named or kind.name in ELSEWHERE, each.problems
    assert len(each.problems) <= MOST or kind.name in MANY, each.problems
    assert all(problem.message.endswith(".") and problem.mend.endswith(".") for problem in each.problems)
    assert all(map(well_counted, each.problems))
    assert all(CODES[problem.code].fix for problem in each.problems if problem.meant), "the guide says that fix does it"
    sure = at_once(each.problems)
    assert not sure or mended(each.slip.data, (edit for one in sure if one.meant for edit in one.meant.edits))


@pytest.mark.parametrize("kind", EVERY[::12], ids=lambda kind: kind.name)
def test_the_command_writes_what_check_offers(kind: Kind, tmp_path: Path) -> None:
    """In the file's own course, without the other scenarios."""
    each = one(kind)
    folder = tmp_path / each.original.folder.name
    file = folder / each.original.file
    file.parent.mkdir(parents=True)
    shutil.copy(each.original.folder / COURSE_FILE, folder)
    file.write_bytes(each.slip.data)
    offered = [problem for problem in check(folder).problems if problem.meant and problem.place.file == file.name]
    assert {problem.code for problem in offered} <= {problem.code for problem in each.problems if problem.meant}
    run("fix", str(file), "--yes")
    assert file.read_bytes() == each.after


LINE_BY_LINE = [each for each in EVERY if not each.all_over]


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_of_several_slips_all_that_is_written_is_what_was_there(data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(originals()))
    lines = original.text.split("\n")
    spoilt, meant = list(lines), list(lines)
    for number in data.draw(st.lists(st.sampled_from(range(len(LINE_BY_LINE))), min_size=2, max_size=4)):
        kind = LINE_BY_LINE[number]
        for at in kind.places(lines):
            made = kind.spoil(lines, at) or []
            if len(made) == len(lines) and spoilt[at] == lines[at]:
                spoilt[at] = made[at]
                meant[at] = ((kind.meant and kind.meant(lines, at)) or lines)[at]
                break
    before = "\n".join(spoilt)
    after = readers()[original.name].fixed(before.encode()).decode()
    changed = [(new, right) for old, new, right in zip(spoilt, after.split("\n"), meant, strict=True) if old != new]
    assert [unquoted(new) for new, _ in changed] == [unquoted(right) for _, right in changed]
    assert readers()[original.name].fixed(after.encode()).decode() == after, "once is enough"


def unquoted(line: str) -> str:
    """A line without what it begins with, and without quotes."""
    return re.sub(r"['\"]", "", line.lstrip(" -"))


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


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_is_in_it_no_word_is_lost(data: st.DataObject) -> None:
    """A piece of a scenario, spoilt anywhere and anyhow."""
    original = data.draw(st.sampled_from(originals()))
    text = original.text
    start = data.draw(st.integers(0, len(text)))
    text = text[:300] + text[start : start + 600]
    for at, piece in data.draw(st.lists(st.tuples(st.integers(0, 900), st.sampled_from(PIECES)), max_size=5)):
        text = text[:at] + piece + text[at + data.draw(st.integers(0, 3)) :]
    once = readers()[original.name].fixed(text.encode()).decode()
    assert re.sub(r"[\W_]+", "", once).lower() == re.sub(r"[\W_]+", "", text).lower()
    written, before = ([bool(line.strip("\x07 \t")) for line in each.split("\n")] for each in (once, text))
    assert written == before
