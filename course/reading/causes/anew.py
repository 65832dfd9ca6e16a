"""A file read anew with some of its lines changed, to see what would be wrong with it then."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from course.reading.problems.codes import Level
from course.reading.problems.problem import Edit, Findings

LONGEST = 100_000
"""Characters; of a longer file, which is not read again and again, what is wrong is reported as it is."""


def read_anew(
    findings: Findings, lines: Sequence[str], edits: Sequence[Edit], read: Callable[[Findings], object]
) -> Findings:
    """What comes of reading these lines with these edits."""
    new = {each.number: each.new for each in edits}
    other = Findings(findings.file, "\n".join(new.get(number, line) for number, line in enumerate(lines, 1)))
    read(other)
    return other


def errors(findings: Findings) -> int:
    """How many errors were found."""
    return sum(each.level is Level.ERROR for each in findings.found)
