"""`fineline progress`: what you tend to do; dos and don'ts apart, from first answers; how well you can tell."""

from __future__ import annotations

import argparse

from msgspec.structs import asdict

from course.cli.common import open_folder, open_journal
from course.cli.learner import learner
from course.cli.parser import course_option, learner_option
from course.faces.plain import results
from course.journal.records import Dispute, Past
from course.model import Course
from course.model.record import Record, replace
from course.progress.as_json import ProgressData, as_json, progress_data
from course.progress.habits import Habits, habits_in
from course.progress.practice import better
from course.progress.results import progress
from course.system.printing import put, put_data
from course.visit.command_line import command_line
from course.words import say, sentences


class _Habit(Record):
    """A rule that was broken in two scenes or more, each as scenario and scene."""

    rule: str
    scenes: tuple[tuple[str, str], ...]


class _Data(ProgressData):
    """What `--json` prints."""

    course: str
    habits: tuple[_Habit, ...]
    disputes: tuple[Dispute, ...]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--json", action="store_true", help=say("command.option.json"))
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the progress."""
    folder, whose = open_folder(options.course), learner(options.learner)
    with open_journal(whose, folder) as journal:
        past = journal.past(folder.course.id)
        bettered = better(folder.course, past, journal.practiced(folder.course.id))
        contested = tuple(_in_words(each, past, folder.course) for each in journal.disputes(folder.course.id))
    found = habits_in(folder.course, past)
    standing = progress(past, folder.course.apart, folder.twins_in(past))
    if options.json:
        facts = asdict(progress_data(standing))
        put_data(as_json(_Data(**facts, course=folder.course.id, habits=_habits(found), disputes=contested)))
        return 0
    for line in results.lines(folder.course, folder.scenarios, standing, found, bettered):
        put(line)
    if contested:
        reasons = command_line("progress", "--json", folder=folder.path, learner=whose)
        put(say("command.progress.differently", n=len(contested), command=reasons))
    return 0


def _habits(found: Habits) -> tuple[_Habit, ...]:
    return tuple(
        _Habit(each.rule.id, tuple((shown.scenario, shown.decision.scene) for shown in each.scenes))
        for each in found.tends
    )


def _in_words(dispute: Dispute, past: Past, course: Course) -> Dispute:
    """As it is said where the decision is shown, if an attempt at hand still has that."""
    about = (dispute.scene, dispute.item, dispute.answer)
    found = (
        sentences.said(course, each)
        for attempt in past.attempts.values()
        if attempt.scenario == dispute.scenario
        for each in attempt.decisions
        if (each.scene, each.item, each.answer) == about
    )
    return replace(dispute, said=next(found, dispute.said))
