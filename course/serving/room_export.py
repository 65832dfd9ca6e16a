"""What a room did, for other programs: as CSV, as JSON, and as a page to print."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from io import StringIO

from course.model.encoding import to_json
from course.room.hands import LETTERS
from course.room.results import Asked as Vote
from course.room.results import Results
from course.room.reveal import Votes
from course.room.room import Room
from course.room.votes import FEW, called
from course.text.clean import harmless
from course.text.html import document
from course.words import rooms, say
from course.words.rooms import Asked, Told, Voted, parts

Whys = Mapping[int, Sequence[str]]
"""What people wrote on why, by the number of the round."""
_MARK = "\ufeff"
"""By which spreadsheets know that a file is UTF-8."""
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
# In English whatever the course is in, as the fields of the JSON are: programs look for them.
_COLUMNS = (
    "rehearsal",
    "scenario",
    "scene",
    "part",
    "vote",
    "letter",
    "option",
    "lands",
    "verdict",
    "votes for it",
    "voters",
    "no answer",
    "hands among the voters",
    "chosen in the end",
    "line on why",
)
_STYLE = """
body { font: 11pt/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #22201c; }
h1 { font-size: 1.4rem; border-bottom: 3px solid #23694c; padding-bottom: .4rem; }
h2 { font-size: 1.1rem; margin: 1rem 0 .2rem; break-after: avoid; } p { margin: .25rem 0; }
@page { margin: 18mm; }
"""


def as_csv(_room: Room, _votes: Votes, found: Results, whys: Whys) -> str:
    """A row for each option of each vote, and one for each line on why. Cells that a spreadsheet would take for
    a formula are not."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for question in found.questions:
        for vote in question.votes:
            about = (_yes(found.rehearsal), question.scenario, question.scene, question.item, vote.nth)
            for at, option in enumerate(question.options):
                row = (
                    *about,
                    LETTERS[at],
                    rooms.option(option.put_on, option.sorted_as, option.said),
                    rooms.lands(option.verdict, option.side, off_the_line=option.off_the_line),
                    option.verdict,
                    vote.counts[at] if vote.counts else "",
                    vote.voters,
                    vote.passed if vote.counts else "",
                    vote.hands,
                    _yes(option.answer == question.chosen),
                    "",
                )
                writer.writerow(map(_cell, row))
            blank = [""] * (len(_COLUMNS) - len(about) - 1)
            for line in _lines(vote, whys):
                writer.writerow(map(_cell, (*about, *blank, line)))
    return _MARK + out.getvalue()


def as_json(room: Room, votes: Votes, found: Results, whys: Whys) -> str:
    """All of it, and the single votes of rounds that enough people voted in, shuffled: nobody's are together. Where
    too few of them said how it would come across, that is left out."""
    ballots = [
        {"round": each.number, "answer": vote.answer, "called": vote.called if called(cast) else None}
        for each in room.told
        if len(cast := votes.get(each.number, ())) >= FEW
        for vote in cast
    ]
    random.SystemRandom().shuffle(ballots)
    rounds = [
        {
            "number": each.number,
            "scenario": each.scenario,
            "scene": each.scene,
            "item": each.item,
            "vote": each.nth,
            "void": each.void,
            "chosen": each.chosen,
            "hands": dict(each.hands),
        }
        for each in room.told
    ]
    asked = [vote for question in found.questions for vote in question.votes]
    written = [{"round": vote.number, "why": line} for vote in asked for line in _lines(vote, whys)]
    return to_json({"results": found, "rounds": rounds, "ballots": ballots, "whys": written}, indent=1) + "\n"


def as_html(room: Room, _votes: Votes, found: Results, whys: Whys) -> str:
    """A page to print."""
    told = map(_told, (*parts(room.course, found), *_written(found, whys)))
    body = f"<h1>{escape(room.course.title)}</h1>\n" + "\n".join(told)
    return document(room.course.title, room.course.language, _STYLE, body)


def _written(found: Results, whys: Whys) -> Iterator[Told | Asked]:
    """What people wrote on why, question by question."""
    for question in found.questions:
        lines = [line for vote in question.votes for line in _lines(vote, whys)]
        if lines:
            yield Asked(say("rooms.whys", place=rooms.place(question)))
            yield from map(Told, map(harmless, lines))


def _lines(vote: Vote, whys: Whys) -> Sequence[str]:
    """What people wrote on why in that vote; nothing of too few, of whom it would show who wrote it."""
    return whys.get(vote.number, ()) if vote.voters - vote.hands >= FEW else ()


def _told(part: Told | Asked | Voted) -> str:
    match part:
        case Asked(text):
            return f"<h2>{escape(text)}</h2>"
        case Voted(letter, text, counts):
            return f"<p><b>{letter}</b>&nbsp; {escape(text)} <b>{escape(counts)}</b></p>"
        case Told(text):
            return f"<p>{escape(text)}</p>"


def _yes(so: bool) -> str:
    return "yes" if so else "no"


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return value
    text = harmless(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text
