"""What the page says in each phase of a play. Pure: a play in, blocks out."""

from __future__ import annotations

from collections.abc import Iterable

from course.engine import totals
from course.engine.kinds import FIRST
from course.engine.play import Phase, Play
from course.faces.textual.blocks import Block, Gap, Text, option
from course.faces.textual.blocks.message import MessageBlock
from course.faces.textual.kinds import on_screen
from course.faces.textual.text import assemble, plain, prose
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Ending, Side
from course.visit.offers import Offer, in_scenario
from course.words import sentences

FORECASTS = (("a", Side.RIGHT), ("p", Side.OVER))


def blocks(play: Play, after: int, at: int = -1) -> Iterable[Block]:
    """The blocks for the phase that the play is in, `after` empty lines below each option.

    `at` is the place in an exercise that has several; see `course.faces.textual.kinds`.
    """
    match play.phase:
        case Phase.DECIDING if at >= 0 and on_screen(play).places():
            yield from on_screen(play).blocks(at, after)
            yield Gap()
            yield from _scene(play)
        case Phase.DECIDING:
            if play.turn == FIRST:
                yield from _scene(play)
            yield from on_screen(play).blocks(at, after)
        case Phase.WEIGHING:
            yield from _weighing(play, after)
        case Phase.SHOWN:
            yield from on_screen(play).shown()
        case Phase.ENDED:
            yield from _ended(play)


def _scene(play: Play) -> Iterable[Block]:
    yield from map(MessageBlock, play.scene.arrives)
    yield Text(prose(play.scene.text))


def _weighing(play: Play, after: int) -> Iterable[Block]:
    yield from on_screen(play).weighed()
    yield Text(plain("Take the extra minute. How will it come across?"))
    for key, side in FORECASTS:
        yield option(key, plain(sentences.side_name(side).capitalize()), side, after=after)
    yield option("t", plain("Think again"), None, after=after)


def _ended(play: Play) -> Iterable[Block]:
    scene = play.scene
    assert isinstance(scene.body, Ending)
    if scene.title:
        yield Text(plain(scene.title).stylize("bold"))
    yield from _scene(play)
    yield Text(
        assemble((f"● The story ends {sentences.landing(scene.body.side)}.", f"bold {SIDE_STYLE[scene.body.side]}"))
    )
    yield Text(plain(sentences.score_sentence(totals.score(play.decisions))).stylize("$soft"))
    offers = in_scenario(play)
    if Offer.FLIP in offers:
        yield option("f", plain("Flip one fact: would the verdict flip too?"), Offer.FLIP)
    if Offer.OTHER_SIDE in offers:
        yield option("y", plain("See it from the other side of the desk"), Offer.OTHER_SIDE)
