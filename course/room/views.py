"""What each role may see of a room at this moment: a full snapshot, with the number of the event it stands after.

A view holds only what its role may know. How people split is in no view before the reveal, and what is advised is in
none but the facilitator's notes: secrets are not hidden by who shows them, they are not sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from course.engine import consequence, kinds
from course.engine.conditions import Logged
from course.engine.consequence import Consequence
from course.engine.kinds.message import MessageKind
from course.engine.known import Learned, all_known
from course.engine.outcome import DONT, Answer, Outcome
from course.engine.play import Play
from course.model import Head, Message, Side
from course.model.kinds.calendar import Calendar
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Sort
from course.model.record import Record
from course.room import came_of
from course.room.came_of import Chosen, Ruled, Theirs
from course.room.events import Rewound, RoomEvent
from course.room.leading import leads_on
from course.room.reveal import Landing, Reveal, Votes, landings, reveal
from course.room.room import Room, Step, filled_in, question
from course.room.votes import Hint, Vote, hint, tally, unrevealed


class Option(Record):
    """One thing to vote for."""

    answer: Answer
    said: str
    side: str
    """Of a statement to sort, the side that this option puts it on, `do` or `dont`; else `""`."""
    sorted_as: str
    """What the course calls that side, or `""`."""


class Who(Record):
    """Somebody on the other side; not what their days are like."""

    id: str
    name: str
    role: str


class Scene(Record):
    """What the room reads."""

    scenario: str
    title: str
    """Of the scenario."""
    day: int
    text: str
    arrives: tuple[Message, ...]
    facts: tuple[Learned, ...]
    people: tuple[Who, ...]
    contacts: tuple[Logged, ...]
    ending: Side | None
    """Where the scenario has ended, at its end, as far as that is said."""


class Written(Record):
    """A message that is put together part by part, as far as the room has come."""

    subject: str
    """As it stands; `""` where it has none yet."""
    text: str
    """What its parts so far say, paragraphs apart by an empty line; `""` before the first."""
    part: int
    """Which part is voted on, from 1."""
    parts: int


class Ballot(Record):
    """What the room votes on."""

    number: int
    """Of the round that is open or was closed last; 0 before the first on this question."""
    nth: int
    """Whether it is the first vote on the question or the second; 0 before the first."""
    item: str
    options: tuple[Option, ...]
    asks: str = ""
    """What is asked of a statement to sort, in the author's words; else `""`."""
    message: Written | None = None
    """The message that it is a part of, so far; None where it is of none."""


class Way(Record):
    """Something to place, or a draft."""

    id: str
    said: str
    over: bool = False
    """Of a draft, whether it stands beyond the line."""


class Plan(Record):
    """What the facilitator fills in, as the room calls it out: days with contacts, or drafts in their order."""

    draft: tuple[Answer, ...]
    days: tuple[int, ...]
    """The days that can be planned; none where drafts are put in order."""
    ways: tuple[Way, ...]
    """What can be placed on a day; or the drafts, in the order in which they stand now."""
    asks: str = ""
    """What is asked of the drafts, in the author's words; else `""`."""


class View(Record):
    """What everybody in the room may see."""

    number: int
    step: Step
    locked: bool
    here: int
    """How many are in the room who could vote: who leads from their phone is among them only once they have voted."""
    voted: int
    """How many have voted in the round that is open or was closed last, never how; hands among them once it is
    closed."""
    scene: Scene | None
    ballot: Ballot | None
    plan: Plan | None
    """What has been filled in so far where nothing is voted on; else None."""
    what_if: bool
    rehearsal: bool
    """Whether simulated phones vote here."""
    discuss: tuple[str, ...]
    """What to talk about, while people talk."""
    minutes: int | None
    """For how long, if the author said."""
    reveal: Reveal | None
    chose: tuple[Chosen, ...]
    """What was chosen, for each part of what came of it; nothing where days were filled in."""
    happened: tuple[Consequence, ...]
    """What came of what the room did, while that shows."""
    rules: tuple[Ruled, ...]
    """The rules that it broke, then those that it kept, while that shows."""
    other_side: tuple[Theirs, ...]
    """The days from the other side, while it shows what came of a calendar, and at the end of a scenario."""
    quoted: str
    unrevealed: bool
    """Whether people voted on the question that stands now, and that is not revealed."""


class Mine(Record):
    """What a phone sees beside it: its own person's votes."""

    vote: Vote | None
    """In the round that is open or was closed last."""
    before: Vote | None
    """In the first of two."""
    why: str
    """The line on why that is kept with the latest."""
    leads: bool
    """Whether this phone may lead."""


