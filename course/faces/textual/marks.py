"""The marks that stand on a page, and what each of them means, for its help."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual.widget import Widget

from course.faces.textual.page import Page
from course.faces.textual.widgets.days import FROM_YOU, LEFT_OUT, SAID, TO_YOU, Days
from course.faces.textual.widgets.line import TheLine
from course.faces.textual.widgets.sheet import Sheet
from course.words import say

_WAVE = "[▁▂▃▄▅▆▇]"
_IN_LINE = (("━", "mark.stretch"), ("●", "mark.here"), ("○", "mark.called"))
_AMONG_DAYS = ((FROM_YOU, "mark.from-you"), (TO_YOU, "mark.to-you"), (SAID, "mark.said"), (LEFT_OUT, "mark.left-out"))
_ON_SHEET = (
    (r"^ *▸", "▸", "mark.pointer"),
    (r"▌", "▌", "mark.bar"),
    (r"^  ›|▸ ›", "›", "mark.day-in-hand"),
    (r"[●○]+ {2,}(?!\d+:)\S|^ {3,}●+$", "● ○", "mark.dots"),
    (r"[━╌]{12} {2}\S", "━ ╌", "mark.share"),
    (rf"● (?!\s|{_WAVE})", "●", "mark.landed"),
    (r"[✓✗] ", "✓ ✗", "mark.told-apart"),
    (r" ·$", "·", "mark.to-tell"),
    (r"·  ·  ·", "·  ·  ·", "mark.silence"),
    (rf"▶ |{_WAVE}", "▶ ▂▅▃", "mark.voice"),
    (rf"● +({_WAVE}|\d+:)", "● 0:00", "mark.recording"),
)
"""How it is found in a line of the sheet, the mark, and the id of what it means."""


def marks(page: Page[object]) -> Iterator[tuple[str, str]]:
    """Each mark that stands on the page, from its head down, with what it means."""
    for line in page.query(TheLine):
        yield from ((mark, say(page.tip(name))) for mark, name in _IN_LINE if mark in line.text)
        for aside in line.asides:
            if line.text.endswith(aside):
                yield aside, say("mark.position")
                break
    for days in page.query(Days).results():
        if days.display:
            yield from _days(days.text)
    text = "\n".join(line.rstrip() for sheet in page.query(Sheet) if _is_seen(sheet) for line in sheet.text.split("\n"))
    yield from ((mark, say(page.tip(name))) for found, mark, name in _ON_SHEET if re.search(found, text, re.MULTILINE))


def _is_seen(sheet: Sheet) -> bool:
    """Whether it is there at this size of the window."""
    return all(each.display for each in sheet.ancestors_with_self if isinstance(each, Widget))


def _days(text: str) -> Iterator[tuple[str, str]]:
    yield from ((mark, say(name)) for mark, name in _AMONG_DAYS if mark in text)
