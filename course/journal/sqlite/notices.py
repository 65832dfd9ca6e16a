"""What has happened to the journal, until it is told."""

from __future__ import annotations

import threading

from course.journal.records import Notice


class Notices:
    """Each once. Any thread may use them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Notice] = []

    def tell(self, notice: Notice) -> None:
        """Something that the learner should be told."""
        with self._lock:
            if notice not in self._waiting:
                self._waiting.append(notice)

    def take(self) -> list[Notice]:
        """What has happened since this was asked last."""
        with self._lock:
            taken, self._waiting = self._waiting, []
        return taken
