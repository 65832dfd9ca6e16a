"""Signs of Markdown, HTML and chats in a file. Texts are plain, but for *emphasis*, so learners would see these signs
as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable

from course.model.record import Record
from course.reading.problems.problem import Findings

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
        "~~",
        re.compile(r"(?<![\w~])~~(?=[^\s~])[^~\n]*[^\s~]~~(?![\w~])"),
        lambda found: f"Leave the signs out, and {found[2:-2]} too if it was to be struck out.",
    ),
    _Sign("【", re.compile(r"【[^【】\n]{0,40}†[^【】\n]*】"), lambda _: "Take it out."),
    _Sign(
        "[oaicite:",
        re.compile(r":?(?:contentReference)?\[oaicite:\d+\](?:\{index=\d+\})?"),
        lambda _: "Take it out.",
    ),
    _Sign("(edited)", re.compile(r"\(edited\)(?=[\"']?[ \t]*$)", re.MULTILINE), lambda _: "Take it out."),
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
        "]",
        re.compile(
            r"\[(?:(?<=[\w.,;:!?…)\"'’”]\[)[A-Z]{1,4}[0-9]{1,3}|(?<= \[)[A-Z]{2,3}[0-9]{1,3}"
            r"|(?<=[.!?…)\"'’”]\[)(?:[a-z]{1,2}|[0-9]{1,2}))\]"
        ),
        lambda _: "Take it out: a word processor marks comments and notes so.",
    ),
)


def find(findings: Findings) -> None:
    """Report the first of each kind in the text of a file, and how many more there are."""
    text = findings.text
    for sign in _SIGNS:
        if sign.hint in text:
            _find(text, sign, findings)


def _find(text: str, sign: _Sign, findings: Findings) -> None:
    found = [match for match in sign.pattern.finditer(text) if _is_one(text, match)]
    if found:
        first = found[0]
        spot = text.count("\n", 0, first.start()) + 1, first.start() - text.rfind("\n", 0, first.start())
        others = len(found) - 1
        more = (
            f" There {f'are {others} more such signs' if others > 1 else 'is one more'} in this file." if others else ""
        )
        message = f"Learners see {first[0]} just as it stands here, with its signs.{more}"
        findings.add(CODE, spot, message, sign.mend(first[0]))


def _is_one(text: str, match: re.Match[str]) -> bool:
    """Whether it stands in no comment."""
    return not may_be_comment(text[text.rfind("\n", 0, match.start()) + 1 : match.start()])


def may_be_comment(line: str) -> bool:
    """Whether a comment may begin in a line up to there. A text with such a sign is better passed over than a comment
    taken for text."""
    return line.lstrip().startswith("#") or " #" in line
