"""`fineline fix`: write what `check` offers. Each change is shown first and asked about; nothing else is touched."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from course.authoring.check.run import check, mendable
from course.authoring.fix import at_once, keep_old, mended
from course.cli.asking import can_ask
from course.cli.authors import file_meant, own_course
from course.cli.changes import change, yes
from course.cli.common import check_command
from course.cli.exit_status import FINE, PROBLEMS, CouldNotRun
from course.cli.parser import NAMED, refused_option
from course.cli.working import working
from course.cli.wrapping import put_wrapped
from course.reading.files.find import COURSE_FILE, scenario_files
from course.reading.problems.codes import Level
from course.reading.problems.problem import Edit, Problem
from course.system.files import ChangedMeanwhile, NotWritten, save_over
from course.system.paths import expanded
from course.system.printing import put
from course.text.clean import clean
from course.text.shell import typed
from course.words.files import not_written, reason

_MOST_LEFT = 30


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="the course folder, or one file in it")
    parser.add_argument("--yes", action="store_true", help="do not ask, but where only you can know what was meant")
    parser.add_argument("--diff", action="store_true", help="show what would be changed, and change nothing")
    refused_option(parser, "--course", NAMED)


def run(options: argparse.Namespace) -> int:
    """Mend file after file; the status says whether an error is left. Raises CouldNotRun."""
    options.path = options.path and file_meant(options.path)
    folder = own_course(options.path, "fineline fix PATH", writes=True)
    fixing = _Fixing(folder, _files(folder, options.path), yes=options.yes, only_show=options.diff)
    fixing.all()
    return fixing.report(options.path)


def _files(folder: Path, path: str | None) -> dict[str, str]:
    """The files to look at, by the names that problems give them: all, or the one named. Raises CouldNotRun."""
    files = {clean(file): file for file in (COURSE_FILE, *scenario_files(folder))}
    named = expanded(path) if path is not None else folder
    if named.is_dir():
        return files
    for place in (named.parent.resolve() / named.name, named.resolve()):
        for name, file in files.items():
            if place == folder.resolve() / file:
                return {name: file}
    raise CouldNotRun(f"{path} is none of the course's files: those are {COURSE_FILE} and the scenarios, in YAML.")


class _Fixing:
    """One run through a course."""

    def __init__(self, folder: Path, files: dict[str, str], *, yes: bool, only_show: bool) -> None:
        self._folder = folder
        self._files = files
        self._yes = yes
        self._only_show = only_show
        self._offered: set[tuple[str, int, str]] = set()
        """What has had its turn and was not written, by file, line and code."""
        self._written: set[str] = set()

    def all(self) -> None:
        """Offer what is sure, one file after the other; then, if somebody is there, ask about the rest one by one."""
        while True:
            written = [self._offer(problems) for problems in self._sure()]
            if not any(written) and not any(self._offer([problem]) for problem in self._questions()):
                break

    def report(self, path: str | None) -> int:
        """Say what is left; the exit status."""
        problems = self._problems()
        left = [each for each in problems if each.level is not Level.INFO and _key(each) not in self._offered]
        for problem in left[:_MOST_LEFT]:
            place = problem.place
            put_wrapped(f"Left for you: {place.file}:{place.line}:{place.column}: {problem.message} [{problem.code}]")
        if len(left) > _MOST_LEFT:
            put(f"… and {len(left) - _MOST_LEFT} more.")
        if not can_ask() and any(problem.meant and problem.meant.ask for problem in left):
            again = typed(["fineline", "fix", *([path] if path else [])])
            put(f"In a terminal, this asks about what only you can know: {again}")
        if left:
            put(f"To see how: {check_command(path)}")
            return _status(problems)
        others = self._others()
        if others and not self._offered:
            many = f"are {len(others)} problems" if others[1:] else "is 1 problem"
            mended_so_far = (
                "All that can be mended by itself is mended" if self._written else "Nothing to mend by itself"
            )
            put(f"{mended_so_far}; there {many} that only you can mend. To see how: {check_command(path)}")
        elif not self._offered:
            sentence = f"All is mended. What else there is to say: {check_command(path)}"
            put(sentence if self._written else "Nothing to mend.")
        return _status((*problems, *others))

    def _others(self) -> list[Problem]:
        """What a check says besides, of the course or of the one file: nothing that could be written for anybody."""
        with working("Looking for what else is wrong"):
            found = check(self._folder).problems
        whole = len(self._files) > 1
        return [
            each
            for each in found
            if each.level is not Level.INFO
            and _key(each) not in self._offered
            and (whole or each.place.file in self._files)
        ]

    def _problems(self) -> list[Problem]:
        with working("Looking for what can be mended"):
            found = mendable(self._folder)
        return [problem for problem in found if problem.place.file in self._files]

    def _open(self, *, ask: bool) -> list[Problem]:
        """What could be offered and has not been."""
        return [
            problem
            for problem in self._problems()
            if problem.meant and problem.meant.ask is ask and _key(problem) not in self._offered
        ]

    def _sure(self) -> list[list[Problem]]:
        """What only this can have been meant by, file by file."""
        by_file: dict[str, list[Problem]] = {}
        for problem in self._open(ask=False):
            by_file.setdefault(problem.place.file, []).append(problem)
        return [at_once(found) for found in by_file.values()]

    def _questions(self) -> list[Problem]:
        """What only the author can tell, if there is one."""
        return self._open(ask=True) if can_ask() and not self._only_show else []

    def _offer(self, problems: Sequence[Problem]) -> bool:
        """Show a change to one file, ask, and write it; whether it was written. Raises CouldNotRun."""
        name = problems[0].place.file
        path = self._folder / self._files[name]
        try:
            before = path.read_bytes()
            edits = [edit for each in problems if each.meant for edit in each.meant.edits]
            after = mended(before, edits)
            if after is None:
                raise ChangedMeanwhile
            self._show(problems)
            if self._agreed(name, problems):
                self._write(path, name, before, after)
                self._offered = {_moved(each, name, edits) for each in self._offered}
                return True
        except ChangedMeanwhile:
            put(f"{name} has been saved by somebody else meanwhile, so it was left alone. Run this again.\n")
        except (NotWritten, OSError) as error:
            why = not_written(error) if isinstance(error, NotWritten) else f"{reason(error)}."
            raise CouldNotRun(f"{why} {name} is as it was.") from None
        self._offered |= set(map(_key, problems))
        return False

    def _show(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            put_wrapped(f"{problem.place.file}, line {problem.place.line}: {problem.message}")
            for line in change(problem.meant.edits if problem.meant else ()):
                put(f"  {line}")

    def _agreed(self, name: str, problems: Sequence[Problem]) -> bool:
        meant = problems[0].meant
        if self._only_show:
            put()
            return False
        if meant and meant.ask:
            return yes(f"Did you mean {meant.word or 'that'}?")
        if self._yes:
            return True
        if not can_ask():
            put("Not written, since nobody could be asked. With --yes it is written without a question.\n")
            return False
        return yes(f"Write {'this' if len(problems) == 1 else f'these {len(problems)} changes'} to {name}?")

    def _write(self, path: Path, name: str, before: bytes, after: bytes) -> None:
        kept = ""
        if name not in self._written:  # what is kept is the file as it was before all of it
            kept = f" As it was, it is kept beside it: {keep_old(path, before).name}"
        save_over(path, after, was=before)
        self._written.add(name)
        put(f"Wrote {name}.{kept}\n")


def _status(problems: Iterable[Problem]) -> int:
    return PROBLEMS if any(each.level is Level.ERROR for each in problems) else FINE


def _key(problem: Problem) -> tuple[str, int, str]:
    return problem.place.file, problem.place.line, problem.code


def _moved(key: tuple[str, int, str], file: str, edits: Iterable[Edit]) -> tuple[str, int, str]:
    """The same once these edits of that file have taken lines away."""
    name, line, code = key
    return name, line - sum(each.gone and each.number < line for each in edits if name == file), code
