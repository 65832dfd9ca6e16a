"""States, and which answer leads from one to the next, as a play would go."""

from __future__ import annotations

from course.engine import kinds
from course.engine.conditions import Fact, What, holds
from course.engine.kinds import FIRST, Turn
from course.engine.outcome import Answer, Outcome
from course.engine.play import Play
from course.engine.states.memory import Memory
from course.engine.states.need import NOT_KNOWN, NOTHING, asked, ways_on
from course.engine.states.remembered import Made, Remembered
from course.engine.states.still_open import Told, nothing_told
from course.model import Ending, Scenario
from course.model.kinds import Exercise
from course.model.record import Record

AS_WRITTEN = -1
"""Stands for what a scene offers where that does not depend on the path."""


class State(Record, cache_hash=True):
    """Where a scenario stands, with what can still matter of what happened before."""

    scene: str
    past: Remembered
    offered: int = AS_WRITTEN
    """What is asked: a number that `Transitions.exercise` knows."""
    answered: frozenset[str] = frozenset()
    """The scenes of this scene's loop that have been answered."""
    turn: Turn = FIRST
    """Which question of the scene is asked."""


class _Answer:
    """One answer at one question, as far as it changes states."""

    def __init__(self, outcome: Outcome, turn: Turn | None, adds: int, asked: int | None) -> None:
        self.adds = adds
        self.contact = outcome.contact
        self.day = outcome.day
        self.turn = turn
        """The turn that it leads to; None when it was the last."""
        self.next = outcome.next
        self.asked = asked
        """The facts that decide where it leads; None where contacts do too."""
        self.taken: dict[int, int] = {}
        """Which of its ways was taken, by these facts."""
        self.alike = adds, self.contact, self.day, turn, turn is None and id(self.next)
        """Answers of one question of which this is equal lead to the same states."""


class Asked(Record, gc=True):
    """What is asked in a state."""

    outcomes: tuple[Outcome, ...] = ()
    answers: tuple[_Answer, ...] = ()
    """The answers, those alike once."""
    order: tuple[int, ...] = ()
    """Of each outcome, which of these it is."""


_NOTHING = Asked()


