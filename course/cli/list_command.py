"""`fineline list`: the scenarios, and how they went."""

from __future__ import annotations

import argparse

from course.cli.common import open_folder, open_journal
from course.cli.learner import learner
from course.cli.parser import course_option, learner_option
from course.progress.results import progress
from course.system import paths
from course.system.printing import put, warn
from course.visit import settings
from course.words import say, sentences


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    course_option(parser)
    learner_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print one line for each scenario: id, minutes, how it went, title; below it, why it cannot be played."""
    folder = open_folder(options.course)
    folder.check()
    whose = learner(options.learner)
    _, notice = settings.load(paths.settings_file(whose))
    if notice:  # nothing here rests on them, but this is where one looks whether all is well
        warn(notice)
    with open_journal(whose, folder, needed=False) as journal:
        standing = progress(journal.past(folder.course.id)).scenarios
        begun = {each.beginning.scenario for each in journal.unfinished(folder.course.id)}
    width = max((len(head.id) for head in folder.heads), default=0)
    for head in (each for each in folder.heads if each.id != folder.course.companion):
        done = standing.get(head.id)
        apart = done and done.finished and head.id in folder.course.apart  # what counts for nothing has no share
        state = say("home.done") if apart else sentences.standing_words(done)
        state = sentences.begun_words(say("command.list.begun"), state) if head.id in begun else state
        state = say("command.list.unavailable") if head.id in folder.unavailable else state
        minutes = say("command.list.minutes", n=head.minutes) if head.minutes else ""
        put(f"{head.id:<{width}}  {minutes:>7}  {state:<21}  {head.title}")
        if head.id in folder.unavailable:
            put(f"{'':<{width}}  {folder.unavailable[head.id]}")
    return 0
