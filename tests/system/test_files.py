"""Files that learners ask for: whole or not at all, and nothing else of theirs is touched."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from course.system.files import NotWritten, save_new, save_over
from course.words import files


def names(folder: Path) -> set[str]:
    """What lies there, hidden or not."""
    return {each.name for each in folder.iterdir()}


def mode(path: Path) -> int:
    """Who may read and write it."""
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def not_written(because: str) -> Iterator[None]:
    """Sees that a file could not be saved, and that this stands in the sentence about it."""
    with pytest.raises(NotWritten) as problem:
        yield
    assert because in files.not_written(problem.value)


def full(_: int) -> None:
    """What a disk without room says."""
    raise OSError(28, "No space left on device")


def test_a_new_file_gets_a_number_and_leaves_the_other_alone(tmp_path: Path) -> None:
    assert save_new(tmp_path, "page.md", "one") == tmp_path / "page.md"
    assert save_new(tmp_path, "page.md", "two") == tmp_path / "page-2.md"
    assert (tmp_path / "page.md").read_text() == "one"


def test_where_there_is_no_room_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "old.md"
    old.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with not_written("page.md (No space left on device)"):
        save_new(tmp_path, "page.md", "one")
    with not_written("old.md (No space left on device)"):
        save_over(old, "new")
    assert old.read_text() == "old"
    assert names(tmp_path) == {"old.md"}


@pytest.mark.skipif(os.name == "nt", reason="a folder one is in cannot be removed there")
def test_a_folder_that_was_removed_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    with not_written("No such file or directory"):
        save_new(Path(), "page.md", "one")


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("a much longer text than the next")
    old.chmod(0o640)
    save_over(old, "short")
    save_over(new, "short")
    assert (old.read_text(), mode(old)) == ("short", 0o640)
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    assert mode(new) == mode(ordinary), "others may read it as they may read any file"
    assert names(tmp_path) == {"old.md", "new.md", "ordinary"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("old")
    link = tmp_path / "link.md"
    link.symlink_to("old.md")
    save_over(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "old.md").read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    save_over(pipe, "through")
    reader.join(10)
    assert read == ["through"]
    assert pipe.is_fifo()


def test_a_folder_is_never_written_over(tmp_path: Path) -> None:
    with not_written("is a folder; name a file"):
        save_over(tmp_path, "text")


def test_what_a_killed_writer_left_goes_with_the_next_and_what_is_being_written_stays(tmp_path: Path) -> None:
    left, being_written = tmp_path / ".fineline-0badc0de", tmp_path / ".fineline-12345678"
    mine = tmp_path / ".fineline-notes.txt"
    for each in (left, being_written, mine):
        each.write_text("half a")
    for each in (left, mine):
        os.utime(each, (0, 0))
    save_over(tmp_path / "page.md", "whole")
    assert sorted(each.name for each in tmp_path.iterdir()) == [being_written.name, mine.name, "page.md"]
