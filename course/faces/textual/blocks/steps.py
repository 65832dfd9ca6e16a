"""The steps of a debrief as rows: what was done, what was advised, and which rules it kept or broke."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.content import Content

from course.engine.debrief import Entry, Step
from course.engine.play import Play
from course.faces.textual.blocks.base import Row
from course.faces.textual.blocks.marks import row_label, taught_rows
from course.faces.textual.text import assemble, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Rule
from course.words import say, sentences, sorting


def step_rows(play: Play, step: Step, mark: Callable[[Rule], str]) -> list[Row]:
    """Its title and day; what was done and what was advised; and the rules, each once, with the `mark` of what it rests
    on."""
    return [*_head(play, step), *_answers(play, step, mark)]


def landed(step: Step) -> Content:
    """Where it landed; that it was halfway right stands beside it."""
    if not step.judged:
        return assemble(("● ", "bold"), say("side.either-way"))
    if step.off_the_line:
        return _told_apart(step)
    style, name = SIDE_STYLE[step.side], sentences.side_name(step.side)
    halfway = len(step.entries) == 1 and step.halfway
    return assemble(("● ", f"bold {style}"), (say("debrief.halfway", side=name) if halfway else name, style))


def _told_apart(step: Step) -> Content:
    """Whether statements were put where they belong."""
    rightly = step.all_right
    if len(step.entries) > 1:
        words = say("debrief.parts", got=step.right, of=len(step.judged))
    else:
        words = say("debrief.as-advised" if rightly else "debrief.not-as-advised")
    return assemble(("✓ " if rightly else "✗ ", "bold $right" if rightly else "bold"), words)


def _head(play: Play, step: Step) -> Iterator[Row]:
    when = sentences.when(play.scenario.head, step.decision.day)
    yield Row(assemble((step.decision.title, "bold"), (f"   {when}" if when else "", "$soft")))
    if len(step.entries) > 1 and step.judged and not step.off_the_line:
        yield Row(plain(say("debrief.parts", got=step.right, of=len(step.judged))).stylize("$soft"))


def _answers(play: Play, step: Step, mark: Callable[[Rule], str]) -> Iterator[Row]:
    """What was answered, and the rules that it touches, each once."""
    several = len(step.entries) > 1
    seen: set[str] = set()
    for entry in step.told:
        said = plain(sentences.said(play.course, entry.decision))
        yield Row(_mark(entry) + said if several else said, row_label("you"))
        if entry.decision.is_sorted or not several:
            yield from (Row(plain(sorting.advised(play, entry, each)), row_label("advised")) for each in entry.advised)
        yield from taught_rows(entry, seen, mark)
        seen |= {rule.id for rule in entry.rules}


def _mark(entry: Entry) -> Content:
    """Where one of several landed; color never says it alone."""
    if entry.decision.is_sorted:
        return assemble(("✗ ", "bold" if entry.decision.off_the_line else f"bold {SIDE_STYLE[entry.decision.side]}"))
    style, name = SIDE_STYLE[entry.decision.side], sentences.side_name(entry.decision.side)
    halfway = 0 < entry.decision.worth < 1
    return assemble((f"● {say('debrief.halfway', side=name) if halfway else name}  ", style))
