"""Walking a story of every exercise kind in the preview, until nothing is left to try."""

from __future__ import annotations

from course.authoring.preview.desk import Desk
from course.authoring.watch import Watch
from course.faces.textual.preview.app import Preview
from course.visit.settings import Settings
from tests.faces.textual.stage import text
from tests.faces.textual.studio import preview
from tests.market import FOLDER


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
