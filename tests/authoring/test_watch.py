"""Which files have been saved: every way in which an editor saves, looked at step by step."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from course.authoring.watch import Watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A course folder; what is in the files does not matter here."""
    course = tmp_path / "course"
    (course / "contact").mkdir(parents=True)
    for name in ("course.yaml", "lobby.yaml", "contact/lunch.yaml"):
        (course / name).write_text(f"title: {name}\n")
    return course


def settled(watch: Watch) -> frozenset[str]:
    """What has changed, once everything rests: a first look sees the change, a second one that it rests."""
    first = watch.changed()
    return first or watch.changed()


def test_nothing_has_changed(folder: Path) -> None:
    watch = Watch(folder)
    assert settled(watch) == frozenset()


def test_a_file_saved_in_place_is_reported_once(folder: Path) -> None:
    watch = Watch(folder)
    (folder / "lobby.yaml").write_text("title: The lobby, saved\n")
    assert settled(watch) == {"lobby.yaml"}
    assert settled(watch) == frozenset()


def test_a_file_that_is_still_being_written_is_waited_for(folder: Path) -> None:
    watch = Watch(folder)
    with (folder / "lobby.yaml").open("a") as file:
        for line in ("one\n", "two\n", "three\n"):
            file.write(line)
            file.flush()
            assert watch.changed() == frozenset(), line
    assert watch.changed() == {"lobby.yaml"}


def test_a_copy_that_takes_the_files_place_is_reported_by_the_files_name(folder: Path) -> None:
    watch = Watch(folder)
    lobby, copy = folder / "lobby.yaml", folder / ".lobby.yaml.swp"
    copy.write_text(lobby.read_text())
    shutil.copystat(lobby, copy)
    copy.replace(lobby)
    assert settled(watch) == {"lobby.yaml"}, "neither its size nor its time has changed, but it is another file"


def test_an_editor_that_moves_the_old_file_away_first(folder: Path) -> None:
    watch = Watch(folder)
    lobby = folder / "lobby.yaml"
    lobby.rename(folder / "lobby.yaml~")
    assert watch.changed() == frozenset()
    lobby.write_text("title: The lobby, once more\n")
    assert settled(watch) == {"lobby.yaml"}


def test_a_renamed_file_is_both_names(folder: Path) -> None:
    watch = Watch(folder)
    (folder / "lobby.yaml").rename(folder / "contact" / "lobby.yaml")
    assert settled(watch) == {"lobby.yaml", "contact/lobby.yaml"}


def test_deleted_and_new_files(folder: Path) -> None:
    watch = Watch(folder)
    (folder / "lobby.yaml").unlink()
    assert settled(watch) == {"lobby.yaml"}
    (folder / "ring.yml").write_text("title: The second ring\n")
    assert settled(watch) == {"ring.yml"}


def test_several_files_saved_at_once_are_reported_together(folder: Path) -> None:
    watch = Watch(folder)
    (folder / "course.yaml").write_text("title: A rule has another name\n")
    assert watch.changed() == frozenset()
    (folder / "lobby.yaml").write_text("title: And here it is used\n")
    assert watch.changed() == frozenset(), "the course rests, the story does not yet"
    assert watch.changed() == {"course.yaml", "lobby.yaml"}


def test_a_file_that_never_rests_does_not_keep_the_others_back(folder: Path) -> None:
    watch = Watch(folder)
    (folder / "lobby.yaml").write_text("title: The lobby, saved\n")
    reported = []
    for _ in range(30):
        with (folder / "contact" / "lunch.yaml").open("a") as log:
            log.write("more\n")
        reported.append(watch.changed())
    assert frozenset({"lobby.yaml"}) in reported


def test_while_the_folder_is_gone_nothing_has_changed(folder: Path) -> None:
    watch = Watch(folder)
    away = folder.rename(folder.with_name("away"))
    assert settled(watch) == frozenset()
    (away / "lobby.yaml").write_text("title: Saved while away\n")
    away.rename(folder)
    assert settled(watch) == {"lobby.yaml"}


def test_what_is_no_file_of_the_course_does_not_matter(folder: Path) -> None:
    watch = Watch(folder)
    for name in ("notes.txt", ".hidden.yaml", "lobby.yaml~", "course.schema.json"):
        (folder / name).write_text("anything\n")
    assert settled(watch) == frozenset()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_that_may_be_read_at_last_has_changed(folder: Path) -> None:
    (folder / "lobby.yaml").chmod(0)
    watch = Watch(folder)
    (folder / "lobby.yaml").chmod(0o644)
    assert settled(watch) == {"lobby.yaml"}