class Notes(Record):
    """What a facilitator sees beside it."""

    key: tuple[Landing, ...]
    """Where each option lands, and why; without how many voted for it."""
    discuss: tuple[str, ...]
    minutes: int | None
    hint: Hint | None
    """What might help next, once a vote is closed."""
    what_if: Rewound | None
    """What goes back to the last decision on the way to here; None where there is none, and inside a message of which
    nothing is sent yet: there a step back is a part back."""
    on: RoomEvent | None
    """What the one key that leads on does; None where the facilitator has to choose."""


def view(room: Room, votes: Votes, here: int) -> View:
    """What everybody may see."""
    play = room.play
    return View(
        number=room.number,
        step=room.step,
        locked=room.locked,
        here=here + any(each.person == room.remote for each in _cast(room, votes)),
        voted=_voted(room, votes),
        scene=_scene(play) if play else None,
        ballot=_ballot(room),
        plan=_plan(play) if play and filled_in(room) else None,
        what_if=room.what_if,
        rehearsal=room.rehearsal,
        discuss=play.scene.discuss if play and room.step is Step.TALKING else (),
        minutes=play.scene.minutes if play and room.step is Step.TALKING else None,
        reveal=reveal(room, votes) if room.step is Step.REVEALED else None,
        chose=came_of.chose(room, play) if play else (),
        happened=consequence.latest(play) if play and room.step is Step.SHOWN else (),
        rules=came_of.rules(room, play) if play and room.step is Step.SHOWN else (),
        other_side=came_of.other_side(room, play) if play else (),
        quoted=room.quoted,
        unrevealed=any(unrevealed(each, votes.get(each.number, ())) for each in room.here),
    )


def mine(room: Room, own: Mapping[int, Vote], person: str, why: str = "") -> Mine:
    """What only that person may see; `own` are their votes, by round, and `why` is their line in the latest."""
    latest, first = room.round, room.first
    return Mine(
        own.get(latest.number) if latest else None,
        own.get(first.number) if first else None,
        why,
        bool(person) and room.remote == person,
    )


def notes(room: Room, votes: Votes) -> Notes:
    """What only who leads may see; never for the screen that everybody looks at."""
    asked, vote, play = question(room), room.round, room.play
    cast = _cast(room, votes)
    over = room.step is Step.OVER
    closed = vote is not None and room.step in (Step.CLOSED, Step.TALKING, Step.REVEALED)
    return Notes(
        key=landings(room),
        discuss=play.scene.discuss if play else (),
        minutes=play.scene.minutes if play else None,
        hint=hint(asked, tally(vote, cast)) if asked and vote and closed else None,
        what_if=Rewound(play.line[-1]) if play and play.line and not room.given and not over else None,
        on=leads_on(room, votes),
    )


def _voted(room: Room, votes: Votes) -> int:
    vote = room.round
    if vote is None:
        return 0
    hands = 0 if room.step is Step.VOTING else sum(vote.hands.values())
    return len(_cast(room, votes)) + hands


def _cast(room: Room, votes: Votes) -> Sequence[Vote]:
    """The votes of the round that is open or was closed last."""
    return votes.get(room.round.number, ()) if room.round else ()


def _scene(play: Play) -> Scene:
    head: Head = play.scenario.head
    known = all_known(play)
    people = tuple(Who(each.id, each.name, each.role) for each in known.people)
    return Scene(head.id, head.title, play.day, play.text, play.arrives, known.facts, people, known.contacts, play.ends)


def _ballot(room: Room) -> Ballot | None:
    asked = question(room)
    if asked is None:
        return None
    vote = room.round
    return Ballot(
        vote.number if vote else 0,
        vote.nth if vote else 0,
        asked.item,
        tuple(map(_option, asked.options)),
        _asks(room),
        _written(room),
    )


def _asks(room: Room) -> str:
    exercise = room.play.exercise if room.play else None
    return kinds.of(exercise).question() if exercise else ""


def _written(room: Room) -> Written | None:
    exercise = room.play.exercise if room.play else None
    if not isinstance(exercise, MessageInParts):
        return None
    kind, given = MessageKind(exercise), room.given
    subject = kind.subject(given) if given else ""
    return Written(subject, kind.body(given), len(given) + 1, len(exercise.parts))


def _plan(play: Play) -> Plan | None:
    exercise = play.exercise
    match exercise:
        case Calendar():
            ways = tuple(Way(each.id, each.say) for each in exercise.ways)
            return Plan(play.draft, tuple(range(exercise.first, exercise.days + 1)), ways)
        case Sort():
            said = {each.id: each.say for each in exercise.statements}
            return Plan(
                play.draft,
                (),
                tuple(Way(name, said[name], side == DONT) for name, side in play.draft),
                exercise.question,
            )
        case Choices() | MessageInParts() | Onward() | None:
            return None
    assert_never(exercise)


def _option(outcome: Outcome) -> Option:
    return Option(outcome.answer, outcome.said, outcome.put_on, outcome.sorted_as)
