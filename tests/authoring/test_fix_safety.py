"""Nothing is ever lost: no word of a text, no file, and nothing is written that nobody could tell for sure."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from course.authoring.check.run import check
from course.authoring.explain import Entry
from course.authoring.fix.mechanical import mended
from course.authoring.fix.page import Doubtful, Page
from course.authoring.fix.saving import save
from course.reading.codes import SHAPE, TEXT, WAYS
from course.reading.tables import SCENARIO
from tests.authoring.explain.test_entries import ENTRIES, SOUND, broken
from tests.cli.conftest import run

Printed = pytest.CaptureFixture[str]
KEY = SOUND["key.yaml"]
BROKEN = KEY.replace("The key", "The key: mine")
MENDED = KEY.replace("title: The key", 'title: "The key: mine"')


def course(folder: Path, **files: str | bytes) -> Path:
    """The small sound course, with other files of these names in it."""
    for name, text in {**SOUND, **{f"{name}.yaml": text for name, text in files.items()}}.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def words(folder: Path) -> dict[str, list[str]]:
    """What stands in each file of a course, without its signs."""
    return {
        file.name: re.findall(r"[^\W_]+", file.read_bytes().decode("latin-1"))
        for file in sorted(folder.iterdir())
        if file.is_file()
    }


READ = {code.id for code in (*TEXT, *SHAPE, *WAYS) if not code.checked} - {"encoding", "too-large", "not-readable"}
SMALL = [entry for entry in ENTRIES if entry.code in READ]


@pytest.mark.parametrize("entry", SMALL, ids=lambda entry: entry.code)
def test_whatever_is_wrong_no_word_is_lost_and_nothing_new_is_wrong(entry: Entry, tmp_path: Path) -> None:
    course(tmp_path, **{name.removesuffix(".yaml"): text for name, text in broken(entry).items()})
    before, codes = words(tmp_path), {problem.code for problem in check(tmp_path).problems}
    run("fix", str(tmp_path), "--yes")
    assert words(tmp_path) == before
    assert {problem.code for problem in check(tmp_path).problems} <= codes
    after = {file: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    run("fix", str(tmp_path), "--yes")
    assert {file: file.read_bytes() for file in after} == after, "once is enough"


PASTED = """
    text: |
      You stand at the door.
You have rung twice.

      Nobody comes.
"""


def test_a_pasted_line_stays_where_it_is(tmp_path: Path, capsys: Printed) -> None:
    """The reader goes on without it, so as to find what else is wrong; it is the author's text all the same."""
    text = re.sub(r"\n    text: .*\n", lambda _: PASTED, KEY, count=1)
    course(tmp_path, key=text)
    assert run("fix", str(tmp_path), "--yes") == 1
    assert (tmp_path / "key.yaml").read_text() == text
    assert "[needs-indent]" in capsys.readouterr().out


def test_what_is_in_doubt_does_not_keep_the_rest_from_being_mended(tmp_path: Path) -> None:
    text = re.sub(r"\n    text: .*\n", lambda _: PASTED, BROKEN, count=1)
    course(tmp_path, key=text)
    run("fix", str(tmp_path), "--yes")
    assert (tmp_path / "key.yaml").read_text() == text.replace("title: The key: mine", 'title: "The key: mine"')


def test_more_lines_out_of_place_than_one_reading_finds(tmp_path: Path) -> None:
    scene = "  s{}:\n    title: A\n     text: B\n    ending: assertive\n"
    text = "title: T\nstart: s0\nscenes:\n" + "".join(scene.format(number) for number in range(45))
    file = tmp_path / "key.yaml"
    file.write_text(text)
    assert mended(Page.read(file), SCENARIO).text == text.replace("     text", "    text")


def test_one_old_byte_does_not_spoil_a_sound_file(tmp_path: Path) -> None:
    """All of it read as Windows-1252, the accents that are in UTF-8 would come out as two characters each."""
    data = (KEY + "# naïve\n").encode() + "# café\n".encode("cp1252")
    course(tmp_path, key=data)
    assert run("fix", str(tmp_path), "--yes") == 0
    assert (tmp_path / "key.yaml").read_text(encoding="utf-8") == KEY + "# naïve\n# café\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_wide_encodings_are_saved_as_utf_8(encoding: str, tmp_path: Path, capsys: Printed) -> None:
    text = ("# café\n" + KEY).replace("\n", "\r\n")
    course(tmp_path, key=text.encode(encoding))
    assert run("fix", str(tmp_path), "--yes") == 0
    assert (tmp_path / "key.yaml").read_bytes() == text.encode()
    assert "to be saved again as UTF-8 (it is saved as UTF-" in capsys.readouterr().out


