"""Signs of Markdown and HTML in a file. Texts are plain, but for *emphasis*, so learners would see these signs as they
stand."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from itertools import chain

from course.model.record import Record
from course.reading.problems import Findings

CODE = "markup"
_TAGS = "a|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|td|u"


class _Sign(Record):
    """A kind of such signs."""

    hint: str
    """What stands in every text that holds one; quickly looked for."""
    pattern: re.Pattern[str]
    mend: Callable[[str], str]
    """What to do about the one that was found."""


_SIGNS = (
    _Sign(
        "**",
        re.compile(r"(?<![\w*])\*\*(?=[^\s*])[^*\n]*[^\s*]\*\*(?![\w*])"),
        lambda found: f"Write *{found[2:-2]}* to stress it, or leave the asterisks out.",
    ),
    _Sign(
        "__",
        re.compile(r"(?<![\w_])__(?=[^\W_])[^_\n]*[^\W_][.!?]?__(?![\w_])"),
        lambda found: f"Write *{found[2:-2]}* to stress it, or leave the signs out.",
    ),
    _Sign(
        "](",
        re.compile(r"\[[^\[\]\n]+\]\([^()\s]+\)"),
        lambda _: "Write the words alone, or the address alone; nothing can be clicked.",
    ),
    _Sign(
        "<",
        re.compile(rf"</?(?:{_TAGS})(?: [^<>\n]*)?/?>"),
        lambda _: "Take the signs out. An empty line begins a new paragraph, and *word* is emphasis.",
    ),
    _Sign(
        "&",
        re.compile(r"&(?:#[0-9]{1,6}|#x[0-9a-f]{1,6}|[A-Za-z]{2,8});"),
        lambda found: f"Write {html.unescape(found)} itself." if html.unescape(found).isprintable() else "Take it out.",
    ),
)


def find(findings: Findings) -> None:
    """Report the first of each kind in the text of a file, and how many more there are."""
    text = findings.text
    for sign in _SIGNS:
        if sign.hint in text:
            _find(text, sign, findings)


def _find(text: str, sign: _Sign, findings: Findings) -> None:
    starts: list[tuple[int, int, str]] = []
    for number, line in enumerate(chain([""], text.split("\n"))):
        if sign.hint in line:
            comment = _comment(line)
            starts += [
                (number, match.start() + 1, match[0])
                for match in sign.pattern.finditer(line)
                if match.start() < comment and not (sign.hint == "&" and html.unescape(match[0]) == match[0])
            ]
    if starts:
        number, column, found = starts[0]
        more = f" There are {len(starts) - 1} more such signs in this file." if len(starts) > 1 else ""
        message = f"Learners see {found} just as it stands here, with its signs.{more}"
        findings.add(CODE, (number, column), message, sign.mend(found))


def _comment(line: str) -> int:
    """Where a comment may begin on a line; its end where there is none. A text with such a sign is better passed over
    than a comment taken for text."""
    at = 0 if line.lstrip().startswith("#") else line.find(" #")
    return len(line) if at < 0 else at