class Transitions:
    """The states of one scenario, each asked for as it is come to."""

    def __init__(self, scenario: Scenario, told: Told = nothing_told) -> None:
        """With `told`, which says what the texts of a scene ask, states differ also by what is read in them."""
        self._scenario = scenario
        self._memory = Memory(scenario, told)
        self._offered: list[Exercise] = []
        self._numbers: dict[Exercise, int] = {}
        self._kinds: dict[tuple[str, int], kinds.Kind | None] = {}
        self._asked: dict[tuple[str, int, Turn], Asked] = {}
        self._answers: dict[tuple[str, int, Turn, Answer], _Answer] = {}
        self._come: dict[tuple[str, int, int, Made, frozenset[str]], State] = {}
        self._taken: set[tuple[str, int, int]] = set()

    def begin(self) -> State:
        """Where the scenario begins."""
        return self._come_to(self._scenario.head.start, 0, 0, (), frozenset())

    def at(self, play: Play) -> State:
        """Where a play stands, before anything of its scene is answered."""
        past, memory = play.coming, self._memory
        facts = memory.bits.of(frozenset(fact for fact in memory.all.facts if past.happened(fact)))
        made: Made = ()
        for each in past.log:
            made = memory.with_contact(made, each.contact, each.day)
        here = play.trail[-1]
        answered = frozenset(each.scene for each in play.trail[:-1])
        return self._come_to(here.scene, here.day, facts, made, answered)

    def exercise(self, state: State) -> Exercise | None:
        """What is asked there; None at an ending."""
        if state.offered != AS_WRITTEN:
            return self._offered[state.offered]
        body = self._scenario.scenes[state.scene].body
        return None if isinstance(body, Ending) else body

    def asked(self, state: State) -> Asked:
        """What can be answered there."""
        key = state.scene, state.offered, state.turn
        found = self._asked.get(key)
        if found is None:
            found = self._asked[key] = self._ask(state)
        return found

    def _ask(self, state: State) -> Asked:
        key = state.scene, state.offered
        if key not in self._kinds:
            exercise = self.exercise(state)
            self._kinds[key] = kinds.of(exercise) if exercise is not None else None
        kind = self._kinds[key]
        if kind is None:
            return _NOTHING
        outcomes = kind.outcomes(state.turn)
        answers: list[_Answer] = []
        numbers: dict[object, int] = {}
        order = []
        for outcome in outcomes:
            answer = self._answer(state, outcome, kind.then(state.turn, outcome))
            number = numbers.setdefault(answer.alike, len(answers))
            order.append(number)
            if number == len(answers):
                answers.append(answer)
        return Asked(outcomes, tuple(answers), tuple(order))

    def ways(self, state: State) -> list[State]:
        """The states after each of these answers."""
        asked = self.asked(state)
        after = [self._after(state, each) for each in asked.answers]
        return after if len(after) == len(asked.order) else [after[number] for number in asked.order]

    def after(self, state: State, outcome: Outcome, turn: Turn | None) -> State:
        """The state after that answer, which leads to that turn; None when it was the last."""
        return self._after(state, self._answer(state, outcome, turn))

    def answered(self, state: State, outcome: Outcome) -> Remembered:
        """The past with that answer, on its day: of that its texts are asked, and the ways on."""
        past = state.past
        today = past.today if outcome.day is None else outcome.day
        facts = past.facts | self._memory.added(state.scene, outcome)
        made = past.contacts
        if outcome.contact is not None:
            made = self._memory.with_contact(made, outcome.contact, outcome.contact.on(today))
        return Remembered(past.bits, facts, made, today)

    def flipped(self, state: State, scene: str) -> State:
        """The state once one fact is changed after an ending, at that scene."""
        return self._come_to(scene, state.past.today, state.past.facts, state.past.contacts, frozenset())

    def taken(self) -> frozenset[tuple[str, int, int]]:
        """Which branches were taken on the ways that were asked for, where there is more than one: scene, way on, and
        branch, both by number."""
        return frozenset(self._taken)

    def _answer(self, state: State, outcome: Outcome, turn: Turn | None) -> _Answer:
        key = state.scene, state.offered, state.turn, outcome.answer
        found = self._answers.get(key)
        if found is None:
            memory = self._memory
            need = NOTHING
            for branch in outcome.next if turn is None and len(outcome.next) > 1 else ():
                need |= asked(branch.when, NOT_KNOWN)
            adds = memory.added(state.scene, outcome) & memory.facts[state.scene]
            decides = None if need.contacts else memory.bits.of(need.facts)
            found = self._answers[key] = _Answer(outcome, turn, adds, decides)
        return found

    def _after(self, state: State, answer: _Answer) -> State:
        past, memory = state.past, self._memory
        facts, made = past.facts | answer.adds, past.contacts
        today = past.today if answer.day is None else answer.day
        if answer.contact is not None:
            made = memory.with_contact(made, answer.contact, answer.contact.on(today))
        if answer.turn is not None:
            if facts != past.facts or made is not past.contacts:
                past = memory.kept(state.scene, facts, made, past.today)
            return State(state.scene, past, state.offered, state.answered, answer.turn)
        name = answer.next[0].next
        if len(answer.next) > 1:
            name = answer.next[self._branch(state.scene, answer, Remembered(past.bits, facts, made, today))].next
        answered = state.answered | {state.scene} if state.scene in memory.loop else state.answered
        return self._come_to(name, today, facts, made, answered)

    def _branch(self, scene: str, answer: _Answer, past: Remembered) -> int:
        """The number of the branch that is taken after that past."""
        if answer.asked is not None and (found := answer.taken.get(past.facts & answer.asked)) is not None:
            return found
        found = next(index for index, each in enumerate(answer.next) if holds(each.when, past))
        ways = ways_on(self._scenario.scenes[scene])
        self._taken.add((scene, next(number for number, way in enumerate(ways) if way is answer.next), found))
        if answer.asked is not None:
            answer.taken[past.facts & answer.asked] = found
        return found

    def _come_to(self, name: str, today: int, facts: int, made: Made, answered: frozenset[str]) -> State:
        """Having come to a scene: what it offers is settled now, and what only that asked for forgotten."""
        memory = self._memory
        day = self._scenario.scenes[name].day
        key = name, (today if day is None else day) if memory.by_day else 0, facts & memory.coming[name], made, answered
        found = self._come.get(key)
        if found is None:
            found = self._come[key] = self._coming(*key)
        return found

    def _coming(self, name: str, day: int, facts: int, made: Made, answered: frozenset[str]) -> State:
        memory, body = self._memory, self._scenario.scenes[name].body
        facts |= memory.bits.bit(Fact(What.BEEN, name))
        answered = answered & memory.loop[name] if answered and name in memory.loop else frozenset()
        offered = AS_WRITTEN
        if memory.offers[name] is not NOTHING and not isinstance(body, Ending):
            exercise = kinds.of(body).offered(Remembered(memory.bits, facts, made, day), day)
            offered = self._numbers.setdefault(exercise, len(self._offered))
            if offered == len(self._offered):
                self._offered.append(exercise)
        return State(name, memory.kept(name, facts, made, day), offered, answered)
