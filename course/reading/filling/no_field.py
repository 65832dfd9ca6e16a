"""A name that is no field where it stands: what was meant by it, or where it belongs."""

from __future__ import annotations

from collections.abc import Collection

from course.reading.filling import conditions
from course.reading.filling.belonging import elsewhere
from course.reading.filling.other_words import meant as other_word
from course.reading.filling.unknown import named
from course.reading.format.fields import Table
from course.reading.problems.positions import Spot
from course.reading.problems.problem import Findings
from course.reading.problems.suggest import nearest, renamed, seen, some, unseen
from course.reading.yaml.parsing import Event, spot

_OR_TEXTS = ("fact", "passage")
"""The tables of records in the place of which a text may stand."""
_BEGINS = {"text": "", "when": "{", "day": "0123456789"}
"""With which of them such a record may begin, and with what the value of each begins."""


def no_field(
    key: Event,
    where: str,
    known: Collection[str],
    taken: Collection[str],
    table: str,
    tables: Collection[Table],
    findings: Findings,
    *,
    alone: bool,
) -> str:
    """Report a name that is none of the `known` fields, of which some are `taken`; the one that was probably meant.
    `table` is the name of the table whose fields they are; `alone` says that nothing stands behind the name."""
    name = key[1]
    message = f"{where} has no field called {named(name)}."
    meant, mend = renamed(table, name)
    if table == "condition" and alone and (found := conditions.beside(key, findings)):
        message, mend, edit = found
        findings.add("unknown-key", spot(key), message, mend, meant=edit)
        return ""
    if name in findings.rules and alone:
        meant, mend = "", f"{name} is a rule. More than one of them stand in brackets: [one, {name}]."
    if name == "ending" and "next" in known:
        here = "Take this line out" if "next" in taken else "In its place, write next: and the id of a scene"
        findings.add("unknown-key", spot(key), message, f"{here}: the scene that next: names has the ending.")
        return "" if "next" in taken else "next"
    if (bare := seen(name)) in known:
        message = f"There is {unseen(name)} in the name {bare}."
        meant, mend = bare, f"Delete all of it, and type {bare} again."
    if not mend:
        from course.reading.filling import in_a_text  # only where a name is neither known nor renamed

        meant, belongs = _meant(name, [each for each in known if each not in taken], table, tables)
        if table in _OR_TEXTS and not taken and not _fits(meant, spot(key), findings):
            if in_a_text.is_text(spot(key), findings):
                return "text"
            meant = ""
        if table and not (meant or belongs) and in_a_text.goes_on(name, where, spot(key), findings):
            return ""
        if meant and not nearest(name, (meant,)):
            message = f"{where} has no field called {named(name)}; here its name is {meant}."
        mend = f"{belongs and belongs + ' '}The fields are {some(known)}."
    findings.add("unknown-key", spot(key), message, mend, meant=findings.instead(spot(key), name, meant))
    return meant


def _meant(name: str, free: Collection[str], table: str, tables: Collection[Table]) -> tuple[str, str]:
    """Which of the fields that are still free was meant, and where the name belongs as it stands; `""` for neither."""
    near, belongs = nearest(name, free), elsewhere(name, table, tables) if table else ""
    if near and (not belongs or name.startswith(near) or near.startswith(name)):
        return near, ""
    word = other_word(name, free) if table else ""
    return word, "" if word else belongs


def _fits(name: str, where: Spot, findings: Findings) -> bool:
    """Whether what stands behind the name there may be the value of that field."""
    value = findings.corrected[where[0]][where[1] :].partition(":")[2].strip()
    return name in _BEGINS and value[:1] in (_BEGINS[name] or value[:1])
