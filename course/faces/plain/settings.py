"""Settings in plain lines: those that change what is asked, not how it looks."""

from __future__ import annotations

from datetime import date

from course.faces.plain.conversation import Keyword
from course.faces.plain.desk import Desk
from course.model.record import replace

_DONE = Keyword(("done", ""), "back to the stories")


def change(desk: Desk) -> None:
    """Ask which to change until the learner is done. Raises InputEnded."""
    talk, visit = desk.talk, desk.visit
    while True:
        settings = visit.settings
        talk.say(f"1. Extra minute, {_on(settings.extra_minute)}: say how a choice will come across before it is sent.")
        talk.say(f"2. Practise again, {_on(settings.practice)}: home says when rules that you missed are due.")
        talk.say(f"3. Next interview, {settings.interview or 'no date'}: practice is fitted to it.")
        numbers = [
            Keyword(("1",), "turn the extra minute on or off"),
            Keyword(("2",), "turn practice on or off"),
            Keyword(("3",), "note a day, or take it away"),
        ]
        word = talk.ask("1 to 3 to change one, Enter when done:", [_DONE, *numbers])
        match word:
            case "1":
                visit.remember(replace(settings, extra_minute=not settings.extra_minute))
            case "2":
                visit.remember(replace(settings, practice=not settings.practice))
            case "3":
                _note_interview(desk)
            case _:
                return
        desk.say_notices()
        talk.say()


def _note_interview(desk: Desk) -> None:
    """The day of the next interview. Raises InputEnded."""
    said = desk.talk.line("The day of your next interview, like 2026-11-27; an empty line means none:")
    try:
        interview = date.fromisoformat(said).isoformat() if said else ""
    except ValueError:
        desk.talk.say(f'"{said}" is no day, so nothing has changed.')
        return
    desk.visit.remember(replace(desk.visit.settings, interview=interview))


def _on(value: bool) -> str:
    return "on" if value else "off"
