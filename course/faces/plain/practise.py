"""Practise again in plain lines: one scene after the other, each for one rule that was missed elsewhere."""

from __future__ import annotations

from course.faces.plain.desk import Desk
from course.faces.plain.playing import Leaving, PlayTalk
from course.model.record import replace
from course.visit.visit import CannotOpen
from course.words import sentences


def tell(desk: Desk) -> None:
    """All that is due, until the learner has had enough. Raises InputEnded."""
    for each in desk.visit.due():
        try:
            session = desk.visit.practise(each)
        except CannotOpen as problem:
            desk.talk.say(str(problem))
            continue
        desk.talk.say(sentences.practice_intro(session.play.scenario.head))
        told = _PracticeTalk(session, desk.talk)
        leaving = None
        while leaving is None:
            leaving = told.step()
        if leaving is Leaving.HOME:
            break


def never(desk: Desk) -> None:
    """Not offered again."""
    desk.talk.say("It will not be offered again. Settings bring it back.")
    desk.visit.remember(replace(desk.visit.settings, practice=False))


class _PracticeTalk(PlayTalk):
    """One scene by itself: once its consequence has been read, it is over."""

    def go_on(self) -> Leaving | None:
        return Leaving.NEXT
