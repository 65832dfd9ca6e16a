"""A file that ends too early: its last text breaks off, or something is open or missing that the rest would hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from course.model.record import replace
from course.reading.format.tables import NAMES, ON_A_LINE
from course.reading.problems.codes import Level
from course.reading.problems.lines import LINE
from course.reading.problems.problem import Findings, Problem
from course.reading.prose.extents import HOLDING, indent, unended

_SCENE = re.compile(r" {1,4}[a-z0-9-]+:\s*")
_OF_RULE = re.compile(r"(the rule [a-z0-9-]+)\.$")
_LACKING = frozenset({"dead-end", "missing", "empty", "left-empty", "wrong-count", "open-quote"})
"""What is said where something is left out."""
_WANTED = frozenset({"unknown-scene", "unknown-option", "no-ending"})
"""What is said where something is wanted that may follow further down."""
_NEXT = re.compile(r"(?<![\w-])next: +([a-z0-9-]+)")
_MOST = 10
"""Of so many texts, all but one end as sentences do where an author ends them so."""
_MARKED = "{[&*"


def ends_in(lines: Sequence[str], findings: Findings) -> tuple[str, int] | None:
    """In the middle of what a file ends that was cut off, and its last line; None if it was not."""
    if not findings.unended:
        return None
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=0)
    what = _rule(lines, findings) or _part(lines, last, findings)
    return (what, last) if what else None


def _part(lines: Sequence[str], last: int, findings: Findings) -> str:
    """The scene that is not there in full, or what else the last line belongs to: all that is wrong is what it lacks
    itself, and what is wanted that should follow."""
    begin, what, ids = _last_part(lines, last)
    errors = [each for each in findings.found if each.level is Level.ERROR]
    wanted = [each for each in errors if _follows(each)]
    inside = [each for each in errors if each not in wanted]
    if not (begin and errors) or any(each.place.line < begin for each in inside):
        return ""
    above = {each for number in _above(lines, last) for each in (number, _below(lines, number))}
    opened = [
        each for each in inside if each.place.line in above and (each.code in _LACKING or each.place.line == last)
    ]
    at_end = any(each.place.line == last for each in errors)
    stops = breaks_off(lines, last)
    if not ids:
        return what if stops or (wanted and (opened or at_end or last > begin)) else ""
    more = wanted or any(each not in ids for line in lines for each in _NEXT.findall(line))
    more = more or not any(line.lstrip().startswith("ending:") for line in lines)
    if more and opened:
        return what
    if stops or (at_end and len(errors) > 1):
        return what if any(each.code in _LACKING for each in opened) or not all(map(_a_slip, errors)) else ""
    if inside or all(map(_a_slip, wanted)):
        return ""
    return what if all(_named_elsewhere(each, lines) for each in ids) else ""


def _last_part(lines: Sequence[str], last: int) -> tuple[int, str, list[str]]:
    """The line with which the last part of the file begins, what it is, and the ids of all scenes. These stand in one
    column; what else stands alone on its line is a field in one of them."""
    top = [number for number, line in enumerate(lines, 1) if line[:1].isalpha()]
    under = next((number for number in top if lines[number - 1].startswith("scenes:")), 0)
    scenes = [(number, indent(line)) for number, line in enumerate(lines[under:], under + 1) if _SCENE.fullmatch(line)]
    if under and scenes:
        begins = [number for number, column in scenes if column == scenes[0][1]]
        ids = [lines[number - 1].strip().rstrip(":") for number in begins]
        return begins[-1], f"the scene {ids[-1]}", ids
    if not top or ": " in lines[last - 1][: len(lines[last - 1]) * (top[-1] == last)]:
        return 0, "", []
    name = lines[top[-1] - 1].partition(":")[0]
    return (top[-1], "a line", []) if top[-1] == last and name != "scenes" else (top[-1], f"what {name}: holds", [])


def _follows(problem: Problem) -> bool:
    """Whether the rest of a file may hold what is missing."""
    return problem.code in _WANTED or (problem.code == "missing" and problem.place.line == 1)


def _a_slip(problem: Problem) -> bool:
    """Whether it is known what was meant."""
    return problem.meant is not None


def _named_elsewhere(id: str, lines: Sequence[str]) -> bool:
    """Whether another line than its own names a scene; if not, it is perhaps meant by another name."""
    return sum(re.search(rf"(?<![\w-]){re.escape(id)}(?![\w-])", line) is not None for line in lines) > 1


def _above(lines: Sequence[str], last: int) -> Iterator[int]:
    """A line, and all those that it stands under."""
    column = indent(lines[last - 1]) + 1
    for number in range(last, 0, -1):
        line = lines[number - 1]
        if HOLDING.match(line) and indent(line) < column:
            column = indent(line)
            yield number


def _below(lines: Sequence[str], number: int) -> int:
    """The first line below one that holds something; some of what a field lacks is said there."""
    return next((each for each in range(number + 1, len(lines) + 1) if HOLDING.match(lines[each - 1])), number)


def breaks_off(lines: Sequence[str], last: int) -> bool:
    """Whether the last line ends a text in the middle of a sentence, and the other texts of its kind end as sentences
    do."""
    ends: dict[str, list[int]] = {}
    names: list[tuple[int, str]] = []
    name = ""
    for number, line in enumerate(lines, 1):
        match = LINE.fullmatch(line)
        if match is None or not HOLDING.match(line):
            continue
        begins = match["name"] in NAMES or match["value"] == "" or match["dashes"] != ""
        if begins:
            column = indent(line) + (match["dashes"] != "")
            names = [each for each in names if each[0] < column]
            if match["name"]:
                names.append((match.start("name"), match["name"]))
            name = names[-1][1] if names else ""
        if NAMES.get(name) and name not in ON_A_LINE and match["value"][:1] not in _MARKED:
            ends.setdefault(name, []).append(number)
            if not begins:
                del ends[name][-2:-1]
    *others, ended = ends.get(name, [0])
    if ended != last:
        return False
    others = others or [number for each in ends.values() for number in each if number != last]
    broken = sum(unended(lines[each - 1]) for each in others)
    return unended(lines[last - 1]) and len(others) >= broken * _MOST


def find(findings: Findings) -> None:
    """Report a last text that breaks off where nothing else is wrong. Nobody gets stuck, so it is only warned of."""
    lines = findings.text.rstrip().split("\n")
    if findings.unended and breaks_off(lines, len(lines)):
        message = "The file ends here, in the middle of a sentence. It may have been cut off when it was saved or sent."
        mend = "Get all of it back from a copy; or, if nothing is missing, end the sentence."
        alone = Findings(findings.file, findings.text)
        alone.add("cut-off", (len(lines), 1), message, mend)
        findings.found = [replace(each, given=Level.WARN) for each in alone.found]


def _rule(lines: Sequence[str], findings: Findings) -> str:
    """The rule that is not there in full, below which nothing else begins."""
    begin = max((number for number, line in enumerate(lines, 1) if line.rstrip().endswith(":")), default=0)
    within = (
        found[1] for each in findings.found if each.place.line == begin and (found := _OF_RULE.search(each.message))
    )
    return next(within, "")
