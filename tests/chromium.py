"""The browser that some tests need. Where there is none they are skipped; in CI they fail, so that nobody takes them
for passed."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
needs_chromium = pytest.mark.skipif(
    not CHROMIUM and not os.environ.get("CI"), reason="there is no Chromium here; .ci/run installs it where it can"
)
with_chromium = [pytest.mark.slow, needs_chromium, pytest.mark.asyncio(loop_scope="module")]
"""What a module of such tests says of itself: one loop for all of them, in which one browser lives."""
NAME = "room.test"
"""What a browser takes for this machine: another name than loopback's, so that it trusts it no more than any other."""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A browser without a window."""
    assert CHROMIUM, "there is no Chromium here"
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox", f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
        found = await playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield found
        await found.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def one_browser() -> AsyncIterator[Browser]:
    """The browser of a module: to start it takes longer than most of what is done in it."""
    async with chromium() as found:
        yield found


@pytest_asyncio.fixture(loop_scope="module")
async def browser(one_browser: Browser) -> AsyncIterator[Browser]:
    """The same as good as new: whatever one test opens in it is closed before the next."""
    yield one_browser
    for each in one_browser.contexts:
        await each.close()
