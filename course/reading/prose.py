"""The prose scan: sentences that YAML would misread, found and corrected before YAML is asked.

An unquoted `!`, a colon in the middle, a `#` after a space, an apostrophe inside single quotes: authors
write these without a thought, and YAML answers with riddles, or drops text without a word. The scan
names the line and corrects it in memory, so that everything else that is wrong is found as well.

Nearly all lines of a course are ordinary, and one regular expression passes over them by the thousand.
What it stops at goes to `mending`. Both take time in proportion to the length of the text.
"""

from __future__ import annotations

from course.reading.lines import ORDINARY_LINES
from course.reading.problems import Findings

_WRITTEN_BY_PROGRAMS = ("{", "[")


def scan(text: str, findings: Findings) -> str:
    """The text with every such value corrected; each is reported."""
    if text[:200].lstrip()[:1] in _WRITTEN_BY_PROGRAMS:
        return text
    match = ORDINARY_LINES.match(text)
    if match is not None and match.end() == len(text):
        return text
    from course.reading.mending import Mending  # only where something is out of the ordinary

    return Mending(text, findings).run()
