"""The lines of a text: where each stands, and what names, plain texts and ordinary lines look like."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping

NAME = r"\w[\w.-]*+"
"""A field's name or a scene's id, or what an author may have meant for one."""
PLAIN = r"""[^\s!"'\#%&*,:>?@\[\]`{|}\-][^:\#\n\t]*+(?:(?::(?=[^\s])|(?<=[^\s])\#)[^:\#\n\t]*+)*+"""
"""One line of a text that needs no quotes."""
_BY_NUMBER = r"\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
"""A sign by its number, as double quotes allow it."""
CLOSED = (
    rf"""(?:"[^"\\\n]*+(?:(?:\\["\\/]|{_BY_NUMBER})[^"\\\n]*+)*+"|'[^'\n]*+(?:''[^'\n]*+)*+'|\[[\w\ ,./-]*+\])[ ]*+"""
)
"""A text in quotes, or a list of ids, that ends on its line, with no backslash that may be meant as it stands."""
_NOTHING = r"(?:[ ]*+(?:\#[^\n]*+)?\n)*+"
"""Empty lines and comments, if there are any."""
_FIRST = "(?:by|day|given|id|kind|next|say|text|title|when)"
"""The names with which items begin; of a line that begins so and has no colon, its neighbors have to be looked at."""
_GLUED = r"\#[^\s\#!]"
"""The beginning of what is a note to YAML, and to its author perhaps the rest of a text, as in #1 on your list."""
_BLOCK = r"[|>][+-]?[ ]*+\n(?:[ ]*+\n)*+"
"""What is above the first line of a block."""


def ordinary_lines(closed: str, alone: str = "(?!)", name: str = NAME) -> re.Pattern[str]:
    """As many ordinary lines as follow each other. `closed` is what a value may be that YAML reads as it is meant;
    `alone` the same, if nothing of it stands below; `name` what stands above its value."""
    return re.compile(
        rf"""(?:
          [ ]*+(?:\#[^\n]*+)?\n                                     # nothing, or a comment
        | ([ ]*+){NAME}:[ ]++(?:{PLAIN}|{alone})\n                 # name: text, and no more of it below
          (?!{_NOTHING}\1[ ]++[^\s\#]|[ ]*+\t|\1[ ]++{_GLUED}|\1-[ ])
        | ([ ]*+)-[ ]{NAME}:[ ]++(?:{PLAIN}|{alone})\n             # - name: text
          (?!{_NOTHING}\2[ ]{{3,}}+[^\s\#]|[ ]*+\t|\2[ ]{{3,}}+{_GLUED}|\2[ ][ ]-[ ])
        | ([ ]*+)-[ ](?!{NAME}[ ]?[:：；]|{_FIRST}[ ]){PLAIN}\n                 # - text
          (?!{_NOTHING}\3[ ]++[^\s\#]|[ ]*+\t|\3[ ]++{_GLUED})
        | [ ]*+(?:-[ ])*+{NAME}:[ ]*+(?:{closed})\n(?![ ]++{_GLUED}) # name: "text"
        | [ ]*+(?:-[ ])*+{name}:[ ]*+\n(?![ ]++{_GLUED})          # name: alone
        | [ ]*+-[ ](?:{closed})\n                                 # - "text"
        | ([ ]*+){NAME}:[ ]++{_BLOCK}                             # name: | and the block under it
          (\4[ ]++)[^\s][^\n]*+\n
          (?:(?:\5[^\n\t][^\n]*+|[ ]*+)\n)*+
          (?!{_NOTHING}\4[ ]++[^\s\#]|[ ]*+\t)
        | ([ ]*+)-[ ]{NAME}:[ ]++{_BLOCK}                         # - name: | and the block under it
          (\6[ ]{{3,}}+)[^\s][^\n]*+\n
          (?:(?:\7[^\n\t][^\n]*+|[ ]*+)\n)*+
          (?!{_NOTHING}\6[ ]{{3,}}+[^\s\#]|[ ]*+\t)
        | ([ ]*+)-[ ]{_BLOCK}                                     # - | and the block under it
          (\8[ ]++)[^\s][^\n]*+\n
          (?:(?:\9[^\n\t][^\n]*+|[ ]*+)\n)*+
          (?!{_NOTHING}\8[ ]++[^\s\#]|[ ]*+\t)
        )++""",
        re.VERBOSE,
    )


LINE = re.compile(rf"(?P<indent>\s*)(?P<dashes>(?:-[ \t]+)*)(?:(?P<name>{NAME})[ \t]*:(?:[ \t]+|$))?(?P<value>.*)")
"""A line taken apart. Every part of it may be empty."""


_END = re.compile("\n")


class Lines:
    """The lines of a text by number, counted from 1, without a second copy of the text. There is nothing behind the
    last one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends = array("Q", [found.start() for found in _END.finditer(text)])

    def __len__(self) -> int:
        return len(self._ends) + 1

    def __getitem__(self, number: int) -> str:
        """The line of that number, without its end; `""` when there is none."""
        return self.text[self.start(number) : self._end(number)] if 0 < number <= len(self) else ""

    def start(self, number: int) -> int:
        """Where in the text that line begins."""
        return self._ends[number - 2] + 1 if number > 1 else 0

    def replaced(self, others: Mapping[int, str]) -> str:
        """The text with other lines in the place of those of these numbers, which ascend."""
        parts: list[str] = []
        at = 0
        for number, line in others.items():
            parts += (self.text[at : self.start(number)], line)
            at = self._end(number)
        return "".join((*parts, self.text[at:]))

    def _end(self, number: int) -> int:
        return self._ends[number - 1] if number <= len(self._ends) else len(self.text)
