"""`fineline fix`: mend what is mechanical, shown first, asked first, and nothing else touched."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from course.authoring.fixing import names
from course.authoring.fixing.mechanical import mended
from course.authoring.fixing.page import Page
from course.authoring.fixing.saving import ChangedMeanwhile, save
from course.cli.common import check_command, find_for_author
from course.cli.outcome import FINE, PROBLEMS, CouldNotRun
from course.reading import Level, Problem, read_course
from course.reading.files import scenario_files
from course.reading.find import COURSE_FILE
from course.reading.tables import COURSE, SCENARIO


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="the course folder, or one file in it")
    parser.add_argument("--yes", action="store_true", help="do not ask; names and ids are still asked about")
    parser.add_argument("--diff", action="store_true", help="show what would be changed, and change nothing")


def run(options: argparse.Namespace) -> int:
    """Mend file after file; the status says whether anything is left. Raises CouldNotRun."""
    folder = find_for_author(options.path)
    files = _files(folder, options.path)
    fixer = _Fixer(folder, yes=options.yes, only_show=options.diff)
    for file in files:
        fixer.mend(file)
    if not options.diff and sys.stdin.isatty():
        for file in files:
            fixer.ask_about_names(file)
    return fixer.report(files, options.path)


def _files(folder: Path, path: str | None) -> list[str]:
    if path is not None and Path(path).expanduser().is_file():
        return [Path(path).expanduser().resolve().relative_to(folder.resolve()).as_posix()]
    return [COURSE_FILE, *scenario_files(folder)]


class _Fixer:
    def __init__(self, folder: Path, *, yes: bool, only_show: bool) -> None:
        self._folder = folder
        self._yes = yes
        self._only_show = only_show
        self._written = 0
        self._declined = 0

    def mend(self, file: str) -> None:
        """Offer the mechanical mends of one file, all at once."""
        page = self._page(file)
        if page is None:
            return
        after = mended(page, COURSE if file == COURSE_FILE else SCENARIO)
        if after.encoded() != page.data:
            self._offer(file, page, after, yes=self._yes)

    def ask_about_names(self, file: str) -> None:
        """Offer a spelling for each unknown name, and ask for another id where one stands twice."""
        asked: set[tuple[str, int, int]] = set()
        while (problem := next(self._open_questions(file, asked), None)) is not None:
            asked.add((problem.code, problem.place.line, problem.place.column))
            page = self._page(file)
            after = page and self._answered(page, problem)
            if page is None or after is None:
                continue
            print(f"\n{file}, line {problem.place.line}: {problem.message}")
            if self._offer(file, page, after, yes=False):
                asked.clear()

    def report(self, files: list[str], path: str | None) -> int:
        """Say what is left; the exit status."""
        if self._only_show:
            return PROBLEMS if self._declined else FINE
        left = [
            problem
            for problem in read_course(self._folder).problems
            if problem.place.file in files and problem.level is not Level.INFO
        ]
        for problem in left:
            place = problem.place
            print(f"Left for you: {place.file}:{place.line}:{place.column}: {problem.message} [{problem.code}]")
        if left:
            print(f"To see how: {check_command(path)}")
        elif not self._written and not self._declined:
            print("Nothing to mend.")
        return PROBLEMS if self._declined or any(problem.level is Level.ERROR for problem in left) else FINE

    def _page(self, file: str) -> Page | None:
        try:
            return Page.read(self._folder / file)
        except OSError:
            return None  # the report says so

    def _open_questions(self, file: str, asked: set[tuple[str, int, int]]) -> Iterator[Problem]:
        for problem in read_course(self._folder).problems:
            place = problem.place
            mendable = names.twice(problem) or (problem.meant and problem.code in names.SPELLING)
            if mendable and place.file == file and (problem.code, place.line, place.column) not in asked:
                yield problem

    def _answered(self, page: Page, problem: Problem) -> Page | None:
        """The page as the problem's answer makes it; None where there is none."""
        if not names.twice(problem):
            return names.respelt(page, problem)
        taken = {head.head.id for head in read_course(self._folder).scenarios} | set(page.text.split())
        old = names.id_of(problem) or Path(problem.place.file).stem
        offered = names.free(old, taken)
        print(f"\n{problem.place.file}, line {problem.place.line}: {problem.message}")
        print("What names this id goes on meaning the first of the two.")
        print(f"A new id for the second one [{offered}]: ", end="", flush=True)
        return names.renamed(page, problem, sys.stdin.readline().strip() or offered)

    def _offer(self, file: str, before: Page, after: Page, *, yes: bool) -> bool:
        """Show the difference, ask, and write; whether it was written."""
        for line in after.difference(file, before):
            print(_coloured(line))
        if self._only_show or not (yes or self._agreed()):
            self._declined += 1
            return False
        try:
            save(self._folder / file, after)
        except ChangedMeanwhile:
            print(f"{file} has been saved by somebody else meanwhile, so it was left alone. Run this again.")
            self._declined += 1
            return False
        except OSError as error:
            raise CouldNotRun(f"{file} cannot be written: {error.strerror}. It is as it was.") from None
        self._written += 1
        print(f"Wrote {file}.\n")
        return True

    def _agreed(self) -> bool:
        if not sys.stdin.isatty():
            print("Not written, since nobody could be asked. To write it: fineline fix --yes")
            return False
        print("Write this? [y/N] ", end="", flush=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes")


def _coloured(line: str) -> str:
    if not sys.stdout.isatty() or line[:3] in ("+++", "---"):
        return line
    return {"+": f"\x1b[32m{line}\x1b[0m", "-": f"\x1b[31m{line}\x1b[0m"}.get(line[:1], line)
