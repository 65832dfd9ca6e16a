"""A course read from its folder: its contents at once, one scenario, or everything with all problems."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from course.model import Course, Head, Line, Renamed, Scenario
from course.model.record import Record
from course.reading.files.find import COURSE_FILE, MOST_FILES, scenario_files
from course.reading.files.strays import strays
from course.reading.filling import lost_ids
from course.reading.filling.fill import Filler
from course.reading.filling.renames import still_there
from course.reading.filling.unknown import unknown
from course.reading.format import building
from course.reading.format.course_fields import COURSE, NEWEST_FORMAT
from course.reading.format.kinds.calendar import in_course
from course.reading.problems.codes import Level
from course.reading.problems.positions import BEGINNING, Positions, Spot, Spots
from course.reading.problems.problem import MOST_OF_ALL, Findings, Place, Problem, more_problems
from course.reading.problems.suggest import id_of
from course.reading.scenarios import Known, ScenarioFile, fill, is_something_else, keep_sure, read_head, read_whole
from course.reading.yaml.parsing import Budget
from course.reading.yaml.patience import Patience
from course.reading.yaml.source import read_text
from course.text.clean import clean

_ANY: Known = {"rule": None, "pair": None, "line": None}
"""What a course knows of which nothing is known."""


class Unavailable(Record):
    """A scenario that cannot be played, and why, in one sentence."""

    id: str
    title: str
    file: str
    reason: str


class Contents(Record):
    """What a list of scenarios needs, in the order to show them. No scene has been read."""

    course: Course | None
    """None when the course cannot be played."""
    heads: tuple[Head, ...]
    """Those of broken scenarios too; a file that cannot be read goes by its name."""
    problems: tuple[Problem, ...] = ()
    """What was found on the way; by no means everything."""


class Reading(Record):
    """All of a course, and all that is wrong with it."""

    course: Course | None
    """None when the course cannot be played."""
    scenarios: tuple[Scenario, ...]
    """Those that can be played, in the order to show them."""
    unavailable: tuple[Unavailable, ...]
    problems: tuple[Problem, ...]


def read_contents(folder: Path) -> Contents:
    """The course and the heads of its scenarios, quickly: this runs before the first screen."""
    budget = Budget()
    read = _CourseFile(folder, budget)
    read.settle()
    problems = list(read.findings.found)
    heads: dict[str, Head] = {}
    for file in read.files:
        found = read_head(folder, file, budget)
        problems += found.findings.found
        first = heads.setdefault(found.head.id, found.head)
        heads[first.id] = _first_of(first, found.head)
    return Contents(read.course, _in_order(heads.values(), read.order), tuple(problems))


def read_scenario(folder: Path, course: Course, which: Head | str) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """One whole scenario, by its head or its file; None when it has an error."""
    file = which if isinstance(which, str) else which.file
    found, _ = read_whole(folder, file, _known(course), Budget())
    return found.scenario and in_course(found.scenario, course), tuple(sorted(found.findings.found, key=_place))


def read_course(folder: Path, positions: dict[str, Spots] | None = None) -> Reading:
    """Everything. A broken scenario is unavailable, with the reason, and the others are not touched by it. `positions`
    is told where everything stands."""
    budget = Budget()
    read = _CourseFile(folder, budget)
    known = _known(read.course) if read.course and read.complete else _ANY
    files, unavailable, problems = _read_scenarios(folder, read.files, known, budget, positions)
    read.check_order(files)
    read.settle()
    if read.findings.errors or any(each.level is Level.ERROR for each in problems):
        from course.reading import across  # only where something is wrong: not before the first page

        given = across.ids(read.said, read.spots) if read.said else {}
        problems = across.causes(folder, read.files, read.findings, given, problems)
        problems = across.not_named_in_vain(read.findings, problems)
    if read.course is not None:
        _look_closer(read.findings)
    if positions is not None:
        positions[COURSE_FILE] = read.spots
    playable = {each: file for each, file in files.items() if file.scenario is not None}
    heads = _in_order((file.head for file in playable.values()), read.order)
    scenarios = tuple(scenario for head in heads if (scenario := playable[head.id].scenario) is not None)
    if read.course is not None:
        scenarios = tuple(in_course(scenario, read.course) for scenario in scenarios)
    problems = sorted((*read.findings.found, *problems, *strays(folder, alone=not read.files)), key=_place)
    if len(problems) > MOST_OF_ALL:
        problems[MOST_OF_ALL:] = [more_problems(problems[MOST_OF_ALL].place)]
    return Reading(read.course, scenarios, tuple(unavailable), tuple(problems))


def read_with_positions(folder: Path) -> tuple[Reading, Positions]:
    """The same, and where everything stands, for whoever has more to say of it."""
    positions: dict[str, Spots] = {}
    return read_course(folder, positions), positions


def _read_scenarios(
    folder: Path, files: Iterable[str], known: Known, budget: Budget, positions: dict[str, Spots] | None
) -> tuple[dict[str, ScenarioFile], list[Unavailable], list[Problem]]:
    """All scenarios by id, the first of each; those that cannot be played; and all problems, or more than enough."""
    read: dict[str, ScenarioFile] = {}
    unavailable: list[Unavailable] = []
    problems: list[Problem] = []
    titles: dict[str, ScenarioFile] = {}
    for file in files:
        found, spots = read_whole(folder, file, known, budget)
        if positions is not None:
            positions[file] = spots
        first = read.setdefault(found.head.id, found)
        if first is not found:
            if _first_of(first.head, found.head) is found.head:
                read[found.head.id] = found
                problems += _left_out(folder, first, found).found
                unavailable = [each for each in unavailable if each.file != first.head.file]
                unavailable.append(_unavailable(first.head, problems[-1:]))
            else:
                found.findings.found += _left_out(folder, found, first).found
        elif "title" in spots:
            _check_title(found, titles.setdefault(found.head.title.casefold(), found), spots["title"])
        if read[found.head.id] is not found or found.scenario is None:
            unavailable.append(_unavailable(found.head, found.findings.found))
        if found.scenario is not None:
            _look_closer(found.findings)
        found.findings.let_go()
        if len(problems) <= MOST_OF_ALL:
            problems += found.findings.found
    return read, unavailable, problems


def _unavailable(head: Head, problems: Iterable[Problem]) -> Unavailable:
    return Unavailable(head.id, head.title, head.file, reason(problems))


def _first_of(first: Head, other: Head) -> Head:
    """Which of two scenarios of one id keeps it: the one whose file has its name, then the one that lies less deep, and
    then the first."""

    def claim(head: Head) -> tuple[bool, int]:
        path = PurePosixPath(head.file)
        return path.stem == head.id, -len(path.parts)

    return other if claim(other) > claim(first) else first


def _left_out(folder: Path, left: ScenarioFile, kept: ScenarioFile) -> Findings:
    """What is said of a scenario that is left out, since another has its id."""
    findings = Findings(left.findings.file)
    read_text(folder / left.head.file, findings, Budget())
    findings.found.clear()
    message = f"There is another scenario called {left.head.id}, so this one is left out."
    mend = (
        "If this is a copy, to be written over, give it another id:, or take that line out: it goes by its file then."
    )
    if left.id_spot == BEGINNING:
        mend = "Give one of the two files another name, or an id: of its own."
    findings.add("duplicate-id", left.id_spot, message, mend, also=[kept.findings.place(kept.id_spot)])
    return findings


def _look_closer(findings: Findings) -> None:
    # Not before the first page.
    from course.reading.causes import cut_off
    from course.reading.leftovers import escapes, markup, notes_in_texts, stray_quotes, unfinished

    for each in (markup, notes_in_texts, unfinished, escapes, stray_quotes, cut_off):
        each.find(findings)


def _check_title(found: ScenarioFile, first: ScenarioFile, spot: Spot) -> None:
    """Report a title that another scenario has too, unless their author has told them apart by ids."""
    if first is not found and BEGINNING in (first.id_spot, found.id_spot):
        message = f"There is another scenario called “{found.head.title}” ({first.findings.file})."
        mend = "Give one of them another title, or delete the one that is not wanted."
        found.findings.add("same-title", spot, message, mend)


class _CourseFile:
    """What `course.yaml` says, and which files lie beside it."""

    def __init__(self, folder: Path, budget: Budget) -> None:
        self.findings = Findings(COURSE_FILE)
        self.course: Course | None = None
        self.complete = False
        """Whether the file could be read to its end, so that its ids are all there are, and so are the names of the
        places on its line."""
        self.said: Course | None = None
        """What it says, be that enough for a course or not."""
        self.order: tuple[str, ...] = ()
        self.spots = Spots()
        self._refs: list[tuple[str, str, Spot]] = []
        self._renamed = Renamed()
        self._patience = Patience()
        self._settled = True
        """Whether nothing is to be tried any more: there is no text, or the file as a whole is something else."""
        self.files = scenario_files(folder)
        """The scenario files that are there."""
        text = read_text(folder / COURSE_FILE, self.findings, budget)
        if text is not None:
            self._name = clean(folder.resolve().name)
            self._take(budget)
        if len(self.files) > MOST_FILES:
            del self.files[MOST_FILES:]
            message = f"There are more than {MOST_FILES} scenario files beside this one. The rest is not read."
            self.findings.add("too-large", (1, 1), message, "Split the course into several.")

    def _take(self, budget: Budget) -> None:
        """Take over what the file says."""
        filled, course = self._whole(self.findings, budget)
        self._settled = is_something_else(self.findings, COURSE, self._again, self._patience)
        self.spots = filled.spots
        cut_off = any(each.code == "cut-off" for each in self.findings.found)
        self.complete = not cut_off and not filled.stopped and not filled.places and not lost_ids.rules_lost(filled)
        self._refs = [ref for ref in filled.refs if ref[0] == "scenario"]
        self.order = course.order
        self._renamed = course.renamed
        self.said = course
        other = filled.values.get("format", NEWEST_FORMAT) != NEWEST_FORMAT
        if course.all_rules() and self.complete and not other:
            self.course = course

    def _whole(self, findings: Findings, budget: Budget) -> tuple[Filler, Course]:
        """The course in the text of the findings."""
        quiet = Findings(COURSE_FILE, findings.text)
        before = fill(findings.text, COURSE, _ANY, quiet, Budget(patience=budget.patience))
        line: Line | None = before.values.get("line", Line())  # which may stand below what is said with its names
        strange = [] if "line" in before.spots else [each for each in before.places if each[0] not in Line().names]
        unread = "line" in before.spots and "line" not in before.values
        if (strange and not before.stopped) or unread or lost_ids.line_unsure(before, quiet):
            line = None
        filled = fill(findings.text, COURSE, {"line": line.names if line else None}, findings, budget)
        if strange and line is None:
            lost_ids.no_line(strange, findings)
        course = building.course(id_of(self._name, "course"), {**filled.values}, filled.spots, findings)
        rules, pairs = course.all_rules(), [each.id for each in course.pairs]
        sources = [each.id for each in course.sources]
        if not filled.stopped:
            still_there(course.renamed.rules, "rule", rules, filled.spots, findings)
            still_there(course.renamed.pairs, "pair", pairs, filled.spots, findings)
        for to, name, where in () if filled.stopped or lost_ids.rules_lost(filled) else filled.refs:
            known = {"rule": rules, "pair": pairs, "source": sources}.get(to)
            if known is not None and name not in known:
                unknown(to, name, where, known, findings)
        return filled, course

    def check_order(self, known: dict[str, ScenarioFile]) -> None:
        """Report scenarios in the order that are not there."""
        lost = any(lost_ids.without_its_id(each.findings, each.id_spot) for each in known.values())
        for to, name, where in () if lost else self._refs:
            if name not in known:
                unknown(to, name, where, known, self.findings)
        still_there(self._renamed.scenarios, "scenario", known, self.spots, self.findings)

    def settle(self) -> None:
        """Once all is known that is wrong with the file: leave its problems only such mends as do no harm."""
        if not self._settled:
            keep_sure(self.findings, self._again, self._patience)

    def _again(self, findings: Findings) -> None:
        """Read another text in the file's place. Raises Spent."""
        self._whole(findings, Budget(patience=self._patience))


def _place(problem: Problem) -> tuple[bool, Place]:
    """Where a problem belongs in a list: those of the course file come first."""
    return problem.place.file != COURSE_FILE, problem.place


def _known(course: Course) -> Known:
    return {"rule": course.all_rules(), "pair": [pair.id for pair in course.pairs], "line": course.line.names}


def _in_order(heads: Iterable[Head], order: tuple[str, ...]) -> tuple[Head, ...]:
    place = {each: number for number, each in enumerate(order)}
    return tuple(sorted(heads, key=lambda head: place.get(head.id, len(place))))


def reason(problems: Iterable[Problem]) -> str:
    """Why something cannot be played, in one line: its first error; `""` when there is none."""
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    if not errors:
        return ""
    first = min(errors, key=lambda problem: problem.place)
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"{first.place.file}, line {first.place.line}: {first.message}{more}"
