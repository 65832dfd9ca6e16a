"""What every test stands on: a home of its own, and nothing from the developer's environment."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from course.words import words
from tests import journals, locks, unhurried

pytest.register_assert_rewrite("tests.faces.textual.rules")

settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("unhurried")


def pytest_configure() -> None:
    """Let programs that tests start be interrupted, even where this one is not, as behind `&` in a script; and let
    them find what was compiled before, or each of hundreds compiles everything anew."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    locks.watch()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh FINELINE_HOME, a folder for what a learner saves, and no variable that changes how anything is drawn."""
    home = tmp_path / "home"
    monkeypatch.setenv("FINELINE_HOME", str(home))
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "FINELINE_DEBUG", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def no_database_past_sqlite() -> Iterator[None]:
    """Nothing of the program ever opens a database by any way but SQLite's: that would take its locks away."""
    locks.opened.clear()
    yield
    assert not locks.opened


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """No journal of a test before goes on."""
    yield
    journals.close_what_was_opened()


@pytest.fixture(autouse=True)
def own_words() -> None:
    """The program's own words, whichever course the test before spoke for."""
    words().learn("en", None, None)


@pytest.fixture(autouse=True)
def unhurried_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is looked at before it is drawn."""
    unhurried.without_a_clock(monkeypatch)
