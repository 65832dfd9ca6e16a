"""The kept table of contents: never anything else than what the files say, and no reason not to start."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from course.reading import contents_cache
from course.reading.contents_cache import TableOfContents, keep_sound, table_of_contents
from course.reading.courses import Contents, read_contents
from course.reading.files.find import find_course
from course.system import paths
from course.visit.course_folder import CourseFolder
from tests.desks import TWINS
from tests.folders import BAKERY, DESKS, STALL, kept_contents

DOOR = "people/back-door.yaml"
LATER = 2**62
"""In nanoseconds, long after any file was saved."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A course of two scenarios."""
    return shutil.copytree(BAKERY, tmp_path / "bakery")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which folders are read from now on."""
    seen: list[Path] = []

    def read(folder: Path) -> Contents:
        seen.append(folder)
        return read_contents(folder)

    monkeypatch.setattr("course.reading.courses.read_contents", read)
    return seen


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few seconds have gone by since the files were saved."""
    monkeypatch.setattr("time.time_ns", lambda: LATER)


def agree(folder: Path) -> bool:
    """Whether it is as if everything was read."""
    contents = read_contents(folder)
    return table_of_contents(folder) == TableOfContents(contents.course, contents.heads)


@pytest.mark.parametrize("course", [find_course(None), BAKERY, STALL], ids=lambda folder: folder.name)
@pytest.mark.usefixtures("later")
def test_what_has_been_read_once_is_not_read_again(course: Path, reads: list[Path]) -> None:
    contents = read_contents(course)
    first, again = table_of_contents(course), table_of_contents(course)
    assert first == again == TableOfContents(contents.course, contents.heads)
    assert len(reads) == 1


@pytest.mark.usefixtures("later")
def test_a_course_is_the_same_by_whichever_way_it_is_reached(folder: Path, reads: list[Path]) -> None:
    link = folder.with_name("link")
    link.symlink_to(folder)
    assert table_of_contents(link) == table_of_contents(folder)
    assert len(reads) == 1


def add(file: Path, line: str) -> None:
    file.write_text(file.read_text() + line)


def resave(folder: Path) -> None:
    file = folder / DOOR
    text = file.read_text().replace("title: The back door", "title: The side gate")
    before = file.stat()
    file.write_text(text)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size


CHANGES: dict[str, Callable[[Path], object]] = {
    "a longer title": lambda folder: add(folder / DOOR, "summary: In the dark.\n"),
    "a title as long, and the old time": resave,
    "another course file": lambda folder: add(folder / "course.yaml", "card: Wait.\n"),
    "a new scenario": lambda folder: shutil.copy(folder / DOOR, folder / "other-door.yaml"),
    "a scenario gone": lambda folder: (folder / DOOR).unlink(),
    "a scenario of another name": lambda folder: (folder / DOOR).rename(folder / "side-door.yaml"),
    "no course file": lambda folder: (folder / "course.yaml").unlink(),
    "a broken course file": lambda folder: (folder / "course.yaml").write_text("pairs: [\n"),
    "a scenario that cannot be read": lambda folder: (folder / DOOR).write_text("title: [\n"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.usefixtures("later")
def test_any_change_is_seen(change: str, folder: Path) -> None:
    table_of_contents(folder)
    assert kept_contents().exists()
    CHANGES[change](folder)
    assert agree(folder)
    assert agree(folder)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda data: data[:-20],
        lambda data: data.replace(b'"heads":[', b'"heads":[7,'),
        lambda data: data.replace(b'"title":"The', b'"title":3,"x":"The'),
        lambda data: data.replace(b"The back door", b"The \\u001b]0;door"),
        lambda data: data.replace(b"The back door", "The \u202edoor".encode()),
        lambda data: data.replace(b'"pass_mark":"3/4"', b'"pass_mark":"3/0"'),
        lambda _: b"[" * 100_000,
        lambda data: b"\xff" + data,
        lambda data: data + b" " * 5_000_000,
    ],
)
@pytest.mark.usefixtures("later")
def test_what_is_not_as_it_was_written_is_not_believed(
    spoil: Callable[[bytes], bytes], folder: Path, reads: list[Path]
) -> None:
    table_of_contents(folder)
    spoilt = spoil(kept_contents().read_bytes())
    assert spoilt != kept_contents().read_bytes()
    kept_contents().write_bytes(spoilt)
    assert agree(folder)
    assert len(reads) == 2


