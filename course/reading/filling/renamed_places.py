"""A place on the line that is called otherwise since: each side: and ending: has the old name still."""

from __future__ import annotations

from course.model.record import replace
from course.reading.filling.fill import Filler
from course.reading.problems.problem import Findings


def say_new(filler: Filler, findings: Findings) -> None:
    """Where one name is strange in all of the file, and one of the course's names is nowhere in it, offer that."""
    said = {name for name, _, _ in filler.on_line}
    if not filler.line or len(strange := said.difference(filler.line)) != 1:
        return
    (old,) = strange
    possible = filler.line if any(middle for _, _, middle in filler.on_line) else filler.line[::2]
    unused = [name for name in possible if name not in said]
    if len(unused) != 1:
        return
    places = {findings.place(where): where for name, where, _ in filler.on_line if name == old}
    for number, each in enumerate(findings.found):
        if each.code == "bad-value" and each.place in places and not each.meant:
            meant = findings.instead(places[each.place], old, unused[0])
            mend = f"Perhaps line: has called that place {unused[0]} since. {each.mend}"
            findings.found[number] = replace(each, mend=mend, meant=meant and replace(meant, ask=True))
