"""One slip tried: what is said of it, and what is left of the file when `fix` has been at it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from course.authoring.fix import at_once, mended
from course.model import Course, Scenario
from course.model.encoding import to_json
from course.reading.courses import read_course, read_scenario
from course.reading.files.find import find_course, scenario_files
from course.reading.leftovers import stray_quotes, unfinished
from course.reading.problems.problem import Findings, Problem
from course.reading.yaml.parsing import Budget
from course.reading.yaml.source import read_text
from course.text.paragraphs import paragraphs
from tests.folders import BAKERY, COUNTER, STALL
from tests.slips.kinds import Kind, Lines, Slip

COURSES = (find_course(None), BAKERY, COUNTER, STALL)


_Read = tuple[Scenario | None, tuple[Problem, ...]]
_MOST_KNOWN = 8


class Became(StrEnum):
    """What became of a file."""

    MENDED = "mended"
    """It reads as before the slip."""
    NOTHING = "no harm"
    """Nothing had to be done: it reads as before."""
    IN_PART = "in part"
    """What was written stood there before; the rest is left, and said."""
    ASKED = "asked"
    """Left as it is, and mended by a yes to what is asked."""
    LEFT = "left"
    """Left as it is, byte for byte, and said."""
    UNSEEN = "unseen"
    """Nobody can tell: it is another text, and a good one."""
    HARMED = "harmed"


class Original(NamedTuple):
    """A scenario as it lies there."""

    folder: Path
    file: str
    course: Course

    @property
    def name(self) -> str:
        return f"{self.folder.name}/{self.file}"

    @property
    def text(self) -> str:
        return (self.folder / self.file).read_text(encoding="utf-8")


class Tried(NamedTuple):
    """One slip, and what came of it."""

    original: Original
    kind: Kind
    slip: Slip
    problems: tuple[Problem, ...]
    became: Became
    after: bytes

    @property
    def named(self) -> bool:
        """Whether the first problem stands where the slip is, or says which line it is about."""
        if not self.problems:
            return True
        first = min(self.problems, key=lambda each: each.place)
        lines = {first.place.line, *map(int, re.findall(r"\bline (\d+)", first.message))}
        return any(self.slip.first <= line <= self.slip.last for line in lines)


@cache
def originals() -> tuple[Original, ...]:
    """Every scenario of every course that lies here."""
    found = []
    for folder in COURSES:
        course = read_course(folder).course
        assert course is not None
        found += [Original(folder, file, course) for file in scenario_files(folder)]
    return tuple(found)


def alike(one: Scenario | None, other: Scenario | None) -> bool:
    """Whether two scenarios read alike: where the lines of a paragraph end makes no difference."""
    return one is not None and other is not None and (one == other or _plain(one) == _plain(other))


def _plain(scenario: Scenario) -> object:
    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: plain(each) for key, each in value.items()}
        if isinstance(value, list | tuple):
            return [plain(each) for each in value]
        return paragraphs(value) if isinstance(value, str) else value

    return plain(json.loads(to_json(scenario)))


class Reader:
    """Reads other texts in the place of a scenario."""

    def __init__(self, original: Original) -> None:
        self._original = original
        self._folder = TemporaryDirectory()
        self._known: dict[bytes, _Read] = {}
        """What was read lately, since one trial asks several times."""
        self.sound = self.read(original.text.encode())[0]
        assert self.sound is not None

    def read(self, data: bytes) -> _Read:
        """The scenario in a file, and what is wrong with it."""
        if data not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[data] = self._read(data)
        return self._known[data]

    def _read(self, data: bytes) -> _Read:
        file = Path(self._folder.name) / Path(self._original.file).name
        file.write_bytes(data)
        scenario, problems = read_scenario(Path(self._folder.name), self._original.course, file.name)
        if scenario is None:
            return None, problems
        findings = Findings(file.name)
        read_text(file, findings, Budget())
        findings.found.clear()
        for each in (unfinished, stray_quotes):
            each.find(findings)
        return scenario, (*problems, *findings.found)

    def fixed(self, data: bytes, *, asked: bool = False) -> bytes:
        """What `fineline fix --yes` leaves of a file; `asked` says yes to all questions too, one after the other."""
        for _ in range(60):
            problems = self.read(data)[1]
            now = at_once(problems) or ([each for each in problems if each.meant][:1] if asked else [])
            after = mended(data, (edit for each in now if each.meant for edit in each.meant.edits))
            if after is None or after == data:
                return data
            data = after
        raise AssertionError("no end of it")


def tried(reader: Reader, original: Original, kind: Kind, at: int) -> Tried:
    """One slip tried."""
    slip = kind.made(original.text.split("\n"), at)
    scenario, problems = reader.read(slip.data)
    after = reader.fixed(slip.data)
    lines = original.text.split("\n")
    meant = kind.meant(lines, at) if kind.meant else None
    sound = reader.read("\n".join(meant).encode())[0] if meant else reader.sound
    became = _became(reader, sound, meant or lines, slip, scenario, problems, after)
    return Tried(original, kind, slip, problems, became, after)


def _became(
    reader: Reader,
    sound: Scenario | None,
    meant: Lines,
    slip: Slip,
    scenario: Scenario | None,
    problems: Sequence[Problem],
    after: bytes,
) -> Became:
    if after == slip.data:
        if alike(scenario, sound):
            return Became.NOTHING
        if not problems:
            return Became.UNSEEN
        asked = reader.fixed(slip.data, asked=True)
        return Became.ASKED if alike(reader.read(asked)[0], sound) else Became.LEFT
    now, _ = reader.read(after)
    if alike(now, sound):
        return Became.MENDED
    return Became.IN_PART if _as_they_were(meant, slip.data, after) else Became.HARMED


def _as_they_were(meant: Lines, spoilt: bytes, after: bytes) -> bool:
    """Whether each line that was written stood there before, as it is now."""
    was = set(meant)
    return all(new in was for old, new in zip(_lines(spoilt), _lines(after), strict=True) if old != new)


def _lines(data: bytes) -> list[str]:
    return re.split(r"\r\n|\r|\n", data.decode("utf-8", "replace"))


def chances(kind: Kind, number: int) -> Iterator[tuple[Original, int]]:
    """The scenarios in which the kind of that number can happen, and one of its places in each: for every kind another
    scenario is the first."""
    for step in range(len(originals())):
        original = originals()[(number * 5 + step) % len(originals())]
        places = kind.places(original.text.split("\n"))
        if places:
            yield original, places[number % len(places)]


def every(kinds: Sequence[Kind], *, only: str = "") -> Iterator[Tried]:
    """Every kind in every scenario, at its first, a middle and its last place."""
    for original in originals():
        if only not in original.name:
            continue
        reader = Reader(original)
        lines = original.text.split("\n")
        for kind in kinds:
            for at in kind.places(lines):
                yield tried(reader, original, kind, at)
