"""The driver: what Textual would send to the terminal, without what the terminal knows already, and in its true size.

Textual names all colors in front of each piece of text, resets them behind it, and moves the cursor twice between
two lines. Half of what it sends is that, and over a slow line it is half of the wait.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import Any, TextIO

from textual.driver import Driver

from course.model.record import Record, replace
from course.system.terminal_size import terminal_size
from course.text.clean import UNSAFE

_LOOK = re.compile(r"\x1b\[([\d;]*)m")
_MOVES = re.compile(r"(?:\n|\x1b\[\d+;\d+H)*(\x1b\[\d+;\d+H)")
"""Any number of line ends and places to go to: only the last place matters."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "9": "29", "21": "24"}
"""How each attribute is switched on, and off."""
_ON_SPACES = frozenset(("4", "5", "7", "9", "21"))
"""Attributes that show on a space, too."""
_COLORS = {*range(30, 38), 39, *range(40, 48), 49, *range(90, 98), *range(100, 108)}
"""The colors that have a number of their own; 39 and 49 are the terminal's."""


_NEVER = re.compile(f"(?![\x1b\r]){UNSAFE.pattern}")
"""What neither the framework nor a page of ours has to send. Texts are without it before they are drawn; this holds
for those that the framework draws by itself."""


class Look(Record):
    """How text looks: what is asked for in front of it."""

    attributes: frozenset[str] = frozenset()
    color: str = ""
    background: str = ""


PLAIN = Look()


class Unknown(Exception):
    """Something that is asked for in a way that we do not know."""


def spare(data: str) -> str:
    """The same picture, said in fewer bytes. What is not understood is left as it is."""
    data = _MOVES.sub(r"\1", data)
    try:
        return "".join(_spared(_LOOK.split(data)))
    except Unknown:
        return data


class _Unfailing:
    """A terminal that may go while it is written to. The framework's writer would end with it, and whoever has more to
    write then waits for the writer for ever."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._terminal.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._terminal.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._terminal, name)


def sparing(driver: type[Driver]) -> type[Driver]:
    """That driver, made to send only what the terminal has not been told already."""

    class Sparing(driver):  # type: ignore[misc,valid-type]
        def __init__(self, *how: Any, **else_how: Any) -> None:
            super().__init__(*how, **else_how)
            terminal = getattr(self, "_file", None)  # as the framework's own drivers call it
            if terminal is not None:
                self._file: Any = _Unfailing(terminal)
                self._size = self._get_terminal_size()  # or the app would believe COLUMNS and LINES until it is told

        def _get_terminal_size(self) -> tuple[int, int]:
            if not hasattr(self, "_file"):  # there is no terminal
                return super()._get_terminal_size()  # type: ignore[no-any-return]
            return terminal_size()

        def write(self, data: str) -> None:
            super().write(spare(data if data.isascii() else _NEVER.sub("", data)))

    return Sparing


def _spared(pieces: list[str]) -> list[str]:
    """`pieces` are a text, what is asked for behind it, the next text, and so on; they begin and end plain."""
    said, now, wanted = [pieces[0]], PLAIN, PLAIN
    for asked, text in zip(pieces[1::2], pieces[2::2], strict=True):
        wanted = _look(asked, wanted)
        if not text:
            continue
        place = _MOVES.match(text)
        if place:
            said.append(place[0])
            text = text[place.end() :]
        if text:
            look = _on_spaces(now, wanted) if text.isspace() else wanted
            said.append(_change(now, look))
            now = look
        said.append(text)
    return [*said, _change(now, wanted)]


@lru_cache(1024)
def _look(asked: str, before: Look) -> Look:
    """The look once `asked` has been asked for. Raises Unknown."""
    look, codes = before, iter(asked.split(";"))
    for code in codes:
        if code in ("", "0"):
            look = PLAIN
        elif code in _OFF:
            look = replace(look, attributes=look.attributes | {code})
        elif code in ("38", "48"):
            kind = next(codes, "")
            values = [next(codes, "") for _ in range(3 if kind == "2" else 1)]
            look = _colored(look, ";".join((code, kind, *values)), behind=code == "48")
        elif code.isdigit() and int(code) in _COLORS:
            look = _colored(look, "" if code in ("39", "49") else code, behind=int(code) // 10 in (4, 10))
        else:
            raise Unknown(code)
    return look


def _colored(look: Look, color: str, *, behind: bool) -> Look:
    return replace(look, background=color) if behind else replace(look, color=color)


def _on_spaces(now: Look, wanted: Look) -> Look:
    """What is like `wanted` on spaces, and as near to `now` as can be."""
    if (now.attributes | wanted.attributes) & _ON_SPACES:
        return wanted
    return replace(now, background=wanted.background)


@lru_cache(1024)
def _change(now: Look, wanted: Look) -> str:
    """What to ask for, so that text looks as wanted."""
    if now == wanted:
        return ""
    off = {_OFF[each] for each in now.attributes - wanted.attributes}
    on = {each for each in wanted.attributes if each not in now.attributes or _OFF[each] in off}
    asked = [*sorted(off), *sorted(on)]
    if now.color != wanted.color:
        asked.append(wanted.color or "39")
    if now.background != wanted.background:
        asked.append(wanted.background or "49")
    afresh = ["0", *sorted(wanted.attributes), wanted.color, wanted.background]
    change = min(";".join(asked), ";".join(filter(None, afresh)), key=len)
    return f"\x1b[{change}m"
