"""Many problems of one kind, said once: where one line is indented with tabs or wrapped by a mail program, many are;
and a record of which most is lost lacks all of that at once."""

from __future__ import annotations

import re

from course.model.record import replace
from course.reading.format.tables import NAMES
from course.reading.problems.problem import Edit, Findings, Meant, Problem
from course.reading.prose import notes
from course.reading.prose.extents import Extents, indent

_TOGETHER = frozenset(
    (
        "bad-value",
        "list-dash",
        "needs-space",
        "needs-indent",
        "unknown-key",
        "unknown-scene",
        "unknown-rule",
        "unknown-option",
        "unknown-person",
        "duplicate-key",
        "misaligned",
    )
)
"""The codes of which those that read alike are said once."""
_MOST_NAMED = 6


_FIRST = frozenset(("needs-quotes", "open-quote"))
"""The codes of what keeps a value from being read: whatever else is said of the same value, follows from that."""


def first_cause(findings: Findings) -> None:
    """Leave out what is said of a value once more, of which it is known that it was not read as it was meant."""
    causes = {each.place for each in findings.found if each.code in _FIRST}
    found = [each for each in findings.found if each.code in _FIRST or each.place not in causes]
    empty = {each.place.line: each for each in found if each.code in ("empty", "left-empty")}
    gone: list[Problem] = []
    for number, each in enumerate(found):
        if each.code == "duplicate-key" and each.also and (first := empty.get(each.also[0].line)):
            gone.append(first)
            mend = f"Delete line {first.place.line}, behind and under which nothing stands."
            found[number] = replace(each, mend=mend)
        elif each.code == "duplicate-key" and each.also and (mend := _same_line(findings, each)):
            meant = Meant((Edit(each.place.line, findings.lines[each.place.line], "", gone=True),), ask=True)
            found[number] = replace(each, mend=mend, meant=meant)
    found = [_there_twice(each, findings) for each in found if each not in gone]
    findings.found = found


def _same_line(findings: Findings, twice: Problem) -> str:
    """What to do about a line that stands right below another that says the very same, with nothing under it; `""` if
    there is more to it."""
    number = twice.place.line
    line, further = findings.lines[number], findings.lines[number + 1]
    more = further.strip() and indent(further) > indent(line)
    above = twice.also[0].line == number - 1 and findings.lines[number - 1] == line
    return "" if more or not above else "The two lines say the same: delete this one."


def _there_twice(problem: Problem, findings: Findings) -> Problem:
    """The problem, or what is wrong in truth where the line of something empty stands there once more."""
    line = problem.place.line
    name = findings.lines[line].strip()
    if problem.code not in ("empty", "left-empty") or name[-1:] != ":" or findings.lines[line + 1].strip() != name:
        return problem
    message = f"{name} stands here twice, on this line and on the next."
    return replace(problem, code="duplicate-key", message=message, mend=f"Delete line {line}.")


_LACKING = frozenset(("missing", "dead-end"))
"""The codes of what a record lacks."""
_NO_FIELD = re.compile("[^:;]+ has no field called ")
_LACKS = re.compile(r"(?P<under>Under (?P<around>.+:), )?(?P<name>.+:) is missing(?: in (?P<what>.+))?[.]")


def lacking_by_another_name(findings: Findings) -> None:
    """Offer the one field that a record lacks for the one name in it that nobody knows: another language's, perhaps."""
    lacking = [(each, match["name"][:-1]) for each in findings.found if (match := _LACKS.fullmatch(each.message))]
    strange = [
        each for each in findings.found if _NO_FIELD.match(each.message) and not (each.meant and each.meant.word)
    ]
    for each in strange if lacking else ():
        number, at = each.place.line, each.place.column - 1
        names = [name for lack, name in lacking if lack.code == "missing" and _same_record(lack, each, findings)]
        beside = [other for other in strange if other.place.column == each.place.column]
        line = findings.lines[number]
        word = line[at:].partition(":")[0]
        if len(names) == len(beside) == 1 and word:
            renamed = Edit(number, line, f"{line[:at]}{names[0]}{line[at + len(word) :]}")
            meant: Meant | None = Meant((renamed,), names[0], ask=True)
            message = f"{each.message.partition(';')[0].rstrip('.')}. {names[0]}: is missing here."
            mend = f"Call it {names[0]}, if that is meant."
            if " " in word and NAMES.get(names[0]):  # in the place of a name, what these words say would be lost
                mend = f"If these words are part of the text, write {names[0]}: before them, and all of it in quotes; "
                mend += f"if they are another name for it, call it {names[0]}."
                meant = _as_text_of(names[0], number, at, findings)
            found = replace(each, code="unknown-key", message=message, mend=mend, meant=meant)
            findings.found[findings.found.index(each)] = found


