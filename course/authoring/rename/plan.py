"""What a rename changes, and whether it may be done."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from course.authoring.fix import mended
from course.authoring.rename.edits import CannotRename, edits
from course.authoring.rename.uses import OF_COURSE, IdFile, id_file
from course.model.record import Record, replace
from course.reading.courses import read_course
from course.reading.files.find import COURSE_FILE, scenario_files
from course.reading.files.strays import CODE as STRAY
from course.reading.filling.unknown import plural
from course.reading.filling.values import check_id
from course.reading.problems.codes import Level
from course.reading.problems.problem import Edit, Findings, Problem
from course.reading.problems.suggest import LONGEST_ID, all_there_is, nearest
from course.text.clean import clean

_SIDES = ("do", "dont")


class ProblemsFirst(Exception):
    """The course has problems that must be mended before."""


class Change(Record):
    """What becomes of one file."""

    name: str
    path: Path
    before: bytes
    after: bytes
    edits: tuple[Edit, ...]


class Asked(Record):
    """What is to be called otherwise."""

    kind: str
    old: str
    new: str
    scenario: str = ""
    """The id of the scenario it belongs to; `""` when only one has it."""


def plan(folder: Path, asked: Asked) -> tuple[Change, ...]:
    """The changes, file by file; nothing is written. Raises CannotRename and ProblemsFirst."""
    _check_new(asked.new)
    reading = read_course(folder)
    problems = reading.problems
    if any(each.level is Level.ERROR for each in problems):
        raise ProblemsFirst
    heads = {each.head.file: each.head.id for each in reading.scenarios}
    asked = _by_ids(asked, heads)
    files = _files(folder, heads, asked)
    _check_ids([file for file in files if file.owns or asked.kind == "scenario"], asked)
    found = []
    for file in files:
        note = file.name == COURSE_FILE if asked.kind in OF_COURSE else file.owns
        made = edits(file, asked.old, asked.new, note=note)
        after = mended(file.data, made)
        if after is None:
            raise CannotRename(f"{file.name} has been saved meanwhile. Run this again.")
        if made:
            found.append(Change(file.name, file.path, file.data, after, made))
    _try(folder, problems, files, found, asked)
    return tuple(found)


def _by_ids(asked: Asked, heads: Mapping[str, str]) -> Asked:
    """What was asked for, with a scenario that was named by its file named by its id."""
    old = heads.get(asked.old, asked.old) if asked.kind == "scenario" else asked.old
    return replace(asked, old=old, scenario=heads.get(asked.scenario, asked.scenario))


def _check_new(new: str) -> None:
    findings = Findings("")
    check_id(new, (1, 1), "", findings)
    for problem in findings.found:
        raise CannotRename(f"{problem.message} {problem.mend}")


def _files(folder: Path, heads: Mapping[str, str], asked: Asked) -> list[IdFile]:
    """Those in which the id may stand: all, where it is the course's; else that of one scenario, and those that name
    its twins. `heads` are the ids of the scenarios by their files."""
    names = [COURSE_FILE, *scenario_files(folder)] if asked.kind in OF_COURSE else scenario_files(folder)
    files = [file for name in names if (file := id_file(folder, name, asked.kind)) is not None]
    if asked.kind in ("pair", "rule"):
        return files
    if asked.kind == "scenario":
        return [replace(each, owner=asked.old, own_id=heads.get(each.name, asked.old)) for each in files]
    if asked.scenario and asked.scenario not in heads.values():
        raise _not_there("scenario", asked.scenario, sorted(heads.values()))
    of = [file for file in files if asked.scenario in ("", heads.get(file.name))]
    having = [file for file in of if asked.old in file.own]
    if not having:
        raise _not_there(asked.kind, asked.old, sorted(frozenset[str]().union(*(file.own for file in of))))
    if len(having) > 1:
        ids = ", ".join(heads.get(file.name, file.name) for file in having)
        raise CannotRename(f"Several scenarios have {_a(asked.kind)} {asked.old}: {ids}. Name one with --scenario ID.")
    owner = heads[having[0].name]
    return [replace(file, owner=owner, own_id=heads[file.name]) for file in files if file.name in heads]


def _check_ids(files: Sequence[IdFile], asked: Asked) -> None:
    kind, old, new = asked.kind, asked.old, asked.new
    there = frozenset[str]().union(*(file.own for file in files))
    if old not in there:
        raise _not_there(kind, old, sorted(there))
    if new in there:
        raise CannotRename(f"There is {_a(kind)} called {new} already.")
    before = {was: now for file in files for was, now in file.before.items()}
    if before.get(new, old) != old:
        raise CannotRename(f"{before[new]} was called {new} once, and what learners did then is kept under that id.")
    if kind == "option":
        parts = frozenset[str]().union(*(file.parts for file in files))
        if old in parts or new in parts or old in _SIDES or old.isdecimal():
            name = new if new in parts else old
            raise CannotRename(f"{name} has other meanings in answers that learners gave, so {old} stays as it is.")


def _try(
    folder: Path, problems: Sequence[Problem], files: Sequence[IdFile], changes: Sequence[Change], asked: Asked
) -> None:
    """Read the course as it would be, beside the one that is there: nothing else may be different."""
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / (folder.resolve().name or "course")
        for name in (COURSE_FILE, *scenario_files(folder)):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, copy / name)
        for change in changes:
            (copy / change.name).write_bytes(change.after)
        after = read_course(copy).problems
        same = _codes(problems) == _codes(after)
        for file in files if same else ():
            changed = id_file(copy, file.name, asked.kind)
            if changed is not None:
                changed = replace(changed, owner=_now(file.owner, asked), own_id=_now(file.own_id, asked))
            same = same and changed is not None and _ids(changed, asked) == _ids(file, asked)
    if not same:
        raise CannotRename(f"{asked.old} cannot be changed without changing something else too, so it stays as it is.")


def _codes(problems: Sequence[Problem]) -> Counter[str]:
    """How often each is said, but for files that are not read, of which no copy is made."""
    return Counter(each.code for each in problems if each.code != STRAY)


def _ids(file: IdFile, asked: Asked) -> Counter[str]:
    """How often each id stands there, the old one under its new name."""
    return Counter(asked.new if use.id == asked.old else use.id for use in file.uses if use.is_own or not file.owns)


def _now(scenario: str, asked: Asked) -> str:
    """What a scenario is called then."""
    return asked.new if asked.kind == "scenario" and scenario == asked.old else scenario


def _not_there(kind: str, name: str, known: Sequence[str]) -> CannotRename:
    meant = nearest(name, known)
    hint = f" Did you mean {meant}?" if meant else ""
    if known and not meant:
        hint = f" {all_there_is(plural(kind), kind, known)}"
    return CannotRename(f"There is no {kind} called {clean(name[:LONGEST_ID])}.{hint}")


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
