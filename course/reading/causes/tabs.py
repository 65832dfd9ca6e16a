"""How wide the tabs are that a file is indented with, where it holds spaces too: as wide as all fits together."""

from __future__ import annotations

from collections.abc import Callable

from course.reading.causes.anew import LONGEST
from course.reading.problems.codes import Level
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose.extents import indent

_WIDTHS = (2, 4, 8)
_CODE = "tab"


def as_wide_as_fits(findings: Findings, read: Callable[[Findings], object]) -> None:
    """Read a file that is indented with tabs as it is meant, if with one width of them alone less is wrong than as it
    was read. `read` reads another text in the file's place."""
    left = _errors(findings)
    if not left or len(findings.text) > LONGEST or not any(each.code == _CODE for each in findings.found):
        return
    tried: list[Findings] = []
    for text in dict.fromkeys(_expanded(findings.text, width) for width in _WIDTHS):
        tried.append(Findings(findings.file, text))
        read(tried[-1])
    least = min(map(_errors, tried))
    best = [each for each in tried if _errors(each) == least]
    if least >= left or len(best) > 1:
        return
    pairs = zip(findings.text.split("\n"), best[0].text.split("\n"), strict=True)
    edits = [Edit(number, old, new) for number, (old, new) in enumerate(pairs, 1) if old != new]
    more = f" The same goes for {len(edits) - 1} more line{'s' * (len(edits) > 2)}." if edits[1:] else ""
    message = f"This line is indented with tabs and spaces mixed. YAML wants ordinary spaces there.{more}"
    mend = "Use the space bar; most editors can do it for you (look for Convert tabs to spaces)."
    reported = Findings(findings.file, findings.text)
    reported.add(_CODE, (edits[0].number, 1), message, mend, meant=Meant(tuple(edits)))
    findings.correct(best[0].as_read)
    findings.found = sorted([*reported.found, *best[0].found], key=lambda each: each.place)


def _errors(findings: Findings) -> int:
    """How many errors there are but for the tabs themselves."""
    return sum(each.level is Level.ERROR and each.code != _CODE for each in findings.found)


def _expanded(text: str, width: int) -> str:
    """A text with spaces in the place of the tabs that its lines begin with."""
    return "\n".join(
        line[: indent(line)].expandtabs(width) + line[indent(line) :] if "\t" in line[: indent(line)] else line
        for line in text.split("\n")
    )
