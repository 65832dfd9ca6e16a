"""The learner's settings: kept whole, and read field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.visit.settings import Settings, load, save


def test_settings_are_kept(tmp_path: Path) -> None:
    chosen = Settings(theme="nord", motion=False, day_ahead="2026-11-27")
    assert save(tmp_path / "settings.json", chosen) == ""
    assert load(tmp_path / "settings.json") == (chosen, "")


def test_without_a_file_the_usual_ones_apply(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == (Settings(), "")


def test_what_makes_no_sense_is_said_and_the_rest_applies(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "nord", "motion": "no", "extra_minute": 0, "of a later version": 1}')
    settings, notice = load(path)
    assert settings == Settings(theme="nord")
    assert notice == f"Your settings in {path} make no sense for extra_minute, motion; there the usual ones apply."


@pytest.mark.parametrize(
    "damage",
    [b"", b"[1]", b'{"theme": ', b"\xff\xfe", b"[" * 100_000],
    ids=["empty", "a list", "cut off", "no text", "very deep"],
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(damage)
    settings, notice = load(path)
    assert settings == Settings()
    assert notice.startswith("Your settings were damaged, so the usual ones apply.")
    assert not path.exists()
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [damage]


def test_settings_of_the_first_edition_keep_their_day(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"interview": "2026-11-27"}')
    assert load(file) == (Settings(day_ahead="2026-11-27"), "")
