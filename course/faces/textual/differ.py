"""I see this differently: a learner's word on the judgement of one answer, kept for the author."""

from __future__ import annotations

from typing import Any

from course.engine.decision import Decision
from course.faces.textual.entry import Entry
from course.faces.textual.page import Page
from course.visit.session import REHEARSED, Session
from course.words import sentences

_HINT = "Why? One line, or none. Enter keeps it; it stands in your journal, and in fineline progress --json."


def differ(page: Page[Any], session: Session, decision: Decision) -> None:
    """Ask why, and keep it. Nobody is asked for what would not be kept."""
    if session.rehearsed:
        page.notify(REHEARSED, markup=False)
        return

    def keep(why: str | None) -> None:
        if why is not None:
            page.notify(session.differ(decision, why) or sentences.NOTED, markup=False)

    page.app.push_screen(Entry("I see this differently", sentences.said(session.play.course, decision), _HINT), keep)
