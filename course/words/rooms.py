"""What a room did, in words: its debrief, part by part."""

from __future__ import annotations

from collections.abc import Iterator

from course.engine.outcome import DO
from course.model import Course, Side, Verdict
from course.model.record import Record
from course.room.came_of import Chosen
from course.room.events import (
    MOST_HANDS,
    Back,
    Chose,
    Closed,
    Ended,
    Left,
    Opened,
    Revealed,
    Rewound,
    RoomEvent,
    Talked,
    Voided,
)
from course.room.hands import LETTERS, Count, NoCount, NotWhole, TooMany
from course.room.results import Place, Question, Results
from course.room.reveal import Reveal
from course.room.room import Step
from course.room.views import View
from course.text.width import shorten
from course.words import say, scores, sentences


class Told(Record):
    """A sentence, with nothing to vote on."""

    text: str


class Asked(Record):
    """What was voted on, above its options."""

    text: str


class Voted(Record):
    """One option of a question that was voted on."""

    letter: str
    text: str
    counts: str
    """How many chose it, a number for each vote; a stroke for a vote in which too few took part, and `""` if that goes
    for every vote."""


def leads_on(view: View, event: RoomEvent) -> str:
    """The id of what that key does there, where it is that event."""
    match event:
        case Opened():
            return "host.on.open-again" if view.ballot is not None and view.ballot.nth else "host.on.open"
        case Closed():
            return "host.on.close"
        case Talked():
            return "host.on.talk"
        case Revealed():
            return "host.on.reveal"
        case Chose() if view.step is Step.REVEALED:
            return "host.on.most"
    return "host.on.go-on"


def listed(title: str, stands: str) -> str:
    """A scenario that may be begun, and how far it was played already."""
    return say(f"host.listed-{stands}", title=title) if stands else title


def sure(view: View, event: RoomEvent) -> str:
    """What is asked once more before that is done: what everybody sees, what throws votes out, and what ends a vote
    before everybody has voted. `""` where nothing is."""
    match event:
        case Revealed():
            return say("host.sure.reveal" if view.voted else "host.sure.reveal-none")
        case Voided():
            return say("host.sure.void")
        case Left():
            return say("host.sure.another")
        case Ended():
            return say("host.sure.end")
        case Closed() if view.voted < view.here:
            which = "room.said.sure-some" if view.voted else "room.said.sure-none"
            return say(which, n=view.voted, here=view.here)
        case Back() | Rewound() if view.step is Step.VOTING:
            return say("room.said.sure-back")
    return ""


def lost(view: View, event: RoomEvent) -> str:
    """What nobody would ever know once that is done: how the room split in a vote that is not revealed, or that is
    only tried. `""` where nobody voted."""
    if not (view.unrevealed and isinstance(event, (Ended, Left))):
        return ""
    return say("room.said.untold" if view.what_if else "room.said.unrevealed")


def stands(view: View, *, by_hand: bool) -> str:
    """Where the vote stands and how many have voted; where there is none, how many are in the room. Where everything
    is by hand, nobody comes in, and so nobody is missing."""
    voted = view.ballot.nth if view.ballot is not None and view.step in _VOTED else 0
    if not voted:
        return "" if by_hand else say("host.here", n=view.here)
    which = "open" if view.step is Step.VOTING else "talk" if view.step is Step.TALKING else "closed"
    again = "-again" if voted > 1 and which != "talk" else ""
    if by_hand:
        return say(f"host.hands-{which}{again}", n=view.voted)
    return say(f"host.voted-{which}{again}", n=view.voted, here=max(view.here, view.voted))


def tie(shown: Reveal) -> str:
    """Which options have as many votes, where how the room split is shown and nothing else comes of it; or `""`."""
    most = max(shown.counts, default=0)
    first, *others = [LETTERS[at] for at, each in enumerate(shown.counts) if most and each == most] or [""]
    if not others:
        return ""
    letters = say("list.comma").join((first, *others[:-1])) + say("list.and-short") + others[-1]
    return say("host.tie", letters=letters)


def counted(found: Count) -> str:
    """What was counted, and how much was left out of it. What that says is for the wall only where it is asked for."""
    said = say("host.hands.counted", n=sum(found.hands.values()))
    return f"{said} {say('host.hands.left-out', n=len(found.left_out))}" if found.left_out else said


def left_out(found: Count) -> str:
    """What was left out of it, where that is asked for."""
    named = [each if len(each) <= _MOST_OF_ONE else each[:_MOST_OF_ONE].rstrip() + "…" for each in found.left_out]
    more = "; …" if len(named) > _MOST_NAMED else ""
    words = "; ".join(named[:_MOST_NAMED]) + more
    return say("host.hands.left-out-words", n=len(named), words=words)


def not_counted(error: NoCount, options: int) -> str:
    """Why that was not counted."""
    if isinstance(error, TooMany):
        return say("host.hands.too-many", most=MOST_HANDS)
    if isinstance(error, NotWhole):
        return say("host.hands.not-whole")
    return say("host.hands.no-count", letters=" ".join(LETTERS[:options]))


_MOST_OF_TITLE = 60
_MOST_NAMED = 4
_MOST_OF_ONE = 32
_VOTED = (Step.VOTING, Step.CLOSED, Step.TALKING, Step.REVEALED)


