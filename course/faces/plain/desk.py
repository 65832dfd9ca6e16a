"""What every part of the plain face needs: the visit, the conversation, and the commands to come back with."""

from __future__ import annotations

from course.faces.plain.conversation import Conversation
from course.model.record import Record
from course.visit.command_line import command_line, of_course
from course.visit.visit import Visit


class Desk(Record, gc=True):
    """One learner at the plain face."""

    visit: Visit
    talk: Conversation

    def command(self, *words: str) -> str:
        """A command line that leads back to this course, this learner and this face."""
        back = self.elsewhere(*words)
        return f"{back} --plain" if self.talk.on_terminal else back

    def elsewhere(self, *words: str) -> str:
        """A command line for this course and this learner that has no face."""
        return command_line(*words, folder=self.visit.folder.path, learner=self.visit.journal.learner)

    def check_command(self) -> str:
        """The command line that shows what is wrong with this course."""
        return command_line("check", *of_course(self.visit.folder.path))

    def standing(self) -> str:
        """What the learner has to know before each answer: news of the journal, and what is not kept."""
        keeping = self.visit.keeping_by_now()
        self.visit.has_news()
        return " ".join(filter(None, (*self.visit.take_notices(), keeping)))

    def say_notices(self) -> None:
        """Say what the learner should be told now, each once."""
        for notice in self.visit.take_notices():
            self.talk.say(notice)
