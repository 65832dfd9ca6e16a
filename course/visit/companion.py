"""The companion: the extra minute for somebody about to act now. It asks, says how it would come across, and
what would be better; it keeps nothing. Its questions are an unscored scenario, so authors write them like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from course.engine import apply, debrief
from course.engine.events import WentOn
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.engine.telling import tell
from course.model import Course, Ending, Rule, Scenario, Side
from course.model.record import Record
from course.system.files import NotWritten, bytes_in, save_new, save_over
from course.system.paths import NoHome, for_documents
from course.visit.days import day_meant
from course.visit.holidays import is_holiday
from course.words import files, say, sentences

_SATURDAY = 5


class Reason(Record):
    """One answer that speaks against it: which side that lands on, why, and the rules at stake."""

    side: Side
    said: str
    because: str
    rules: tuple[Rule, ...]


class Advice(Record):
    """How it would come across, and what would be better."""

    side: Side
    title: str
    text: str
    reasons: tuple[Reason, ...]
    better: str
    """What to do instead; where it is `fine` as it is, how."""
    day: date | None
    """When to do it; None when there is nothing to do."""
    asks: str = ""
    """Asks for a day that is not known yet, and that it would have to be the day after; till then `day` is a guess."""

    @property
    def fine(self) -> bool:
        """Whether it is right as it is, so that nothing would be better."""
        return self.side is Side.RIGHT

    def on(self, side: Side) -> tuple[Reason, ...]:
        """The reasons on that side; those on another than the advice's own explain nothing of where it comes to."""
        return tuple(each for each in self.reasons if each.side is side)

    def also(self) -> tuple[Side, ...]:
        """The other sides on which there is a reason."""
        return tuple(side for side in Side if side is not self.side and self.on(side))


class Companion:
    """The questions, one after the other, and at the end the advice."""

    def __init__(self, course: Course, scenario: Scenario, now: Callable[[], datetime]) -> None:
        """`now` is the time it is where the learner is."""
        self.now = now
        self.play = apply.begin(course, scenario, 0, extra_minute=False)
        self._beginning = self.play
        self._named: date | None = None
        """The day that the learner has named, where an ending asks for one."""

    @property
    def title(self) -> str:
        """The title of the companion."""
        return self.play.scenario.head.title

    @property
    def guesses(self) -> bool:
        """Whether the day of its advice is a guess, since one is not known that it asks for."""
        found = self.advice
        return found is not None and bool(found.asks) and self._named is None

    @property
    def begun(self) -> bool:
        """Whether a question has been answered, and so there is one to go back to."""
        return bool(self.play.line)

    def answer(self, given: Answer) -> None:
        """Go on to the next question, or to the end."""
        self.play = apply.apply(apply.apply(self.play, apply.sent(self.play, [given])), WentOn())

    def name_day(self, said: str, before: str = "") -> None:
        """Count from the day that is meant by it; from a guess again where nothing is said. `before` is what was said
        the last time. Raises NotAhead."""
        self._named = day_meant(said, self.now().date(), before) if said else None

    def back(self) -> None:
        """Back to the question before, as if it had not been answered."""
        path = self.play.path[:-1]
        self.again()
        for decision in path:
            self.answer(decision.answer)

    def again(self) -> None:
        """Begin again with the first question."""
        self.play, self._named = self._beginning, None

    @property
    def advice(self) -> Advice | None:
        """What it comes to, once the last question is answered; else None."""
        scene, body = self.play.scene, self.play.scene.body
        if self.play.phase is not Phase.ENDED or not isinstance(body, Ending):
            return None
        waits = [each for each in (body.wait, body.soonest) if each is not None]
        day = working_day(self.now().date(), max(waits)) if waits else None
        if body.ask_day and self._named is not None:
            after = working_day(self._named, 1)
            day = after if day is None or body.soonest is None else max(after, day)
        better = tell(body.better, self.play.past)
        return Advice(body.side, scene.title, self.play.text, _reasons(self.play), better, day, body.ask_day)

    def about_day(self) -> str:
        """What else there is to say about the day of its advice: which one it is the day after, so that a slip in that
        one is seen, and that nobody knows every holiday there is. `""` where that day is today."""
        found, named = self.advice, ""
        if found is None:
            return ""
        if found.asks and self._named:
            named = say("companion.named", day=sentences.date_name(self._named, self.now().date()))
        return " ".join(filter(None, (named, self._holiday(found.day))))

    def _holiday(self, day: date | None) -> str:
        """That it can be a holiday all the same; `""` of today, and where there is no day."""
        return say("companion.holiday") if day and day > self.now().date() else ""

    def usual_file(self) -> Path:
        """Where the day is saved as a calendar file unless the learner says otherwise. Raises NoHome."""
        stem = files.name(say("companion.reminder-file"), ".ics").removesuffix(".ics")
        day = self.advice.day if self.advice else None
        return for_documents() / (f"{stem}-{day:%Y-%m-%d}.ics" if day else f"{stem}.ics")

    def save_reminder(self, file: Path | None = None) -> str:
        """Save the day as a calendar file: that one, over whatever is there; else a new one where a learner looks for
        what they save. A sentence says where that is, or why it could not be. A reminder that lies there already is not
        saved once more."""
        found = self.advice
        if found is None or found.day is None:
            return ""
        what = "\n".join(filter(None, (found.better, self._holiday(found.day))))
        text = reminder(say("companion.reminder"), what, found.day, self.now())
        try:
            path = file or self.usual_file()
            if _lies_there(path, text):
                return say("companion.reminder-there", path=path)
            if file is None:
                path = save_new(path.parent, path.name, text)
            else:
                save_over(file, text)
        except (NoHome, NotWritten) as problem:
            return files.not_written(problem)
        return say("companion.reminder-saved", path=path)


def working_day(today: date, wait: int) -> date:
    """The day in so many days; one at a weekend or on a holiday moves on to the next at work. Today stays today."""
    day = today + timedelta(days=wait)
    while wait and (day.weekday() >= _SATURDAY or is_holiday(day)):
        day += timedelta(days=1)
    return day


def _lies_there(path: Path, text: str) -> bool:
    """Whether that file says the same, whenever it was saved."""
    try:
        before = bytes_in(path).decode()
    except (OSError, ValueError):
        return False
    return _timeless(before) == _timeless(text)


def _timeless(calendar: str) -> list[str]:
    return [line for line in calendar.split("\r\n") if not line.startswith(("UID:", "DTSTAMP:"))]


def _reasons(play: Play) -> tuple[Reason, ...]:
    found = []
    for decision in play.path:
        if decision.breaks:
            taken, *_ = debrief.options(play, decision)
            rules = tuple(rule for rule in taken.rules if rule.id in decision.breaks)
            said = sentences.said(play.course, decision)
            found.append(Reason(decision.side, said, taken.consequence.because, rules))
    return tuple(found)


def reminder(what: str, better: str, day: date, now: datetime) -> str:
    """An iCalendar file (RFC 5545) with an all-day event, and an alarm at nine that morning."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fine Line//The extra minute//EN",
        "BEGIN:VEVENT",
        f"UID:{stamp}-{day:%Y%m%d}@fineline",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(what)}",
        f"DESCRIPTION:{_escaped(better)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(what)}",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(_folded(line) + "\r\n" for line in lines)


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes, each but the first behind a space."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        each = letter.encode()
        if len(piece) + len(each) > (75 if not pieces else 74):
            pieces.append(piece)
            piece = b""
        piece += each
    return b"\r\n ".join([*pieces, piece]).decode()
