"""What is kept lies behind a link that leads nowhere: it may only be unplugged, so nobody says that there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import BAKERY, played

WHY = "a link on the way there leads nowhere; FINELINE_HOME can name another folder"


def unplugged(folder: Path, which: str, name: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the link leads that our folder is, or a file in it."""
    kept, stick = folder / "kept", folder / "stick"
    monkeypatch.setenv("FINELINE_HOME", str(kept))
    if which == "folder":
        kept.symlink_to(stick)
    else:
        for each in (kept, stick):
            each.mkdir()
        (kept / name).symlink_to(stick / name)
    return stick


@pytest.mark.parametrize("which", ["folder", "file"])
def test_a_journal_that_is_unplugged_is_not_an_empty_one(
    which: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = unplugged(tmp_path, which, "journal.db", monkeypatch)
    for command in (["progress", "--course", BAKERY], ["report", "--course", BAKERY], ["forget", "--yes"]):
        done = played(*command)
        assert done.returncode == 2, command
        assert WHY in done.stderr, command
    assert WHY in played("list", "--course", BAKERY).stderr
    assert not (stick / "journal.db").exists(), "nothing is begun in the place of what may come back"


@pytest.mark.parametrize("which", ["folder", "file"])
def test_rooms_that_are_unplugged_are_not_none(which: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unplugged(tmp_path, which, "rooms.db", monkeypatch)
    assert f"The rooms cannot be read: {WHY}" in played("rooms", "list").stderr