def test_the_difference_shows_what_an_old_encoding_becomes(tmp_path: Path, capsys: Printed) -> None:
    course(tmp_path, key=("# café\n" + KEY).encode("cp1252"))
    run("fix", str(tmp_path), "--diff")
    said = capsys.readouterr().out
    assert "-# caf\ufffd\n" in said
    assert "+# café\n" in said


@pytest.mark.parametrize(
    "data",
    [b"# caf\x8e \x8f\n", "# Она ждёт у двери.\n".encode("cp1251") * 40, b"\xff\xfe# a\x00\x00\xd8"],
    ids=["a byte that Windows-1252 has not", "another alphabet", "half a character"],
)
def test_an_encoding_that_nobody_can_tell_is_left_alone(data: bytes, tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / "key.yaml"
    file.write_bytes(data)
    with pytest.raises(Doubtful):
        Page.read(file)
    course(tmp_path, key=data)
    assert run("fix", str(tmp_path), "--yes") == 1
    assert file.read_bytes() == data
    assert "[encoding]" in capsys.readouterr().out


def test_only_the_invisible_character_goes(tmp_path: Path) -> None:
    """Neither the tab behind it nor the accent in two pieces has anything to do with it."""
    file = tmp_path / "key.yaml"
    line = "# cafe\u0301\u200b\there"
    file.write_text(f"{line}\n{KEY}", encoding="utf-8")
    assert mended(Page.read(file), SCENARIO).lines[0] == line.replace("\u200b", "")


def test_mixed_line_ends_stay(tmp_path: Path) -> None:
    lines = BROKEN.split("\n")
    data = b"".join(line.encode() + (b"\r\n", b"\n", b"\r")[number % 3] for number, line in enumerate(lines))
    file = tmp_path / "key.yaml"
    file.write_bytes(data)
    save(file, mended(Page.read(file), SCENARIO))
    assert file.read_bytes() == data.replace(b"title: The key: mine", b'title: "The key: mine"')


def test_diff_changes_nothing_and_names_what_would_be_left(tmp_path: Path, capsys: Printed) -> None:
    text = BROKEN.replace("start: ", "begin: ")
    course(tmp_path, key=text)
    assert run("fix", str(tmp_path), "--diff") == 1
    assert (tmp_path / "key.yaml").read_text() == text
    said = capsys.readouterr().out
    assert '+title: "The key: mine"' in said
    assert "[missing]" in said
    assert "[needs-quotes]" not in said, "it would be gone"


def test_a_file_that_is_none_of_the_course_s(tmp_path: Path, capsys: Printed) -> None:
    notes = course(tmp_path) / "notes.md"
    notes.write_text("title:Mine\n")
    assert run("fix", str(notes), "--yes") == 2
    assert "notes.md is none of the course's files" in capsys.readouterr().err
    assert notes.read_text() == "title:Mine\n"


def test_a_link_to_a_file_elsewhere_is_a_file_of_the_course(tmp_path: Path) -> None:
    inside, outside = tmp_path / "course", tmp_path / "shared"
    for folder in (inside, outside):
        folder.mkdir()
    course(inside)
    (outside / "lock.yaml").write_text(BROKEN)
    (inside / "lock.yaml").symlink_to(outside / "lock.yaml")
    assert run("fix", str(inside / "lock.yaml"), "--yes") == 0
    assert (outside / "lock.yaml").read_text() == MENDED
    assert (inside / "lock.yaml").is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(course(tmp_path) / "lock.yaml")
    assert run("fix", str(tmp_path), "--yes") == 1


def test_a_file_that_may_not_be_written(tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    course(tmp_path, key=BROKEN)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert run("fix", str(tmp_path), "--yes") == 2
    assert "key.yaml cannot be written: Permission denied. It is as it was." in capsys.readouterr().err
    assert (tmp_path / "key.yaml").read_text() == BROKEN


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fails(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course(tmp_path, key=BROKEN)
    before = sorted(file.name for file in tmp_path.iterdir())

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    assert run("fix", str(tmp_path), "--yes") == 2
    assert (tmp_path / "key.yaml").read_text() == BROKEN
    assert sorted(file.name for file in tmp_path.iterdir()) == before, "and nothing lies about"


KILLED_AT = """
import os, signal, sys
from course.cli.main import main
os.{call} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
main(["fix", sys.argv[1], "--yes"])
"""


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_killed_while_it_writes_the_file_is_as_it_was(call: str, tmp_path: Path) -> None:
    course(tmp_path, key=BROKEN)
    command = [sys.executable, "-c", KILLED_AT.format(call=call), str(tmp_path)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == -signal.SIGKILL
    assert (tmp_path / "key.yaml").read_text() == BROKEN
    assert run("fix", str(tmp_path), "--yes") == 0, "what was left lying about is no file of the course"
    assert (tmp_path / "key.yaml").read_text() == MENDED
