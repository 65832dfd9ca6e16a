"""`fineline forget`: delete what is kept of a learner, so that nothing of it is left. Asks first.

Of a damaged journal that was set aside nobody knows whose answers it holds. It goes only with everything of a learner,
and only if that is said of it: `--yes` alone says nothing about other people's answers.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from course.cli.asking import can_ask, sure
from course.cli.common import no_scenario, open_folder, open_journal, waiting
from course.cli.exit_status import CouldNotRun
from course.cli.learner import learner
from course.cli.parser import learner_option, not_empty
from course.journal.records import Keeping, NotSaved
from course.model import Course
from course.model.record import Record, replace
from course.reading import contents_cache
from course.system import paths
from course.system.printing import put, warn
from course.text.shell import typed
from course.visit import journal_words, settings
from course.visit.command_line import command_line
from course.words import say
from course.words.files import reason


class _What(Record, gc=True):
    """What is to be forgotten."""

    learner: str
    course: Course | None
    """None for every course."""
    folder: Path | None
    """Where that course lies."""
    scenario: str
    """`""` for all of them."""
    set_aside: bool
    """Whether damaged journals go as well, whoever's answers they hold."""

    @property
    def all(self) -> bool:
        """Whether it is everything of the learner."""
        return self.course is None


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--yes", action="store_true", help=say("command.forget.yes"))
    parser.add_argument("--course", metavar="PATH", type=not_empty, help=say("command.forget.course"))
    parser.add_argument("--scenario", metavar="ID", type=not_empty, help=say("command.forget.scenario"))
    parser.add_argument("--set-aside", action="store_true", help=say("command.forget.set-aside"))
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Delete, once the user has agreed."""
    what = _what(options)
    try:
        files = _files(what)
    except OSError as error:
        why = say("journal.cannot-be-read", reason=reason(error))
        raise CouldNotRun(say("command.forget.not-now", why=why)) from None
    if not files:
        if paths.home().is_dir() or paths.leads_nowhere(paths.home()):
            _forgotten(what)  # or a window that had it open before somebody deleted it would write it back
        contents_cache.forget()
        if not (what.all and _set_aside()):
            warn(say("command.forget.nothing-kept", file=paths.journal_file()))
        return _about_set_aside(what, options)
    if not options.yes and not _agreed(what, options):
        warn(say("command.forget.nothing-deleted"))
        return 0
    if paths.journal_file().exists():
        put(say("command.forget.attempts", n=_forgotten(what)))
    contents_cache.forget()
    _forget_card(what)
    for file in _files(what):
        if file != paths.journal_file():
            _delete(file)
    return _about_set_aside(what, options)


def _what(options: argparse.Namespace) -> _What:
    if options.course is None and options.scenario is None:
        return _What(learner(options.learner), None, None, "", options.set_aside)
    if options.set_aside:
        raise CouldNotRun(say("command.forget.set-aside-alone"))
    folder = open_folder(options.course)
    if options.scenario and folder.head(options.scenario) is None and not _kept(folder.course, options):
        raise no_scenario(folder, options.scenario)
    return _What(learner(options.learner), folder.course, folder.path, options.scenario or "", set_aside=False)


def _kept(course: Course, options: argparse.Namespace) -> bool:
    """Whether something is kept of a scenario that the course no longer has."""
    if not paths.journal_file().exists():
        return False
    with open_journal(learner(options.learner), needed=False) as journal:
        return options.scenario in journal.standings(course.id)


def _files(what: _What) -> list[Path]:
    """The files that hold something of it, as they are there now; nobody else's."""
    found = [paths.journal_file(), paths.log_file()]
    if what.all:
        own = paths.settings_file(what.learner)
        found += [own, *paths.set_aside(own), *(_set_aside() if what.set_aside else ())]
    return [each for each in found if each.exists()]


def _set_aside() -> list[Path]:
    return paths.set_aside(paths.journal_file())


