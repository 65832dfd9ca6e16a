"""The code to scan, as a phone sees it: photographed off a terminal in every theme, small, out of focus, and pale."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageEnhance, ImageFilter
from playwright.async_api import Browser

from course.faces.textual.host.code_page import CodePage
from course.faces.textual.themes import THEMES
from course.faces.textual.window import Window
from course.serving import scanning
from course.visit.settings import Settings
from tests.chromium import browser, one_browser, with_chromium

__all__ = ["browser", "one_browser"]
NO_COLOR = "NO_COLOR"
"""In the place of a theme: what is light and what is dark, the signs alone say."""
ORIGIN, CODE = "http://192.168.178.115:52341", "KXWMTP"
SIZES = [(80, 24), (80, 40), (140, 45)]
"""At the first two cells stand in one row of text, at the last each has two columns for itself."""

pytestmark = with_chromium


class Shown(Window):
    """Nothing but the code."""

    CSS_PATH = [str(Path(scanning.__file__).parents[1] / "faces/textual/page.tcss")]  # noqa: RUF012

    def on_mount(self) -> None:
        self.push_screen(CodePage(ORIGIN, CODE))


@pytest.mark.parametrize("theme", [*THEMES, NO_COLOR])
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_phone_reads_it_off_a_terminal(
    theme: str, size: tuple[int, int], browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == NO_COLOR:
        monkeypatch.setenv(NO_COLOR, "1")
    app = Shown(Settings(theme=theme, motion=False))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        drawn = app.export_screenshot()
    picture = await _photographed(drawn, browser)
    for each in (picture, _small(picture), _out_of_focus(picture), _pale(picture)):
        assert [found.text for found in zxingcpp.read_barcodes(each)] == [scanning.address(ORIGIN, CODE)]


async def _photographed(drawn: str, browser: Browser) -> Image.Image:
    page = await browser.new_page(viewport={"width": 1400, "height": 1000})
    await page.set_content(f"<body style='margin: 0'>{drawn}</body>")
    return Image.open(io.BytesIO(await page.screenshot())).convert("RGB")


def _small(picture: Image.Image) -> Image.Image:
    """From the last row of seats."""
    return picture.resize((picture.width // 2, picture.height // 2))


def _out_of_focus(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(2))


def _pale(picture: Image.Image) -> Image.Image:
    """By a projector in a bright room."""
    return ImageEnhance.Contrast(picture).enhance(0.3)
