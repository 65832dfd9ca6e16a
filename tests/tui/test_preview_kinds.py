"""Walking a story of every exercise kind in the preview, until nothing is left to try."""

from __future__ import annotations

from course.settings import Settings
from course.tui.preview.app import Preview
from course.tui.preview.desk import Desk
from course.watching import Watch
from tests.market import FOLDER
from tests.tui.stage import text
from tests.tui.studio import preview


async def test_every_exercise_is_walked_through_to_its_end() -> None:
    app = Preview(Desk(FOLDER, "market"), Watch(FOLDER), Settings(motion=False))
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(300):
            await pilot.press("right")
            if "Every choice from here on has been tried" in text(pilot):
                break
        walked = preview(pilot).walked
        assert walked.scenes == {"apron", "note", "days", "drafts", "hired", "missed", "crowded"}
        assert {answer[1] for scene, answer in walked.tried if scene == "days"} >= {"call-ines", "stand-at-the-stall"}
        assert {answer[1] for scene, answer in walked.tried if scene == "apron"} == {"do", "dont"}
        assert "Every choice from here on has been tried" in text(pilot)
