"""News of the journal while a page is open: it can be read by now, or another window emptied it."""

from __future__ import annotations

from course.journal import Journal


class News:
    """What has happened to the journal since it was looked at last."""

    def __init__(self, journal: Journal, course: str) -> None:
        self._journal = journal
        self._course = course
        self._begun = journal.keeping.begun
        self._since = journal.moment()
        self._state = self._now()
        self._shown = 0
        """So many scenarios were in it when they were shown last."""

    def saw(self, scenarios: int) -> None:
        """So many scenarios in which the learner did something have just been shown."""
        self._shown = scenarios

    def look(self) -> tuple[bool, bool]:
        """Whether anything has happened that is worth another look at all that is shown; and whether what the learner
        did was deleted meanwhile, elsewhere. What others on this machine did is no news."""
        state, since = self._state, self._since
        self._state, self._since = self._now(), self._journal.moment()
        emptied = bool(state[0]) and self._journal.forgot(since) and self._held() < self._shown
        return emptied or state != self._state, emptied

    def _now(self) -> tuple[object, ...]:
        found = self._journal.keeping
        if not found.owed or found.trouble:  # else it is still being written again to another file
            self._begun = found.begun
        return found.ready, found.trouble, found.unread, self._begun

    def _held(self) -> int:
        unfinished = {each.beginning.scenario for each in self._journal.unfinished(self._course)}
        return len(unfinished | self._journal.standings(self._course).keys())
