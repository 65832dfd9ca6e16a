"""A play of one scenario as a pure state machine.

    DECIDING --choose--> WEIGHING --send--> SHOWN --go_on--> DECIDING ... or ENDED
        ^                   |
        +----think_again----+          rewind: from anywhere to any earlier decision

Every step takes a Play and returns a new one; nothing is ever changed in place. A face shows the Play
it holds and calls these functions; it decides nothing itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from course.engine import judging, kinds
from course.engine.conditions import Contact, next_scene
from course.engine.decision import Decision, decide
from course.engine.kinds import FIRST, Draft, Judged, Turn
from course.engine.outcome import Answer, Outcome
from course.model import Course, Ending, Exercise, Rule, Scenario, Scene, Side


class Phase(StrEnum):
    """Where in a scene the learner is."""

    DECIDING = "deciding"
    WEIGHING = "weighing"
    """The extra minute: something is picked and not yet sent."""
    SHOWN = "shown"
    """It is sent, and the consequence shows."""
    ENDED = "ended"


class IllegalMove(ValueError):
    """A step that the phase does not allow, or an answer that the scene does not offer."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One decision of this attempt, and the indices of those that led up to it."""

    decision: Decision
    before: tuple[int, ...]
    turn: Turn = FIRST
    """Which question of its scene it answered; the first, when all were answered at one go."""


@dataclass(frozen=True, slots=True)
class Play:
    """Where one attempt stands. Make one with `begin`."""

    course: Course
    scenario: Scenario
    seed: int
    extra_minute: bool
    phase: Phase
    scene_id: str
    day: int
    turn: Turn = FIRST
    """Which question of the scene is asked."""
    draft: Draft = ()
    """What has been put together at this scene and not sent yet."""
    pending: tuple[Judged, ...] = ()
    """The answer being weighed, or the one whose consequence shows; several where all are given at one go."""
    history: tuple[Taken, ...] = ()
    """Every decision of the attempt, in the order in which they were made."""
    line: tuple[int, ...] = ()
    """Indices into `history`: the decisions that led to where the story stands now."""
    finished: bool = False
    """Whether an ending has been reached; whatever is decided later is practice."""

    @property
    def scene(self) -> Scene:
        """The scene the learner is at."""
        return self.scenario.scenes[self.scene_id]

    @property
    def order(self) -> str:
        """What shuffles the scene for this attempt."""
        return shuffling(self.seed, self.scenario.head.id, self.scene_id)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision of the attempt, in the order in which they were made."""
        return tuple(taken.decision for taken in self.history)

    @property
    def path(self) -> tuple[Decision, ...]:
        """The decisions that led to where the story stands now."""
        return tuple(self.history[index].decision for index in self.line)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The contact log of the story as it stands now."""
        return tuple(Contact(each.day, each.contact) for each in self.path if each.contact)

    @property
    def last(self) -> Decision | None:
        """The decision that led to where the story stands now."""
        return self.path[-1] if self.line else None

    @property
    def latest(self) -> tuple[Decision, ...]:
        """The decisions whose consequence shows: one, or all that were made at one go."""
        return self.path[len(self.path) - self._judged :] if self.phase is Phase.SHOWN else ()

    @property
    def _judged(self) -> int:
        return sum(each.outcome.judged for each in self.pending)

    def shown(self) -> tuple[Outcome, ...]:
        """What can be answered here now, in the order to show it; nothing at an ending."""
        body = self.scene.body
        return () if isinstance(body, Ending) else kinds.outcomes(body, self.turn, self.order)

    def whole(self) -> bool:
        """Whether everything the scene asks is answered at one go, out of the draft."""
        body = self.scene.body
        return not isinstance(body, Ending) and kinds.whole(body)

    def ready(self) -> tuple[Answer, ...] | None:
        """The answers that the draft amounts to, once it can be sent; else None."""
        return kinds.answers(_exercise(self), self.draft, self.order) if self.whole() else None

    def flips(self) -> str:
        """The scene at which one fact is changed, for an ending that has one and has not been there; else `""`."""
        body = self.scene.body
        if not isinstance(body, Ending) or any(each.scene == body.flip for each in self.path):
            return ""
        return body.flip

    @property
    def flipped(self) -> bool:
        """Whether the story is at a scene where one fact is another, and so no day or contact is what it was."""
        bodies = (scene.body for scene in self.scenario.scenes.values())
        return any(isinstance(body, Ending) and body.flip == self.scene_id for body in bodies)


def shuffling(seed: int, scenario: str, scene: str) -> str:
    """The text by which a scene is shuffled."""
    return f"{seed}/{scenario}/{scene}"


def begin(course: Course, scenario: Scenario, seed: int, *, extra_minute: bool = True, at: str = "") -> Play:
    """A new attempt at the scenario's start, or at the scene `at`. The seed orders what is shown."""
    scene = scenario.scenes[at or scenario.head.start]
    return _arrive(Play(course, scenario, seed, extra_minute, Phase.DECIDING, scene.id, scene.day or 0), scene.id)


def draft(play: Play, draft: Draft) -> Play:
    """Put something else together; nothing is sent yet. What does not fit the scene is left out."""
    _require(play, Phase.DECIDING, Phase.WEIGHING)
    return replace(play, phase=Phase.DECIDING, pending=(), draft=kinds.tidy(_exercise(play), draft, play.order))


