"""A play of one scenario as a pure state machine.

    DECIDING --choose--> WEIGHING --send--> SHOWN --go_on--> DECIDING ... or ENDED
        ^                   |
        +----think_again----+          rewind: from anywhere to any earlier decision

Every step takes a Play and returns a new one; nothing is ever changed in place. A face shows the Play
it holds and calls these functions; it decides nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from course.model import Course, Ending, Exercise, Scenario, Scene, Side
from course.playing import kinds
from course.playing.branching import Contact, next_scene
from course.playing.decision import Decision, decide
from course.playing.outcome import Outcome


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
    pending: Outcome | None = None
    """The answer being weighed, or the one whose consequence shows."""
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

    def shown(self) -> tuple[Outcome, ...]:
        """What can be answered here, in the order to show it; nothing at an ending."""
        body = self.scene.body
        if isinstance(body, Ending):
            return ()
        return kinds.shown(body, f"{self.seed}/{self.scenario.head.id}/{self.scene_id}")


def begin(course: Course, scenario: Scenario, seed: int, *, extra_minute: bool = True, at: str = "") -> Play:
    """A new attempt at the scenario's start, or at the scene `at`. The seed orders what is shown."""
    scene = scenario.scenes[at or scenario.head.start]
    return _arrive(Play(course, scenario, seed, extra_minute, Phase.DECIDING, scene.id, scene.day or 0), scene.id)


def choose(play: Play, answer: tuple[str, ...]) -> Play:
    """Pick an answer; nothing is sent yet. Picking another while one is weighed is allowed."""
    _require(play, Phase.DECIDING, Phase.WEIGHING)
    for outcome in kinds.outcomes(_exercise(play)):
        if outcome.answer == answer:
            return replace(play, phase=Phase.WEIGHING, pending=outcome)
    raise IllegalMove(f"scene {play.scene_id!r} offers no answer {answer!r}")


def think_again(play: Play) -> Play:
    """Put the picked answer back."""
    _require(play, Phase.WEIGHING)
    return replace(play, phase=Phase.DECIDING, pending=None)


def send(play: Play, forecast: Side | None = None) -> Play:
    """Send what was picked. `forecast` is how the learner thinks it will come across, if they were asked."""
    _require(play, Phase.WEIGHING)
    assert play.pending is not None
    decision = decide(
        play.scene,
        play.pending,
        kinds.outcomes(_exercise(play)),
        play.course.all_rules(),
        day=play.day,
        forecast=forecast,
        counts=not play.finished and all(each.scene != play.scene_id for each in play.decisions),
    )
    history = (*play.history, Taken(decision, play.line))
    return replace(play, phase=Phase.SHOWN, history=history, line=(*play.line, len(play.history)))


def go_on(play: Play) -> Play:
    """Leave the consequence behind and go to the next scene."""
    _require(play, Phase.SHOWN)
    assert play.pending is not None
    broken = {rule for decision in play.path for rule in decision.breaks}
    return _arrive(play, next_scene(play.pending.next, play.contacts, broken, play.day))


def rewind(play: Play, to: int) -> Play:
    """Go back to decision number `to` of the attempt's history, before it was taken: what if?

    First answers stay what they were, and so does the score.
    """
    if not 0 <= to < len(play.history):
        raise IllegalMove(f"there is no decision {to} to go back to")
    taken = play.history[to]
    return replace(
        play,
        phase=Phase.DECIDING,
        scene_id=taken.decision.scene,
        day=taken.decision.day,
        line=taken.before,
        pending=None,
    )


def _arrive(play: Play, scene_id: str) -> Play:
    scene = play.scenario.scenes[scene_id]
    ended = isinstance(scene.body, Ending)
    return replace(
        play,
        phase=Phase.ENDED if ended else Phase.DECIDING,
        scene_id=scene_id,
        day=play.day if scene.day is None else scene.day,
        pending=None,
        finished=play.finished or ended,
    )


def _exercise(play: Play) -> Exercise:
    body = play.scene.body
    if isinstance(body, Ending):
        raise IllegalMove("an ending asks for no answer")
    return body


def _require(play: Play, *phases: Phase) -> None:
    if play.phase not in phases:
        raise IllegalMove(f"not while {play.phase}")
