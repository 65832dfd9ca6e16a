"""The companion on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.find import find_course
from tests.faces.textual.stage import make_app, text, until
from tests.visit.test_companion import unfolded


async def test_on_the_screen_it_asks_says_and_saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app(tmp_path, course=find_course(None))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Warm-up" in text(pilot))
        await pilot.press("a")
        await until(pilot, lambda: "Who would it go to?" in text(pilot))
        await pilot.press("3", "1", "b", "1")
        for _ in range(5):
            await pilot.press("1")
        assert "Pushy, because:" in text(pilot)
        assert "Go over your interviewer's head." in text(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "Saved as" in text(pilot))
        await pilot.press("r")
        assert "Who would it go to?" in text(pilot)
    assert unfolded((tmp_path / "follow-up.ics").read_bytes().decode())
    assert app.visit.journal.past(app.visit.course.id).standings == {}, "nothing is kept"
