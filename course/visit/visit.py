"""A visit: one learner at one course. It decides what comes next, what is due, and what each page may offer.

Both faces ask here and nowhere else, so that they cannot disagree; a face only shows and asks.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from course.journal import Journal, SqliteJournal
from course.model import Course, Rule, Scenario
from course.progress.results import Progress, progress
from course.system import paths
from course.visit import journal_words, leaving
from course.visit import settings as settings_file
from course.visit.course_folder import Chapter, CourseFolder
from course.visit.home import Home, home
from course.visit.news import News
from course.visit.offers import Offer
from course.visit.settings import Settings
from course.words import say, speak_for

if TYPE_CHECKING:  # none of it is needed to show home
    from course.engine.twins import Beside
    from course.progress.gain import Gain
    from course.progress.lessons import Lessons
    from course.progress.practice import Due
    from course.visit.companion import Companion
    from course.visit.request import Request
    from course.visit.session import Session


class CannotOpen(Exception):
    """A scenario cannot be played; the sentence says why."""


class Visit:
    """One learner at one course. Make one with `Visit.begin`."""

    def __init__(
        self,
        folder: CourseFolder,
        journal: Journal,
        settings: Settings,
        *,
        seed: int | None = None,
        settings_path: Path | None = None,
        called: str = "",
    ) -> None:
        """`seed` orders the options of every new attempt; None gives each a fresh order. `called` is the learner's name
        as it was written."""
        self.called = called or journal.learner
        self.folder = folder
        self.journal = journal
        speak_for(folder.course)
        journal.follow(folder.course, folder.heads)
        self.settings = settings
        self._seed = seed
        self._seeds: dict[tuple[str, ...], int] = {}
        self._settings_path = settings_path or paths.settings_file()
        self._notices: list[str] = []
        self._news = News(journal, folder.course.id)
        self._due: tuple[Due, ...] = ()
        self._better: tuple[Rule, ...] = ()
        self._played: list[Session] = []
        """The attempt that was opened last, and those of which something is not on disk."""
        self.looked_back = False
        """Whether the results have been seen in this visit."""

    @classmethod
    def begin(cls, request: Request) -> Visit:
        """Open the course, the journal and the settings that were asked for; the companion keeps nothing, so it
        opens no journal. Raises CourseBroken."""
        folder = CourseFolder(request.folder)
        where = paths.settings_file(request.learner)
        chosen, notice = settings_file.load(where)
        journal = SqliteJournal(None if request.companion else paths.journal_file(), request.learner)
        journal.wait()
        visit = cls(folder, journal, chosen, seed=request.seed, settings_path=where, called=request.called)
        visit.tell(notice)
        return visit

    def close(self, tell: Callable[[str], object] = lambda _: None, *, hurried: bool = False) -> int:
        """Let go of the journal. What is not kept yet is tried for a while longer, unless this is `hurried`; what is
        said then is true when it is said. Returns the exit status: another than 0 when something is lost."""
        return leaving.leave(self.journal, self._played, tell, hurried=hurried)

    @property
    def keeping(self) -> str:
        """What the learner should see for as long as it is so: that something is not kept, and why; else `""`."""
        return journal_words.standing(self.journal.keeping)

    def keeping_by_now(self) -> str:
        """The same, once what is on its way has had the time it takes where nothing is wrong."""
        self.journal.wait(leaving.AT_ONCE)
        return self.keeping

    @property
    def owing(self) -> bool:
        """Whether something the learner did waits for a journal that cannot be written."""
        found = self.journal.keeping
        return bool(found.owed and found.trouble)

    @property
    def unread(self) -> str:
        """Why nobody can say what the learner did, where that is so; else `""`. What was done since is shown."""
        found = self.journal.keeping
        return "" if found.damaged and self.journal.standings(self.course.id) else journal_words.unread(found)

    def has_news(self) -> bool:
        """Whether the journal has been looked into, or something has happened to it, since this was asked last."""
        found, emptied = self._news.look()
        self.tell(say("visit.emptied") if emptied else "")
        return found

    def wait_for_the_journal(self) -> None:
        """Wait until it is known what the learner did before, as a face must that shows it once and for all."""
        self.journal.wait(leaving.LEAVING)

    def all_kept(self) -> bool:
        """Whether everything the learner did is on disk; what is on its way there is waited for."""
        return not self.journal.wait(leaving.AT_ONCE).owed

    @property
    def course(self) -> Course:
        """The course, without its scenarios."""
        return self.folder.course

    @property
    def extra_minute(self) -> bool:
        """Whether both the learner and the course want it."""
        return self.settings.extra_minute and self.course.extra_minute

    def _order(self, *opened: str, anew: bool = False) -> int:
        """The seed asked for; or else one that stays until an attempt `anew`: who comes back finds the same order."""
        if anew or opened not in self._seeds:
            self._seeds[opened] = random.randrange(2**31)
        return self._seeds[opened] if self._seed is None else self._seed

    # What the learner should be told

    def tell(self, notice: str) -> None:
        """Something to tell the learner at the next opportunity; `""` is nothing."""
        if notice:
            self._notices.append(notice)

    def take_notices(self) -> list[str]:
        """What the learner should be told now; each once."""
        notices = [*map(journal_words.notice, self.journal.take_notices()), *self._notices]
        self._notices.clear()
        return notices

    def remember(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them; the next notice says so if they could not be kept."""
        if settings != self.settings:
            self.settings = settings
            self.tell(settings_file.save(self._settings_path, settings))

    # Home, and what is next

    def look_through(self) -> None:
        """Read the whole course, to learn what cannot be opened and what is due to be practiced. It takes a moment,
        so a face asks for it once its first page is painted."""
        self.folder.check()
        self.look_for_practice()

    def look_for_practice(self) -> None:
        """See what is due to be practiced now, and what practice has bettered; it reads every scenario that
        was played."""
        from course.progress.practice import better, due

        past, kept = self.journal.past(self.course.id), self.journal.practiced(self.course.id)
        self._better = better(self.course, past, kept)
        if not self.settings.practice or not past.finished:
            self._due = ()
            return
        played = [head.id for head in self.folder.scenarios if head.id in past.finished]
        scenarios = [scenario for each in played if (scenario := self.folder.open(each))]
        met, twins = self.journal.met(self.course.id), self.folder.twins
        today, ahead = self.journal.now().date(), self.settings.ahead
        self._due = due(self.course, scenarios, past, met, kept, today, ahead, twins)

    def home(self) -> Home:
        """Where the learner stands, and what they may do."""
        past, unfinished = self.journal.past(self.course.id), self.journal.unfinished(self.course.id)
        self._news.saw(len(past.standings.keys() | {each.beginning.scenario for each in unfinished}))
        return home(self.folder, past, unfinished, self.due(), self._better, looked_back=self.looked_back)

    def next_up(self, after: str = "") -> str:
        """The id of the scenario that comes next, other than `after`, and can be opened; `""` when nothing is left."""
        finished = self.finished()
        while (found := self.folder.next_up(finished, after)) and self.folder.open(found) is None:
            pass  # by now the folder knows that it cannot be opened, and names another one
        return found

    def opens(self, scenario_id: str) -> Chapter | None:
        """The chapter that begins with this scenario: it has an introduction, and nothing of it was played yet."""
        chapter = self.folder.chapter_of(scenario_id)
        begun = self.journal.standings(self.course.id).keys()
        if chapter is None or chapter.pair is None or not chapter.pair.intro:
            return None
        return chapter if begun.isdisjoint(head.id for head in chapter.heads) else None

    def closes(self, scenario_id: str) -> Chapter | None:
        """The chapter that has just been completed with the first end of this scenario, if it has."""
        chapter = self.folder.chapter_of(scenario_id)
        standings, finished = self.journal.standings(self.course.id), self.finished()
        if chapter is None or scenario_id not in finished or standings[scenario_id].finished != 1:
            return None
        return chapter if finished.issuperset(head.id for head in chapter.heads) else None

    def round_over(self, scenario_id: str) -> bool:
        """Whether the first round ends with the first end of this scenario: its results have not been seen in this
        visit, and nothing else has been played yet."""
        finished = self.finished()
        first = {each.id for each in self.folder.first_round(finished)}
        once = scenario_id in first & finished and self.journal.standings(self.course.id)[scenario_id].finished == 1
        return once and not self.looked_back and first <= finished <= first | set(self.course.apart)

    # Playing

    def play(self, scenario_id: str, at: str = "") -> tuple[Session, str]:
        """The scenario where it was left, at its ending if it had come to one, or else from its start; from the scene
        `at` it is a rehearsal. Also a sentence when it is not as it was left. Raises CannotOpen."""
        from course.visit.session import Session

        scenario = self._opened(scenario_id)
        session, notice = Session.take_up(
            self.course, scenario, self.journal, seed=self._order(scenario_id), extra_minute=self.extra_minute, at=at
        )
        return self._plays(session), notice

    def offers_in(self, session: Session) -> frozenset[Offer]:
        """What the learner may do in a session: what it offers by itself, and after its end the next scenario; where
        that ends the first round, what ends it."""
        played = session.play.scenario.head.id
        if Offer.AGAIN in session.offers and self.round_over(played):
            return session.offers | {Offer.ROUND_RESULTS}
        if Offer.AGAIN not in session.offers or not self.next_up(after=played):
            return session.offers
        return session.offers | {Offer.NEXT}

    def beside(self, session: Session) -> tuple[Beside, ...]:
        """What was met in a session beside its twins, once they were met too."""
        from course.visit.twins import beside

        return beside(self.folder, self.journal, session.play)

    def again(self, session: Session) -> Session:
        """A new attempt at the same scenario; an unfinished one is given up."""
        return self._plays(session.again(self._order(session.play.scenario.head.id, anew=True)))

    def _plays(self, session: Session) -> Session:
        self._played = [*(each for each in self._played if leaving.unkept(each)), session]
        return session

    def due(self) -> tuple[Due, ...]:
        """What is due to be practiced again, as home offers it."""
        return self._due if self.settings.practice else ()

    def practice(self, due: Due) -> Session:
        """One scene by itself, for a rule that was missed. Raises CannotOpen."""
        from course.visit.session import Session

        scenario, seed = self._opened(due.scenario), self._order(due.scenario, due.scene)
        return Session.practice(self.course, scenario, self.journal, due, seed=seed, extra_minute=self.extra_minute)

    def companion(self) -> Companion:
        """The questions for somebody about to act now. Raises CannotOpen."""
        from course.visit.companion import Companion

        scenario = self._opened(self.course.companion, say("visit.no-companion"))
        return Companion(self.course, scenario, self.journal.now)

    def _opened(self, scenario_id: str, otherwise: str = "") -> Scenario:
        scenario = self.folder.open(scenario_id)
        if scenario is None:
            raise CannotOpen(self.folder.unavailable.get(scenario_id) or otherwise or say("visit.no-scenario"))
        heads = self.folder.heads
        if scenario.head.renamed not in [each.renamed for each in heads if each.id == scenario_id]:
            self.journal.follow(self.course, (*heads, scenario.head))  # renamed since the course was opened
        return scenario

    # What follows from it all

    def progress(self) -> Progress:
        """How the course has gone, but for the scenarios that stand apart."""
        past = self.journal.past(self.course.id)
        return progress(past, self.course.apart, self.folder.twins_in(past))

    def gain(self) -> Gain | None:
        """Before and after, once the warm-up has been finished."""
        from course.progress.gain import gain

        return gain(self.course, self.journal.past(self.course.id))

    def lessons(self, chapter: Chapter) -> Lessons:
        """What the learner's own decisions in a chapter have to teach."""
        from course.progress.lessons import lessons

        ids = {head.id for head in chapter.heads}
        return lessons(self.course, self.journal.past(self.course.id), ids, chapter.id)

    def finished(self) -> frozenset[str]:
        """The scenarios that have been played to an end."""
        return frozenset(name for name, each in self.journal.standings(self.course.id).items() if each.finished)
