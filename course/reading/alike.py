"""Many problems of one kind, said once: where one line is indented with tabs or wrapped by a mail program, many are."""

from __future__ import annotations

from course.model.record import replace
from course.reading.problems import Findings, Meant, Problem

_TOGETHER = frozenset(
    (
        "bad-value",
        "list-dash",
        "needs-indent",
        "unknown-key",
        "unknown-scene",
        "unknown-rule",
        "duplicate-key",
        "misaligned",
    )
)
"""The codes of which those that read alike are said once."""
_MOST_NAMED = 6


def said_once(findings: Findings) -> None:
    """Say problems that differ in nothing but their place as one, with all mends."""
    alike: dict[tuple[object, ...], list[Problem]] = {}
    for each in findings.found:
        key = (each.code, each.message, each.mend, each.meant is None or each.meant.ask, each.meant is None)
        alike.setdefault(key if each.code in _TOGETHER else (id(each),), []).append(each)
    findings.found = [_as_one(each) for each in alike.values()]


def _as_one(problems: list[Problem]) -> Problem:
    first, *others = sorted(problems, key=lambda each: each.place)
    if not others:
        return first
    lines = [str(each.place.line) for each in others]
    rest = f" and {len(lines) - _MOST_NAMED} more" if len(lines) > _MOST_NAMED else ""
    where = f"{', '.join(lines[:_MOST_NAMED])}{rest}"
    message = f"{first.message} The same goes for line{'s' if len(others) > 1 else ''} {where}."
    meant = first.meant and Meant(
        tuple(edit for each in (first, *others) if each.meant for edit in each.meant.edits),
        first.meant.word,
        first.meant.ask,
    )
    return replace(first, message=message, meant=meant)