@pytest.mark.usefixtures("later")
def test_that_all_can_be_played_is_remembered_as_long_as_nothing_changes(folder: Path) -> None:
    keep_sound(folder)
    assert not table_of_contents(folder).sound, "there was nothing to remember it with"
    keep_sound(folder)
    assert table_of_contents(folder).sound
    add(folder / DOOR, "summary: In the dark.\n")
    keep_sound(folder)
    assert not table_of_contents(folder).sound


@pytest.mark.usefixtures("later")
def test_twins_are_kept_with_it_so_that_no_scene_is_read_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(DESKS, tmp_path / "desks")
    table_of_contents(folder)
    found = CourseFolder(folder).twins
    assert set(found) == set(TWINS)
    monkeypatch.setattr("course.reading.courses.read_course", None)
    assert CourseFolder(folder).twins == found
    add(folder / "library.yaml", "# edited\n")
    with pytest.raises(TypeError):
        assert CourseFolder(folder).twins, "what was edited is read again"


@pytest.mark.usefixtures("later")
def test_another_reader_reads_again(folder: Path, reads: list[Path]) -> None:
    table_of_contents(folder)
    data = kept_contents().read_bytes()
    kept_contents().write_bytes(data.replace(b'"reading/courses.py",', b'"reading/courses.py",1'))
    assert data != kept_contents().read_bytes()
    table_of_contents(folder)
    assert len(reads) == 2


@pytest.mark.usefixtures("later")
def test_the_course_opened_last_is_kept_and_no_other(folder: Path, reads: list[Path]) -> None:
    for each in (folder, BAKERY, BAKERY, folder):
        assert agree(each)
    assert reads == [folder, BAKERY, folder]


def test_a_file_saved_just_now_may_be_saved_again_and_look_the_same(folder: Path) -> None:
    table_of_contents(folder)
    assert not kept_contents().exists()


@pytest.mark.usefixtures("later")
def test_a_course_in_which_something_is_wrong_is_never_kept(folder: Path) -> None:
    (folder / DOOR).write_text("title: [\n")
    contents = table_of_contents(folder)
    assert contents.course is not None
    assert len(contents.heads) == 2
    (folder / "course.yaml").unlink()
    assert table_of_contents(folder).course is None
    assert not kept_contents().exists()


@pytest.mark.parametrize("there", ["a file", "a folder in its place", "a folder that takes nothing"])
@pytest.mark.usefixtures("later")
def test_where_nothing_can_be_kept_everything_is_read(there: str, folder: Path, own_home: Path) -> None:
    own_home.mkdir()
    if there == "a file":
        paths.cache_folder().write_text("")
    elif there == "a folder in its place":
        kept_contents().mkdir(parents=True)
    else:
        paths.cache_folder().mkdir(mode=0o500)
    assert agree(folder)
    assert agree(folder)
    assert not kept_contents().is_file() or os.geteuid() == 0


@pytest.mark.usefixtures("later")
def test_it_is_for_its_owner_alone_and_leaves_nothing_beside_it(folder: Path, own_home: Path) -> None:
    table_of_contents(folder)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (own_home, paths.cache_folder(), kept_contents())]
    assert modes == [0o700, 0o700, 0o600]
    assert list(paths.cache_folder().iterdir()) == [kept_contents()]


@pytest.mark.usefixtures("later")
def test_it_can_be_forgotten(folder: Path) -> None:
    table_of_contents(folder)
    contents_cache.forget()
    assert not kept_contents().exists()
    contents_cache.forget()


@pytest.mark.usefixtures("later")
def test_on_a_small_disk_the_room_is_left_to_answers(
    folder: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=64 * 1024))
    assert table_of_contents(folder).heads
    assert not list((own_home / "cache").iterdir())
