"""What an exercise is to the screen, whatever its kind, and what its options do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from textual.content import Content

from course.engine import debrief, judging
from course.engine.kinds import Draft
from course.engine.outcome import Answer
from course.engine.play import Play
from course.faces.textual.blocks import Block, Option, Rows, Text, option
from course.faces.textual.blocks.marks import rule_rows
from course.faces.textual.text import HERE, assemble, plain
from course.faces.textual.widgets.line import SIDE_STYLE
from course.model import Rule, Verdict
from course.model.record import Record
from course.words import forecasts, say, sentences


class Answered(Record):
    """Picking the option picks this answer, or all of these at one go."""

    answers: tuple[Answer, ...]


class Sketched(Record):
    """Picking the option puts this together instead, and goes to that place."""

    draft: Draft
    at: int
    show: int = -1
    """The option to point at afterward, counted from 0, so that it is in view; -1 to leave the pointer alone."""


class Space(Record):
    """What there is to see at once: cells of the column, and lines of the page."""

    width: int
    height: int


class OnScreen(ABC):
    """The exercise at a play's scene. What its options are worth is an `Answered` or a `Sketched`."""

    def __init__(self, play: Play) -> None:
        self._play = play

    def places(self) -> int:
        """How many places there are to go through, such as parts or days; 0 where there is nothing to go through."""
        return 0

    @abstractmethod
    def blocks(self, at: int, space: Space) -> Iterable[Block]:
        """The exercise. `at` is the place where the learner is, -1 before they have moved. What is put together and
        what it can be put together of have to be in view at once, so they are made to fit into `space`."""

    @abstractmethod
    def weighed(self) -> Iterable[Block]:
        """What is about to be sent."""

    @abstractmethod
    def shown(self) -> Iterable[Block]:
        """What came of the answer, as blocks."""

    @property
    def done_by(self) -> str:
        """What `s` does with what has been put together: it says what its option says."""
        return "send" if self._play.weighs() else "done"

    def _ready(self, words: str) -> Iterable[Option]:
        """The option that sends the draft, once it can be sent."""
        answers = self._play.ready()
        if answers is not None:
            yield option("s", plain(words).stylize("bold"), Answered(answers))

    def _landing(self, what: str = "") -> Block:
        """Where it landed, in a word and a mark, and what the learner had called it; `what` begins the sentence. Below
        that, where it would have landed what they had put back."""
        play = self._play
        put_back = "".join(f"\n{forecasts.put_back(each, play.sending)}" for each in play.latest if each.reconsidered)
        return Text(assemble(self._landed(what), (put_back, "$soft")))

    def _landed(self, what: str) -> Content:
        latest = self._play.latest
        if all(each.verdict is Verdict.EITHER for each in latest):
            return plain("● " + say("lands.either-way")).stylize("bold")
        side = judging.worst(each.side for each in latest)
        landing, style = sentences.landing(side), f"bold {SIDE_STYLE[side]}"
        forecast = next((each.forecast for each in latest if each.forecast), None)
        how = "together" if what else "one"
        if forecast is side:
            before, _, after = say(f"lands.{how}.as-said", what=what, landing=HERE).partition(HERE)
            return assemble(("● " + before + landing, style), (after, "$soft"))
        called = say("landed.called", called=sentences.side_name(forecast)) if forecast else ""
        landed = say(f"lands.{how}.silent", what=what, landing=landing)
        return assemble(("● " + landed, style), (f"   ○ {called}" if called else "", "$soft"))

    def _rules(self) -> Block:
        """The rules that were at stake, each once; those that were broken say what not to do."""
        known, latest = self._play.course.all_rules(), self._play.latest
        touched: dict[str, Rule] = {}
        for each in sorted(latest, key=lambda decision: not decision.broken):
            touched.update({rule.id: rule for rule in debrief.touched(each, known) if rule.id not in touched})
        warned = {rule for each in latest for rule in (*each.breaks, *each.avoids)}
        return Rows(rule_rows(touched.values(), warned), indent=2)
