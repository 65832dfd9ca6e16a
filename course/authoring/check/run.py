"""A course read and checked: all that the reader reports, and all that the checks find in what it read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from course.authoring.check import (
    by_path,
    days,
    frame,
    free_rules,
    names,
    odds,
    one_slip,
    states,
    teaching,
    twins,
    ways,
    wording,
    words,
)
from course.authoring.check.advice import Advice
from course.authoring.check.finding import MOST, Address, Found
from course.authoring.check.paths import Paths
from course.authoring.check.wording import choices
from course.authoring.check.wording.tools.guessers import Guesser, battery
from course.authoring.check.wording.tools.items import Items
from course.engine.states.graph import TooManyStates
from course.model import Course, Scenario
from course.model.record import Record, replace
from course.reading.courses import Reading, read_with_positions
from course.reading.files.find import COURSE_FILE
from course.reading.problems.codes import CODES, Level
from course.reading.problems.positions import Positions
from course.reading.problems.problem import Edit, Meant, Place, Problem
from course.reading.yaml.source import source_lines


class Checked(Record, dict=True, gc=True):
    """A course, and all that is wrong with it, in the order of its files."""

    reading: Reading
    problems: tuple[Problem, ...]

    @cached_property
    def guessers(self) -> tuple[Guesser, ...]:
        """How those would score who know the tricks of tests and read no scenario."""
        return battery(Items(each for each in self.reading.scenarios if each.head.scored))

    @property
    def unchecked(self) -> tuple[str, ...]:
        """The codes that were not looked for, since the course is in another language than English."""
        return wording.unchecked(self.reading.course) if self.reading.course else ()

    def fails(self, *, strict: bool) -> bool:
        """Whether anything has to be mended; with `strict`, warnings have to be too."""
        grave = {Level.ERROR, Level.WARN} if strict else {Level.ERROR}
        return any(problem.level in grave for problem in self.problems)


def check(folder: Path) -> Checked:
    """Read the course in the folder, and check what can be played of it."""
    reading, positions = read_with_positions(folder)
    if reading.course is None:
        return Checked(reading, reading.problems)
    course, broken = reading.course, any(map(_in_course_file, reading.problems))
    finds = () if broken else find(course, reading.scenarios, whole=not reading.unavailable)  # else much follows
    found = list(_wanted(finds, course.levels))
    read = filter(None, (_levelled(each, course.levels) for each in reading.problems))
    problems = [*read, *_placed(folder, found, positions, course.levels)]
    return Checked(reading, tuple(sorted(problems, key=_order)))


def find(course: Course, scenarios: Iterable[Scenario], *, whole: bool = True) -> Iterator[Found]:
    """Everything the checks find. `whole` says that these are all scenarios of the course, so that what is
    missing in them is missing."""
    yield from words.find(course)
    scenarios = tuple(scenarios)
    judged: list[Paths] = []
    yield from frame.find(course, scenarios)
    yield from names.find(scenarios)
    yield from twins.find(scenarios, whole=whole)
    for scenario in scenarios:
        if unmet := tuple(frame.unmet(course, scenario)):
            yield from unmet  # with which many of its paths are closed
            continue
        try:
            paths = Paths.of(course, scenario)
        except TooManyStates as stopped:
            yield states.too_many(scenario, *stopped.args)
            continue
        yield from states.many(paths)
        yield from ways.find(paths)
        yield from days.find(paths)
        yield from by_path.find(paths, english=wording.is_english(course))
        if not scenario.head.scored:
            yield from frame.contradictions(paths)
            continue
        judged.append(paths)
        if scenario.head.id not in course.apart:  # for what counts for nothing is neither passed nor failed
            for each in odds.find(paths):
                if each.code != "guesser-passes" or not choices.copied(scenario):  # which is said of the choice
                    yield each
            advice = Advice(paths)
            if advice.ends_well:
                if not paths.breaking_pays:  # which says it of all rules together
                    yield from free_rules.find(advice)
                yield from one_slip.find(advice)
    scored = tuple(scenario for scenario in scenarios if scenario.head.scored)
    yield from teaching.find(course, judged, whole=whole and len(judged) == len(scored))
    yield from wording.find(course, scored)


def _in_course_file(problem: Problem) -> bool:
    """Whether something of the course's own file could not be read as it was meant, such as its limits."""
    return problem.level is Level.ERROR and problem.place.file == COURSE_FILE


def _wanted(found: Iterable[Found], levels: Mapping[str, str]) -> Iterator[Found]:
    counts: dict[str, int] = defaultdict(int)
    for each in found:
        counts[each.code] += 1
        if levels.get(each.code) != "off" and counts[each.code] <= MOST:
            yield each


def _levelled(problem: Problem, levels: Mapping[str, str]) -> Problem | None:
    """A problem that the reader has found, at the level that the course gives it; None where that is off."""
    given = levels.get(problem.code) if CODES[problem.code].checked else None
    return None if given == "off" else replace(problem, given=Level(given)) if given else problem


def _placed(folder: Path, found: list[Found], positions: Positions, levels: Mapping[str, str]) -> Iterator[Problem]:
    """The findings as problems, with the lines they point at."""
    by_file: dict[str, list[tuple[Place, Found]]] = defaultdict(list)
    for each in found:
        by_file[each.at.file].append((_place(each.at, positions), each))
    for file, here in by_file.items():
        lines = source_lines(folder / file, {place.line for place, _ in here})
        for place, each in here:
            problem = Problem(
                each.code,
                place,
                each.message,
                each.mend,
                meant=_meant(each, place, lines.get(place.line, "")),
                source_line=lines.get(place.line, ""),
                also=tuple(_place(other, positions) for other in each.also),
            )
            given = levels.get(each.code)
            yield replace(problem, given=Level(given)) if given else problem


def _meant(found: Found, place: Place, line: str) -> Meant | None:
    """The line as it was probably meant, if what stands there stands there as it is read."""
    old, new = found.instead or ("", "")
    at = place.column - 1 + (line[place.column - 1 : place.column] in ("'", '"'))
    if old and re.match(rf"[\"']?{re.escape(old)}[\"']?[ \t]*:", line.lstrip()):
        at = line.index(old)  # the name, where what stands behind it is spoken of
    if not old or not line.startswith(old, at):
        return None
    return Meant((Edit(place.line, line, line[:at] + new + line[at + len(old) :]),), new, ask=True)


def mendable(folder: Path) -> tuple[Problem, ...]:
    """What `fix` looks at: all that the reader finds, and what of the checks may have a mend."""
    reading, positions = read_with_positions(folder)
    if reading.course is None:
        return reading.problems
    twin = twins.find(reading.scenarios, whole=not reading.unavailable)
    found = list(_wanted((*words.find(reading.course), *twin), reading.course.levels))
    placed = [each for each in _placed(folder, found, positions, reading.course.levels) if each.meant]
    return (*reading.problems, *placed)


def _place(address: Address, positions: Positions) -> Place:
    return Place(address.file, *positions[address.file].of(*address.way))


_CAUSES = frozenset(("same-title", "stray-file"))
"""Of a file that is there twice, much else is said that follows from it."""


def _order(problem: Problem) -> tuple[bool, bool, Place]:
    """What all else may follow from comes first, and then the course's own file."""
    return problem.code not in _CAUSES, problem.place.file != "course.yaml", problem.place
