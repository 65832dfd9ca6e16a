"""Files that learners ask for: whole or not at all, and nothing else of theirs is touched."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from course.system.files import NotWritten, save_new, save_over
from course.words import files
from tests.journals import open_journal
from tests.terminal import PATIENCE


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
    with not_written("page.md (the disk is full)"):
        save_new(tmp_path, "page.md", "one")
    with not_written("old.md (the disk is full)"):
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
def test_what_is_no_file_is_neither_waited_for_nor_replaced(tmp_path: Path) -> None:
    pipe, mouth = tmp_path / "pipe", tmp_path / "socket"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(mouth))
        for each in (pipe, mouth, Path(os.devnull), Path("/dev/full")):
            with not_written(f"{each} is a pipe or a device, not a file"):
                save_over(each, "through")
    assert pipe.is_fifo()
    assert mouth.is_socket()


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "sub/" + "x" * 300, "x/" * 3000, "\udcff\ud800"])
def test_what_can_be_no_name_is_a_sentence(tmp_path: Path, name: str) -> None:
    for save in (lambda: save_over(tmp_path / name, "text"), lambda: save_new(tmp_path, name, "text")):
        with not_written(str(tmp_path)):
            save()
    assert names(tmp_path) == set()


OURS = (
    "journal.db",
    "journal.db-wal",
    "journal.db-shm",
    "settings.json",
    "settings-ana.json",
    "rooms.db",
    "rooms.json",
)


@pytest.mark.parametrize("name", [*OURS, "fineline.log", "cache/contents.json", "journal.set-aside-20261127-101010.db"])
@pytest.mark.parametrize("there", [True, False])
def test_nothing_of_ours_is_written_over_by_any_name(own_home: Path, tmp_path: Path, name: str, *, there: bool) -> None:
    file = own_home / name
    file.parent.mkdir(parents=True)
    (own_home.parent / "way").symlink_to(own_home)
    ways = [file, own_home.parent / "way" / name, own_home / ".." / "home" / name]
    if there:
        file.write_text("what somebody did")
        (tmp_path / "link.md").symlink_to(file)
        os.link(file, tmp_path / "second.md")
        ways += [tmp_path / "link.md", tmp_path / "second.md"]
    for way in ways:
        with not_written(f"{way} belongs to Fine Line"):
            save_over(way, "new")
    assert (file.read_text() == "what somebody did") if there else not file.exists()


@pytest.mark.parametrize("name", ["journal.db", "kept.json"])
def test_nobodys_journal_is_written_over_wherever_it_lies(tmp_path: Path, name: str) -> None:
    """Another learner's on the same machine, or one that was put away; what SQLite keeps beside it is a part of it."""
    theirs = tmp_path / name
    journal = open_journal(theirs)
    files = sorted(each for each in tmp_path.iterdir() if each.name.startswith(name))
    assert len(files) == 3
    (tmp_path / "link.json").symlink_to(theirs)
    for way in (*files, tmp_path / "link.json"):
        before = way.stat().st_size
        with not_written(f"{way} is a database"):
            save_over(way, "new")
        assert way.stat().st_size == before
    assert not journal.close(PATIENCE).trouble


def test_what_lies_beside_what_is_ours_is_anybodys(own_home: Path, tmp_path: Path) -> None:
    own_home.mkdir()
    for each in (
        own_home / "page.html",
        own_home / "journal.json",
        tmp_path / "journal.db",
        tmp_path / "settings.json",
    ):
        save_over(each, "mine")
        assert each.read_text() == "mine"


def test_what_is_private_is_for_its_owner_alone(tmp_path: Path) -> None:
    save_over(tmp_path / "export.json", "mine", private=True)
    assert mode(tmp_path / "export.json") == 0o600


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
