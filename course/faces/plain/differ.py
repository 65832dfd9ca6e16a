"""I see this differently, in plain lines: a learner's word on a judgement, kept for the author."""

from __future__ import annotations

from course.engine.judging import worst
from course.faces.plain.conversation import Conversation, Keyword
from course.visit.session import REHEARSED, Session

DIFFER = Keyword(("differ", "i"), "say that you see this differently, and why")


def differ(session: Session, talk: Conversation) -> None:
    """Ask why the answer just sent is seen differently, and keep it. Nobody is asked for what would not be kept.
    Raises InputEnded."""
    if session.rehearsed:
        talk.say(REHEARSED)
        return
    latest = session.play.latest
    side = worst(each.side for each in latest)
    decision = next(each for each in latest if each.side is side)
    why = talk.line("Why do you see it differently? One line, or none:")
    talk.say(session.differ(decision, why) or "Noted. Whoever writes this course can see it.")
