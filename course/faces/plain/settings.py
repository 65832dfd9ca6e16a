"""Settings in plain lines: those that change what is asked, not how it looks."""

from __future__ import annotations

from course.faces.plain.conversation import Keyword, numbered
from course.faces.plain.days import ask_for_day
from course.faces.plain.desk import Desk
from course.model.record import replace
from course.visit.settings import day_ahead, day_ahead_named
from course.words import say

_DONE = Keyword("plain.answer.done", "plain.settings.done.about", enter=True)


def change(desk: Desk) -> None:
    """Ask which to change until the learner is done. Raises InputEnded."""
    talk, visit = desk.talk, desk.visit
    talk.say(say("help.private"))
    while True:
        settings = visit.settings
        ahead = day_ahead_named(settings, visit.journal.now().date())
        told = (
            say("plain.settings.extra-minute", on=_on(settings.extra_minute)),
            say("plain.settings.practice", on=_on(settings.practice)),
            say("plain.settings.day", day=ahead or say("plain.settings.no-day")),
        )
        for number, each in enumerate(told, 1):
            talk.say(say("plain.numbered", number=number, thing=each))
        numbers = [
            numbered(1, say("plain.settings.extra-minute.about")),
            numbered(2, say("plain.settings.practice.about")),
            numbered(3, say("plain.settings.day.about")),
        ]
        word = talk.ask(say("plain.settings.prompt", last=len(numbers)), [_DONE, *numbers])
        match word:
            case "1":
                visit.remember(replace(settings, extra_minute=not settings.extra_minute))
            case "2":
                visit.remember(replace(settings, practice=not settings.practice))
            case "3":
                _note_day_ahead(desk)
            case _:
                return
        desk.say_notices()
        talk.say()


def _note_day_ahead(desk: Desk) -> None:
    """The day that practice is fitted to. Raises InputEnded."""

    def note(said: str, before: str) -> None:
        found = day_ahead(said, desk.visit.journal.now().date(), before)
        desk.visit.remember(replace(desk.visit.settings, day_ahead=found))

    ask_for_day(say("plain.settings.day.prompt"), say("plain.settings.day.about"), note, desk.talk)


def _on(value: bool) -> str:
    return say("plain.settings.on") if value else say("plain.settings.off")