def twice_too_far_left(findings: Findings) -> None:
    """Say of a name that stands there twice that the first of them belongs to the record above it, where that lacks a
    field of that name."""
    for twice in [each for each in findings.found if each.code == "duplicate-key" and each.also]:
        first, name = twice.also[0].line, twice.message.partition(" ")[0]
        for number, each in enumerate(findings.found):
            lack = _LACKS.fullmatch(each.message)
            if lack and lack["name"] == name and f"If {name} in line {first} is meant" in each.mend:
                line, of = findings.lines[first], (lack["what"] or "record").removeprefix("this ")
                meant = Meant((Edit(first, line, " " * (each.place.column - 1) + line.lstrip()),))
                message = f"{name} belongs to the {of} above it, and begins too far left for that."
                mend = f"Indent it, and what stands under it, as far as the {of}'s other fields."
                reported = Findings(findings.file, findings.text)
                reported.add("misaligned", (first, indent(line) + 1), message, mend, meant=meant)
                findings.found[number] = reported.found[0]
                findings.found.remove(twice)
                break


def _as_text_of(name: str, number: int, at: int, findings: Findings) -> Meant | None:
    """A text of one line that begins there, in quotes behind its name; None if it goes on."""
    lines = Extents(findings.text)
    line = lines[number]
    if lines.goes_on(lines.ahead(number + 1), at) or not (new := notes.in_quotes([line[at:].rstrip()])):
        return None
    return Meant((Edit(number, line, f"{line[:at]}{name}: {new[0]}"),), ask=True)


def _same_record(lack: Problem, strange: Problem, findings: Findings) -> bool:
    """Whether a field is missing in the record in which the other stands: no line between them is further left."""
    first, last, column = lack.place.line, strange.place.line, strange.place.column - 1
    between = [each for number in range(first + 1, last + 1) if (each := findings.lines[number]).strip()]
    insets = [len(each) - len(each.lstrip(" ")) for each in between]
    under = lack.place.column - 1 < column and insets[:1] == [column]  # as what stands under its id
    return first <= last and (lack.place.column - 1 == column or under) and min(insets, default=column) >= column


def lacks_at_once(findings: Findings) -> None:
    """Say all that one record lacks in one sentence."""
    records: dict[object, list[Problem]] = {}
    for each in findings.found:
        records.setdefault((each.code in _LACKING and each.place) or id(each), []).append(each)
    findings.found = [one for each in records.values() for one in _all_lacking(each)]


def _all_lacking(problems: list[Problem]) -> list[Problem]:
    fields = [(each, match) for each in problems if (match := _LACKS.fullmatch(each.message))]
    others = [each for each in problems if not _LACKS.fullmatch(each.message)]
    if not fields or len(problems) == 1:
        return problems
    names = [match["name"] for _, match in fields]
    first = fields[0][1]
    lacking = f"{', '.join(names[:-1])} and {names[-1]} are missing" if len(names) > 1 else f"{names[0]} is missing"
    message = f"{first['under'] or ''}{lacking}" + (f" in {first['what']}" if first["what"] else "")
    for each in others:
        what, said = first["what"] or "", each.message.removesuffix(".")
        about_it = what and said.lower().startswith(what)
        message += f", and it{said[len(what) :]}" if about_it else f", and {said[0].lower()}{said[1:]}"
    mends = [each.mend for each in (*(each for each, _ in fields), *others)]
    mend = "; ".join([mends[0], *(f"{each[0].lower()}{each[1:]}" for each in mends[1:])]).replace(".; ", "; ")
    return [replace(fields[0][0], message=f"{message}.", mend=mend)]


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
    edits = {edit.number: edit for each in (*others[::-1], first) if each.meant for edit in each.meant.edits}
    several = tuple(edits[number] for number in sorted(edits))  # a line that needs two gets the second another time
    meant = first.meant and Meant(several, first.meant.word, first.meant.ask)
    return replace(first, message=message, meant=meant)
