"""The takeaway on the screen, its files, and the same from the command."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from course.faces.textual.takeaway import TakeawayPage
from tests.cli.conftest import run
from tests.faces.textual.stage import decide, make_app, text, until
from tests.terminal import PATIENCE


async def test_from_a_scenario_to_the_page_and_to_files(
    tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    own_home.mkdir()
    app = make_app(own_home, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await decide(pilot, "owner")
        await pilot.press("escape", "t")
        await until(pilot, lambda: isinstance(app.screen, TakeawayPage))
        assert "What to watch" in text(pilot)
        await pilot.press("h", "h", "m")
        await until(pilot, lambda: "Saved as" in text(pilot))
    assert {each.name for each in tmp_path.glob("takeaway*")} == {"takeaway.html", "takeaway-2.html", "takeaway.md"}
    app.visit.journal.close(PATIENCE)

    bakery = str(app.visit.folder.path)
    assert run("report", "--course", bakery) == 0
    days = r"\d+ [A-Z][a-z]+ 20\d\d"
    saved, printed = (tmp_path / "takeaway.md").read_text(), capsys.readouterr().out
    assert re.sub(days, "a day", printed) == re.sub(days, "a day", saved)
    assert run("report", "--json", "--course", bakery) == 0
    assert json.loads(capsys.readouterr().out)["watch"]
    assert run("report", "--html", str(tmp_path / "page.html"), "--course", bakery) == 0
    assert "Written to" in capsys.readouterr().out
    assert run("report", "--md", str(tmp_path), "--course", bakery) == 2
    assert "is a folder; name a file" in capsys.readouterr().err
