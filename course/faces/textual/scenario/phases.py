"""What the page says in each phase of a play: a session in, blocks out."""

from __future__ import annotations

from collections.abc import Iterable

from course.engine import totals
from course.engine.decision import scene_title
from course.engine.kinds import FIRST
from course.engine.play import Phase, Play
from course.faces.textual.blocks import Asks, Block, Edge, Gap, Option, Row, Text, digit, option
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.kinds import on_screen
from course.faces.textual.kinds.on_screen import Space
from course.faces.textual.text import assemble, column, plain, prose
from course.faces.textual.widgets.keys import key_name
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Side
from course.progress.habit_words import tendency
from course.progress.habits import Example, habits
from course.visit.counted import counted
from course.visit.offers import Offer, in_scenario
from course.visit.session import Session
from course.words import say, sentences, week


def blocks(session: Session, space: Space, at: int = -1) -> Iterable[Block]:
    """The blocks for the phase that the play is in, on a page with so much room. `at` is the place in an exercise that
    has several; see `course.faces.textual.kinds`."""
    play = session.play
    match play.phase:
        case Phase.DECIDING if at >= 0 and on_screen(play).places():
            yield from on_screen(play).blocks(at, space)
            yield Gap()
            yield from _scene(play)
        case Phase.DECIDING:
            if play.turn == FIRST:
                yield from _scene(play)
            yield from on_screen(play).blocks(at, space)
        case Phase.READING:
            yield from _scene(play)
        case Phase.WEIGHING:
            yield from _weighing(play)
        case Phase.CALLED:
            yield from _called(play)
        case Phase.SHOWN:
            yield from on_screen(play).shown()
        case Phase.ENDED:
            yield from _ended(session)


def introduction(play: Play) -> Iterable[Block]:
    """Before the first scene of a scenario: who the learner is in it, and who it is with."""
    words = week.introduction(play.scenario.head)
    reads = play.phase is Phase.READING or (play.phase is Phase.DECIDING and play.turn == FIRST)
    if words and reads and len(play.trail) == 1 and play.scene_id == play.scenario.head.start:
        yield Text(plain(words).stylize("$soft"))


def _scene(play: Play) -> Iterable[Block]:
    yield Asks(last=True)
    yield from map(MessageBlock, play.arrives)
    yield Text(prose(play.text))


def _weighing(play: Play) -> Iterable[Block]:
    """How will it come across? The answers stand in the order of the line, and in view below whatever is to be sent."""
    yield from on_screen(play).weighed()
    yield Edge()
    yield Asks()
    yield Text(plain(say("weighing.question")))
    for number, side in enumerate(Side, 1):
        name = sentences.side_name(side)
        yield option(digit(number), plain(name[:1].upper() + name[1:]), side, airy=True)
    yield Edge()


def _called(play: Play) -> Iterable[Block]:
    """Send it, or think again? Other keys answer that than what led here, so that no key held down goes through both
    questions."""
    assert play.called is not None
    yield from on_screen(play).weighed()
    yield Edge()
    yield Asks()
    called = sentences.side_name(play.called)
    if play.put_back_before:
        yield Text(plain(say("called.before", called=called)))
    else:
        yield Text(plain(say("landed.called", called=called)).stylize("$soft"), after=0)
        yield Text(plain(say("called.question")))
    keys = [key_name(key) for key in ("enter", "escape")]
    for key, words, offer in zip(
        keys, (say("called.send"), say("called.think-again")), (Offer.SEND, Offer.THINK_AGAIN), strict=True
    ):
        yield Option("", [Row(plain(words), column(key, keys, "bold"))], offer, airy=True)
    yield Edge()


def _ended(session: Session) -> Iterable[Block]:
    play = session.play
    yield Text(plain(scene_title(play.scene)).stylize("bold"))
    yield from _scene(play)
    if play.ends is not None:
        ends = say("ended.where", landing=sentences.landing(play.ends))
        yield Text(assemble((f"● {ends}", f"bold {SIDE_STYLE[play.ends]}")))
    made = [Example(play.scenario.head.id, each) for each in play.decisions]
    for habit in habits(play.course, made).tends[:1]:
        yield Text(plain(tendency(habit)))
    if totals.score(play.decisions).decisions and not play.apart:
        yield Text(plain(counted(session)).stylize("$soft"))
    offers = in_scenario(play)
    if Offer.FLIP in offers:
        yield option("f", plain(say("ended.flip")), Offer.FLIP)
    if Offer.OTHER_SIDE in offers:
        yield option("y", plain(say("ended.other-side")), Offer.OTHER_SIDE)
    yield option("r", plain(say("ended.again")), Offer.AGAIN)
