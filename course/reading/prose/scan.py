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

_WRITTEN_BY_PROGRAMS = ("{", "[")
_BRACES = r"\[?\{[\w:,/\ {}\[\]-]*\}\]?"
_LINES = ordinary_lines(rf"{CLOSED}|(?<=[ ]){_BRACES}[ ]*+")
_IN_BRACES = re.compile(rf"^[ ]*+(?:-[ ])*+(?:{NAME}:[ ]++)?({_BRACES})[ ]*$", re.MULTILINE)
_ID = r"(?:[a-z0-9-]++(?:/[a-z0-9-]++)?|@)"
_FIELD = rf"(?:as: \w[\w -]*+|[a-z-]++: (?:{_ID}|\[{_ID}(?:, {_ID})*+\]))"
_INNERMOST = re.compile(rf"\{{{_FIELD}(?:, {_FIELD})*+\}}")
"""A condition or a contact as it should be written; those in it are an `@` by then."""
_LONGEST = 1000
"""Characters in braces that are looked at here, so that it takes no longer than it should."""


def _well_written(braces: str) -> bool:
    """Whether such a group, or a list of them, holds fields, ids, lists of ids, and groups, with all signs in their
    places."""
    if len(braces) > _LONGEST:
        return False
    before, braces = "", f"{{any: {braces}}}"
    while braces != before:
        before, braces = braces, _INNERMOST.sub("@", braces)
    return braces == "@"


def scan(text: str, findings: Findings) -> str:
    """The text with every such value corrected; each is reported."""
    if text[:200].lstrip()[:1] in _WRITTEN_BY_PROGRAMS:
        return text
    match = _LINES.match(text)
    if match is not None and match.end() == len(text) and all(map(_well_written, set(_IN_BRACES.findall(text)))):
        return text
    from course.reading.prose.mending import Mending  # only where something is out of the ordinary

    return Mending(text, findings).run()
