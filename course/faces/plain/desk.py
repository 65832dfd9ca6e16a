"""What every part of the plain face needs: the visit, the conversation, and the commands to come back with."""

from __future__ import annotations

import shlex
from pathlib import Path

from course.faces.plain.conversation import Conversation
from course.model.record import Record
from course.reading.find import CourseNotFound, find_course
from course.text.clean import clean
from course.visit.visit import Visit


class Desk(Record, gc=True):
    """One learner at the plain face."""

    visit: Visit
    talk: Conversation

    def command(self, *words: str) -> str:
        """A command line that leads back to this course and this face."""
        plain = ["--plain"] if self.talk.on_terminal else []
        return shlex.join(["fineline", *words, *_option(self.visit.folder.path, "--course"), *plain])

    def check_command(self) -> str:
        """The command line that shows what is wrong with this course."""
        return shlex.join(["fineline", "check", *_option(self.visit.folder.path)])

    def say_notices(self) -> None:
        """Say what the learner should be told now, each once."""
        for notice in self.visit.take_notices():
            self.talk.say(notice)


def _option(folder: Path, *name: str) -> list[str]:
    """The words that name a course on a command line; none for the one that came along."""
    try:
        shipped = folder.resolve() == find_course(None).resolve()
    except CourseNotFound:
        shipped = False
    return [] if shipped else [*name, clean(str(folder))]
