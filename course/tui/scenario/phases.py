"""What the page says in each phase of a play. Pure: a play in, blocks out."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from course import wording
from course.model import Ending, Side
from course.playing import debrief, scoring
from course.playing.decision import Decision
from course.playing.story import Phase, Play
from course.tui import kinds
from course.tui.blocks import Block, Rows, Text
from course.tui.blocks.message import MessageBlock
from course.tui.blocks.option import option
from course.tui.blocks.rules import rule_rows
from course.tui.text import assemble, plain, prose
from course.tui.widgets.line import SIDE_STYLE

FORECASTS = (("a", Side.ASSERTIVE), ("p", Side.PUSHY))


def blocks(play: Play, after: int) -> Iterable[Block]:
    """The blocks for the phase that the play is in, `after` empty lines below each option."""
    match play.phase:
        case Phase.DECIDING:
            yield from _scene(play)
            yield from kinds.blocks(play, after)
        case Phase.WEIGHING:
            yield from _weighing(play, after)
        case Phase.SHOWN:
            yield from _shown(play)
        case Phase.ENDED:
            yield from _ended(play)


def _scene(play: Play) -> Iterable[Block]:
    for message in play.scene.arrives:
        yield MessageBlock(message)
    yield Text(prose(play.scene.text))


def _weighing(play: Play, after: int) -> Iterable[Block]:
    assert play.pending is not None
    yield Text(plain("You are about to:").stylize("$soft"))
    yield _picked(play.pending.said)
    yield Text(plain("Take the extra minute. How will it come across?"))
    for key, side in FORECASTS:
        yield option(key, plain(wording.side_name(side).capitalize()), side, after=after)
    yield option("t", plain("Think again"), None, after=after)


def _shown(play: Play) -> Iterable[Block]:
    outcome, decision = play.pending, play.last
    assert outcome is not None
    assert decision is not None
    yield _picked(outcome.said)
    if outcome.happens:
        yield Text(prose(outcome.happens))
    for message in outcome.arrives:
        yield MessageBlock(message)
    yield Text(_landing(decision))
    if outcome.because:
        yield Text(prose(outcome.because))
    yield Rows(rule_rows(debrief.touched(outcome, play.course.all_rules()), decision.breaks), indent=2)


def _ended(play: Play) -> Iterable[Block]:
    scene = play.scene
    assert isinstance(scene.body, Ending)
    if scene.title:
        yield Text(plain(scene.title).stylize("bold"))
    yield from _scene(play)
    yield Text(
        assemble((f"● The story ends {wording.landing(scene.body.side)}.", f"bold {SIDE_STYLE[scene.body.side]}"))
    )
    yield Text(plain(wording.score_sentence(scoring.score(play.decisions))).stylize("$soft"))


def _picked(said: str) -> Block:
    return Text(plain(said).stylize("italic"), bar="$faint")


def _landing(decision: Decision) -> Content:
    """Where it landed, in a word and a mark, and what the learner had called it."""
    style = f"bold {SIDE_STYLE[decision.side]}"
    landed = f"● It lands {wording.landing(decision.side)}"
    if decision.forecast is None:
        return assemble((landed + ".", style))
    if decision.forecast is decision.side:
        return assemble((landed, style), (", as you said.", "$soft"))
    called = f"   ○ You called it {wording.side_name(decision.forecast)}."
    return assemble((landed + ".", style), (called, "$soft"))


def what_if(play: Play) -> str:
    """What to say to a learner who has just gone back."""
    if play.finished:
        return "What if? From here on it is practice; your score stays as it is."
    return "What if? Your first answer here is the one that counts; try another."
