"""Walking a scenario choice by choice until every way through it has been taken. Pure: a play in, a step out."""

from __future__ import annotations

from collections import deque
from itertools import pairwise, takewhile

from course.engine import edited, kinds
from course.engine.apply import apply
from course.engine.events import Rewound
from course.engine.kinds import FIRST
from course.engine.outcome import Answer
from course.engine.play import Phase, Play, shuffling
from course.engine.states.transitions import State, Transitions
from course.model import Ending, Scenario
from course.model.kinds import Exercise
from course.model.record import Record

_MOST = 4_000
"""Places that are looked at for one step, so that a key is never waited for."""

Reply = tuple[Answer, ...]
"""What is answered at one scene, question by question; a day left empty is left out."""


class Choose(Record):
    """Take this answer, or all of these where a scene is answered at one go."""

    answers: Reply


class GoOn(Record):
    """The answer that leaves the consequence behind."""


class GoBack(Record):
    """Back to that decision, where something is left to try."""

    to: int


Step = Choose | GoOn | GoBack


class Walked:
    """What has been seen and tried of one scenario."""

    def __init__(self) -> None:
        self.scenes: set[str] = set()
        self.tried: set[tuple[str, Answer]] = set()
        self.ways: set[tuple[str, Reply, str]] = set()
        """Which scene each reply has led to: to another one, where it depends on what was done before."""
        self._moves: tuple[Scenario, Transitions] | None = None
        """How the scenario goes on, as it was when it was last asked for."""

    def note(self, play: Play) -> None:
        """Remember where the play has been."""
        self.scenes.add(play.scene_id)
        self.tried.update((each.scene, each.answer) for each in play.path)
        for here, after in pairwise(play.trail):
            made = play.path[here.decided : after.decided]
            self.ways.add((here.scene, tuple(each.answer for each in made), after.scene))

    def next(self, play: Play) -> Step | None:
        """The next step to the nearest way that has not been taken: ahead, or else back on this path; or None."""
        if play.phase in (Phase.SHOWN, Phase.READING):
            return GoOn()
        if play.turn != FIRST:
            return Choose((self._going_on(play),))
        looked: set[State] = set()
        reply = self._toward(play, looked)
        if reply is not None:
            return Choose(reply if play.whole() else reply[:1])
        begun = [index for index in reversed(play.line) if play.history[index].turn == FIRST]
        back = (index for index in begun if self._toward(apply(play, Rewound(index)), looked) is not None)
        return next((GoBack(index) for index in back), None)

    def _going_on(self, play: Play) -> Answer:
        """In the middle of a scene that asks several times: what a sample not taken yet goes on with."""
        exercise = play.exercise
        assert exercise is not None
        here = list(takewhile(lambda each: each.scene == play.scene_id, reversed(play.path)))
        so_far = tuple(each.answer for each in reversed(here[: play.turn.number]))
        taken = {reply for scene, reply, _ in self.ways if scene == play.scene_id}
        fitting = [each for each in kinds.of(exercise).samples(play.order) if each[: len(so_far)] == so_far]
        fresh = next((each for each in fitting if each not in taken), None)
        return fresh[len(so_far)] if fresh else play.shown()[0].answer

    def follow(self, old: Scenario, new: Scenario) -> None:
        """Know the same scenes and answers in another version of the scenario."""
        names = edited.renamed(old, new)
        still = {name: names.get(name, name) for name in old.scenes if names.get(name, name) in new.scenes}
        answers = {name: edited.reworded(old.scenes[name], new.scenes[now]) for name, now in still.items()}

        def now(scene: str, answer: Answer) -> tuple[str, Answer]:
            return still[scene], answers[scene].get(answer, answer)

        self.scenes = {still[name] for name in self.scenes if name in still}
        self.tried = {now(name, answer) for name, answer in self.tried if name in still}
        self.ways = {
            (still[name], tuple(now(name, answer)[1] for answer in reply), still[to])
            for name, reply, to in self.ways
            if {name, to} <= still.keys()
        }

    def _toward(self, play: Play, looked: set[State]) -> Reply | None:
        """The reply here that leads soonest to a way not taken yet.

        From the states in `looked` none can be reached; those looked at on the way join them.
        """
        if self._moves is None or self._moves[0] is not play.scenario:
            self._moves = play.scenario, Transitions(play.scenario)
        moves = self._moves[1]
        ahead: deque[tuple[State, Reply | None]] = deque([(moves.at(play), None)])
        while ahead and len(looked) < _MOST:
            state, first = ahead.popleft()
            exercise = moves.exercise(state)
            if state in looked or exercise is None:
                continue
            looked.add(state)
            order = shuffling(play.seed, play.scenario.head.id, play.scenario.scenes[state.scene])
            for reply in kinds.of(exercise).samples(order):
                after, decided = _after(moves, state, exercise, reply, order)
                if (state.scene, decided, after.scene) not in self.ways:
                    return first or reply
                ahead.append((after, first or reply))
        return None


def _after(moves: Transitions, state: State, exercise: Exercise, reply: Reply, order: str) -> tuple[State, Reply]:
    """The state after that reply, and what of it was a decision."""
    judged = kinds.judged(exercise, reply, order)
    assert judged is not None
    turns = [each.turn for each in judged[1:]]
    for each, turn in zip(judged, [*turns, None], strict=True):
        state = moves.after(state, each.outcome, turn)
    return state, tuple(each.outcome.answer for each in judged if each.outcome.judged)


def all_answers(scenario: Scenario) -> set[tuple[str, Answer]]:
    """Every answer of a scenario, with the scene that offers it."""
    return {
        (scene.id, judged.outcome.answer)
        for scene in scenario.scenes.values()
        if not isinstance(scene.body, Ending)
        for reply in kinds.of(scene.body).samples()
        for judged in kinds.judged(scene.body, reply) or ()
        if judged.outcome.judged
    }
