"""The prose scan: sentences that YAML would misread, found and corrected before YAML is asked.

An unquoted `!`, a colon in the middle, a `#` after a space, an apostrophe inside single quotes: authors
write these without a thought, and YAML answers with riddles, or drops text without a word. The scan
names the line and corrects it in memory, so that everything else that is wrong is found as well.

Nearly all lines of a course are ordinary, and one regular expression passes over them by the thousand.
What it stops at goes to `mending`. Both take time in proportion to the length of the text.
"""

from __future__ import annotations

import re

from course.reading.problems.lines import CLOSED, NAME, ordinary_lines
from course.reading.problems.problem import Findings
from course.reading.prose.braces import NAMED, WORDS, well_written

_WRITTEN_BY_PROGRAMS = ("{", "[")
_BRACES = r"\[?\{[\w:,/\ {}\[\]-]*\}\]?"
_WITH_QUOTES = rf'\[?\{{(?:[\w:,/\ {{}}\[\]-]|(?<=\bas:\ ){WORDS}|(?<=[\ \[])"{NAMED}")*\}}\]?'
_SIDES = r"(?<=\bsides:\ )\[(?:[\w\ ,./-]|\b'\b)*+\]"
_ID_IN_QUOTES = r'"[a-z0-9-]++"'
_LINES = ordinary_lines(
    closed=rf"{CLOSED}|(?<=[ ]){_BRACES}[ ]*+",
    alone=rf"(?:{_WITH_QUOTES}|{_SIDES})[ ]*+",
    name=rf"(?:{NAME}|{_ID_IN_QUOTES})",
)
_IN_QUOTES = re.compile(rf"^(?P<indent>[ ]*+)(?P<dashes>(?:-[ ])*+){_ID_IN_QUOTES}:[ ]*$", re.MULTILINE)
_IN_BRACES = re.compile(rf"^[ ]*+(?:-[ ])*+(?:{NAME}:[ ]++)?({_WITH_QUOTES})[ ]*$", re.MULTILINE)
_NO_LIST = re.compile(r"any: (?:\{|\[\{[^{}\n]*\}\])")
"""Fields under any: that are no list, or one thing alone."""
_ID_ALONE = re.compile(rf"(?:{NAME}|{_ID_IN_QUOTES}):")


def _beside_ids(text: str, match: re.Match[str]) -> bool:
    """Whether an id in quotes, such as "no", which YAML would take for a word of its own, stands where an id belongs:
    as far in as another one above, under which there are fields."""
    depth, end = len(match["indent"]), match.start()
    inner = False
    while end and not match["dashes"]:
        start = text.rfind("\n", 0, end - 1) + 1
        line = text[start : end - 1].rstrip(" ")
        end = start
        body = line.lstrip(" ")
        if not body or body[0] == "#":
            continue
        if len(line) - len(body) <= depth:
            return inner and len(line) - len(body) == depth and _ID_ALONE.fullmatch(body) is not None
        if not inner and (body[-1] in ":-" or "#" in body):
            return False
        inner = True
    return False


def scan(text: str, findings: Findings) -> str:
    """The text with every such value corrected; each is reported."""
    if text[:200].lstrip()[:1] in _WRITTEN_BY_PROGRAMS:
        return text
    match = _LINES.match(text)
    if (
        match is not None
        and match.end() == len(text)
        and _NO_LIST.search(text) is None
        and all(map(well_written, set(_IN_BRACES.findall(text))))
        and ('":' not in text or all(_beside_ids(text, each) for each in _IN_QUOTES.finditer(text)))
    ):
        return text
    from course.reading.prose.mending import Mending  # only where something is out of the ordinary

    return Mending(text, findings).run()
