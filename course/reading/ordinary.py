"""Ordinary YAML read line by line, in a quarter of the time that a YAML parser takes.

Nearly every line that an author writes is a name with a text, a name alone, a dash, or a line of a text.
One regular expression takes such lines apart, and their columns say what belongs to what. Whatever it does
not know, or whatever does not line up, raises Extraordinary; then the whole text goes the long way, through
the prose scan and YAML's own parser. So nothing here has to be clever, it only has to be sure: what it gives
are the same events as YAML's, at the same places, in a text of which the prose scan would report nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from course.reading.yaml_events import DEEPEST, END, LIST, MAPPING, TEXT, Budget, Event
from course.text.clean import is_clean

NAME = r"\w[\w.-]*+"
"""A field's name or a scene's id, or what an author may have meant for one."""
PLAIN = r"""[^\s!"'\#%&*,:>?@\[\]`{|}\-][^:\#\n\t]*+(?:(?::(?=[^\s])|(?<=[^\s])\#)[^:\#\n\t]*+)*+"""
"""One line of a text that needs no quotes."""
_NAME = NAME.replace("*+", "{0,99}+")
"""Much longer ones are none to YAML."""
_LINES = re.compile(
    rf"""
      ([ ]*+)(-[ ]++)?+(?:({_NAME}):(?:[ ]|(?=\n)))?+            # as far as a value
      (?:
        ( {PLAIN}(?:\n[ ]++{PLAIN}(?=\n))*+                      # a text, which may go on below
        | (?:"[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^']*+(?:''[^']*+)*+')[ ]*+
          (?![ \n]*\n[ ]*\#[^\s\#!])                            # to the prose scan this is no comment
        | \[{NAME}(?:,[ ]{NAME})*+\][ ]*+
        )?+\n
      | ([|>]-?\n([ ]++)[^\s][^\n]*+\n                           # a block of text
        (?:(?:\6[ ]*+[^\s][^\n]*+)?+\n)*+)(?![ ]+\n)
      )
    | [ ]*+(?:\#[^\n]*+)?\n                                      # nothing, or a comment
    | ([^\n]*+\n)                                                # anything else
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKED = "\"'["
_ESCAPE = re.compile(r'\\(?:\n[ ]*|u([0-9A-Fa-f]{4})|(["\\n ]))')
_PIECE = 65_536
"""Characters at a time, or a few more, so that only the events of so many are in memory."""
_NEXT = re.compile(r"\n(?=[ ]{0,2}\w)")
"""Where a piece may end: before a line that is hardly indented, and so seldom within a value."""
_AROUND = 3
"""Events of YAML's that begin the stream and the document, and end it."""
_END: Event = (END, "", 0, 0)

_Row = tuple[str, str, str, str, str, str, str]
"""What the groups of the expression found."""


class Extraordinary(Exception):
    """There is something in this text that only YAML itself can tell."""


def ordinary(text: str, budget: Budget) -> Iterator[Event]:
    """The events of an ordinary text. Extraordinary, at any of them, if it turns out to be none."""
    return chain.from_iterable(_pieces(text, budget))


def _pieces(text: str, budget: Budget) -> Iterator[list[Event]]:
    """The events, many at a time."""
    if "\t" in text or "\r" in text or text[-1:] != "\n":
        raise Extraordinary
    budget.events -= _AROUND
    layout = _Layout()
    begin = 0
    while begin < len(text):
        match = _NEXT.search(text, begin + _PIECE)
        end = match.end() if match else len(text)
        yield _within(budget, layout.lines(_LINES.findall(text, begin, end)))
        begin = end
    yield _within(budget, layout.finish())


def _within(budget: Budget, events: list[Event]) -> list[Event]:
    budget.events -= len(events)
    if budget.events < 0:
        raise Extraordinary
    return events


class _Layout:
    """What is open at a line: the mappings and lists that it may belong to, and a name that may still get a value.

    Each is kept as its level: twice its column, and one more for a list. So a deeper one has the higher level,
    even where a list is not indented further than its name.
    """

    def __init__(self) -> None:
        self._line = 0
        self._column = 0
        """The column in which another name may simply follow; 0 for none."""
        self._levels = [0]
        self._bare: tuple[int, int] | None = (1, 1)
        """Where an empty text would stand, if nothing belongs to the name that came last."""
        self._found: list[Event] = []

    def lines(self, rows: Iterable[_Row]) -> list[Event]:
        """The events of some more lines."""
        found = self._found = []
        add, line, column = found.append, self._line, self._column
        for indent, dash, name, value, block, deep, other in rows:
            line += 1
            if not (name or dash):
                if value or block or other:
                    raise Extraordinary
                continue  # nothing, or a comment
            at = len(indent) + 1
            if dash or at != column:
                at = column = self._line_up(line, at, dash, name)
            if name:
                add((TEXT, name, line, at))
                place = at + len(name) + 2
            else:
                place, column = at + len(dash), 0
                if not (value or block) or (":" in value and value[0] not in _MARKED):
                    raise Extraordinary  # a dash alone; or a name with no space after its colon, perhaps
            if block:
                line += self._block(line, place, block, deep, at)
            elif not value:
                self._bare, column = (line, place - 1), 0
            elif value[0] in _MARKED or "\n" in value:
                line += self._value(line, place, value, at)
            else:
                add((TEXT, value.rstrip(" "), line, place))
        self._line, self._column = line, column
        return found

    def finish(self) -> list[Event]:
        """What ends with the text."""
        if self._levels == [0]:
            raise Extraordinary  # there is nothing in it
        self._found = []
        self._fill()
        return [*self._found, *[_END] * (len(self._levels) - 1)]

    def _line_up(self, line: int, at: int, dash: str, name: str) -> int:
        """Begin and end what begins and ends at a line; the column of what stands there."""
        levels, add = self._levels, self._found.append
        level = 2 * at + 1 if dash else 2 * at
        if self._bare and level > levels[-1]:
            self._bare = None
            levels.append(level)
            add((LIST if dash else MAPPING, "", line, at))
        else:
            self._fill()
            while level < levels[-1]:
                levels.pop()
                add(_END)
            if level != levels[-1]:
                raise Extraordinary
        if dash and name:
            at += len(dash)
            levels.append(2 * at)
            add((MAPPING, "", line, at))
        if len(levels) > DEEPEST:
            raise Extraordinary
        return at

    def _fill(self) -> None:
        """Give the name that came last an empty text, if nothing belongs to it."""
        if self._bare:
            self._found.append((TEXT, "", *self._bare))
            self._bare = None

    def _block(self, line: int, place: int, block: str, deep: str, at: int) -> int:
        """A block of text; how many lines it goes on for."""
        if len(deep) < at:
            raise Extraordinary
        sign, lines = block.split("\n", 1)
        text = lines[len(deep) :].replace("\n" + deep, "\n").rstrip("\n")
        if sign[0] == ">":
            if "\n " in text or " \n" in text:
                raise Extraordinary
            text = _folded(text.split("\n"))
        self._found.append((TEXT, text if sign[1:] else text + "\n", line, place))
        return lines.count("\n")

    def _value(self, line: int, place: int, value: str, at: int) -> int:
        """A list in brackets, or a text in quotes or of several lines; how many lines it goes on for."""
        value = value.rstrip(" ")
        first, *further = value.split("\n")
        if any(each.strip(" ") and len(each) - len(each.lstrip(" ")) < at for each in further):
            raise Extraordinary
        if value[0] == "[":
            self._list(line, place, value[1:-1].split(", "))
            return 0
        text = _quoted(value) if value[0] in _MARKED else _folded([first, *further])
        self._found.append((TEXT, text, line, place))
        return len(further)

    def _list(self, line: int, place: int, texts: list[str]) -> None:
        self._found.append((LIST, "", line, place))
        for text in texts:
            self._found.append((TEXT, text, line, place + 1))
            place += len(text) + 2
        self._found.append(_END)


def _quoted(value: str) -> str:
    """What a text in quotes says."""
    text = value[1:-1]
    if value[0] == "'":
        return _folded(text.replace("''", "'").split("\n"))
    if "\\" not in text:
        return _folded(text.split("\n"))
    if set("\\\n").intersection(_ESCAPE.sub("", text)):
        raise Extraordinary
    text = _ESCAPE.sub(_unescaped, text)
    if not is_clean(text):
        raise Extraordinary
    return text


def _unescaped(match: re.Match[str]) -> str:
    code, sign = match.groups()
    if code:
        return chr(int(code, 16))
    return "\n" if sign == "n" else sign or ""


def _folded(lines: list[str]) -> str:
    """The lines of one text: each break is a space, and each empty line a break."""
    first, *further = lines
    if not further:
        return first
    text, breaks = first.rstrip(" "), ""
    for each in further[:-1]:
        each = each.strip(" ")
        if each:
            text += (breaks or " ") + each
        breaks = "" if each else breaks + "\n"
    return text + (breaks or " ") + further[-1].lstrip(" ")
