"""What a scenario's fields refer to inside it, its scenes and its people: whether all of that is there.

Where it is not, the slip may lie in the id as well: nothing refers to that one then, or it stands there twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

from course.model.record import replace
from course.reading.filling.fill import EVERY
from course.reading.filling.unknown import ALSO, Ref, named, plural, unknown
from course.reading.problems.codes import Level
from course.reading.problems.positions import Spot, Spots
from course.reading.problems.problem import Findings
from course.reading.problems.suggest import nearest, slug, typed_twice

_NO_RULE = re.compile(r'There is no rule called "([a-z0-9-]+(?:/[a-z0-9-]+)?)"[.]')
_NAMING = frozenset(("unknown-rule", "unknown-pair", "unknown-option", "unknown-scene", "unknown-person"))
"""What is wrong with a name alone; where something else is, an id may be there and not be read."""
_UNDER = {each: plural(each) for each in ("person", "scene")}
"""What has an id of its own in a scenario, and the field under which it stands."""


def all_there(
    refs: Sequence[Ref],
    ids: Mapping[str, Collection[str]],
    spots: Spots,
    lost: AbstractSet[tuple[str, str]],
    doubled: Sequence[Ref],
    findings: Findings,
    names: Mapping[str, Mapping[str, str]],
) -> None:
    """Report references to what is not there. `lost` are records that could not be read, so that nobody is to blame who
    refers to them; `doubled` are those of which the id was there already; `names` the ids of people and scenes by
    what they are called."""
    disturbed = any(each.level is Level.ERROR and each.code not in _NAMING for each in findings.found)
    _everywhere(refs, ids, lost, findings)
    strange = [
        ref for ref in refs if ref[1] not in ids[ref[0]] and lost.isdisjoint(((ref[0], ref[1]), (ref[0], EVERY)))
    ]
    strange = [ref for ref in strange if ref[0] != "scene" or ids["scene"]]  # if there is none, that is to be mended
    _no_rules(ids, findings)
    if not strange:
        return
    from course.reading.filling import without_id  # only where something is wrong

    strange = [ref for ref in strange if not _of_another_sort(ref, ids, findings)]
    strange = without_id.said_once(strange, refs, ids, spots, findings)
    for kind in {to for to, _, _ in doubled}:
        wanted = [ref for ref in strange if ref[0] == kind]
        _tell_which(wanted, [each for each in doubled if each[0] == kind], findings)
        strange = [ref for ref in strange if ref not in wanted]
    used = {(to, name) for to, name, _ in refs}
    gone = {name for to, name, _ in strange if to == "scene"}  # with which all of its options are
    strange = [ref for ref in strange if ref[0] != "option" or ref[1].partition("/")[0] not in gone]
    asked: dict[tuple[str, str], list[Spot]] = {}
    for to, name, where in strange:
        asked.setdefault((to, name), []).append(where)
    free = {
        to: [each for each in ids[to] if (under, each) in spots.within and (to, each) not in used]
        for to, under in _UNDER.items()
    }
    for (to, name), those in asked.items():
        if to in names and _is_called(to, name, names[to], those, findings):
            continue
        sure, unused = len(those) > 1 and not disturbed, free.get(to, [])
        meant = nearest(name, ids[to]) if unused else ""
        if not meant and sure and len(unused) == 1 == sum(what == to for what, _ in asked):
            meant = unused[0]
        if meant not in unused:
            for where in those:
                unknown(to, name, where, ids[to], findings)
            continue
        its = spots.within[_UNDER[to], meant][""]
        if sure and _may_be_its_id(name, meant):
            also = [findings.place(each) for each in those[:ALSO]]
            edit = findings.instead(its, meant, name)
            findings.add(f"unknown-{to}", its, *another_id(to, name, meant), meant=edit, also=also)
            continue
        for where in those:
            _misspelt(to, name, meant, where, its, findings)


def _is_called(to: str, name: str, names: Mapping[str, str], those: Sequence[Spot], findings: Findings) -> bool:
    """Whether this is what a person or a scene is called for learners, and not its id, which is reported."""
    full = nearest(name, names) if " " in name else name
    if full not in names or names[full] == name:
        return False
    for where in those:
        message = f"{named(name)} is what a {to} is called, and the id of that {to} belongs here."
        findings.add(
            f"unknown-{to}", where, message, f"Write {names[full]}.", meant=findings.instead(where, name, names[full])
        )
    return True


def another_id(to: str, name: str, near: str) -> tuple[str, str]:
    """What is said of an id that nothing asks for and that may be the one for which several places ask; and the
    mend."""
    message = f"Nothing asks for this {to}, {near}; and {name}, for which several places ask, is not there."
    return message, f"If this is the one, write {name}: here; if not, write a {to} of that id."


def _may_be_its_id(name: str, meant: str) -> bool:
    """Whether what is asked for may be the id of what has another one now."""
    return slug(name, words=9) == name and not typed_twice(name, meant)


def _of_another_sort(ref: Ref, ids: Mapping[str, Collection[str]], findings: Findings) -> bool:
    """Whether a condition asks for something that is there and of another sort, which is reported."""
    from course.reading.filling import conditions  # only where something is wrong

    to, name, where = ref
    found = conditions.another_sort(to, name, where, {**ids, "rule": findings.rules}, findings)
    if found:
        message, mend, meant = found
        findings.add(f"unknown-{to}", where, message, mend, meant=meant)
    return found is not None


def _no_rules(ids: Mapping[str, Collection[str]], findings: Findings) -> None:
    """Say of the rules that are none whether they are something else."""
    for number, each in enumerate(findings.found):
        if each.code == "unknown-rule" and (rule := _NO_RULE.match(each.message)):
            from course.reading.filling import conditions  # only where something is wrong

            where = each.place.line, each.place.column
            if found := conditions.another_sort("rule", rule[1], where, ids, findings):
                message, mend, meant = found
                findings.found[number] = replace(each, message=message, mend=mend, meant=meant)


def _everywhere(
    refs: Sequence[Ref], ids: Mapping[str, Collection[str]], lost: AbstractSet[tuple[str, str]], findings: Findings
) -> None:
    """Of an id that is none, mend what refers to it as well: half of it would be another slip."""
    for to, name, where in refs if lost else ():
        better = slug(name, words=9) if (to, name) in lost else ""
        for number, each in enumerate(findings.found):
            if each.code == "bad-id" and each.meant and each.meant.word == better and better in ids[to]:
                more = findings.instead(where, name, better)
                meant = more and replace(each.meant, edits=(*each.meant.edits, *more.edits))
                findings.found[number] = replace(each, meant=meant)


def _tell_which(wanted: Sequence[Ref], doubled: Sequence[Ref], findings: Findings) -> None:
    """Say of the id that stands there twice what it may have been meant to be, if that is clear."""
    if len({name for _, name, _ in wanted}) != 1 or len(doubled) != 1:
        return
    (to, twice, spot), (_, name, (line, _)) = doubled[0], wanted[0]
    for number, each in enumerate(findings.found):
        if each.code == "duplicate-key" and each.place == findings.place(spot):
            mend = f"If they are two {plural(to)}, give this one an id of its own, perhaps {name}, which "
            mend += f"line {line} asks for and nothing has; if it is the same, delete one."
            meant = findings.instead(spot, twice, name)
            findings.found[number] = replace(each, mend=mend, meant=meant and replace(meant, ask=True))


def _misspelt(to: str, name: str, meant: str, where: Spot, its: Spot, findings: Findings) -> None:
    """Say that nothing has this name, where one id is nearly the same and nothing refers to that one: nobody can tell
    which of the two is right."""
    message = (
        f"There is no {to} called {named(name)}. The one on line {its[0]} is called {meant}, and nothing asks for it."
    )
    right = _may_be_its_id(name, meant)
    mend = f"If that is the one, write {meant} here" + (f", or {name}: there." if right else ".")
    there = right and typed_twice(meant, name)
    edit = findings.instead(its, meant, name) if there else findings.instead(where, name, meant)
    findings.add(f"unknown-{to}", where, message, mend, meant=edit)
