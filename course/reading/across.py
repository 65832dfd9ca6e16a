"""What is wrong in one file of a course and shows in another: the id of a rule that is lost or misspelt in course.yaml,
and every scenario that refers to it; the id of a scenario, and the order that names it.

What follows from it is held back, and the cause stands alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from course.model import Course
from course.reading.files.find import COURSE_FILE
from course.reading.filling.references import another_id
from course.reading.filling.unknown import ALSO
from course.reading.format.fields import Ref, Refs
from course.reading.format.tables import FIELDS
from course.reading.problems.codes import Level
from course.reading.problems.positions import Spot, Spots
from course.reading.problems.problem import Edit, Findings, Meant, Problem
from course.reading.problems.suggest import nearest
from course.reading.yaml.parsing import Budget
from course.reading.yaml.source import read_text

_UNKNOWN = re.compile(r'There is no (rule|pair|source) called "([a-z0-9-]+)"[.].*')
_NAME = re.compile(r"^ *([a-z0-9-]+) *:", re.MULTILINE)
_MOST_FILES = 500
"""Files that are looked through for an id."""
_REFER = {
    what: tuple(sorted({each.name for each in FIELDS if isinstance(each.kind, Ref | Refs) and each.kind.to == what}))
    for what in ("rule", "pair", "source")
}
"""The fields that refer to each."""


def ids(course: Course, spots: Spots) -> dict[str, dict[str, Spot]]:
    """Where the ids stand that a course gives, by what they are of."""
    rules = {each.id: spots.of("rules", each.id) for each in course.rules}
    rules |= {each.id: spots.of("pairs", pair.id, "rules", each.id) for pair in course.pairs for each in pair.rules}
    pairs = {each.id: spots.of("pairs", each.id) for each in course.pairs}
    return {"rule": rules, "pair": pairs, "source": {each.id: spots.of("sources", each.id) for each in course.sources}}


def causes(
    folder: Path,
    files: Sequence[str],
    found: Findings,
    given: Mapping[str, Mapping[str, Spot]],
    problems: Iterable[Problem],
) -> list[Problem]:
    """The problems of the scenarios without those that follow from what is wrong in the file of the course, where it is
    reported. `given` are the ids that the course gives."""
    problems = list(problems)
    asked: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for each in (*found.found, *problems):
        if match := _UNKNOWN.fullmatch(each.message):
            asked[match[1], match[2]].append(each)
    gone: list[Problem] = []
    texts = _texts(folder, files) if asked else []
    disturbed = any(each.level is Level.ERROR and not _UNKNOWN.fullmatch(each.message) for each in found.found)
    written = set(_NAME.findall(found.text)) if asked and disturbed else set[str]()
    kinds = Counter(kind for kind, _ in asked)
    unused = {kind: [each for each in given.get(kind, {}) if not _times(texts, kind, each)] for kind in kinds}
    for (kind, name), those in asked.items():
        near = nearest(name, unused[kind]) or (unused[kind][0] if kinds[kind] == len(unused[kind]) == 1 else "")
        if kind in found.lost or name in written:  # it is there, where something else is wrong
            found.found = [each for each in found.found if each not in those]
            gone += those
        elif near and (meant := _misspelt(texts, kind, name, near, given[kind][near])):
            also = [each.place for each in those][:ALSO]
            found.found = [each for each in found.found if each not in those]
            message, mend = another_id(kind, name, near)
            found.add(f"unknown-{kind}", given[kind][near], message, mend, meant=meant, also=also)
            gone += those
    return [each for each in problems if each not in gone]


def _misspelt(texts: Sequence[str], kind: str, name: str, near: str, where: Spot) -> Meant | None:
    """The line on which an id stands that nothing refers to, with the one for which several places ask; None where only
    one place asks: then nobody can tell which of the two is right."""
    if not texts or _times(texts, kind, name) < 2:
        return None
    line = texts[0].split("\n")[where[0] - 1]
    new = re.sub(rf"(?<![\w-]){re.escape(near)}(?=[\"']?\s*:)", name, line, count=1)
    return Meant((Edit(where[0], line, new),), name, ask=True) if new != line else None


def _times(texts: Sequence[str], kind: str, id: str) -> int:
    """How many times something of that kind is referred to, alone, in a list or in a condition."""
    fields = "|".join(_REFER[kind])
    asks = re.compile(rf"(?<![\w-])(?:{fields}):[ ]*[\[\"']*(?:[a-z0-9-]+[\"']?, *[\"']?)*{re.escape(id)}(?![\w-])")
    item = re.compile(rf"^ *- {re.escape(id)}[ ]*(?:#.*)?$", re.MULTILINE)
    return sum(len(asks.findall(each)) + len(item.findall(each)) for each in texts)


def _texts(folder: Path, files: Sequence[str]) -> list[str]:
    """The text of the file of the course and of its scenarios; none where there are too many."""
    if len(files) > _MOST_FILES:
        return []
    return [read_text(folder / each, Findings(each), Budget()) or "" for each in (COURSE_FILE, *files)]


def not_named_in_vain(course: Findings, problems: Sequence[Problem]) -> list[Problem]:
    """The problems of the scenarios without those that name a rule as unknown whose line stands in another column in
    the course file, which is said there."""
    moved = {
        edit.new.strip().removesuffix(":")
        for each in course.found
        if each.code == "misaligned" and each.meant
        for edit in each.meant.edits
    }
    gone = tuple(f'There is no rule called "{each}".' for each in moved)
    return [each for each in problems if not each.message.startswith(gone)]
