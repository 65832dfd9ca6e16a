"""Every code has an entry; its wrong example raises that code alone, just where it says; its mended one raises none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.authoring.check.run import check
from course.authoring.explain import Entry, Wrong, entries
from course.reading.problems.codes import CODES
from course.reading.problems.problem import Place, Problem
from tests.authoring.explain.made import MADE
from tests.cli.conftest import run
from tests.folders import COURSES

HERE = Path(__file__).parent
SOUND = {name: (HERE / name).read_text(encoding="utf-8") for name in ("course.yaml", "key.yaml")}
ENTRIES = list(entries())
each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)


def problems(folder: Path, files: dict[str, str | bytes]) -> list[Problem]:
    """What is wrong with a course of these files, and of the sound ones for those that are missing."""
    for name, text in {**SOUND, **files}.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(check(folder).problems)


def spliced(entry: Entry, lines: str) -> dict[str, str | bytes]:
    """The sound course with these lines in the place of those that the entry names."""
    text = SOUND[entry.wrong.file]
    assert text.count(entry.instead) == 1, f"{entry.instead!r} must stand once in {entry.wrong.file}"
    return {entry.wrong.file: text.replace(entry.instead, lines)}


LIMITS = """\
limits:
  no-contact: {breaks: thanks, because: She heard nothing at all.}
  due:
    - {kind: gift, by: 2, breaks: thanks, because: Later it looks like an afterthought.}
"""


def beside(entry: Entry) -> dict[str, str | bytes]:
    """What else differs from the sound course, in the wrong example and in the mended one."""
    return {"course.yaml": SOUND["course.yaml"] + LIMITS} if entry.wrong.how == "beside limits" else {}


def broken(entry: Entry) -> dict[str, str | bytes]:
    """The course with the entry's problem."""
    wrong: Wrong = entry.wrong
    if wrong.how == "made very long":
        return {wrong.file: SOUND[wrong.file] + "# and so on\n" * 1_500_000}
    if wrong.how == "lengthened":
        return spliced(entry, wrong.lines.replace("(so on, for half a page)", "and so on, " * 120 + "and leave"))
    if wrong.how == "repeated":
        first, rest = wrong.lines.split("\n", 1)
        return spliced(entry, "".join(f"{first.replace('N', str(number))}\n" for number in range(200)) + rest)
    if wrong.how == "beside a sound scenario":
        return {wrong.file: wrong.lines}
    if wrong.how == "without its end":
        return {wrong.file: wrong.lines.rstrip("\n")}
    files = {**spliced(entry, wrong.lines), **beside(entry)}
    if wrong.how.startswith("as "):
        files = {name: str(text).encode(wrong.how[3:]) for name, text in files.items()}
    return files


def mended(entry: Entry) -> dict[str, str | bytes]:
    """The course without the entry's problem, as the entry mends it."""
    if entry.mended_in:
        return {**broken(entry), entry.mended_in: SOUND[entry.mended_in] + entry.mended}
    return {**spliced(entry, entry.mended), **beside(entry)}


def test_every_code_has_an_entry() -> None:
    assert sorted(entry.code for entry in ENTRIES) == sorted(CODES)


@each_entry
def test_the_wrong_example_raises_its_code_alone_and_where_it_says(entry: Entry, tmp_path: Path) -> None:
    if entry.code in MADE:
        made = MADE[entry.code]()
        found = problems(tmp_path, {"key.yaml": SOUND["key.yaml"], **made.wrong})
        assert {problem.code for problem in found} == {entry.code}
        place = found[0].place
        assert not made.file or Place(made.file, made.line, made.column) == place
        line = (tmp_path / place.file).read_text().split("\n")[place.line - 1]
        assert line[place.column - 1 :].strip(), "it points at something"
        return
    if entry.wrong.how == "as a folder":
        (tmp_path / "course.yaml").write_text(SOUND["course.yaml"])
        (tmp_path / entry.wrong.file).mkdir()
        found = list(check(tmp_path).problems)
    else:
        found = problems(tmp_path, broken(entry))
    beside = {"unknown-key"} if entry.code == "more-problems" else set()
    assert {problem.code for problem in found} == {entry.code} | beside
    expected = Place(entry.wrong.found_in, entry.wrong.line, entry.wrong.column)
    assert expected in [problem.place for problem in found if problem.code == entry.code], found


@each_entry
def test_the_mended_example_raises_nothing(entry: Entry, tmp_path: Path) -> None:
    if entry.code in MADE:
        files = dict(MADE[entry.code]().mended)
    elif entry.wrong.how in ("as a folder", "made very long", "beside a sound scenario", "without its end"):
        files = {}
    else:
        files = {name: str(text) for name, text in mended(entry).items()}
    found = problems(tmp_path, {**files})
    assert [(problem.code, problem.place) for problem in found] == []


NOT_IN_THE_EXAMPLE = {
    "alias",
    "bad-value",
    "control-character",
    "duplicate-key",
    "empty",
    "left-empty",
    "missing",
    "needs-indent",
    "pasted",
    "unknown-option",
    "unknown-person",
    "unknown-source",
    "wrong-kind",
}
"""Codes of which `fineline fix` can mend another example than the one that is shown."""


@each_entry
def test_it_says_what_fix_does_about_it(entry: Entry, tmp_path: Path) -> None:
    if entry.code in MADE or entry.wrong.how == "as a folder":
        return
    meant = [each.meant for each in problems(tmp_path, broken(entry)) if each.code == entry.code]
    said = {"asks" if each.ask else "writes" for each in meant if each}
    assert said == {CODES[entry.code].fix} - {""} or entry.code in NOT_IN_THE_EXAMPLE


@each_entry
def test_an_entry_is_short_and_in_sentences(entry: Entry) -> None:
    for paragraph in (entry.means, entry.matters):
        assert paragraph.endswith((".", "?")), paragraph
        assert len(paragraph.split()) <= 60, paragraph


@pytest.mark.parametrize(("course", "ending"), [("counter", "ending: curt"), ("", "ending: quiet")])
def test_the_examples_have_the_line_of_the_course_one_stands_in(
    course: str, ending: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(COURSES / course if course else tmp_path)
    assert run("explain", "advice-ends-badly") == 0
    assert ending in capsys.readouterr().out


def test_what_is_said_of_a_code_names_no_place_on_a_line() -> None:
    for entry in ENTRIES:
        assert not re.search(r"\b(?:assertive|pushy|quiet)\b", f"{entry.means} {entry.matters}"), entry.code
