"""Names that a course gives and that could not be read: what refers to them is not to blame."""

from __future__ import annotations

from collections.abc import Iterable

from course.model import Pair, Side
from course.reading.filling.fill import Filler
from course.reading.problems.codes import Level
from course.reading.problems.positions import BEGINNING, Spot
from course.reading.problems.problem import Findings
from course.reading.problems.suggest import some
from course.text.clean import clean


def line_unsure(filled: Filler, findings: Findings) -> bool:
    """Whether nobody knows what the places on the line are called, since one is missing, or something is wrong with
    it."""
    written = filled.spots.within.get(("line", ""))
    if written is None:
        return False
    wrong = {each.place.line for each in findings.found if each.level is Level.ERROR}
    return any(side not in written or written[side][0] in wrong for side in Side)


def rules_lost(filled: Filler) -> bool:
    """Whether there are rules in the file that could not be read, so that nobody is to blame who refers to them."""
    unread = any(name in filled.spots and name not in filled.values for name in ("rules", "pairs"))
    unread = unread or "pairs" not in filled.spots
    pairs: Iterable[Pair] = filled.values.get("pairs", {}).values()
    lost = {what for what, _ in filled.lost}
    return unread or not lost.isdisjoint(("rule", "pair")) or any(not pair.rules for pair in pairs)


def no_line(places: list[tuple[str, Spot]], findings: Findings) -> None:
    """Report, once, names of places on a line that is nowhere."""
    names = some(dict.fromkeys(clean(name) for name, _ in places))
    message = f"Nothing says what {names} {'are' if ' ' in names else 'is'}: there is no line: in this file."
    mend = "Write line:, and under it under:, right: and over:, each with its name; or write under and over here."
    findings.add("missing", places[0][1], message, mend)


def without_its_id(found: Findings, where: Spot) -> bool:
    """Whether the id of a scenario could not be read as it was meant, so that nobody is to blame who refers to it."""
    return found.errors and (where == BEGINNING or any(each.place.line == where[0] for each in found.found))
