"""One thread that writes to the journal's file, so that no screen ever waits for a disk.

What cannot be written yet is owed: it is tried again until it stands. Until then everything, also what is owed, is read
from a copy in memory, so that the learner goes on as if it were kept, and `keeping` says that it is not.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from course.journal.records import Keeping, SetAside, TakenAway, Trouble
from course.journal.sqlite.file import Lying, before, identity, in_memory, open_file, set_aside, to_read, trouble_of
from course.journal.sqlite.notices import Notices
from course.journal.sqlite.owed import Done, Owed, do, show
from course.journal.sqlite.salvage import salvaged

Made = TypeVar("Made")
_AGAIN = 0.2
_AT_MOST = 2.0
"""Seconds until something is tried again: first, and after many times."""
_LOOK = 1.0
"""Seconds after which it is looked, while nothing is written, whether the file still lies where it was."""


class _Moved(Exception):
    """What is open is no longer what lies under the journal's name."""


class Keeper:
    """Opens the file, writes to it, and reads from it. Begun at once, and over with `close`."""

    def __init__(self, path: Path | None, now: Callable[[], datetime]) -> None:
        """Without a path everything is kept in memory alone, and nothing is owed."""
        self._path = path
        self._now = now
        self.notices = Notices()
        self._owed: deque[Owed] = deque()
        self._done = Done()
        self._changed = threading.Condition()
        """Held while any of the fields below is used."""
        self._closing = False
        self._looked = False
        self._trouble: Trouble | None = None
        self._detail = ""
        self._reading = threading.RLock()
        """Held while the connection below is used; only the thread puts another in its place."""
        self._reader: sqlite3.Connection | None = None
        self._file: sqlite3.Connection | None = None
        """The thread's own."""
        self._lying: Lying | None = None
        self._opened: tuple[int, int] | None = None
        """Which file lay there when it was opened last, if any."""
        self._copy = False
        """Whether what is read is the copy in memory."""
        self._unread = False
        """Whether that copy is empty though something may lie in the file."""
        self._begun = 0
        self._damage: Exception | None = None  # that a reading has come upon; the file is still to be set aside for it
        self._damaged = False
        """Whether a file was set aside, and nothing done since when it was opened, so that something is not shown."""
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def keeping(self) -> Keeping:
        """How it stands."""
        with self._changed:
            how = self._trouble, self._detail, self._unread, self._begun, self._damaged
            return Keeping(self._looked, len(self._owed), *how, sum(each.told for each in self._owed))

    def wait(self, seconds: float) -> Keeping:
        """Wait until the file has been looked into and nothing is owed, at most so long."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while not self._looked or self._owed:
                left = deadline - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    break
        return self.keeping

    def write(self, owed: Owed) -> Future[None]:
        """Have this done, after everything before it. What it raises, but for what the disk says, the future raises."""
        with self._changed:
            self._owed.append(owed)
            self._changed.notify_all()
        self._show_owed()
        return owed.done

    def hold(self, owed: Owed) -> None:
        """Have this done in a file that takes the place of this one, unless it was forgotten in either."""
        self._done.add(owed)

    def withdraw(self, done: Future[None]) -> bool:
        """Let what was asked for be undone, unless it is done or being done; whether that is so."""
        with self._changed:
            for owed in self._owed:
                if owed.done is done and not owed.busy:
                    self._owed.remove(owed)
                    return True
        return False

    def read(self, make: Callable[[sqlite3.Connection], Made], nothing: Made) -> Made:
        """What `make` makes of what is kept and owed; `nothing` before the file has been looked into, or when it cannot
        be read."""
        with self._reading:
            if self._reader is None:
                return nothing
            try:
                return make(self._reader)
            except (sqlite3.Error, UnicodeDecodeError, MemoryError) as error:
                return self._failed_to_read(error, nothing)

    def close(self, seconds: float) -> Keeping:
        """Wait as `wait` does, then let go of the file; how it stands once what was being written is written."""
        self.wait(seconds)
        self.let_go()
        self._thread.join(max(seconds, 1))
        return self.keeping

    def let_go(self) -> None:
        """Have the thread end."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()

    def _failed_to_read(self, error: Exception, nothing: Made) -> Made:
        """A file that turns out to be damaged is for the thread to set aside."""
        trouble, detail = trouble_of(error, self._path)
        with self._changed:
            if trouble is None and not self._copy:
                self._damage, self._damaged = error, True
            elif not self._trouble:
                self._trouble, self._detail = trouble or Trouble.REFUSED, detail
            self._changed.notify_all()
        return nothing

    # What follows runs in the thread

    def _run(self) -> None:
        pause = _AGAIN
        while True:
            self._step()
            with self._changed:
                if self._closing:
                    break
                if self._trouble:
                    self._changed.wait(pause)
                    pause = min(pause * 1.5, _AT_MOST)
                else:
                    pause = _AGAIN
                    while not (self._owed or self._closing or self._trouble or self._damage or self._has_moved()):
                        self._changed.wait(None if self._path is None else _LOOK)
        self._end()

    def _step(self) -> None:
        """Open the file if that is still to do, and write what is owed."""
        try:
            if self._damage is not None:
                damage, self._damage = self._damage, None
                raise damage
            if self._file is None:
                if self._path is None:
                    self._file = in_memory()
                else:
                    self._opened = identity(self._path)
                    self._file = open_file(self._path)
                    first, self._lying = self._lying is None, Lying(self._path, self._file)
                    if first and (moved := before(self._path, self._file)):
                        self.notices.tell(SetAside(moved))
                        self._damaged = True
            elif self._has_moved():
                raise _Moved
            if self._reader is None:
                self._read_it()
            self._pay()
            if self._copy:  # which shows what was owed till now
                self._read_it()
        except Exception as error:  # nothing may end this thread
            self._fail(error)
        else:
            self._stands(None, "")

    def _pay(self) -> None:
        """Write what is owed, in its order."""
        assert self._file is not None
        while (owed := self._next()) is not None:
            try:
                do(self._file, owed)
                if self._has_moved():  # it was written to where nobody will look for it
                    raise _Moved
            except (sqlite3.Error, OSError, UnicodeDecodeError, _Moved):
                raise
            except Exception as refusal:  # for whoever asked for it to know
                if self._copy:  # which shows it as if it were kept
                    self._read_it()
                self._paid(owed, refusal)
            else:
                self._paid(owed, None)
            finally:
                owed.busy = False

    def _has_moved(self) -> bool:
        """Whether what is open is no longer what lies under the journal's name. What was forgotten in it is noticed."""
        if self._file is None or self._lying is None:
            return False
        if self._lying.is_gone():
            return True
        self._done.look(self._file)
        return False

    def _next(self) -> Owed | None:
        with self._changed:
            if not self._owed:
                return None
            self._owed[0].busy = True
            return self._owed[0]

    def _paid(self, owed: Owed, refusal: Exception | None) -> None:
        with self._changed:
            self._owed.popleft()
            if (refusal is None or owed.again) and owed.whose is not None and self._path is not None:
                self._done.add(owed)
            if not self._owed:
                self._trouble, self._detail = None, ""
            self._changed.notify_all()
        if refusal is None:
            owed.done.set_result(None)
        else:
            owed.done.set_exception(refusal)

    def _fail(self, error: Exception) -> None:
        """Read from a copy until the file can be written again; a damaged file is set aside, and a new one begun."""
        if isinstance(error, _Moved):
            self._begin_anew()
            return
        trouble, detail = trouble_of(error, self._path)
        if trouble is None and self._path is not None:
            self._close_file()
            try:
                moved = set_aside(self._path, self._now(), self._opened)
            except OSError as refused:
                trouble, detail = trouble_of(refused)
            else:
                in_use, self._damaged = self._lying is not None, self._damaged or bool(moved)
                self.notices.tell(SetAside(moved, in_use) if moved else TakenAway(str(self._path)))
                self._go_on_elsewhere()
                return
        if not self._copy:
            copy, whole = salvaged(self._reader or self._file, self._path)
            self._read_from(copy, copy=True, unread=not whole)
        self._show_owed()
        self._stands(trouble or Trouble.REFUSED, detail)

    def _begin_anew(self) -> None:
        """Go on with what lies there now, or a new one."""
        if self._lying is not None and self._file is not None:
            with suppress(OSError):
                if not self._lying.is_written_over():
                    self._done.look(self._file)
            self._lying.take_leave()
        self._close_file()
        self.notices.tell(TakenAway(str(self._path)))
        self._go_on_elsewhere()

    def _go_on_elsewhere(self) -> None:
        """Write what was done since the file was opened, once more, to the one that lies there now, and go on."""
        with self._changed:
            self._begun += 1
            self._owed.extendleft(reversed(self._done.again()))
        self._step()

    def _show_owed(self) -> None:
        """Bring the copy, if that is what is read, up to what is owed."""
        with self._reading:
            if not self._copy or self._reader is None:
                return
            for owed in (each for each in tuple(self._owed) if not each.shown and not each.alone):
                owed.shown = True
                show(self._reader, owed)

    def _stands(self, trouble: Trouble | None, detail: str) -> None:
        with self._changed:
            self._looked = True
            self._trouble, self._detail = trouble, detail
            self._changed.notify_all()

    def _read_it(self) -> None:
        assert self._file is not None
        self._read_from(self._file if self._path is None else to_read(self._path), copy=False)

    def _read_from(self, connection: sqlite3.Connection, *, copy: bool, unread: bool = False) -> None:
        with self._reading:
            if self._reader is not None and self._reader is not self._file:
                self._reader.close()
            self._reader, self._copy, self._unread = connection, copy, unread
            for owed in tuple(self._owed):
                owed.shown = False

    def _close_file(self) -> None:
        with self._reading:
            for connection in (self._reader, self._file):
                if connection is not None:
                    connection.close()
            self._reader = self._file = None
            self._copy = False

    def _end(self) -> None:
        self._close_file()
        for owed in self._owed:
            owed.done.cancel()
