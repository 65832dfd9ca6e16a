"""What is said on leaving: what becomes of the place one is at, and which answers are not kept, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from course.journal import Journal
from course.journal.records import PASSING, Forgotten, GivenUp, Keeping
from course.visit import journal_words
from course.words import say, sentences

if TYPE_CHECKING:  # none of it is needed where nothing was played
    from course.visit.moves import Move
    from course.visit.session import Session

NOT_KEPT = 2
"""The exit status that says that something the learner did is lost."""
AT_ONCE = 1.0
"""Seconds that writing takes at most, where nothing is wrong."""
LEAVING = 20.0
"""Seconds for which it is tried on leaving."""


def place(session: Session) -> str:
    """What becomes of the place the learner is at, if they leave now: `""` when they come back to it, `ending` when
    they come back to the ending instead, `nothing` when nothing at all is kept."""
    if not session.kept:
        return "nothing"
    return "ending" if session.practicing else ""


def unkept(session: Session) -> Sequence[Move]:
    """What was done in it that is not on disk."""
    return session.moves.unkept if session.moves else ()


def leave(journal: Journal, played: Sequence[Session], tell: Callable[[str], object], *, hurried: bool = False) -> int:
    """Let go of the journal. What is not kept yet is tried for a while longer, unless this is `hurried`; what is said
    then is true when it is said. Returns the exit status: another than 0 when something is lost."""
    refused: list[str] = []
    try:
        found = _settled(journal, played, refused)
        if found.owed and found.trouble in PASSING and not hurried:
            tell(journal_words.still_trying(found))
            journal.wait(LEAVING)
            if not _settled(journal, played, refused).owed and not refused:
                tell(say("journal.kept"))
    finally:
        found = journal.close(0)
        for each in (*refused, *_lost(found, played)):
            tell(each)
    return NOT_KEPT if found.owed or refused else 0


def _settled(journal: Journal, played: Iterable[Session], refused: list[str]) -> Keeping:
    """How it stands once what is on its way is there, and what was refused has been given again where that can be; what
    was said of the rest is added to `refused`."""
    found = journal.wait(AT_ONCE)
    for session in played:
        if (settled := session.settle()) is not None:
            lost, why = settled
            refused += [_refused(each, why) for each in lost if each.sent]
            found = journal.wait(AT_ONCE)
    return found


def _refused(move: Move, why: BaseException) -> str:
    """That what was sent is not kept, and what has happened in another window."""
    where, said = _answer(move)
    if isinstance(why, GivenUp):
        reason = say("leaving.why.given-up")
    else:
        reason = say("leaving.why.forgotten" if isinstance(why, Forgotten) else "leaving.why.moved-on")
    if said:
        return say("leaving.refused", where=where, said=said, reason=reason)
    return say("leaving.refused-parts", where=where, reason=reason)


def _lost(found: Keeping, played: Iterable[Session]) -> Iterator[str]:
    """How much the journal could not take, and why; and the last answer among it."""
    if not found.owed:
        return
    yield journal_words.lost(found)
    sent = [each for session in played for each in unkept(session) if each.sent]
    if sent:
        where, said = _answer(sent[-1])
        many = max(1, found.told)
        yield (
            say("leaving.which", n=many, where=where, said=said)
            if said
            else say("leaving.which-parts", n=many, where=where)
        )


def _answer(move: Move) -> tuple[str, str]:
    """Where an answer was given, and what it was; `""` where it had several parts."""
    play, (decision, *more) = move.play, move.play.latest
    where = say("habit.where", title=play.scenario.head.title, place=decision.title)
    return where, "" if more else sentences.said(play.course, decision)
