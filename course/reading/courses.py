"""Reading a course: its table of contents, one of its scenarios, or all of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from yaml.events import MappingStartEvent

from course.model import Course, Head, Scenario
from course.reading import building, links, prose, tables
from course.reading.clean import clean
from course.reading.events import Budget, Cursor, Stop, spot
from course.reading.fields import FAILED, Record, read_fields
from course.reading.find import COURSE_FILE
from course.reading.problems import Findings, Level, Problem
from course.reading.source import read_text
from course.reading.suggest import slug

_ENDINGS = (".yaml", ".yml")
_MOST_FILES = 20_000
_FIELDS_OF_HEAD = {field.name: field for field in tables.HEAD}


@dataclass(frozen=True, slots=True)
class Contents:
    """A course's table of contents. What is wrong inside the scenarios is not known yet."""

    course: Course | None
    heads: tuple[Head, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A scenario that cannot be played, and why."""

    id: str
    title: str
    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All of a course, as far as it can be read, and everything that is wrong with it."""

    course: Course | None
    scenarios: tuple[Scenario, ...]
    unavailable: tuple[Unavailable, ...]
    problems: tuple[Problem, ...]


def read_contents(folder: Path) -> Contents:
    """The course file and the head of each scenario. Quick: scenes are not read where the heads come first."""
    budget = Budget()
    course, findings = _read_course_file(folder, budget)
    heads: dict[str, Head] = {}
    for path in _scenario_files(folder):
        head = _read_head(path, _relative(path, folder), budget)
        heads.setdefault(head.id, head)
    ordered = _ordered(heads, course, lambda head: head)
    return Contents(course, tuple(ordered), tuple(findings.found))


def read_scenario(folder: Path, course: Course, head: Head) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """One whole scenario, or None when an error keeps it from being played; and its problems."""
    scenario, findings = _read_scenario_file(folder / head.file, head.file, course, Budget())
    return (None if findings.errors else scenario), tuple(findings.found)


def read_course(folder: Path) -> Reading:
    """Everything. A broken scenario never takes the others down."""
    budget = Budget()
    course, findings = _read_course_file(folder, budget)
    problems = list(findings.found)
    playable: dict[str, Scenario] = {}
    unavailable: dict[str, Unavailable] = {}
    for path in _scenario_files(folder):
        file = _relative(path, folder)
        scenario, found = _read_scenario_file(path, file, course, budget)
        head = scenario.head if scenario is not None else _read_head(path, file, Budget())
        if head.id in playable or head.id in unavailable:
            _same_id(head, playable, found)
        problems += found.found
        if scenario is not None and not found.errors:
            playable[head.id] = scenario
        else:
            key = head.id if head.id not in playable and head.id not in unavailable else file
            unavailable[key] = Unavailable(head.id, head.title, file, reason(found.found))
    if course is not None:
        order = Findings(COURSE_FILE, findings.lines)
        links.check_order(course, [*playable, *unavailable], order)
        problems += order.found
    scenarios = _ordered(playable, course, lambda scenario: scenario.head)
    problems.sort(key=lambda problem: problem.place)
    return Reading(course, tuple(scenarios), tuple(unavailable.values()), tuple(problems))


def reason(problems: Iterable[Problem]) -> str:
    """Why something cannot be played, in one line: its first error."""
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if not errors:
        return ""
    first = min(errors, key=lambda problem: problem.place)
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"{first.place.file}, line {first.place.line}: {first.message}{more}"


def _read_course_file(folder: Path, budget: Budget) -> tuple[Course | None, Findings]:
    findings = Findings(COURSE_FILE)
    course = _read(folder / COURSE_FILE, tables.COURSE, findings, budget)
    if course is not None:
        course = replace(course, id=course.id or slug(folder.resolve().name, words=12) or "course")
        links.check_course(course, findings)
    return (None if findings.errors else course), findings


def _read_scenario_file(
    path: Path, file: str, course: Course | None, budget: Budget
) -> tuple[Scenario | None, Findings]:
    findings = Findings(file)
    scenario = _read(path, tables.SCENARIO, findings, budget)
    if scenario is not None and course is not None:
        links.check_scenario(scenario, course, course.all_rules().keys(), findings)
    return scenario, findings


def _read(path: Path, record: Record, findings: Findings, budget: Budget) -> Any:
    """The record that the file holds, or None."""
    text = read_text(path, findings)
    if text is None:
        return None
    text = prose.scan(text, tables.KEYS, findings)
    try:
        cursor = Cursor(text, findings, budget)
        value = record.read(cursor, cursor.next(), {}, f"A {record.noun} file")
        cursor.finish()
    except Stop:
        return None
    except StopIteration:
        findings.add("empty", (1, 1), "This file is empty.", f"Write a {record.noun} in it, or take the file away.")
        return None
    return None if value is FAILED else value


def _read_head(path: Path, file: str, budget: Budget) -> Head:
    """The head of a scenario, however broken the rest; what is wrong is reported when all of it is read."""
    quiet = Findings(file)
    values: dict[str, Any] = {}
    spots = {"": (1, 1)}
    text = read_text(path, quiet)
    if text is not None:
        try:
            cursor = Cursor(text, quiet, budget)
            event = cursor.next()
            if isinstance(event, MappingStartEvent):
                spots[""] = spot(event)
                _until_scenes(cursor, values, spots)
        except (Stop, StopIteration):
            pass
    return building.head(values, spots, file)


def _until_scenes(cursor: Cursor, values: dict[str, Any], spots: dict[str, Any]) -> None:
    """Read the fields of the head; on past `scenes` only while the title is still to come."""
    read_fields(cursor, _FIELDS_OF_HEAD, values, spots, "scenario", until="scenes")
    if "title" not in values:
        cursor.skip(cursor.next())
        read_fields(cursor, _FIELDS_OF_HEAD, values, spots, "scenario")


def _same_id(head: Head, playable: dict[str, Scenario], findings: Findings) -> None:
    first = playable.get(head.id)
    also = []
    if first is not None:
        also = [replace(findings.place(first.head.spots.get("id", (1, 1))), file=first.head.file)]
    message = f'Another scenario has the id "{head.id}" already.'
    findings.add("duplicate-id", head.spots.get("id", (1, 1)), message, "Give one of them another id.", also=also)


def _ordered(found: dict[str, Any], course: Course | None, head_of: Any) -> list[Any]:
    order = {scenario_id: number for number, scenario_id in enumerate(course.order)} if course else {}
    pairs = [pair.id for pair in course.pairs] if course else []

    def place(item: Any) -> tuple[int, int, str]:
        head = head_of(item)
        pair = pairs.index(head.pair) if head.pair in pairs else len(pairs)
        return order.get(head.id, len(order)), pair, head.file

    return sorted(found.values(), key=place)


def _scenario_files(folder: Path) -> list[Path]:
    """Every scenario file under the folder, hidden ones left aside, in the order of their names."""
    found = []
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            at_top = Path(where) == folder and name == COURSE_FILE
            if name.endswith(_ENDINGS) and not name.startswith(".") and not at_top:
                found.append(Path(where) / name)
        if len(found) >= _MOST_FILES:
            break
    return found[:_MOST_FILES]


def _relative(path: Path, folder: Path) -> str:
    return clean(path.relative_to(folder).as_posix()).replace("\n", " ")
