"""A disk with little room left: a sound journal is never called damaged, nothing of it is lost, and nobody's program is
ended without a word."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import SimpleNamespace

import pytest

from course.journal.records import NotSaved, Trouble
from course.journal.sqlite.file import trouble_of
from course.room.stores.sqlite import SqliteRooms
from course.room.stores.store import Damaged
from course.system import databases
from tests.folders import ROOT
from tests.journal.test_trouble import play
from tests.journals import attempts, eventually, open_journal
from tests.terminal import PATIENCE

MANY, FEW = 40, 3
BLAMES_THE_DISK = ("FULL", "IOERR", "IOERR_SHMSIZE", "CANTOPEN", "READONLY", "PROTOCOL", "BUSY")
BLAMES_THE_FILE = ("CORRUPT", "NOTADB")


def main(path: Path, often: int, room: str) -> None:
    """Play that often; at the end there is room for so many bytes more, where any are named."""
    import resource

    journal = open_journal(path)
    for _ in range(often):
        play(journal)
    print(journal.wait(1).trouble)
    if room:
        most = path.stat().st_size + int(room)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    journal.close(1)


def played(path: Path, often: int, room: str = "") -> subprocess.CompletedProcess[str]:
    """What comes of the above in a process of its own."""
    command = [sys.executable, "-m", "tests.journal.test_full_disk", str(path), str(often), room]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def error(code: str) -> sqlite3.Error:
    """What SQLite raises."""
    made = sqlite3.OperationalError(code)
    made.sqlite_errorcode = getattr(sqlite3, f"SQLITE_{code}")
    return made


def refuse_to_open(code: str, patch: pytest.MonkeyPatch) -> None:
    """Have SQLite raise that wherever it is to open a file."""

    def refuse(*_: object, **__: object) -> sqlite3.Connection:
        raise error(code)

    patch.setattr(sqlite3, "connect", refuse)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if each disk gave its room in smaller pieces than SQLite takes it in, as most small ones do."""
    monkeypatch.setattr(databases, "_has_small_blocks", lambda _: True)


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """How much room is said to be left on each disk; what is set on it counts at once."""
    found = SimpleNamespace(free=10 * databases.ROOM)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: found)
    return found


def logged(path: Path) -> None:
    """A journal with one attempt in its file, and another that is in its log alone, as a killed program leaves it."""
    journal = open_journal(path)
    play(journal)
    journal.close()
    journal = open_journal(path)
    play(journal)
    journal.wait(PATIENCE)
    names = [path.with_name(path.name + suffix) for suffix in ("", "-wal")]
    parts = [each.read_bytes() for each in names]
    journal.close()
    for name, part in zip(names, parts, strict=True):
        name.write_bytes(part)


def test_what_a_full_disk_did_not_let_be_written_back_is_no_damage(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    path = tmp_path / "journal.db"
    open_journal(path).close()
    assert played(path, MANY, "8192").stdout == "None\n"
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as half, pytest.raises(sqlite3.Error):
        half.execute("SELECT * FROM attempts")  # as the file is without its log
    journal = open_journal(path)
    assert not journal.keeping.trouble
    assert not journal.take_notices()
    assert len(journal.begun("tiny", "tale") or ()) == MANY
    assert not list(tmp_path.glob("*set-aside*"))


@pytest.mark.parametrize("code", BLAMES_THE_DISK)
def test_only_what_the_file_is_to_blame_for_is_called_damage(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trouble_of(error(code), tmp_path / "journal.db")[0] is not None
    refuse_to_open(code, monkeypatch)
    with pytest.raises(OSError):  # noqa: PT011 (which one, is for the disk to say)
        SqliteRooms(tmp_path / "rooms.db")


@pytest.mark.parametrize("code", BLAMES_THE_FILE)
def test_what_the_file_is_to_blame_for_is_called_damage(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert trouble_of(error(code), tmp_path / "journal.db")[0] is None
    refuse_to_open(code, monkeypatch)
    with pytest.raises(Damaged):
        SqliteRooms(tmp_path / "rooms.db")


@pytest.mark.usefixtures("small_blocks")
def test_where_an_index_might_find_no_room_none_is_begun_and_all_is_shown(
    tmp_path: Path, left: SimpleNamespace
) -> None:
    path = tmp_path / "journal.db"
    logged(path)
    left.free = databases.ROOM - 1
    journal = open_journal(path)
    assert journal.keeping.trouble is Trouble.FULL
    assert not journal.keeping.unread
    assert len(journal.begun("tiny", "tale") or ()) == 2
    assert not path.with_name(path.name + "-shm").exists()
    with pytest.raises(OSError, match="No space left"):
        SqliteRooms(tmp_path / "rooms.db")
    play(journal)
    left.free *= 10
    eventually(lambda: not journal.keeping.trouble)
    assert len(attempts(open_journal(path), "tiny")) > 0
    assert len(open_journal(path).begun("tiny", "tale") or ()) == 3


@pytest.mark.usefixtures("small_blocks")
def test_while_there_is_room_the_whole_index_is_written(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    open_journal(path).close()
    before = path.read_bytes()
    journal = open_journal(path)
    assert path.with_name(path.name + "-wal").stat().st_size
    journal.close()
    assert len(path.read_bytes()) == len(before)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of small blocks, for those who may have one."""
    folder = tmp_path / "mounted"
    folder.mkdir()
    if os.name != "posix" or os.geteuid() or not (shutil.which("mkfs.ext4") and shutil.which("mount")):
        pytest.skip("only root can mount a disk")
    in_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # which never waits for what others write
    with NamedTemporaryFile(dir=in_memory) as image:
        image.truncate(3_000_000)
        subprocess.run(["mkfs.ext4", "-q", "-b", "1024", "-m", "0", image.name], check=True)
        if subprocess.run(["mount", "-o", "loop", image.name, folder], capture_output=True, check=False).returncode:
            pytest.skip("no disk can be mounted here")
        yield folder
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("free", [24, 120, 132, 170])
def test_on_a_full_disk_nobody_is_ended_and_nothing_is_lost(small_disk: Path, free: int) -> None:
    path = small_disk / "journal.db"
    journal = open_journal(path)
    play(journal)
    journal.close()
    found = os.statvfs(small_disk)
    filler = small_disk / "filler"
    with filler.open("wb") as file:
        file.write(bytes(found.f_bavail * found.f_frsize - free * 1024))
        file.flush()
        os.fsync(file.fileno())  # so that the disk has given the room by now
    ended = played(path, FEW)
    assert (ended.returncode, ended.stderr) == (0, "")
    journal = open_journal(path)
    assert not journal.take_notices()
    assert not journal.keeping.unread
    known = len(journal.begun("tiny", "tale") or ())
    assert known in range(1, FEW + 2)
    with suppress(NotSaved):
        journal.forget("nothing", seconds=0.1)
    journal.close()
    filler.unlink()
    journal = open_journal(path)
    assert (journal.keeping.trouble, journal.take_notices()) == (None, [])
    assert len(journal.begun("tiny", "tale") or ()) == known
    journal.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