def parts(course: Course, found: Results) -> Iterator[Told | Asked | Voted]:
    """The whole debrief: how it ended, what was done and kept from, where the room split and moved, every question, and
    what was done without one."""
    if found.rehearsal:
        yield Told(say("rooms.rehearsal"))
    for nth, (title, ended, side) in enumerate(found.scenarios, 1):
        if found.going and nth == len(found.scenarios):
            yield Told(say("rooms.going", title=title))
        elif side:
            yield Told(say("rooms.ended", title=title, landing=sentences.landing(side)))
        else:
            yield Told(say("rooms.ended-alone" if ended else "rooms.left", title=title))
    if found.score.decisions:
        yield Told(scores.with_parts(sentences.score_sentence(found.score, course.pass_mark), found.score))
        yield Told(say("rooms.score-of"))
        if marks := sentences.marks_lines(course, found.score):
            yield Told(say("rooms.marks"))
            if "" in found.score.pairs:
                yield Told(say("rooms.marks-general"))
            yield from map(Told, marks)
    if found.called:
        yield Told(say("rooms.told", n=found.called, right=found.right))
    yield from _most("rooms.splits", found.splits)
    yield from _most("rooms.shifts", found.shifts)
    for question in found.questions:
        yield from _question(question)
    for where in found.unrevealed:
        yield Asked(place(where))
        yield Told(say("rooms.unrevealed"))
    for where in found.never_revealed:
        yield Asked(place(where))
        yield Told(say("rooms.never-revealed"))
    if not (found.questions or found.unrevealed or found.never_revealed):
        yield Told(say("rooms.no-votes"))
    if found.unvoted:
        yield Asked(say("rooms.unvoted"))
        for each in found.unvoted:
            said = option(each.put_on, each.sorted_as, each.said)
            scene = say("rooms.place", scenario=each.scenario, scene=each.scene)
            yield Told(say("rooms.did", place=scene, said=said))


def lines(course: Course, found: Results) -> Iterator[str]:
    """The same, a paragraph a line, with an empty one before each question."""
    for part in parts(course, found):
        match part:
            case Told(text):
                yield text
            case Asked(text):
                yield ""
                yield text
            case Voted(letter, text, counts):
                yield f"{letter}  {text}  {counts}".rstrip()


def _most(heading: str, questions: tuple[Question, ...]) -> Iterator[Told]:
    if questions:
        yield Told(say(heading, places="; ".join(dict.fromkeys(map(place, questions)))))


def _question(question: Question) -> Iterator[Told | Asked | Voted]:
    yield Asked(place(question))
    votes, some = question.votes, any(vote.counts for vote in question.votes)
    if some and len(votes) > 1:
        yield Told(say("rooms.twice" if len(votes) == 2 else "rooms.more-often"))
    for at, each in enumerate(question.options):
        counts = " → ".join(str(vote.counts[at]) if vote.counts else "–" for vote in votes) if some else ""
        side = lands(each.verdict, each.side, off_the_line=each.off_the_line)
        said = option(each.put_on, each.sorted_as, each.said)
        yield Voted(LETTERS[at], say("rooms.option", said=said, side=side), counts)
    for vote in votes:
        which = say("rooms.vote", nth=vote.nth) + " " if len(votes) > 1 else ""
        if vote.hands:
            yield Told(which + say("rooms.hands", n=vote.hands, voters=vote.voters))
        if not vote.counts:
            yield Told(which + say("rooms.few", n=vote.voters))
    yield Told(_chosen(question))


def _chosen(question: Question) -> str:
    """What the room did in the end."""
    for at, each in enumerate(question.options):
        if each.answer == question.chosen:
            which = "rooms.chosen" if question.by_majority else "rooms.chosen-led"
            return say(which, letter=LETTERS[at], said=option(each.put_on, each.sorted_as, each.said))
    return say("rooms.not-chosen")


def option(put_on: str, sorted_as: str, said: str) -> str:
    """An option in words; of a statement to sort, with the side that it is put on."""
    if not put_on:
        return said
    side = sentences.sorted_as(sorted_as) or say("sort.do" if put_on == DO else "sort.dont")
    return f"{side}: {said}"


def lands(verdict: Verdict, side: Side, *, off_the_line: bool) -> str:
    """Where an option lands, in words; of a statement that was only told apart, whether that was right."""
    if verdict is Verdict.EITHER:
        return say("side.either-way")
    if off_the_line:
        return say("debrief.as-advised" if verdict is Verdict.DO else "debrief.not-as-advised")
    return sentences.side_name(side)


def mark(verdict: Verdict, *, off_the_line: bool) -> str:
    """The sign before that: a place on the line, or right and wrong where there is none."""
    if not off_the_line:
        return "●"
    return "✓" if verdict is Verdict.DO else "✗"


def chosen(each: Chosen) -> str:
    """What the room chose; of a statement to sort, on which side it put it, and whether that was right."""
    said = say("host.chose", said=option(each.side, each.sorted_as, each.said))
    if each.right is None:
        return said
    verdict = Verdict.DO if each.right else Verdict.DONT
    return f"{said} {landing(verdict, Side.RIGHT, off_the_line=True)}"


def landing(verdict: Verdict, side: Side, *, off_the_line: bool) -> str:
    """Where an option lands, in words alone, but for the sign where it lands nowhere on the line."""
    said = lands(verdict, side, off_the_line=off_the_line)
    return f"{mark(verdict, off_the_line=True)} {said}" if off_the_line else said


def place(question: Question | Place) -> str:
    """Where a question was asked: of a message at which of its parts, of statements about which."""
    where = say("rooms.place", scenario=question.scenario, scene=question.scene)
    part = question.part
    if part is None:
        return where
    which, title = "rooms.statement" if part.statement else "rooms.part", shorten(part.title, _MOST_OF_TITLE)
    return say(which, place=where, nth=part.nth, of=part.of, title=title)
