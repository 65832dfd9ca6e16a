"""A picture of each state of the preview, in three sizes and three themes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from course.visit.settings import Settings
from tests.faces.textual.stage import until
from tests.faces.textual.studio import OTHER, STORY, Folder, desk, make_preview
from tests.faces.textual.test_preview import BREAK
from tests.faces.textual.test_snapshots import LOOKS, SIZES, THEMES

STATES: dict[str, list[str]] = {
    "scene": [],
    "consequence": ["right"],
    "walked": ["right", "right", "right", "right", "right"],
    "older-version": ["right", "break"],
    "other-saved": ["save-other"],
    "go-to": ["right", "right", "g"],
    "go-to-found": ["g", "f", "a"],
    "problems": ["break", "x"],
    "small": ["right", "right", "v"],
    "map": ["m"],
    "map-walked": ["m", "down", "down", "right"],
    "help": ["question_mark"],
}
"""The keys that lead to each state; `break` and `save-other` are what happens in the editor."""


@pytest.mark.parametrize(("size", "theme"), LOOKS)
@pytest.mark.parametrize("name", STATES)
def test_preview(name: str, size: str, theme: str, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    folder = Folder(tmp_path)

    async def reach(pilot: Pilot[int]) -> None:
        for key in STATES[name]:
            if key == "break":
                folder.edit(STORY, BREAK)
                await until(pilot, lambda: desk(pilot).stale)
            elif key == "save-other":
                folder.edit(OTHER, ("has a key", "has two keys"))
                await until(pilot, lambda: bool(desk(pilot).saved))
            else:
                await pilot.press(key)

    app = make_preview(folder, settings=Settings(theme=THEMES[theme], motion=False))
    assert snap_compare(app, run_before=reach, terminal_size=SIZES[size])


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_waiting(size: str, theme: str, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    folder = Folder(tmp_path)
    folder.edit(STORY, BREAK)
    app = make_preview(folder, settings=Settings(theme=THEMES[theme], motion=False))
    assert snap_compare(app, terminal_size=SIZES[size])
