"""I see this differently, in plain lines: a learner's word on a judgement, kept for the author."""

from __future__ import annotations

from course.faces.plain.conversation import Conversation, Keyword
from course.visit.offers import Offer
from course.visit.session import REHEARSED, Session
from course.words import sentences

DIFFER = Keyword(("differ", "i"), "say that you see this differently, and why", Offer.DIFFER)


def differ(session: Session, talk: Conversation) -> None:
    """Ask why the answer just sent is seen differently, and keep it. Nobody is asked for what would not be kept.
    Raises InputEnded."""
    if session.rehearsed:
        talk.say(REHEARSED)
        return
    why = talk.line("Why do you see it differently? One line, or none:")
    talk.say(session.differ(session.disputed, why) or sentences.NOTED)
