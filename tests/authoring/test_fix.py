"""Mending what is mechanical: the mend is right, everything else stays as it was, and nothing is ever lost."""

from __future__ import annotations

import shutil
import sys
from difflib import unified_diff
from pathlib import Path

import pytest

from course.authoring.check.run import check
from course.authoring.fix.mechanical import mended
from course.authoring.fix.page import Page
from course.authoring.fix.saving import ChangedMeanwhile, save
from course.reading.tables import SCENARIO
from tests.authoring.explain.test_entries import ENTRIES, SOUND, broken
from tests.cli.conftest import run
from tests.terminal import Terminal

MENDED = {
    "needs-quotes",
    "needs-space",
    "needs-colon",
    "lost-text",
    "tab",
    "misaligned",
    "encoding",
}
"""Codes that are mended without a question about words."""
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The small sound course of the entries."""
    for name, text in SOUND.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def spoil(course: Path, code: str) -> None:
    """Give it the wrong example of that code."""
    (entry,) = [each for each in ENTRIES if each.code == code]
    for name, text in broken(entry).items():
        (course / name).write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize("code", sorted(MENDED))
def test_it_mends(code: str, course: Path, capsys: Printed) -> None:
    spoil(course, code)
    before = (course / "key.yaml").read_bytes().split(b"\n")
    assert run("fix", str(course), "--yes") == 0
    assert check(course).problems == ()
    after = (course / "key.yaml").read_bytes().split(b"\n")
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1, "one line, and no other"
    assert "key.yaml" in capsys.readouterr().out


def test_characters_that_nobody_can_see_are_taken_out(course: Path) -> None:
    file = course / "key.yaml"
    file.write_text(SOUND["key.yaml"].replace("The key", "The \u202ekey"), encoding="utf-8")
    assert run("fix", str(course), "--yes") == 0
    assert file.read_text() == SOUND["key.yaml"]


def test_a_sound_course_is_left_alone(course: Path, capsys: Printed) -> None:
    times = {file: file.stat().st_mtime_ns for file in course.iterdir()}
    assert run("fix", str(course), "--yes") == 0
    assert capsys.readouterr().out == "Nothing to mend.\n"
    assert {file: file.stat().st_mtime_ns for file in course.iterdir()} == times


def test_without_a_terminal_it_shows_and_does_not_write(course: Path, capsys: Printed) -> None:
    spoil(course, "needs-quotes")
    before = (course / "key.yaml").read_bytes()
    assert run("fix", str(course)) == 1
    said = capsys.readouterr().out
    assert "-title: The key: mine\n" in said
    assert '+title: "The key: mine"\n' in said
    assert "With --yes it is written" in said
    assert (course / "key.yaml").read_bytes() == before


def test_what_it_cannot_mend_is_named(course: Path, capsys: Printed) -> None:
    spoil(course, "unknown-rule")
    assert run("fix", str(course), "--yes") == 1
    assert "Left for you: key.yaml:8:18:" in capsys.readouterr().out


def test_one_file_alone(course: Path) -> None:
    spoil(course, "tab")
    (course / "other.yaml").write_text("title:Other\n")
    run("fix", str(course / "key.yaml"), "--yes")
    assert b"\t" not in (course / "key.yaml").read_bytes()
    assert (course / "other.yaml").read_text() == "title:Other\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", ["", None])
def test_line_ends_mark_and_last_line_stay(end: str, mark: bytes, last: str | None, tmp_path: Path) -> None:
    text = SOUND["key.yaml"].replace("title: The key", "title: The key: mine").replace("\n", end)
    if last is not None:
        text = text.removesuffix(end)
    file = tmp_path / "key.yaml"
    file.write_bytes(mark + text.encode())
    page = Page.read(file)
    save(file, mended(page, SCENARIO))
    assert file.read_bytes() == mark + text.replace("title: The key: mine", 'title: "The key: mine"').encode()


def test_a_file_that_was_saved_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "key.yaml"
    file.write_text("title: The key: mine\n")
    page = Page.read(file)
    file.write_text("title: Another\n")
    with pytest.raises(ChangedMeanwhile):
        save(file, mended(page, SCENARIO))
    assert file.read_text() == "title: Another\n"
    assert [each.name for each in tmp_path.iterdir()] == ["key.yaml"], "and nothing lies about"


def test_mode_and_links_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "key.yaml", tmp_path / "link.yaml"
    file.write_text("title: The key: mine\n")
    file.chmod(0o640)
    link.symlink_to(file)
    save(link, mended(Page.read(link), SCENARIO))
    assert link.is_symlink()
    assert file.read_text() == 'title: "The key: mine"\n'
    assert file.stat().st_mode & 0o777 == 0o640


def fix_in_terminal(course: Path) -> Terminal:
    """The command in a terminal, where it can ask."""
    return Terminal([sys.executable, "-m", "course", "fix", str(course)], columns=100)


def test_a_misspelt_name_is_asked_about(course: Path) -> None:
    spoil(course, "unknown-rule")
    with fix_in_terminal(course) as terminal:
        terminal.read_until("Write this?")
        terminal.send("y\n")
        assert terminal.wait() == 0
    assert check(course).problems == ()


def test_an_id_that_stands_twice_gets_another(course: Path) -> None:
    shutil.copy(course / "key.yaml", course / "lock.yaml")
    text = (course / "lock.yaml").read_text()
    (course / "lock.yaml").write_text("id: key\n" + text)
    with fix_in_terminal(course) as terminal:
        terminal.read_until("A new id for the second one [key-2]: ")
        terminal.send("lock\n")
        terminal.read_until("Write this?")
        terminal.send("y\n")
        terminal.wait()
    assert (course / "lock.yaml").read_text() == "id: lock\n" + text
    assert "duplicate-id" not in {problem.code for problem in check(course).problems}


def test_the_difference_is_the_one_that_diff_writes(course: Path, capsys: Printed) -> None:
    text = SOUND["key.yaml"]
    spoilt = text.replace("because: ", "because: !", 2).replace("eat alone", "eat: alone")
    (course / "key.yaml").write_text(spoilt)
    run("fix", str(course), "--diff")
    said = [line.partition(" line ")[0] for line in capsys.readouterr().out.splitlines()]
    mine = mended(Page.read(course / "key.yaml"), SCENARIO)
    old, new = spoilt.splitlines(), list(mine.lines)
    assert said == list(unified_diff(old, new, "key.yaml", "key.yaml, mended", n=2, lineterm=""))


def test_no_is_no(course: Path) -> None:
    spoil(course, "needs-quotes")
    before = (course / "key.yaml").read_bytes()
    with fix_in_terminal(course) as terminal:
        terminal.read_until("Write this?")
        terminal.send("n\n")
        assert terminal.wait() == 1
    assert (course / "key.yaml").read_bytes() == before
