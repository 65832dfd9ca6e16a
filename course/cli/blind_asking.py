"""A sheet asked at the terminal or in a pipe, item by item, as plain lines."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Container

from course.authoring.blind.answer import Unclear, taken
from course.authoring.blind.items import Item
from course.authoring.blind.sheet import Sheet, arranged, lettered
from course.authoring.blind.writing import APART
from course.system.terminal_size import terminal_size
from course.system.waiting import wait_for_line
from course.text.clean import clean
from course.text.isolates import closed_lines

_WIDEST = 78
_NARROWEST = 20
_LONGEST = 1000
"""Characters read at a time, so that an endless line cannot fill the memory."""
_PATIENCE = 20
"""So many answers in a row that a pipe gets wrong, and it is not listening."""
_HOW = (
    "{items}: the options of decisions, without what comes before them. At each, type the letter of the option that "
    "you think the course advises. Enter leaves an item out, q ends."
)
_QUIT = ("q", "quit")

Say = Callable[[str, str], None]
"""Says a text, and what ends it."""


class Gone(Exception):
    """Nobody answers any more."""


def ask(sheet: Sheet, answered: Container[str], say: Say, keep: Callable[[Item, int], None]) -> None:
    """Ask one item after the other, until the last or until somebody leaves, without those whose marks are answered.
    Each answer is kept at once: the item, and the number of the option among those of the item."""
    of = len(sheet.items)
    _paragraph(_HOW.format(items=f"{of} item{'' if of == 1 else 's'}"), "", say)
    try:
        for number, item in enumerate(sheet.items, 1):
            if item.mark in answered:
                continue
            say("", "\n")
            say(f"{number} of {of}{'. ' + APART[item.group] if item.group in APART else ''}", "\n")
            option = _answer(item, sheet.seed, say)
            if option is not None:
                keep(item, option)
    except Gone:
        pass


def _answer(item: Item, seed: int, say: Say) -> int | None:
    """The number of the option that is taken; None for none. Raises Gone."""
    options = lettered(item, seed)
    if item.statement:
        _paragraph(item.statement, "", say)
    for letter, said in options:
        _paragraph(said, f"{letter}) ", say)
    misses = 0
    while misses < _PATIENCE:
        line = _line(f"a to {options[-1][0]}:", say)
        if line.lower() in _QUIT and line.lower() not in dict(options):
            raise Gone
        found = taken(line, [said for _, said in options])
        if not isinstance(found, Unclear):
            return None if found is None else arranged(item, seed)[found]
        say(f"{found.why}. {found.mend}", "\n")
        misses += not sys.stdin.isatty()
    say("Nobody listens to what is asked.", "\n")
    raise Gone


def _line(question: str, say: Say) -> str:
    """What is typed. Raises Gone."""
    say(question, " ")
    try:
        wait_for_line(sys.stdin, lambda: say(question, " "))
        line = clean(sys.stdin.readline(_LONGEST))
    except OSError:  # the terminal has gone
        line = ""
    if not line:
        say("", "\n")
        raise Gone
    return line.strip()


def _paragraph(text: str, before: str, say: Say) -> None:
    """A paragraph: as wide as the terminal; in a pipe on one line, which a program can search."""
    if not sys.stdin.isatty():
        say(before + text, "\n")
        return
    width = max(_NARROWEST, min(_WIDEST, terminal_size().columns - 1))
    lines = textwrap.wrap(
        text, width, initial_indent=before, subsequent_indent=" " * len(before), break_on_hyphens=False
    )
    for line in closed_lines(lines):
        say(line, "\n")
