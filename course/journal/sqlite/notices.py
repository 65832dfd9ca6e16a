"""What has happened to the journal, until it is told."""

from __future__ import annotations

import threading

from course.journal.records import Notice, SetAside, TakenAway


class Notices:
    """Each once. Any thread may use them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Notice] = []

    def tell(self, notice: Notice) -> None:
        """Something that the learner should be told. Of a file that was written over with what is no journal it is told
        that it was damaged, and not before that also that it was replaced."""
        with self._lock:
            outdone = TakenAway if isinstance(notice, SetAside) else ()
            self._waiting = [each for each in self._waiting if each != notice and not isinstance(each, outdone)]
            self._waiting.append(notice)

    def take(self) -> list[Notice]:
        """What has happened since this was asked last."""
        with self._lock:
            taken, self._waiting = self._waiting, []
        return taken
