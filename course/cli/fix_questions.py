"""What `fineline fix` asks about: names that were probably misspelt, and ids that stand twice."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from course.authoring.fix import names
from course.authoring.fix.names import Edit
from course.authoring.fix.page import Doubtful, Page
from course.authoring.fix.trial import objection, problems_with
from course.cli.fix_offers import Offers
from course.reading import Place, Problem, read_course
from course.reading.files import scenario_files
from course.reading.find import COURSE_FILE

_MOST_NAMED = 8


def askable(problem: Problem) -> bool:
    """Whether its mend is a matter of a name."""
    return names.twice(problem) or (problem.code in names.SPELLING and bool(problem.meant))


class Questions:
    """The questions about one course."""

    def __init__(self, folder: Path, offers: Offers) -> None:
        self._folder = folder
        self._offers = offers
        self._settled: set[tuple[str, str, str]] = set()
        """What was asked, and not written."""

    def ask(self, files: Iterable[str]) -> None:
        """Ask about each name in these files, until there is none left that has not been asked about."""
        wanted = set(files)
        while True:
            problems = read_course(self._folder).problems
            open_ones = (each for each in problems if each.place.file in wanted and askable(each))
            problem = next((each for each in open_ones if _what(each) not in self._settled), None)
            if problem is None:
                return
            if not self._asked(problem, problems):
                self._settled.add(_what(problem))

    def _asked(self, problem: Problem, problems: tuple[Problem, ...]) -> bool:
        """Whether something was written."""
        file = problem.place.file
        page = _page(self._folder, file)
        if page is None or page.encoding:
            return False
        if names.twice(problem):
            after = self._other_id(page, problem, problems)
        else:
            edit = names.respelt(page, problem)
            fits = edit and not self._objection(edit, problem, problems)
            after = edit.page if edit and fits else None
            if after:
                print(f"{file}, line {problem.place.line}: {problem.message} Did you mean {problem.meant}?")
        return after is not None and self._offers.make(file, page, after, yes=False)

    def _objection(self, edit: Edit, problem: Problem, problems: tuple[Problem, ...]) -> Problem | None:
        after = problems_with(self._folder, {problem.place.file: edit.page.encoded()})
        return objection(problems, after, problem, edit.line)

    def _other_id(self, page: Page, problem: Problem, problems: tuple[Problem, ...]) -> Page | None:
        """The page with the id that the author gives the second of two; None where there is none to be had."""
        old = names.id_of(problem) or PurePosixPath(problem.place.file).stem
        offered = names.free(old, set(names.WORD.findall(page.text)) | self._files())
        edit = names.renamed(page, problem, offered)
        if edit is None or self._objection(edit, problem, problems):
            return None
        print(f"{problem.place.file}, line {problem.place.line}: {problem.message}")
        self._show_references(problem, old)
        while True:
            print(f"A new id for the second one [{offered}]: ", end="", flush=True)
            answer = sys.stdin.readline()
            if not answer:  # nobody is there any more
                print()
                return None
            name = answer.strip() or offered
            if name.lower() in ("y", "yes", "n", "no"):
                print(f"Type the id that it shall have, or press Enter for {offered}.")
                continue
            edit = names.renamed(page, problem, name)
            against = self._objection(edit, problem, problems) if edit else None
            if edit is not None and against is None:
                return edit.page
            print(against.message if against else f"{name} cannot be the id.")

    def _files(self) -> set[str]:
        """By which names scenarios go that have no id of their own."""
        return {PurePosixPath(file).stem for file in scenario_files(self._folder)}

    def _show_references(self, problem: Problem, id: str) -> None:
        """Say what goes on meaning the first of the two."""
        files = [COURSE_FILE, *scenario_files(self._folder)]
        found = [
            place
            for file in files
            if names.refer_to(problem, file) and (page := _page(self._folder, file))
            for place in names.references(page, file, problem, id)
        ]
        if found:
            print(f"What names it goes on meaning the first one: {_places(found)}.")


def _page(folder: Path, file: str) -> Page | None:
    try:
        return Page.read(folder / file)
    except (OSError, Doubtful):
        return None


def _what(problem: Problem) -> tuple[str, str, str]:
    return problem.place.file, problem.code, problem.message


def _places(found: list[Place]) -> str:
    """Some of them, by file and line."""
    shown = "; ".join(f"{place.file}, line {place.line}" for place in found[:_MOST_NAMED])
    more = len(found) - _MOST_NAMED
    return f"{shown}; and {more} more" if more > 0 else shown
