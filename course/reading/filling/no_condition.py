"""What stands in the place of a condition, and is none: a text, an id in braces, ids alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course.reading.filling.conditions import any_of
from course.reading.filling.fill import Filler
from course.reading.format.fields import Field
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose import condition_text
from course.reading.yaml.parsing import Event, spot

_ID_ALONE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?(?=\s*(?:[,\]]|$))")


def as_text(filler: Filler, event: Event, field: Field) -> None:
    """Report a text in the place of a condition, and how it was meant."""
    better = condition_text.meant(field.name, event[1])
    mend = f"Write {field.name}: {better}." if better else condition_text.mend(field.name, event[1])
    (number, column), line = spot(event), filler.findings.corrected[event[2]]
    written = line[column - 1 :].rstrip()
    whole = written.strip("'\"") == event[1]
    new = Edit(number, line, line[: column - 1] + better)
    meant = Meant((new,), ask=True) if better and whole else None
    if not better and whole:
        meant = condition_text.guessed(number, line, column, written, filler.findings)
    filler.wrong_kind(event, field, "a condition", mend, meant)


def id_in_braces(filler: Filler, event: Event, field: Field) -> bool:
    """Report an id alone in braces in the place of a condition, if there is one: whose it is has to be said."""
    (number, column), line = spot(event), filler.findings.corrected[event[2]]
    written = line[column - 1 :].rstrip()
    if not condition_text.is_id_in_braces(written):
        return False
    filler.skip(event)
    message = f"{field.called} wants a condition, and here is an id alone."
    meant = condition_text.guessed(number, line, column, written, filler.findings)
    filler.findings.add("wrong-kind", spot(event), message, condition_text.mend(field.name, written), meant=meant)
    return True


def only_ids(filler: Filler, field: Field, event: Event, before: int) -> bool:
    """Whether nothing but ids stands in a list of conditions; that is said once."""
    said = filler.findings.found[before:]
    places = [(each.place.line, each.place.column) for each in said if each.code == "wrong-kind"]
    ids = [_ID_ALONE.match(filler.findings.corrected[line], column - 1) for line, column in places]
    if not ids or len(ids) != len(said) or not all(ids):
        return False
    del filler.findings.found[before:]
    _ids_alone(field.name, [each[0] for each in ids if each], spot(event), filler.findings)
    return True


def _ids_alone(name: str, ids: Sequence[str], where: Spot, findings: Findings) -> None:
    """Report ids that stand in the place of conditions."""
    message = f"{name}: wants conditions, and here are ids alone: what of them has to be so is not said."
    if all(each in findings.rules for each in ids):
        broke, followed = (any_of([f"{name}: {each}" for each in ids]) for name in ("broke", "followed"))
        mend = f"Write {broke}, or {followed}."
    else:
        chose = any_of([f"chose: {each}" for each in ids])
        mend = f"Write {chose} if they are options, and been: in the place of chose: if they are scenes."
    findings.add("wrong-kind", where, message, mend)
