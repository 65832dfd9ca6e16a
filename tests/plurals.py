"""One thing is not said as several are: "1 lines", "There are 1", "lines 4 to 4"."""

from __future__ import annotations

import re

from course.reading.problems.problem import Problem

ONE_AS_MANY = re.compile(
    r"\b(?:are|were|have) (?:only )?1\b"
    r"|(?<!line )(?<!lines )(?<!column )(?<!day )(?<!format )(?<![\d.,:-])\b1 (?:(?:more|other|such|others) )*"
    r"(?!is\b|was\b|has\b|as\b|this\b|its\b|does\b|seems\b|less\b)[a-z]+s\b"
    r"|\b[Ll]ines (\d+) to \1\b"
)


def well_counted(problem: Problem) -> bool:
    """Whether what a problem says counts one thing as one."""
    return ONE_AS_MANY.search(f"{problem.message} {problem.mend}") is None
