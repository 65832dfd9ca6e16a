"""What every test stands on: a home of its own, and nothing from the developer's environment."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh FINELINE_HOME, and no variable that changes how anything is drawn."""
    home = tmp_path / "home"
    monkeypatch.setenv("FINELINE_HOME", str(home))
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "FINELINE_DEBUG", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    return home
