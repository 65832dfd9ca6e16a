"""One learner at the plain face: the course, the journal, the conversation, and a story to play."""

from __future__ import annotations

import random
import shlex

from course.faces.plain.conversation import Conversation, InputEnded
from course.faces.plain.scenario import Leaving, ScenarioTalk
from course.journal import Journal
from course.model.record import Record
from course.reading import CourseNotFound, find_course
from course.text.clean import clean
from course.visit.course_folder import CourseFolder
from course.visit.request import Request
from course.visit.session import Session
from course.visit.settings import Settings


class Learner(Record, gc=True):
    """Everything that home and a story need."""

    request: Request
    folder: CourseFolder
    journal: Journal
    settings: Settings
    talk: Conversation

    def play(self, scenario_id: str, at: str = "") -> Leaving:
        """Tell one story from where it was left. On leaving, say how to come back. Raises InputEnded."""
        scenario = self.folder.open(scenario_id)
        if scenario is None:
            self.talk.say(f"This story is not available. {self.folder.unavailable.get(scenario_id, '')}")
            return Leaving.HOME
        session, notice = Session.take_up(
            self.folder.course,
            scenario,
            self.journal,
            seed=self.seed(),
            extra_minute=self.settings.extra_minute and self.folder.course.extra_minute,
            at=at,
        )
        if notice:
            self.talk.say(notice)
        next_up = self.folder.head(self.next_up(after=scenario_id))
        story = ScenarioTalk(session, self.talk, self.seed, self.journal.notices, next_up.title if next_up else "")
        try:
            way = story.play()
        except (InputEnded, KeyboardInterrupt) as left:
            if isinstance(left, KeyboardInterrupt):
                self.talk.say()
            self._say_how_to_resume(story.session, scenario_id)
            raise
        if way is Leaving.HOME:
            self._say_how_to_resume(story.session, scenario_id)
        return way

    def next_up(self, after: str = "") -> str:
        """The id of what comes next, other than `after`; without one, the first story when nothing is left."""
        finished = {each.scenario for each in self.journal.attempts(self.folder.course.id) if each.ended}
        playable = [head.id for head in self.folder.stories if head.id not in self.folder.unavailable]
        return self.folder.next_up(finished, after) or ("" if after or not playable else playable[0])

    def command(self, *words: str) -> str:
        """A command line that leads back to this course and this face."""
        line = ["fineline", *words]
        if not self._is_shipped():
            line += ["--course", clean(str(self.request.folder))]
        if self.talk.on_terminal:
            line.append("--plain")
        return shlex.join(line)

    def check_command(self) -> str:
        """The command line that shows what is wrong with this course."""
        return shlex.join(["fineline", "check", *([] if self._is_shipped() else [clean(str(self.request.folder))])])

    def _say_how_to_resume(self, session: Session, scenario_id: str) -> None:
        again = self.command("play", scenario_id)
        play = session.play
        if not session.kept:
            self.talk.say(f"That was a rehearsal. To play the story: {again}")
        elif play.finished:
            self.talk.say(f"Your decisions are kept. To play the story again: {again}")
        elif not play.history:
            self.talk.say(f"Nothing was decided yet. To begin: {again}")
        elif not self.journal.saved:
            self.talk.say(f"Your answers could not be kept this time. To begin anew: {again}")
        else:
            self.talk.say(f"Your place is kept. To go on: {again}")

    def _is_shipped(self) -> bool:
        try:
            return self.request.folder.resolve() == find_course(None).resolve()
        except CourseNotFound:
            return False

    def seed(self) -> int:
        """The seed asked for, or a fresh one."""
        return random.randrange(2**31) if self.request.seed is None else self.request.seed