def _about_set_aside(what: _What, options: argparse.Namespace) -> int:
    """Ask about damaged journals apart, where everything is forgotten; else say that they are there. The status: 1
    where nobody was asked, and something of what was to be forgotten may be left."""
    found = _set_aside()
    if not found:
        return 0
    names = ", ".join(map(str, found))
    if not what.all:
        command = command_line("forget", learner=what.learner)
        warn(say("command.forget.set-aside-stays", n=len(found), files=names, command=command))
        return 0
    warn(say("command.forget.set-aside-there", n=len(found), files=names))
    asks = can_ask() and not options.yes
    if asks and sure(lambda yes: say("command.forget.sure-set-aside", yes=yes)):
        for file in found:
            _delete(file)
        return 0
    warn(say("command.forget.set-aside-left", n=len(found), command=_again(replace(what, set_aside=True))))
    return 0 if asks else 1


def _forgotten(what: _What) -> int:
    """Delete from the journal; how many attempts. Raises CouldNotRun."""
    with open_journal(what.learner, needed=False, anew=True) as journal:
        found = journal.keeping
        if found.trouble:
            raise CouldNotRun(say("command.forget.not-now", why=journal_words.refused(found)))
        try:
            if what.course is not None:  # what the scenario was called before goes with it
                journal.follow(what.course, ())
            with waiting(journal):
                return journal.forget(what.course.id if what.course else None, what.scenario or None)
        except NotSaved as problem:
            raise CouldNotRun(_not_deleted(problem.keeping, _again(what))) from None


def _forget_card(what: _What) -> None:
    """The if-then card that the learner chose or wrote for the course, where the settings as such stay."""
    file = paths.settings_file(what.learner)
    if what.course is None or what.scenario or not file.exists():
        return
    found, unread = settings.load(file)
    cards = {name: each for name, each in found.cards.items() if name != what.course.id}
    if not unread and cards != found.cards:
        trouble = settings.save(file, replace(found, cards=cards))
        if trouble:
            warn(trouble)


def _not_deleted(found: Keeping, command: str) -> str:
    if found.trouble:
        why = journal_words.why(found.trouble, found.detail)
        return say("command.forget.failed", why=why, command=command)
    return say("command.forget.traces", command=command)


def _delete(file: Path) -> None:
    try:
        file.unlink()
    except OSError as error:
        raise CouldNotRun(say("command.forget.file-failed", file=file, problem=reason(error))) from None
    put(say("command.forget.file", file=file))


def _agreed(what: _What, options: argparse.Namespace) -> bool:
    says = _says(what, paths.home())
    if not can_ask():
        raise CouldNotRun(say("command.forget.unasked", says=says, command=typed(_typed(options))))
    warn(says)
    return sure(lambda yes: say("command.forget.sure", yes=yes))


def _says(what: _What, folder: Path) -> str:
    """What will be deleted, and whose it is."""
    whose = say("command.forget.whose", learner=what.learner) if what.learner else say("command.forget.yours")
    if what.scenario:
        return say("command.forget.says-scenario", whose=whose, scenario_id=what.scenario, folder=folder)
    if what.course:
        return say("command.forget.says-course", whose=whose, title=what.course.title, folder=folder)
    says = say("command.forget.says-all", whose=whose, folder=folder)
    if not what.set_aside or not (found := _set_aside()):
        return says
    return f"{says} {say('command.forget.says-set-aside', n=len(found), files=', '.join(map(str, found)))}"


def _again(what: _What) -> str:
    """The command that deletes the same."""
    scenario = ["--scenario", what.scenario] if what.scenario else []
    aside = ["--set-aside"] if what.set_aside else []
    return command_line("forget", *scenario, *aside, folder=what.folder, learner=what.learner)


def _typed(options: argparse.Namespace) -> list[str]:
    """The same command, without being asked."""
    given = [(name, getattr(options, name)) for name in ("course", "scenario", "learner")]
    aside = ["--set-aside"] if options.set_aside else []
    return ["fineline", "forget", *(f"--{name}={value}" for name, value in given if value), *aside, "--yes"]