def choose(play: Play, *answers: Answer) -> Play:
    """Pick an answer, or all answers where they are given at one go; nothing is sent yet.

    Picking another while one is weighed is allowed.
    """
    _require(play, Phase.DECIDING, Phase.WEIGHING)
    judged = possible(play, answers)
    if judged is None:
        raise IllegalMove(f"scene {play.scene_id!r} offers no answer {answers!r}")
    kept = answers if play.whole() else ()
    return replace(play, phase=Phase.WEIGHING, pending=judged, draft=kinds.tidy(_exercise(play), kept, play.order))


def weighs(play: Play) -> bool:
    """Whether what is picked waits for the extra minute."""
    return play.extra_minute and play.scenario.head.scored and kinds.weighed(_exercise(play))


def possible(play: Play, answers: Sequence[Answer]) -> tuple[Judged, ...] | None:
    """These answers as the scene judges them now, or None when it does not offer them."""
    exercise = _exercise(play)
    if kinds.whole(exercise):
        return kinds.judged(exercise, answers, play.order)
    shown = play.shown()
    found = [each for each in shown if (each.answer,) == tuple(answers)]
    return (Judged(play.turn, found[0], shown),) if found else None


def think_again(play: Play) -> Play:
    """Put the picked answer back."""
    _require(play, Phase.WEIGHING)
    return replace(play, phase=Phase.DECIDING, pending=())


def send(play: Play, forecast: Side | None = None) -> Play:
    """Send what was picked. `forecast` is how the learner thinks it will come across, if they were asked.

    Of several decisions made at one go, the forecast stands at the one that decides where all of them land.
    """
    _require(play, Phase.WEIGHING)
    rules = play.course.all_rules()
    judged = [each for each in play.pending if each.outcome.judged]
    sides = [judging.side(each.outcome, rules) for each in judged]
    deciding = sides.index(judging.worst(sides)) if sides else 0
    made = tuple(
        Taken(_decide(play, each, rules, forecast if number == deciding else None), play.line, play.turn)
        for number, each in enumerate(judged)
    )
    line = (*play.line, *range(len(play.history), len(play.history) + len(made)))
    return replace(play, phase=Phase.SHOWN, history=(*play.history, *made), line=line)


def _decide(play: Play, judged: Judged, rules: Mapping[str, Rule], forecast: Side | None) -> Decision:
    outcome = judged.outcome
    again = any(each.scene == play.scene_id and (play.whole() or each.item == outcome.item) for each in play.decisions)
    return decide(
        play.scene,
        outcome,
        judged.possible,
        rules,
        day=play.day,
        forecast=forecast,
        counts=play.scenario.head.scored and not play.finished and not again,
    )


def go_on(play: Play) -> Play:
    """Leave the consequence behind: for the scene's next question, or for the next scene."""
    _require(play, Phase.SHOWN)
    turn, outcome, _ = play.pending[-1]
    after = kinds.then(_exercise(play), turn, outcome)
    if after is not None:
        return replace(play, phase=Phase.DECIDING, turn=after, pending=())
    broken = {rule for decision in play.path for rule in (*decision.breaks, *decision.misses)}
    today = play.day if outcome.day is None else outcome.day
    return _arrive(replace(play, day=today), next_scene(outcome.next, play.contacts, broken, today))


def rewind(play: Play, to: int) -> Play:
    """Go back to decision number `to` of the attempt's history, before it was taken: what if?

    First answers stay what they were, and so does the score. What was sent at one go lies there as a draft.
    """
    if not 0 <= to < len(play.history):
        raise IllegalMove(f"there is no decision {to} to go back to")
    taken = play.history[to]
    scene = play.scenario.scenes[taken.decision.scene]
    together = [each for each in play.history if (each.before, each.decision.scene) == (taken.before, scene.id)]
    back = replace(
        play,
        phase=Phase.DECIDING,
        scene_id=scene.id,
        day=taken.decision.day if scene.day is None else scene.day,
        turn=taken.turn,
        line=taken.before,
        pending=(),
        draft=(),
    )
    if back.whole():
        return draft(back, tuple(each.decision.answer for each in together))
    return back


def flip(play: Play) -> Play:
    """After the ending, go to the scene at which one fact is another."""
    _require(play, Phase.ENDED)
    if not play.flips():
        raise IllegalMove("nothing is flipped here")
    return _arrive(play, play.flips())


def _arrive(play: Play, scene_id: str) -> Play:
    scene = play.scenario.scenes[scene_id]
    ended = isinstance(scene.body, Ending)
    here = replace(
        play,
        phase=Phase.ENDED if ended else Phase.DECIDING,
        scene_id=scene_id,
        day=play.day if scene.day is None else scene.day,
        turn=FIRST,
        draft=(),
        pending=(),
        finished=play.finished or ended,
    )
    return here if isinstance(scene.body, Ending) else replace(here, draft=kinds.start(scene.body, here.order))


def _exercise(play: Play) -> Exercise:
    body = play.scene.body
    if isinstance(body, Ending):
        raise IllegalMove("an ending asks for no answer")
    return body


def _require(play: Play, *phases: Phase) -> None:
    if play.phase not in phases:
        raise IllegalMove(f"not while {play.phase}")
