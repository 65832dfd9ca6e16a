"""What the room's screen shows at each step. Pure: a state in, blocks out; nothing in it that the room must not see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from textual.content import Content

from course.engine.outcome import Answer
from course.faces.textual.blocks import Block, Gap, Row, Rows, Text, digit, option
from course.faces.textual.blocks import Option as Pick
from course.faces.textual.blocks.base import Edge
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.host.plan import asked, plan_blocks
from course.faces.textual.text import assemble, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Course, Head, Side, Verdict
from course.model.record import Record
from course.room.events import Began, Chose
from course.room.hands import LETTERS
from course.room.reveal import Reveal
from course.room.room import Step
from course.room.views import Ballot, Option, Scene, View, Written
from course.serving.wire import State
from course.words import rooms, say, sentences

_VOTED = (Step.VOTING, Step.CLOSED, Step.TALKING)


_MOST_ROWS = 3
"""Rows of dots; of more the options below would be pushed out of view."""


class Swarm(Record):
    """The line, with the room as dots above the places where what it chose lands; a room that has more of them than
    fit, as bars."""

    counts: Mapping[Side, int]
    after: int = 1

    def lines(self, width: int) -> list[Content]:
        zone = width // 3
        rows = -(-max(self.counts.values(), default=0) // (zone - 2))
        above = [self._dots(zone, rows, row) for row in range(rows)] if rows <= _MOST_ROWS else [self._bars(zone)]
        line = assemble(("╌" * zone, "$faint"), ("━" * zone, "$right"), ("╌" * zone, "$faint"))
        names = [f"{sentences.side_name(side)} · {self.counts.get(side, 0)}".center(zone)[:zone] for side in Side]
        return [
            *above,
            line,
            assemble(*((name, SIDE_STYLE[side]) for name, side in zip(names, Side, strict=True))),
            Content(""),
        ]

    def _dots(self, zone: int, rows: int, row: int) -> Content:
        """One row of them, the lowest last."""
        below = (rows - 1 - row) * (zone - 2)
        return self._above(zone, "●", {side: min(zone - 2, count - below) for side, count in self.counts.items()})

    def _bars(self, zone: int) -> Content:
        """Each as long as its share of the longest."""
        most = max(self.counts.values())
        return self._above(zone, "█", {side: -(-count * (zone - 2) // most) for side, count in self.counts.items()})

    def _above(self, zone: int, sign: str, lengths: Mapping[Side, int]) -> Content:
        """That sign over each place of the line, so many times."""
        return assemble(*(((sign * lengths.get(side, 0)).center(zone), SIDE_STYLE[side]) for side in Side))


def blocks(state: State, head: Head | None, course: Course, after: int, *, in_view: bool = False) -> Iterable[Block]:
    """The blocks for the step where the room stands, `after` empty lines below each option. What is voted on is
    brought `in_view` from the vote to the talk: by then the rest has been read."""
    view = state.view
    if view.scene is None:
        yield from _lobby(state, after)
        return
    if view.step is Step.SHOWN:
        yield from _happened(view, course)
        yield from other_side(view, head)
        return
    if view.reveal is not None and view.ballot is not None:
        yield from _reveal(view.reveal, view.ballot, after)
        return
    yield from _scene(view.scene, view.step)
    edge = [Edge()] * (in_view and view.ballot is not None and view.step in _VOTED)
    yield from edge
    if view.ballot is not None:
        yield from asked(view.ballot.asks)
        yield from _written(view.ballot.message)
        for number, each in enumerate(view.ballot.options):
            yield Rows([Row(plain(label(each)), plain(f"{LETTERS[number]}  ").stylize("bold"))], 2, after)
        yield Gap()
    if view.plan is not None:
        yield from [Edge()] * (in_view and bool(view.plan.draft))
        yield from plan_blocks(view.plan, head)
        yield Text(plain(say("host.plan-days" if view.plan.days else "host.plan-drafts")).stylize("$soft"))
        yield from [Edge()] * (in_view and bool(view.plan.draft))
    if view.step is Step.TALKING:
        yield Text(plain(say("host.talk")).stylize("bold"))
        yield from (Text(plain(each)) for each in view.discuss)
    yield from edge
    if view.quoted:
        yield Text(plain(view.quoted).stylize("italic"), bar="$faint")
    if view.step is Step.ENDED:
        yield from _scenarios(state, after)


def _written(message: Written | None) -> Iterable[Block]:
    """The message that is put together part by part, as far as it has come."""
    if message is None:
        return
    part = say("room.said.part", nth=message.part, of=message.parts)
    if not (message.subject or message.text):
        yield Text(plain(part).stylize("$soft"))
        return
    yield Text(plain(f"{part}   {say('room.said.so-far')}").stylize("$soft"), after=0)
    if message.subject:
        yield Text(plain(message.subject).stylize("bold"), bar="$faint", after=int(not message.text))
    if message.text:
        yield Text(prose(message.text), bar="$faint")


def _lobby(state: State, after: int) -> Iterable[Block]:
    yield Text(plain(say("host.for-who-leads")).stylize("$soft"), after=0)
    yield Text(prose(say("host.lobby")))
    yield from _scenarios(state, after)


def _scenarios(state: State, after: int) -> Iterable[Block]:
    for number, each in enumerate(state.scenarios, 1):
        aside = plain(sentences.minutes_words(each.minutes)).stylize("$soft")
        yield option(
            digit(number), plain(rooms.listed(each.title, each.stands)), Began(each.id, 0), aside=aside, after=after
        )


def _scene(scene: Scene, step: Step) -> Iterable[Block]:
    yield from map(MessageBlock, scene.arrives)
    yield Text(prose(scene.text))
    if scene.ending is not None and step is Step.ENDED:
        ends = say("ended.where", landing=sentences.landing(scene.ending))
        yield Text(assemble((f"● {ends}", f"bold {SIDE_STYLE[scene.ending]}")))


def _happened(view: View, course: Course) -> Iterable[Block]:
    from course.faces.textual.blocks.marks import kept_row, rule_rows  # not before the first page

    chose = view.chose or (None,) * len(view.happened)
    for each, chosen in zip(view.happened, chose, strict=True):
        if chosen is not None:
            yield Text(plain(rooms.chosen(chosen)).stylize("$soft"))
        if each.happens:
            yield Text(prose(each.happens))
        yield from map(MessageBlock, each.arrives)
        if each.because:
            yield Text(plain(each.because).stylize("italic"), bar="$faint")
    known = course.all_rules()
    broken = (known[each.id] for each in view.rules if each.broken)
    kept = (known[each.id] for each in view.rules if not each.broken)
    rows = [*rule_rows(broken, {each.id for each in view.rules if each.dont}), *map(kept_row, kept)]
    if rows:
        yield Rows(rows)


def other_side(view: View, head: Head | None) -> Iterable[Block]:
    """The days as the others lived them, person by person."""
    for who, moments in groupby(view.other_side, key=lambda each: each.who):
        yield Text(plain(say("host.other-side", who=who)).stylize("bold"), after=0)
        for each in moments:
            day = sentences.day_name(head, each.day) if head is not None else str(each.day)
            did = f"{each.did} → " if each.did else ""
            yield Rows([Row(assemble((did, "$soft"), each.text), plain(f"{day}  ").stylize("$soft"))], 2, 0)
        yield Gap()


def _reveal(shown: Reveal, ballot: Ballot, after: int) -> Iterable[Block]:
    if shown.asked:
        yield Text(plain(shown.asked).stylize("$soft"), after=0)
    yield from asked(ballot.asks)
    yield from _written(ballot.message)
    if shown.counts:
        sides: dict[Side, int] = {}
        for landing, voters in zip(shown.landings, shown.counts, strict=True):
            if not landing.off_the_line:
                sides[landing.side] = sides.get(landing.side, 0) + voters
        if sides:
            yield Swarm(sides)
        if shown.called:
            called = ", ".join(f"{sentences.side_name(side)} {voters}" for side, voters in shown.called.items())
            yield Text(plain(say("room.said.said-before", called=called)).stylize("$soft"))
    elif shown.voters:
        yield Text(plain(say("room.said.few")).stylize("$soft"))
    for number, (each, landing) in enumerate(zip(ballot.options, shown.landings, strict=True)):
        where = rooms.lands(landing.verdict, landing.side, off_the_line=landing.off_the_line)
        nowhere = landing.verdict is Verdict.EITHER or landing.off_the_line
        style = "bold" if nowhere else f"bold {SIDE_STYLE[landing.side]}"
        mark = rooms.mark(landing.verdict, off_the_line=landing.off_the_line)
        count = str(shown.counts[number]) if shown.counts else ""
        rows = [
            Row(plain(f"{LETTERS[number]}  {label(each)}")),
            Row(assemble((f"{mark} {where}", style), (f"  {landing.because}", "$soft"))),
        ]
        yield Pick(str(number + 1), rows, Chose((each.answer,)), plain(count).stylize("bold"), after=after)
    if tie := rooms.tie(shown):
        yield Text(plain(f"{tie} {say('host.choose')}").stylize("bold"))
    if shown.left_out:
        yield Text(plain(say("host.hands-alone", n=shown.left_out)).stylize("$soft"))
    if shown.passed:
        yield Text(plain(say("host.passed", n=shown.passed)).stylize("$soft"))
    moved = [each for each in shown.swings if each.before != each.after]
    if shown.swings:
        ways = [(each.people, _called(ballot, each.before), _called(ballot, each.after)) for each in moved]
        went = "; ".join(say("host.moved", n=people, before=before, after=then) for people, before, then in ways)
        yield Text(assemble((say("host.twice", n=shown.twice) + " ", "$soft"), went), after=0)


def label(each: Option) -> str:
    """An option in words; of a statement to sort, with the side that it is put on."""
    return rooms.option(each.side, each.sorted_as, each.said)


def _called(ballot: Ballot, answer: Answer) -> str:
    at = next((at for at, each in enumerate(ballot.options) if each.answer == answer), None)
    return say("host.pass") if at is None else LETTERS[at]
