"""What is said of the journal: what is not kept, why, and what has become of its file."""

from __future__ import annotations

from course.journal.records import Keeping, Notice, SetAside, TakenAway, Trouble
from course.words import say
from course.words.files import in_short


def why(trouble: Trouble, detail: str = "") -> str:
    """Why nothing can be written, to stand in a sentence or in brackets; `detail` is what the system says of it, or
    the file that has to be known to mend it."""
    if detail and trouble is Trouble.REFUSED:
        return detail
    return say(f"journal.why.{trouble}", path=in_short(detail))


def standing(found: Keeping) -> str:
    """What is to be seen for as long as it is so; `""` while all is well."""
    if not found.trouble or not found.ready:
        return ""
    reason = why(found.trouble, found.detail)
    waiting = say("journal.waiting", n=_told(found), reason=reason)
    now = waiting if found.owed else say("journal.not-now", reason=reason)
    return f"{now} {say('journal.unread')}" if found.unread else now


def refused(found: Keeping) -> str:
    """For a command that does one thing and ends: why the journal cannot be written; `""` while it can."""
    if not found.trouble:
        return ""
    return say("journal.refused", reason=why(found.trouble, found.detail))


def waited_for(found: Keeping) -> str:
    """What is said when a command has to wait for the journal."""
    reason = refused(found)
    return say("journal.waited-for-why", reason=reason) if reason else say("journal.waited-for")


def unread(found: Keeping) -> str:
    """Why nobody can say what is kept; `""` where it can be read."""
    if found.damaged:
        return say("journal.nothing-since", reason=say("journal.why.damaged"))
    if not found.unread or not found.trouble:
        return ""
    return say("journal.cannot-be-read", reason=why(found.trouble, found.detail))


def still_trying(found: Keeping) -> str:
    """What is said on leaving, before it is tried some more."""
    return say("journal.still-trying", standing=standing(found))


def lost(found: Keeping) -> str:
    """What is said on leaving, when something could not be kept; else `""`."""
    if not found.owed:
        return ""
    reason = why(found.trouble, found.detail) if found.trouble else say("journal.why.no-time")
    return say("journal.lost", n=_told(found), reason=reason)


def _told(found: Keeping) -> int:
    """As many things as a learner would count; where only a step on the way is owed, that is one."""
    return max(1, found.told)


def notice(happened: Notice) -> str:
    """What has happened to the journal."""
    if isinstance(happened, SetAside):
        path = in_short(happened.path)
        return (
            say("journal.set-aside-meanwhile", path=path) if happened.meanwhile else say("journal.set-aside", path=path)
        )
    if isinstance(happened, TakenAway):
        return say("journal.taken-away", path=in_short(happened.path))
    return say("journal.left-out", n=happened.count)
