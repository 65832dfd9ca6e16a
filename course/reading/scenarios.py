"""One scenario file: the whole scenario, or only its head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from course.model import Ending, Head, Scenario, Scene
from course.model.record import Record, replace
from course.reading.filling.fill import Filler
from course.reading.filling.nested import READERS
from course.reading.filling.references import all_there
from course.reading.filling.renames import still_there
from course.reading.format.fields import Table
from course.reading.format.kinds.choices import check_scored
from course.reading.format.tables import SCENARIO, TABLES
from course.reading.problems.lines import Lines
from course.reading.problems.positions import BEGINNING, Spot, Spots
from course.reading.problems.problem import Edit, Findings, Meant, Problem
from course.reading.problems.suggest import id_of
from course.reading.prose.scan import scan
from course.reading.yaml.parsing import Budget, Parser
from course.reading.yaml.patience import Patience, Spent
from course.reading.yaml.source import read_text
from course.text.clean import UNSAFE, clean

Known = Mapping[str, Collection[str] | None]
"""The ids that a scenario may refer to, by what they are; None for those that nobody knows."""

_MOST_MENDED = 20
_LONGEST_MENDED = 500_000
_TOP_LEVEL = re.compile(r"^[^\s#].*", re.MULTILINE)


class ScenarioFile(Record):
    """A scenario file as far as it could be read; `scenario` is None when it cannot be played."""

    head: Head
    findings: Findings
    scenario: Scenario | None = None
    id_spot: Spot = BEGINNING
    """Where its id stands, if it was written."""


def read_whole(folder: Path, file: str, known: Known, budget: Budget) -> tuple[ScenarioFile, Spots]:
    """The whole scenario in a file, with all problems that belong to the file alone; and where everything stands."""
    findings = Findings(clean(file).replace("\n", " "))
    text = _text(folder, file, findings, budget)
    if text is None:
        return ScenarioFile(_head(findings.file, {}), findings), Spots()
    read = _whole(file, known, findings, budget)

    patience = Patience()

    def again(other: Findings) -> None:
        _whole(file, known, other, Budget(patience=patience))

    _name_causes(findings, SCENARIO, again, patience)
    return read


def _whole(file: str, known: Known, findings: Findings, budget: Budget) -> tuple[ScenarioFile, Spots]:
    """The whole scenario in the text of the findings, and where everything stands."""
    filled = fill(findings.text, SCENARIO, known, findings, budget)
    written: dict[str, Scene] | None = filled.values.pop("scenes", None)
    scenes = written or {}
    head = _head(file, filled.values)
    if not filled.stopped and (written is not None or "scenes" not in filled.spots):
        _check_scenes(filled, scenes, head, findings)
    scenario = None if findings.errors else Scenario(head, scenes)
    return ScenarioFile(head, findings, scenario, filled.spots.get("id", BEGINNING)), filled.spots


def _name_causes(findings: Findings, table: Table, read: Callable[[Findings], object], patience: Patience) -> None:
    if not is_something_else(findings, table, read, patience):
        keep_sure(findings, read, patience)


def is_something_else(findings: Findings, table: Table, read: Callable[[Findings], object], patience: Patience) -> bool:
    """Whether the file as a whole is not what it should be, or something came along with its lines, which is then all
    that is reported of it. `read` reads another text in the file's place, with that patience."""
    if not findings.errors:
        return False
    from course.reading.causes import (  # only where something is wrong
        left_lines,
        lost_dash,
        other_notes,
        pasted,
        stamped,
        wrapped_all,
    )

    with suppress(Spent):
        if wrapped := wrapped_all.found(findings, table, read):
            joins, rests, whole = wrapped
            _name_causes(whole, table, read, patience)
            wrapped_all.report(findings, joins, rests, whole)
            return True
    with suppress(Spent):
        if left := left_lines.found(findings, read):
            edits, without = left
            _name_causes(without, table, read, patience)
            left_lines.report(findings, edits, without)
            return True
    with suppress(Spent):
        if stamped.name_them(findings, read):
            return True
    if pasted.cause(findings, table):
        return True
    with suppress(Spent):
        if lost := lost_dash.alone(findings, read):
            cause, dashed = lost
            keep_sure(dashed, read, patience)
            findings.found = sorted((cause, *dashed.found), key=lambda each: each.place)
            return True
    with suppress(Spent):
        if found := other_notes.found(findings, read):
            notes, without = found
            _name_causes(without, table, read, patience)
            other_notes.report(findings, notes, without)
            return True
    return False


def keep_sure(findings: Findings, read: Callable[[Findings], object], patience: Patience) -> None:
    """Leave the problems only such mends as do no harm, and of those that have one cause that cause alone. `read` reads
    another text in the file's place, with that patience."""
    if findings.errors or any(problem.meant for problem in findings.found):
        from course.reading.causes import (  # only where something is wrong
            alike,
            anew,
            dashes,
            joined,
            lost_line,
            one_line,
            sure_mends,
            tabs,
        )
        from course.reading.yaml.outline import Outline

        if findings.errors and not Outline(findings.as_read).names:
            found = [replace(each, meant=None) for each in findings.found]  # it is no such file at all
            first = [each for each in found if each.code == "wrong-kind" and each.place.line == 1]
            findings.found = [each for each in found if each.code == "encoding"] or first or found
            return

        def whole(other: Findings) -> None:
            read(other)
            if anew.errors(other) < other.enough:
                joined.name_them(other, read)

        with suppress(Spent):
            tabs.as_wide_as_fits(findings, read)
        with suppress(Spent):
            joined.name_them(findings, read)
        alike.lacking_by_another_name(findings)
        alike.twice_too_far_left(findings)
        sure_mends.keep_sure(findings, whole)
        with suppress(Spent):
            lost_line.condition_alone(findings, read)
        with suppress(Spent):
            dashes.one_for_each_item(findings, whole)
            if findings.errors:
                one_line.cause_alone(findings, whole)
        patience.renew()
        with suppress(Spent):
            lost_line.cause_alone(findings, read)
        lost_line.open_to_the_end(findings)
        alike.first_cause(findings)
        alike.lacks_at_once(findings)
        alike.said_once(findings)


