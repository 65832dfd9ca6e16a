"""Every step that a scenario can take, and which pieces each step shows: exactly, as far as there is room to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from course.authoring.proof.options import answered
from course.authoring.proof.piece import Piece, What
from course.authoring.proof.pieces import pieces, told, written
from course.engine import judging, kinds
from course.engine.conditions import Past, holds
from course.engine.kinds import FIRST
from course.engine.outcome import Outcome
from course.engine.states.transitions import State, Transitions
from course.model import ALWAYS, Arrival, Branch, Ending, Passage, Scenario, Told, Verdict
from course.model.kinds.message import MessageInParts
from course.model.record import Record

MOST_STATES = 10_000
_BEST_FIRST = (Verdict.DO, Verdict.EITHER, Verdict.MIXED, Verdict.DONT)
_MOST_ALIKE = 40
"""Where there are more states than that, so many are looked at of those at one question of one scene."""


class Steps(Record):
    """All steps, from state 0 on."""

    pieces: tuple[Piece, ...]
    """All pieces there are; a set of them is a number with a bit for each."""
    scenes: tuple[str, ...]
    """The scene of each state."""
    ways: tuple[tuple[int, ...], ...]
    """Of each state, the state that each step leads to."""
    shows: tuple[tuple[int, ...], ...]
    """What each of these steps shows, up to and with the scene that it comes to."""
    taken: tuple[tuple[Outcome | None, ...], ...]
    """What is answered by each of them; None where one fact is changed after an ending."""
    comes: tuple[tuple[bool, ...], ...]
    """Whether each of them comes to a scene; else it comes to the next question of the same one."""
    first: int
    """What the first scene shows."""
    complete: bool
    """Whether all states were looked at."""


class _Node(Record):
    state: State
    flipped: frozenset[str] = frozenset()
    """The scenes with another fact that this path has been to."""


def steps(scenario: Scenario, most: int = MOST_STATES) -> Steps:
    """All steps; of a scenario with too many states, some at each scene."""
    found = _Walk(scenario).steps(most, None)
    return found or _Walk(scenario).steps(None, _MOST_ALIKE) or _nothing(scenario)


def _nothing(scenario: Scenario) -> Steps:
    return Steps(tuple(pieces(scenario)), (), (), (), (), (), 0, complete=False)


class _Walk:
    """Every state from the beginning on."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        asked = told(scenario)
        self._rules = Transitions(scenario, lambda scene: asked[scene.id])
        self._shows = Shows(scenario)

    def steps(self, most: int | None, alike: int | None) -> Steps | None:
        """All of it; None when there are more than `most` states. With `alike`, no more than so many of those that
        are at one question."""
        nodes = [_Node(self._rules.begin())]
        numbers = {nodes[0]: 0}
        of_one: Counter[tuple[str, int]] = Counter()
        ways: list[tuple[int, ...]] = []
        shows: list[tuple[int, ...]] = []
        taken: list[tuple[Outcome | None, ...]] = []
        comes: list[tuple[bool, ...]] = []
        complete = True
        for node in nodes:  # grows while it is walked
            kept: list[tuple[int, int, Outcome | None]] = []
            for after, shown, outcome in self._after(node):
                here = after.state.scene, after.state.turn.number
                if after not in numbers:
                    if alike is not None and of_one[here] >= alike and kept:
                        complete = False
                        continue
                    of_one[here] += 1
                    numbers[after] = len(nodes)
                    nodes.append(after)
                    if most is not None and len(nodes) > most:
                        return None
                kept.append((numbers[after], shown, outcome))
            ways.append(tuple(to for to, _, _ in kept))
            shows.append(tuple(shown for _, shown, _ in kept))
            taken.append(tuple(outcome for _, _, outcome in kept))
            comes.append(tuple(nodes[to].state.turn == FIRST for to, _, _ in kept))
        scenes = tuple(node.state.scene for node in nodes)
        first = self._shows.coming(nodes[0].state)
        return Steps(self._shows.pieces, scenes, tuple(ways), tuple(shows), tuple(taken), tuple(comes), first, complete)

    def _after(self, node: _Node) -> Iterator[tuple[_Node, int, Outcome | None]]:
        state, rules = node.state, self._rules
        body = self._scenario.scenes[state.scene].body
        if isinstance(body, Ending):
            if body.flip and body.flip not in node.flipped:
                after = rules.flipped(state, body.flip)
                yield _Node(after, node.flipped | {body.flip}), self._shows.coming(after), None
            return
        exercise = rules.exercise(state)
        assert exercise is not None
        kind = kinds.of(exercise)
        for outcome in sorted(kind.outcomes(state.turn), key=_how_good):  # of two as good for a walk, the better
            turn = kind.then(state.turn, outcome)
            after = rules.after(state, outcome, turn)
            shown = self._shows.answering(state.scene, outcome, rules.answered(state, outcome), last=turn is None)
            if after.turn == FIRST:
                shown |= self._shows.coming(after)
            yield _Node(after, node.flipped), shown, outcome


def _how_good(outcome: Outcome) -> int:
    return _BEST_FIRST.index(judging.verdict(outcome))


class Shows:
    """What is shown by coming to a scene and by answering there, as a set of pieces: a number with a bit for each."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._written = written(scenario)
        self.pieces = tuple(pieces(scenario))
        self._bits = {piece: 1 << number for number, piece in enumerate(self.pieces)}

    def coming(self, state: State) -> int:
        """Coming to a scene. (What is remembered there holds all that its texts ask for.)"""
        return self.scene(state.scene, state.past)

    def scene(self, name: str, past: Past) -> int:
        """Coming to a scene on that path."""
        scene = self._scenario.scenes[name]
        ending = isinstance(scene.body, Ending)
        found = self._bits[Piece(What.ENDING if ending else What.SCENE, ("scenes", name))]
        found |= self._texts([scene.text, scene.know], past) | self._arrivals(scene.arrives, past)
        return found | (self._texts([scene.body.better], past) if isinstance(scene.body, Ending) else 0)

    def answering(self, name: str, outcome: Outcome, past: Past, *, last: bool) -> int:
        """Answering on a path that the answer is part of; where it is the last at its scene, also the way on."""
        found = 0
        for piece in answered(self._scenario.scenes[name], outcome):
            found |= self._bits.get(piece, 0)
        found |= self._texts([outcome.happens, outcome.because, outcome.know], past)
        found |= self._texts([each.text for each in outcome.seen], past) | self._arrivals(outcome.arrives, past)
        body = self._scenario.scenes[name].body
        if last and isinstance(body, MessageInParts):
            found |= self._texts([body.happens], past) | self._arrivals(body.arrives, past)
        return found | (self._branch(outcome.next, past) if last and len(outcome.next) > 1 else 0)

    def _texts(self, texts: Iterable[Told], past: Past) -> int:
        found = 0
        for passage in (each for text in texts if not isinstance(text, str) for each in text):
            if passage.when != ALWAYS:
                found |= self._bit(What.PASSAGE if holds(passage.when, past) else What.ELSE, passage)
        return found

    def _arrivals(self, arrivals: Iterable[Arrival], past: Past) -> int:
        found = 0
        for each in arrivals:
            if holds(each.when, past):
                found |= self._bit(What.ARRIVAL, each) | self._texts([each.text, each.know], past)
        return found

    def _branch(self, branches: Iterable[Branch], past: Past) -> int:
        return self._bit(What.BRANCH, next(each for each in branches if holds(each.when, past)))

    def _bit(self, what: What, record: Passage | Arrival | Branch) -> int:
        at = self._written.get(id(record))
        return self._bits.get(Piece(what, at), 0) if at is not None else 0
