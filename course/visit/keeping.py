"""What is said of the journal: what is not kept, why, and what has become of its file."""

from __future__ import annotations

from course.journal.records import Keeping, Notice, SetAside, Trouble

_WHY = {
    Trouble.BUSY: "another program is writing to it",
    Trouble.FULL: "the disk is full",
    Trouble.READ_ONLY: "it may not be written to",
    Trouble.NO_LOCKS: "its file system cannot lock files; FINELINE_HOME can name a folder on another one",
    Trouble.NEWER: "a newer Fine Line wrote it; update this one to go on with it",
    Trouble.FOREIGN: "this file is no journal of Fine Line's; move it out of the way",
}


def why(trouble: Trouble, detail: str = "") -> str:
    """Why nothing can be written, to stand in a sentence or in brackets; `detail` is what the system says of it."""
    return _WHY.get(trouble) or detail or "the system refuses it"


def standing(found: Keeping) -> str:
    """What is to be seen for as long as it is so; `""` while all is well."""
    if not found.trouble or not found.ready:
        return ""
    reason = why(found.trouble, found.detail)
    if not found.owed:
        return f"Your journal cannot be written now ({reason}). You can play all the same; it is tried again as you go."
    what = "1 thing you did is" if found.owed == 1 else f"{found.owed} things you did are"
    return f"Not kept yet: {what} waiting for the journal ({reason}). It is tried again."


KEPT = "Now everything is kept."


def still_trying(found: Keeping) -> str:
    """What is said on leaving, before it is tried some more."""
    return f"{standing(found)} Ctrl+C leaves without it."


def lost(found: Keeping) -> str:
    """What is said on leaving, when something could not be kept; else `""`."""
    if not found.owed:
        return ""
    reason = why(found.trouble, found.detail) if found.trouble else "there was no time"
    what = "the last thing you did is" if found.owed == 1 else f"the last {found.owed} things you did are"
    return f"Not kept: {what} lost ({reason})."


def notice(happened: Notice) -> str:
    """What has happened to the journal."""
    if isinstance(happened, SetAside):
        return f"Your journal was damaged, so a new one was begun. The damaged file is kept as {happened.path}."
    what = "One entry" if happened.count == 1 else f"{happened.count} entries"
    return f"{what} of your journal could not be read, and {'was' if happened.count == 1 else 'were'} left out."