def read_head(folder: Path, file: str, budget: Budget) -> ScenarioFile:
    """The head of a scenario. The scenes are read only where a field of the head comes after them."""
    findings = Findings(clean(file).replace("\n", " "))
    text = _text(folder, file, findings, budget)
    if text is None:
        return ScenarioFile(_head(findings.file, {}), findings)
    known: Known = {"rule": None, "pair": None, "scene": None, "line": None}
    before = _before_scenes(text)
    if before is not None:
        quick = Findings(findings.file, findings.text)
        filled = fill(before, SCENARIO, known, quick, budget)
        if not filled.stopped:
            return ScenarioFile(_head(file, filled.values), findings)
    filled = fill(text, SCENARIO, known, findings, budget)
    return ScenarioFile(_head(file, filled.values), findings)


def _text(folder: Path, file: str, findings: Findings, budget: Budget) -> str | None:
    if UNSAFE.search(file):
        message = "The name of this file holds characters that cannot be shown."
        findings.add("not-readable", (1, 1), message, "Rename it, with letters, digits and hyphens.")
        return None
    return read_text(folder / file, findings, budget)


def fill(text: str, table: Table, known: Known, findings: Findings, budget: Budget) -> Filler:
    """The fields of a text, by the prose scan and YAML. Where YAML gives up at a line that can be mended, it is
    asked again with the line mended, so that what comes after it is read too."""
    findings.rules = known.get("rule") or ()
    before, moved = findings.found, list[Problem]()
    events = budget.events
    for _ in range(_MOST_MENDED if len(text) < _LONGEST_MENDED else 1):
        if budget.patience:
            budget.patience.take(len(text))
        findings.found = [*before, *moved]
        findings.signs.clear()
        budget.events = events
        scanned = scan(text, findings)
        findings.correct(scanned)
        parser = Parser(scanned, findings, budget)
        filler = Filler(parser, findings, known, READERS, TABLES)
        filler.document(table)
        if parser.mended is None or len(moved) >= findings.enough:
            break
        number, begin, problem = parser.mended.number, parser.mended.begin, parser.mended.problem
        if number in findings.moved:  # to and fro: where it belongs, nobody can tell
            findings.found = [each for each in findings.found if each is not problem]
            break
        lines = Lines(text)
        edit = Edit(number, lines[number], begin + lines[number].lstrip())
        findings.moved[number] = len(edit.new) - len(edit.old)
        text = lines.replaced({number: edit.new})
        moved.append(replace(problem, meant=Meant((edit,))))
    if findings.signs:
        from course.reading.prose import stray_signs  # only where something is wrong

        stray_signs.said_alone(findings)
    if findings.errors:
        from course.reading.filling import renamed_places  # only where something is wrong

        renamed_places.say_new(filler, findings)
    return filler


def _before_scenes(text: str) -> str | None:
    """What stands before `scenes:`, if that is the last field of the file; or None."""
    scenes = None
    for match in _TOP_LEVEL.finditer(text):
        if scenes is not None:
            return None
        if match[0].startswith("scenes:"):
            scenes = match.start()
    return text[:scenes] if scenes is not None else None


def _head(file: str, values: dict[str, Any]) -> Head:
    path = PurePosixPath(file)
    name = id_of(path.stem, "scenario", words=9)
    head: dict[str, Any] = {"id": name, "title": values.get("id", name)} | values
    head.pop("scenes", None)
    head["people"] = tuple(head.get("people", {}).values())
    return Head(file=file, **head)


def _options(scenes: Mapping[str, Scene]) -> Collection[str]:
    """What conditions may call the options of these scenes: each by its id, and by its scene and its id."""
    from course.engine import kinds  # only where some condition asks for an option: not before the first page

    named: dict[str, list[str]] = {}
    for scene in scenes.values():
        for option in () if isinstance(scene.body, Ending) else kinds.of(scene.body).options():
            named.setdefault(option, []).append(f"{scene.id}/{option}")
    return dict.fromkeys([*named, *(each for several in named.values() for each in several)])


def _check_scenes(filled: Filler, scenes: Mapping[str, Scene], head: Head, findings: Findings) -> None:
    spots = filled.spots
    people = [person.id for person in head.people]
    titles = Counter(scene.title for scene in scenes.values())
    names = {
        "person": {person.name: person.id for person in head.people},
        "scene": {scene.title: scene.id for scene in scenes.values() if titles[scene.title] == 1},
    }
    ids: dict[str, Collection[str]] = {"person": people, "scene": scenes}
    if findings.errors or any(to == "option" or name not in ids[to] for to, name, _ in filled.refs):
        ids["option"] = _options(scenes)
    all_there(filled.refs, ids, spots, filled.lost, filled.doubled, findings, names)
    still_there(head.renamed.scenes, "scene", scenes, spots, findings)
    still_there(head.renamed.people, "person", people, spots, findings)
    if head.scored:
        check_scored(scenes.values(), spots, findings)
    all_read = not any(to == "scene" for to, _ in filled.lost)
    if scenes and all_read and not any(isinstance(scene.body, Ending) for scene in scenes.values()):
        message = "No scene of this scenario has an ending, so it could never close."
        mend = "Give at least one scene ending: and a place on the line, instead of choices."
        findings.add("no-ending", spots["scenes"], message, mend)
