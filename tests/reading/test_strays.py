"""A file that looks as if it were meant and is not read is said once; of a file and its copies the file is played."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from course.reading.courses import read_contents, read_course
from course.reading.files.find import find_course, scenario_files
from course.reading.files.strays import CODE
from tests.cli.conftest import run
from tests.folders import BAKERY

COPIES = (
    "{} (conflicted copy).yaml",
    "{} (Dana's conflicted copy 2026-03-01).yaml",
    "{}.sync-conflict-20260301-101010-ABCDEFG.yaml",
    "{} (1).yaml",
    "{}(2).yaml",
    "{} - Copy.yaml",
    "{} - Copy (3).yaml",
    "{} - Kopie.yaml",
    "{} copy.yaml",
    "{} copy 2.yaml",
    "{} (copy).yaml",
    "Copy of {}.yaml",
)
BY_COMPUTER = ("{}-LAPTOP7.yaml", "{}-DESKTOP-AB12CD3.yaml", "{}-Danas-MacBook-Pro.yaml")
"""Those of a program that puts the name of the computer behind; nobody else may call a scenario so."""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of its own."""
    shutil.copytree(BAKERY, tmp_path / "bakery")
    return tmp_path / "bakery"


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize("file", [*scenario_files(BAKERY), "course.yaml"])
def test_a_copy_is_named_and_the_original_is_played(name: str, file: str, course: Path) -> None:
    before, files = read_course(course), scenario_files(course)
    first = course / file
    first.with_name(name.format(first.stem)).write_text("title: An older one\n")
    reading = read_course(course)
    assert (reading.scenarios, reading.unavailable) == (before.scenarios, ())
    assert [each.code for each in reading.problems] == [CODE]
    assert first.name in reading.problems[0].message
    assert scenario_files(course) == files
    assert read_contents(course).heads == read_contents(BAKERY).heads


@pytest.mark.parametrize("name", COPIES)
def test_without_its_original_it_is_a_scenario_like_any_other(name: str, course: Path) -> None:
    (file, *_) = scenario_files(course)
    first = course / file
    first.rename(first.with_name(name.format(first.stem)))
    assert len(read_course(course).scenarios) == len(scenario_files(BAKERY))


