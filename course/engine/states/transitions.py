"""States, and which answer leads from one to the next, as a play would go."""

from __future__ import annotations

from collections.abc import Callable

from course.engine import kinds
from course.engine.conditions import Fact, holds
from course.engine.kinds import FIRST, Turn
from course.engine.outcome import Outcome
from course.engine.play import Play
from course.engine.states.memory import Memory
from course.engine.states.need import NOTHING
from course.engine.states.remembered import Remembered
from course.engine.states.still_open import Told, nothing_told
from course.model import Ending, Exercise, Scenario
from course.model.record import Record, replace

AS_WRITTEN = -1
"""Stands for what a scene offers where that does not depend on the path."""


class State(Record):
    """Where a scenario stands, with what can still matter of what happened before."""

    scene: str
    past: Remembered
    offered: int = AS_WRITTEN
    """What is asked: a number that `Transitions.exercise` knows."""
    answered: frozenset[str] = frozenset()
    """The scenes of this scene's loop that have been answered."""
    turn: Turn = FIRST
    """Which question of the scene is asked."""


class Transitions:
    """The states of one scenario, each asked for as it is come to."""

    def __init__(self, scenario: Scenario, told: Told = nothing_told) -> None:
        """With `told`, which says what the texts of a scene ask, states differ also by what is read in them."""
        self._scenario = scenario
        self._memory = Memory(scenario, told)
        self._offered: list[Exercise] = []
        self._numbers: dict[Exercise, int] = {}
        self._gained: dict[tuple[str, int, Turn, tuple[str, ...]], frozenset[Fact]] = {}
        self._come: dict[tuple[str, int, Remembered, frozenset[str]], State] = {}

    def begin(self) -> State:
        """Where the scenario begins."""
        start = self._scenario.scenes[self._scenario.head.start]
        return self._come_to(start.id, start.day or 0, Remembered(), frozenset())

    def at(self, play: Play) -> State:
        """Where a play stands, before anything of its scene is answered."""
        past, memory = play.coming, self._memory
        remembered = Remembered(frozenset(fact for fact in memory.all.facts if past.happened(fact)))
        for each in past.log:
            remembered = memory.with_contact(remembered, each.contact, each.day)
        here = play.trail[-1]
        answered = frozenset(each.scene for each in play.trail[:-1])
        return self._come_to(here.scene, here.day, remembered, answered)

    def exercise(self, state: State) -> Exercise | None:
        """What is asked there; None at an ending."""
        if state.offered != AS_WRITTEN:
            return self._offered[state.offered]
        body = self._scenario.scenes[state.scene].body
        return None if isinstance(body, Ending) else body

    def after(
        self, state: State, outcome: Outcome, turn: Turn | None, note: Callable[[str, Outcome, int], None] | None = None
    ) -> State:
        """The state after that answer, which leads to that turn; None when it was the last. Where several branches
        stand there, `note` hears which one was taken."""
        memory, past = self._memory, self._with(state, outcome)
        today = past.today if outcome.day is None else outcome.day
        if turn is not None:
            if past is not state.past:
                past = memory.kept(past, state.scene)
            return State(state.scene, past, state.offered, state.answered, turn)
        branch = 0
        if len(outcome.next) > 1:
            there = Remembered(past.facts, past.contacts, today)
            branch = next(index for index, each in enumerate(outcome.next) if holds(each.when, there))
            if note is not None:
                note(state.scene, outcome, branch)
        answered = state.answered | {state.scene} if state.scene in memory.loop else state.answered
        return self._come_to(outcome.next[branch].next, today, past, answered)

    def answered(self, state: State, outcome: Outcome) -> Remembered:
        """The past with that answer, on its day: of that its texts are asked, and the ways on."""
        past = self._with(state, outcome)
        return past if outcome.day is None else replace(past, today=outcome.day)

    def flipped(self, state: State, scene: str) -> State:
        """The state once one fact is changed after an ending, at that scene."""
        return self._come_to(scene, state.past.today, state.past, frozenset())

    def _with(self, state: State, outcome: Outcome) -> Remembered:
        """The past with that answer, on the day on which its scene was come to."""
        past = state.past
        gained = self._gains(state, outcome)
        if not gained <= past.facts:
            past = Remembered(past.facts | gained, past.contacts, past.today)
        if outcome.contact:
            past = self._memory.with_contact(past, outcome.contact, past.today if outcome.day is None else outcome.day)
        return past

    def _gains(self, state: State, outcome: Outcome) -> frozenset[Fact]:
        key = state.scene, state.offered, state.turn, outcome.answer
        found = self._gained.get(key)
        if found is None:
            found = self._gained[key] = self._memory.gained(state.scene, outcome)
        return found

    def _come_to(self, name: str, today: int, past: Remembered, answered: frozenset[str]) -> State:
        """Having come to a scene: what it offers is settled now, and what only that asked for forgotten."""
        day = self._scenario.scenes[name].day
        key = name, today if day is None else day, past, answered
        found = self._come.get(key)
        if found is None:
            found = self._come[key] = self._coming(*key)
        return found

    def _coming(self, name: str, day: int, past: Remembered, answered: frozenset[str]) -> State:
        memory, scene = self._memory, self._scenario.scenes[name]
        past = memory.come_to(past, name, day)
        answered = answered & memory.loop[name] if answered and name in memory.loop else frozenset()
        offered = AS_WRITTEN
        if memory.offers[name] is not NOTHING and not isinstance(scene.body, Ending):
            exercise = kinds.of(scene.body).offered(past, day)
            offered = self._numbers.setdefault(exercise, len(self._offered))
            if offered == len(self._offered):
                self._offered.append(exercise)
        return State(name, memory.kept(past, name), offered, answered)
