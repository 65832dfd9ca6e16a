"""What the page shows in each phase of a play. Pure: a play in, widgets out."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from course import wording
from course.model import Rule, Side
from course.playing import debrief, scoring
from course.playing.decision import Decision
from course.playing.story import Phase, Play
from course.tui import kinds
from course.tui.text import assemble, plain, prose
from course.tui.widgets.line import SIDE_STYLE
from course.tui.widgets.message import MessageView
from course.tui.widgets.option import Option
from course.tui.widgets.rows import Row, Rows

FORECASTS = (("a", Side.ASSERTIVE), ("p", Side.PUSHY))


def view(play: Play) -> Iterable[Widget]:
    """The widgets for the phase that the play is in."""
    return _VIEWS[play.phase](play)


def _deciding(play: Play) -> Iterable[Widget]:
    yield from _scene(play)
    yield from kinds.view(play)


def _weighing(play: Play) -> Iterable[Widget]:
    assert play.pending is not None
    yield Static("You are about to:", classes="soft")
    yield Static(plain(play.pending.said), classes="picked")
    yield Static("Take the extra minute. How will it come across?", classes="prose")
    for key, side in FORECASTS:
        yield Option(key, plain(wording.side_name(side).capitalize()), side, classes="choice")
    yield Option("t", plain("Think again"), None, classes="choice")


def _shown(play: Play) -> Iterable[Widget]:
    assert play.pending is not None
    assert play.last is not None
    outcome, decision = play.pending, play.last
    yield Static(plain(outcome.said), classes="picked")
    if outcome.happens:
        yield Static(prose(outcome.happens), classes="prose")
    for message in outcome.arrives:
        yield MessageView(message)
    yield Static(landing(decision), classes="landing")
    if outcome.because:
        yield Static(prose(outcome.because), classes="prose")
    yield Rows(*rule_rows(debrief.touched(outcome, play.course.all_rules()), decision.breaks), classes="rules")


def _ended(play: Play) -> Iterable[Widget]:
    scene = play.scene
    if scene.title:
        yield Static(plain(scene.title), classes="heading")
    for message in scene.arrives:
        yield MessageView(message)
    yield Static(prose(scene.text), classes="prose")
    yield Static(ending_words(play), classes="landing")
    score = scoring.score(play.decisions)
    if score.share is not None:
        yield Static(plain(wording.score_sentence(score)), classes="soft")


def _scene(play: Play) -> Iterable[Widget]:
    for message in play.scene.arrives:
        yield MessageView(message)
    yield Static(prose(play.scene.text), classes="prose")


def landing(decision: Decision) -> Content:
    """Where it landed, in a word and a mark, and what the learner had called it."""
    style = f"bold {SIDE_STYLE[decision.side]}"
    landed = f"● It lands {wording.landing(decision.side)}"
    if decision.forecast is None:
        return assemble((landed + ".", style))
    if decision.forecast is decision.side:
        return assemble((landed, style), (", as you said.", "$soft"))
    called = f"   ○ You called it {wording.side_name(decision.forecast)}."
    return assemble((landed + ".", style), (called, "$soft"))


def ending_words(play: Play) -> Content:
    """On which side of the line the story ends."""
    side = play.scene.body.side  # type: ignore[union-attr]
    return assemble(
        ("● ", f"bold {SIDE_STYLE[side]}"),
        (f"The story ends {wording.landing(side)}.", f"bold {SIDE_STYLE[side]}"),
    )


def what_if(play: Play) -> str:
    """What to say to a learner who has just gone back."""
    if play.finished:
        return "What if? From here on it is practice; your score stays as it is."
    return "What if? Your first answer here is the one that counts; try another."


def rule_rows(rules: Iterable[Rule], broken: Collection[str]) -> list[Row]:
    """Rules as rows: one that was broken says what not to do, and then each says what to do."""
    rows = []
    for rule in rules:
        if rule.id in broken:
            rows.append(Row(plain(rule.dont), assemble(("Don't    ", f"bold {SIDE_STYLE[rule.side]}"))))
        rows.append(Row(plain(rule.do), assemble(("Do       ", "bold $assertive"))))
    return rows


_VIEWS = {
    Phase.DECIDING: _deciding,
    Phase.WEIGHING: _weighing,
    Phase.SHOWN: _shown,
    Phase.ENDED: _ended,
}
