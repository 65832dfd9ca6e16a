"""What `fineline fix` does to files: other bytes stay, the old file stays beside it, and no half is ever written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from course.authoring.fix import mended
from course.reading.courses import read_course
from course.reading.files.find import scenario_files
from course.reading.problems.problem import Edit
from course.system.files import ChangedMeanwhile, save_over
from tests.authoring.test_fix import KEY, Printed, course, spoilt
from tests.cli.conftest import run

BROKEN = spoilt("The key", "The key: mine")
MENDED = spoilt("The key", '"The key: mine"')


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("last", ["", "# café"])
def test_line_ends_and_encoding_stay(end: str, encoding: str, last: str, tmp_path: Path) -> None:
    before, after = [(text + last).replace("\n", end).encode(encoding) for text in (BROKEN, MENDED)]
    file = course(tmp_path, key=before) / "key.yaml"
    run("fix", str(tmp_path), "--yes")
    assert file.read_bytes() == after
    assert (tmp_path / "key.yaml~").read_bytes() == before


def test_mixed_line_ends_stay(tmp_path: Path) -> None:
    lines = BROKEN.split("\n")
    data = b"".join(line.encode() + (b"\r\n", b"\n", b"\r")[number % 3] for number, line in enumerate(lines))
    file = course(tmp_path, key=data) / "key.yaml"
    run("fix", str(tmp_path), "--yes")
    assert file.read_bytes() == data.replace(b"title: The key: mine", b'title: "The key: mine"')


def test_only_the_invisible_character_goes(tmp_path: Path) -> None:
    """Neither the tab behind it nor the accent in two pieces has anything to do with it."""
    line = "# cafe\u0301\u202e\there\n"
    file = course(tmp_path, key=(line + KEY).encode()) / "key.yaml"
    assert run("fix", str(tmp_path), "--yes") == 0
    assert file.read_text(encoding="utf-8") == line.replace("\u202e", "") + KEY


@pytest.mark.parametrize(
    "data",
    [b"# caf\x8e \x8f\ntitle:x\n", b"# caf\xe9 caf\xc3\xa9 \x81\ntitle:x\n", b"\xff\xfet\x00i\x00\x00\xd8"],
    ids=["a byte of no encoding", "two encodings at once", "half a character"],
)
def test_an_encoding_that_nobody_can_tell_is_left_alone(data: bytes, tmp_path: Path, capsys: Printed) -> None:
    file = course(tmp_path, key=data) / "key.yaml"
    assert run("fix", str(tmp_path), "--yes") == 1
    assert file.read_bytes() == data
    assert "[encoding]" in capsys.readouterr().out


def test_edits_come_in_any_order_and_go_on_from_each_other() -> None:
    edits = [Edit(2, "b:c", "b: c"), Edit(2, "\tb:c", "b:c"), Edit(1, "a", "A")]
    assert mended(b"a\n\tb:c\n", edits) == b"A\nb: c\n"
    assert mended(b"a\n\tb:d\n", edits) is None, "somebody has changed that line"


def test_the_old_file_is_no_file_of_the_course(tmp_path: Path) -> None:
    course(tmp_path, key=BROKEN)
    run("fix", str(tmp_path), "--yes")
    (tmp_path / "course.yaml~").write_text("title: Another\n")
    assert scenario_files(tmp_path) == ["key.yaml"]
    assert read_course(tmp_path).problems == ()


def test_what_was_kept_before_stays(tmp_path: Path, capsys: Printed) -> None:
    course(tmp_path, key=BROKEN)
    (tmp_path / "key.yaml~").write_text("title: An older one\n")
    run("fix", str(tmp_path), "--yes")
    assert (tmp_path / "key.yaml~").read_text() == "title: An older one\n"
    assert (tmp_path / "key-2.yaml~").read_text() == BROKEN
    assert "key-2.yaml~" in capsys.readouterr().out
    assert scenario_files(tmp_path) == ["key.yaml"]


def test_the_same_is_not_kept_twice(tmp_path: Path) -> None:
    for _ in range(2):
        course(tmp_path, key=BROKEN)
        run("fix", str(tmp_path), "--yes")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["course.yaml", "key.yaml", "key.yaml~"]


def test_mode_and_links_stay(tmp_path: Path) -> None:
    inside, outside = tmp_path / "course", tmp_path / "shared"
    for folder in (inside, outside):
        folder.mkdir()
    course(inside)
    file, link = outside / "lock.yaml", inside / "lock.yaml"
    file.write_text(BROKEN)
    file.chmod(0o640)
    link.symlink_to(file)
    assert run("fix", str(link), "--yes") == 0
    assert link.is_symlink()
    assert file.read_text() == MENDED
    for each in (file, inside / "lock.yaml~"):
        assert each.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(course(tmp_path) / "lock.yaml")
    assert run("fix", str(tmp_path), "--yes") == 1


def test_a_file_that_was_saved_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "key.yaml"
    file.write_text("title: Another\n")
    with pytest.raises(ChangedMeanwhile):
        save_over(file, b"title: The key\n", was=b"title: The key: mine\n")
    assert file.read_text() == "title: Another\n"
    assert [each.name for each in tmp_path.iterdir()] == ["key.yaml"], "and nothing lies about"


def test_a_file_that_may_not_be_written(tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    course(tmp_path, key=BROKEN)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert run("fix", str(tmp_path), "--yes") == 2
    assert "key.yaml is as it was." in capsys.readouterr().err
    assert (tmp_path / "key.yaml").read_text() == BROKEN


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_a_disk_that_fails(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course(tmp_path, key=BROKEN)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(call, fail)
    assert run("fix", str(tmp_path), "--yes") == 2
    assert (tmp_path / "key.yaml").read_text() == BROKEN
    assert {each.name for each in tmp_path.iterdir()} <= {"course.yaml", "key.yaml", "key.yaml~"}


KILLED_AT = """
import os, pathlib, signal, sys
from course.cli.main import main
{call} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
main(["fix", sys.argv[1], "--yes"])
"""


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_killed_while_it_writes_the_file_is_as_it_was(call: str, tmp_path: Path) -> None:
    course(tmp_path, key=BROKEN)
    command = [sys.executable, "-c", KILLED_AT.format(call=call), str(tmp_path)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == -signal.SIGKILL
    assert (tmp_path / "key.yaml").read_text() == BROKEN
    assert run("fix", str(tmp_path), "--yes") == 0, "what was left lying about is no file of the course"
    assert (tmp_path / "key.yaml").read_text() == MENDED
