"""What the kinds on the screen have in common: where something landed, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from course.engine import debrief, judging
from course.engine.decision import Decision
from course.engine.play import Play
from course.faces.textual.blocks import Block, Option, Rows, Text
from course.faces.textual.blocks.option import option
from course.faces.textual.blocks.rules import rule_rows
from course.faces.textual.kinds.values import Answered
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Rule
from course.words import sentences


def picked(said: str) -> Block:
    """What was chosen, in the learner's words."""
    return Text(plain(said).stylize("italic"), bar="$faint")


def landing(decisions: Sequence[Decision], all_of_it: str = "It") -> Content:
    """Where it landed, in a word and a mark, and what the learner had called it."""
    side = judging.worst(each.side for each in decisions)
    style = f"bold {SIDE_STYLE[side]}"
    landed = f"● {all_of_it} lands {sentences.landing(side)}"
    forecast = next((each.forecast for each in decisions if each.forecast), None)
    if forecast is None:
        return assemble((landed + ".", style))
    if forecast is side:
        return assemble((landed, style), (", as you said.", "$soft"))
    return assemble((landed + ".", style), (f"   ○ You called it {sentences.side_name(forecast)}.", "$soft"))


def rules(play: Play, decisions: Iterable[Decision], *, indent: int = 2) -> Block:
    """The rules that were at stake, each once; those that were broken say what not to do."""
    known = play.course.all_rules()
    made = tuple(decisions)
    touched: dict[str, Rule] = {}
    for each in sorted(made, key=lambda decision: not decision.broken):
        touched.update({rule.id: rule for rule in debrief.touched(each, known) if rule.id not in touched})
    warned = {rule for each in made for rule in (*each.breaks, *each.avoids)}
    return Rows(rule_rows(touched.values(), warned), indent=indent)


def ready(play: Play, words: str, after: int) -> Iterable[Option]:
    """The option that sends the draft, once it can be sent."""
    answers = play.ready()
    if answers is not None:
        yield option("s", plain(words).stylize("bold"), Answered(answers), after=after)
