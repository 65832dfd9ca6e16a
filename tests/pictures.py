"""Exports the README's pictures from the real app, playing the shipped course.

python -m tests.pictures
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import pytest

from course.authoring.preview.desk import Desk
from course.authoring.watch import Watch
from course.engine.play import Phase
from course.faces.textual.app import FineLine
from course.faces.textual.preview.app import Preview
from course.faces.textual.scenario import ScenarioScreen
from course.reading.files.find import find_course
from course.visit.course_folder import CourseFolder
from course.visit.request import Request
from course.visit.settings import Settings
from course.visit.visit import Visit
from tests import unhurried
from tests.faces.textual.studio import only_read
from tests.folders import ROOT
from tests.journals import open_journal

DOCS = ROOT / "docs"
SIZE = (80, 24)
PICTURES = {
    "home": ("light", "", []),
    "scene": ("dark", "parking-lot", ["end", "enter"]),
    "extra-minute": ("dark", "parking-lot", ["end", "enter", "wait"]),
    "consequence": ("dark", "parking-lot", ["end", "enter", "wait", "2"]),
    "message": ("light", "thanks-for-nothing", ["1", "1"]),
    "calendar": ("dark", "one-or-two", ["do", "2", "end", "enter", *["right"] * 2, "1", *["right"] * 4, "2", "s", "2"]),
    "debrief": ("light", "parking-lot", ["end", "enter", "wait", "2", "end", "enter", "1", "2", "end", "enter", "w"]),
}
"""Theme, scenario and keys of each; `wait` stands for the choice that tempts most at the first scene, `do`
for the advised one."""


async def picture(name: str, home: Path) -> None:
    """Play to the moment, and save what the screen shows."""
    theme, scenario, keys = PICTURES[name]
    folder = find_course(None)
    journal = open_journal(home / f"{name}.db")
    visit = Visit(CourseFolder(folder), journal, Settings(theme=theme, motion=False), seed=4)
    app = FineLine(visit, Request(folder, scenario, seed=4))
    async with app.run_test(size=SIZE) as pilot:
        for key in keys:
            await pilot.press(_choice(app, key) if key in ("wait", "do") else key)
            screen = app.screen
            if isinstance(screen, ScenarioScreen) and screen.session.play.phase is Phase.CALLED:
                await pilot.press("enter")
        (DOCS / f"{name}.svg").write_text(app.export_screenshot(title="fineline"), encoding="utf-8")


def _choice(app: FineLine, which: str) -> str:
    assert isinstance(app.screen, ScenarioScreen)
    shown = app.screen.session.play.shown()
    wanted = ("unannounced" in each.breaks if which == "wait" else not each.breaks for each in shown)
    return str(1 + list(wanted).index(True))


async def preview(name: str, keys: list[str], size: tuple[int, int]) -> None:
    """Walk in the preview of a scenario, and save what the screen shows."""
    folder = find_course(None)
    app = Preview(Desk(folder, "panel-of-five"), Watch(folder), Settings(theme="light", motion=False), check=only_read)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        (DOCS / f"{name}.svg").write_text(app.export_screenshot(title="fineline preview"), encoding="utf-8")


async def main() -> None:
    """Export every picture."""
    unhurried.without_a_clock(pytest.MonkeyPatch())
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in PICTURES:
            await picture(name, Path(folder))
    await preview("preview", ["right"], (132, 34))
    await preview("map", ["m"], (80, 30))


if __name__ == "__main__":
    asyncio.run(main())
