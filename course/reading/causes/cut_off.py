"""A file that ends too early: in the middle of a scene, or of a course's last rule."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.reading.problems.codes import Level
from course.reading.problems.problem import Findings
from course.reading.prose.extents import indent

_SCENE = re.compile(r" {1,4}[a-z0-9-]+:\s*")
_OF_RULE = re.compile(r"(the rule [a-z0-9-]+)\.$")


def ends_in(lines: Sequence[str], findings: Findings) -> tuple[str, int] | None:
    """In the middle of what a file ends that was cut off, and its last line; None if it was not."""
    if not findings.unended:
        return None
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=0)
    what = _scene(lines, last, findings) or _rule(lines, findings)
    return (what, last) if what else None


def _scene(lines: Sequence[str], last: int, findings: Findings) -> str:
    """The scene that is not there in full: what else is wrong is that scenes are wanted that should follow. The scenes
    stand in one column; what else stands alone on its line is a field in one of them."""
    under = next((number for number, line in enumerate(lines, 1) if line.startswith("scenes:")), 0)
    scenes = [(number, indent(line)) for number, line in enumerate(lines[under:], under + 1) if _SCENE.fullmatch(line)]
    begin = max((number for number, column in scenes if column == scenes[0][1]), default=0)
    errors = [each for each in findings.found if each.level is Level.ERROR]
    wanted = [each for each in errors if each.code in ("unknown-scene", "no-ending")]
    inside = [each for each in errors if each not in wanted]
    if not (begin and wanted and all(each.place.line >= begin for each in inside)):
        return ""
    if not inside and not any(each.place.line == last for each in wanted):
        return ""
    return f"the scene {lines[begin - 1].strip().rstrip(':')}"


def _rule(lines: Sequence[str], findings: Findings) -> str:
    """The rule that is not there in full, below which nothing else begins."""
    begin = max((number for number, line in enumerate(lines, 1) if line.rstrip().endswith(":")), default=0)
    within = (
        found[1] for each in findings.found if each.place.line == begin and (found := _OF_RULE.search(each.message))
    )
    return next(within, "")
