"""A picture of every page, in three sizes and three themes; fixed seed, fixed clock, no motion.

After a change that is meant: look at each picture, then run pytest with --snapshot-update.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from course.visit.settings import Settings
from tests.faces.textual.stage import make_app

PUSHY = ["3", "enter"]
"""Called pushy, and sent when it is asked whether to think again."""
PAGES = {
    "home": ("", []),
    "home-begun": ("thank-you", ["1", "2", "escape"]),
    "help": ("", ["question_mark"]),
    "settings": ("", ["s"]),
    "results-empty": ("", ["r"]),
    "results": ("thank-you", ["1", "2", "end", "enter", "1", *PUSHY, "end", "enter", "escape", "r"]),
    "scene": ("thank-you", []),
    "scene-pointed": ("thank-you", ["down"]),
    "extra-minute": ("thank-you", ["1"]),
    "think-again": ("thank-you", ["1", "3"]),
    "thought-again": ("thank-you", ["2", "1", "escape", "1", "2"]),
    "consequence": ("thank-you", ["1", "2"]),
    "consequence-off": ("thank-you", ["2", *PUSHY]),
    "messages": ("thank-you", ["1", "2", "end", "enter"]),
    "what-if": ("thank-you", ["1", "2", "b"]),
    "others": ("thank-you", ["1", "2", "o"]),
    "ending": ("thank-you", ["1", "2", "end", "enter", "1", *PUSHY, "end", "enter"]),
    "debrief": ("thank-you", ["1", "2", "end", "enter", "1", *PUSHY, "end", "enter", "enter"]),
}
SIZES = {"60x20": (60, 20), "80x24": (80, 24), "140x45": (140, 45)}
THEMES = {"dark": "dark", "light": "light", "contrast": "high contrast"}
LOOKS = [("60x20", "dark"), ("80x24", "light"), ("140x45", "contrast")]
"""Every page in every size and in every theme, though not in all nine pairs of them."""


@pytest.mark.parametrize(("size", "theme"), LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, size: str, theme: str, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    scenario, keys = PAGES[name]
    app = make_app(tmp_path, scenario, Settings(theme=THEMES[theme], motion=False))
    assert snap_compare(app, press=keys, terminal_size=SIZES[size])
