"""Lines that came along when something was copied: what a check said of a file, and what a mail program puts under a
letter. Where something is wrong, the file is read without them; if less is wrong then, that is what was the matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from course.reading.causes.anew import LONGEST, errors, read_anew
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose.extents import indent

_SAID = re.compile(r"\s*Did you mean(?: [^\s?]+\?|:)\s*")
"""What a check says above the line that it offers."""
_OFFERED = re.compile(r"\s*\d+ \|(?: .*?(?P<begins>[\w-]+:(?=\s|$)|\w+).*)?")
_SIGNED = re.compile(
    r"\s*(?:Sent from (?:my |Outlook |Mail )?[\w-]+(?: [\w-]+){0,3}|Get Outlook for \w+"
    r"|Von meinem [\w-]+ gesendet|Envoyé (?:de|depuis) mon [\w-]+)\.?\s*"
)
_RULE = re.compile(r"\s*(?:--|__+)\s*")
"""What stands between a letter and that."""


def found(findings: Findings, read: Callable[[Findings], object]) -> tuple[list[Edit], Findings] | None:
    """What takes such lines out, and what comes of the file without them; None if there are none. `read` reads another
    text in the file's place, and reports what is wrong with it."""
    if len(findings.text) > LONGEST:
        return None
    lines = findings.text.split("\n")
    alone = [number for number, line in enumerate(lines, 1) if _SAID.fullmatch(line) or _SIGNED.fullmatch(line)]
    if not alone:
        return None
    more = {*alone, *_beside(lines, alone)}
    tries = [[Edit(each, lines[each - 1], "", gone=True) for each in some] for some in (alone, sorted(more))]
    best = min(((each, read_anew(findings, lines, each, read)) for each in tries), key=lambda one: errors(one[1]))
    return best if errors(best[1]) < errors(findings) else None


def _beside(lines: Sequence[str], alone: Sequence[int]) -> set[int]:
    """What stands next to such lines and belongs to them."""
    beside = set[int]()
    for each in alone:
        if _SIGNED.fullmatch(lines[each - 1]):
            beside |= {each - 1} if each > 1 and _RULE.fullmatch(lines[each - 2]) else set()
        elif each < len(lines) and (offered := _OFFERED.fullmatch(lines[each])):
            around = " ".join((*lines[max(0, each - 2) : each - 1], *lines[each + 1 : each + 2])).split()
            if offered["begins"] in around:  # else it stands there in place of the other
                beside.add(each + 1)
    return beside


def report(findings: Findings, edits: Sequence[Edit], others: Findings) -> None:
    """Put them in place of all that followed from them; `others` holds what else is wrong."""
    reported = Findings(findings.file, findings.text)
    first, more = edits[0], len(edits) - 1
    what = "what a check says of a file" if _SAID.fullmatch(first.old) else "what a mail program adds to a letter"
    message = f"This line is {what}; it seems to have come along when something was copied."
    mend = "Delete it."
    if more:
        mend = f"Delete it, and line{'s' * (more > 1)} {', '.join(str(each.number) for each in edits[1:])} too."
    reported.add("pasted", (first.number, indent(first.old) + 1), message, mend, meant=Meant(tuple(edits), ask=True))
    findings.found = sorted([*reported.found, *others.found], key=lambda each: each.place)
