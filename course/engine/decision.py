"""A decision: the one kind of record that playing leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from course.engine import judging
from course.engine.outcome import DO, DONT, Answer, Outcome
from course.engine.revision import revision
from course.model import Contact, Rule, Scene, Side, Verdict
from course.model.record import Record


class Reconsidered(Record):
    """An answer that was picked and called something, and then put back; or several, where all are given at one go."""

    answers: tuple[Answer, ...]
    said: tuple[str, ...]
    forecast: Side
    """How the learner thought it would come across."""
    side: Side
    """Where it would have landed."""


class Decision(Record):
    """A learner's answer at a scene, and what it was judged to be on the day it was given."""

    scene: str
    revision: str
    """The scene's revision when this was decided; another one today means it has changed since."""
    title: str
    day: int
    answer: Answer
    said: str
    follows: tuple[str, ...]
    breaks: tuple[str, ...]
    misses: tuple[str, ...]
    avoids: tuple[str, ...]
    item: str
    """What of its scene it answers, where a scene asks more than once."""
    contact: Contact | None
    verdict: Verdict
    side: Side
    forecast: Side | None
    """How the learner thought it would come across, or None when nobody asked."""
    worth: Fraction
    marks: Mapping[str, judging.Marks]
    counts: bool
    """Whether it scores: the first answer at its scene, before the scenario first ended."""
    overdue: tuple[str, ...] = ()
    """Kinds of contact of which none has come in time; `""` stands for any contact at all."""
    sorted_as: str = ""
    """Of a statement, how it was put where that is neither do nor don't."""
    reconsidered: tuple[Reconsidered, ...] = ()
    """What the learner was about to send instead, and put back in the extra minute, first to last. Of several decisions
    made at one go, the one with the forecast has it."""

    @property
    def is_sorted(self) -> bool:
        """Whether it put a statement on one side of the line, which is to judge and not to do."""
        return self.answer in ((self.item, DO), (self.item, DONT))

    @property
    def off_the_line(self) -> bool:
        """Whether it put a statement on a side that is none of the line's, such as that of the facts which decide; or
        on a wrong one by which no rule is broken. Then it came across as nothing."""
        wrong = self.verdict is Verdict.DONT and self.side is Side.RIGHT
        return self.is_sorted and (bool(self.sorted_as) or wrong)

    @property
    def strayed(self) -> bool:
        """Whether it landed beside the line's middle."""
        return self.side is not Side.RIGHT and not self.off_the_line

    @property
    def broken(self) -> tuple[str, ...]:
        """The rules it breaks or misses."""
        return (*self.breaks, *self.misses)


def decide(
    scene: Scene,
    outcome: Outcome,
    outcomes: tuple[Outcome, ...],
    rules: Mapping[str, Rule],
    *,
    day: int,
    forecast: Side | None,
    counts: bool,
) -> Decision:
    """Judge `outcome`, one of the `outcomes` possible at `scene`, and put it on record. `day` is the scene's."""
    return Decision(
        scene=scene.id,
        revision=revision(scene),
        title=scene_title(scene),
        day=day if outcome.day is None else outcome.day,
        answer=outcome.answer,
        said=outcome.said,
        follows=outcome.follows,
        breaks=outcome.breaks,
        misses=outcome.misses,
        avoids=outcome.avoids,
        item=outcome.item,
        contact=outcome.contact,
        verdict=judging.verdict(outcome),
        side=judging.side(outcome, rules),
        forecast=forecast,
        worth=judging.worth(outcome, outcomes),
        marks=judging.marks(outcome, outcomes, rules),
        counts=counts,
        overdue=outcome.overdue,
        sorted_as=outcome.sorted_as,
    )


def scene_title(scene: Scene) -> str:
    """Its title, or its id read as words when the author gave none."""
    return scene.title or scene.id.replace("-", " ").capitalize()