@pytest.mark.parametrize("ending", [".txt", ".docx", ".rtf", ".html", ".TXT"])
def test_another_ending_is_said(ending: str, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", str(course)) == 0
    (course / f"the-queue.yaml{ending}").write_text("title: The queue\n")
    assert run("check", str(course)) == 0
    assert run("check", "--strict", str(course)) == 1
    capsys.readouterr()
    for file in scenario_files(course):
        (course / file).unlink()
    assert run("check", str(course)) == 1, "nothing else is there"
    assert capsys.readouterr().out.count("not read") == 1


def test_what_we_keep_of_a_file_is_no_stray(course: Path) -> None:
    (file, *_) = scenario_files(course)
    (course / f"{file}~").write_text("")
    assert read_course(course).problems == ()


def test_two_scenarios_of_one_title_are_said_once(course: Path) -> None:
    (file, *_) = scenario_files(course)
    text = "".join(line for line in (course / file).read_text().splitlines(keepends=True) if line[:3] != "id:")
    (course / "an-older-one.yaml").write_text(text)
    (found,) = read_course(course).problems
    assert found.code == "same-title"
    assert "an-older-one.yaml" in (found.place.file, *found.message.split("(")[-1].split(")"))
    assert len(read_course(course).scenarios) == len(scenario_files(BAKERY)) + 1


@pytest.mark.parametrize("name", BY_COMPUTER)
@pytest.mark.parametrize("file", [*scenario_files(BAKERY), "course.yaml"])
@pytest.mark.parametrize("by_id", [True, False])
def test_a_copy_with_the_name_of_a_computer_is_known_by_what_it_holds(
    name: str, file: str, by_id: bool, course: Path
) -> None:
    first = course / file
    text = first.read_text()
    if not by_id:
        text = "".join(line for line in text.splitlines(keepends=True) if line[:3] != "id:")
    first.write_text(text)
    before, files = read_course(course), scenario_files(course)
    copy = first.with_name(name.format(first.stem))
    copy.write_text(text + "# an older one\n")
    reading = read_course(course)
    assert reading.scenarios == before.scenarios
    assert [(each.code, each.place.file) for each in reading.problems] == [(CODE, str(copy.relative_to(course)))]
    assert f"a copy of {first.name}" in reading.problems[0].message
    assert scenario_files(course) == files


def test_a_scenario_of_its_own_may_be_called_like_such_a_copy(course: Path) -> None:
    (file, *_) = scenario_files(course)
    first = course / file
    other = first.with_name(f"{first.stem}-GERMANY.yaml")
    lines = [line for line in first.read_text().splitlines(keepends=True) if line[:3] != "id:"]
    other.write_text("".join("title: In Germany\n" if line.startswith("title:") else line for line in lines))
    assert str(other.relative_to(course)) in scenario_files(course)


def _docx(text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("word/document.xml", f"<w:t>title: The queue</w:t><w:t>{text}</w:t>")
    return made.getvalue()


MEANT = {
    "the-queue.txt": b"title: The queue\nscenes:\n",
    "the-queue.md": b"scenes:\n",
    "the-queue.rtf": b"{\\rtf1 title: The queue\\par scenes:\\par}",
    "the-queue.docx": _docx("scenes:"),
    "the-queue.docx with a misspelling marked": _docx("<w:p><w:r>sce</w:r><w:r>nes:</w:r></w:p>"),
    "the-queue.doc": b"\xd0\xcf\x11\xe0 nobody can look into it",
    "the-queue.pages": b"PK\x03\x04 nor into this",
    "the-queue.json": b'{"title": "The queue", "scenes": {}}',
    "the-queue.txt of a part": b"    choices:\n      - say: Wait.\n",
}
NOTES = {
    "notes.txt": b"Who does what\n",
    "course.schema.json": b'{"$schema": "x", "properties": {"scenes": {}}}',
    "plan.docx": _docx("who does what"),
    "broken.docx": b"PK\x03\x04 no archive",
    "empty.docx": b"",
}


@pytest.mark.parametrize("name", MEANT)
def test_a_scenario_that_an_editor_saved_in_its_own_way_is_named(name: str, course: Path) -> None:
    file = name.split(" ")[0]
    (course / file).write_bytes(MEANT[name])
    (found,) = read_course(course).problems
    assert (found.code, found.place.file) == (CODE, file)
    assert "call it the-queue.yaml" in found.mend


@pytest.mark.parametrize("name", NOTES)
def test_notes_beside_a_course_are_nobodys_business(name: str, course: Path) -> None:
    (course / name).write_bytes(NOTES[name])
    assert read_course(course).problems == ()


def test_a_folder_with_the_name_of_a_scenario_is_called_a_folder(course: Path) -> None:
    (course / "the-queue.yaml").mkdir()
    (found,) = read_course(course).problems
    assert "This is a folder" in found.message


def test_all_files_copied_into_a_folder_are_another_course_and_the_originals_are_played(course: Path) -> None:
    before = read_course(course)
    shutil.copytree(course, course / "old")
    after = read_course(course)
    assert (after.scenarios, after.unavailable) == (before.scenarios, ())
    assert [(each.code, each.place.file) for each in after.problems] == [(CODE, "old/course.yaml")]
    assert read_contents(course).heads == read_contents(BAKERY).heads
    assert find_course(course / "old" / "people") == course / "old", "which can be worked on by itself"


@pytest.mark.parametrize("copy", ["0-second.yaml", "zz-second.yaml", "0-old/er/{}", "zz-old/er/{}"])
def test_of_two_scenarios_of_one_id_the_copy_is_left_out(copy: str, course: Path) -> None:
    before = read_course(course)
    for file in scenario_files(course):
        original = course / file
        other = course / copy.format(original.name)
        other.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(original, other)
        after = read_course(course)
        name = str(other.relative_to(course))
        assert after.scenarios == before.scenarios
        assert [each.file for each in after.unavailable] == [name]
        assert [(each.code, each.place.file) for each in after.problems] == [("duplicate-id", name)]
        assert after.problems[0].source_line
        assert name in after.unavailable[0].reason
        assert read_contents(course).heads == read_contents(BAKERY).heads
        other.unlink()


@pytest.mark.parametrize("name", ["course.yaml.txt", "course.yml", "course (1).yaml", "Course.YAML"])
def test_a_course_under_another_name_is_named(name: str, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / "course.yaml").rename(course / name)
    assert run("check", str(course)) == 2
    assert f"Here is {name}; if that is meant, call it course.yaml." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["~$ank-you.yaml", ".~lock.thank-you.yaml#", "._thank-you.yaml"])
def test_what_a_program_leaves_beside_an_open_file_is_nobodys_scenario(name: str, course: Path) -> None:
    before = read_course(course).problems
    (course / name).write_bytes(b"\x07Dana" + b"\0" * 100)
    assert read_course(course).problems == before


@pytest.mark.parametrize("name", ["drill", "drill,yaml", "drill.", "drill.docx", "drill_yml"])
def test_a_scenario_without_its_ending_is_said_once(name: str, course: Path) -> None:
    (course / name).write_text("title: The drill\nscenes:\n  end:\n    text: It is over.\n", encoding="utf-8")
    (problem,) = read_course(course).problems
    assert (problem.code, problem.place.file) == (CODE, name)
    assert "call it drill.yaml" in problem.mend


def test_a_note_without_an_ending_is_nobodys_business(course: Path) -> None:
    (course / "notes").write_text("ask Ben\n", encoding="utf-8")
    assert read_course(course).problems == ()
