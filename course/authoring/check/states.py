"""How many states a scenario has, and which of its conditions makes so many of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from course.authoring.check.finding import Address, Found, at, in_scene
from course.authoring.check.paths import Paths, most_states
from course.authoring.check.places import places
from course.engine.conditions import Fact
from course.engine.states.need import Need, asked
from course.engine.states.transitions import AS_WRITTEN, State
from course.model import ALWAYS, Branch, Choice, Contacts, Ending, Scenario
from course.model.kinds.calendar import Calendar, Way
from course.model.record import Record

_WORTH_NAMING = 0.8
"""What leaves more of the states than this share is not what makes so many."""


class Cause(Record):
    """What makes many of the states."""

    at: Address
    what: str
    """What it is, at the beginning of a sentence."""
    left: int
    """So many states would be left without it."""
    also: tuple[Address, ...] = ()
    """What else asks for the same."""


class _Steering(Record):
    """A condition that steers the scenario."""

    need: Need
    at: Address
    scene: str
    offers: bool
    """Whether an option is offered by it."""

    @property
    def things(self) -> frozenset[Fact | Contacts]:
        """The facts and contacts that the condition asks for."""
        return self.need.facts | frozenset(self.need.contacts)


def too_many(scenario: Scenario, states: Sequence[State]) -> Found:
    """A scenario that has more states than can be looked at; these are some of them."""
    message = "This scenario remembers so much that its paths cannot all be looked at."
    cause = most(scenario, states)
    if cause is None:
        mend = "Use fewer branches that ask for broken rules and contacts, or split the scenario in two."
        return Found("too-many-states", at(scenario.head.file, "start"), message, mend)
    return Found("too-many-states", cause.at, f"{message} {_blame(cause, len(states))}", _mend(cause), cause.also)


def many(paths: Paths) -> Iterator[Found]:
    """A scenario that has more than half as many states as can be looked at."""
    scenario, states = paths.scenario, paths.graph.states
    limit = most_states(scenario)
    cause = most(scenario, states) if len(states) > limit / 2 else None
    if cause is not None:
        message = f"This scenario has {len(states):,} states, and from {limit:,} on they cannot all be looked at."
        yield Found("many-states", cause.at, f"{message} {_blame(cause, len(states))}", _mend(cause), cause.also)


def _blame(cause: Cause, states: int) -> str:
    return f"{cause.what} makes most of them: without it, {cause.left:,} of {states:,} would be left."


def _mend(cause: Cause) -> str:
    if cause.what.startswith("The calendar"):
        return "Give it fewer days or ways, or limits that ask for less."
    if cause.what.startswith("The loop"):
        return "Let fewer scenes lead back to where one has been."
    return "Let it ask for less, such as one rule for several; or ask sooner, so that it can be forgotten."


def most(scenario: Scenario, states: Sequence[State]) -> Cause | None:
    """What makes most of these states: what fewest are left without; None where nothing does."""
    found = [*_conditions(scenario, states), *_calendars(scenario, states), *_loops(scenario, states)]
    best = min(found, key=lambda each: each.left, default=None)
    return best if best is not None and best.left <= _WORTH_NAMING * len(states) else None


def _conditions(scenario: Scenario, states: Sequence[State]) -> Iterator[Cause]:
    steering = list(_steering(scenario))
    numbered = _Numbered(states)
    for things in dict.fromkeys(each.things for each in steering):
        same = [each for each in steering if not things.isdisjoint(each.things)]
        left = numbered.without(things, {each.scene for each in same if each.offers})
        first, *others = sorted(same, key=lambda each: each.things != things)
        yield Cause(first.at, "This condition", left, tuple(each.at for each in others[:3]))


class _Numbered:
    """Many states as numbers, so that they can be counted again and again without one thing or another."""

    def __init__(self, states: Sequence[State]) -> None:
        self._states = states
        rests: dict[object, int] = {}
        pasts: dict[tuple[tuple[Contacts, tuple[int, ...]], ...], int] = {}
        self._offered = [rests.setdefault(_rest(each, each.offered), len(rests)) for each in states]
        self._written = [rests.setdefault(_rest(each, AS_WRITTEN), len(rests)) for each in states]
        self._contacts = [pasts.setdefault(each.past.contacts, len(pasts)) for each in states]
        self._pasts = pasts

    def without(self, things: frozenset[Fact | Contacts], offering: Collection[str]) -> int:
        """How many states would be left if these things were not remembered, and the options of these scenes offered
        on every path."""
        bits = self._states[0].past.bits
        keep = ~bits.of(frozenset(each for each in things if isinstance(each, Fact)))
        contacts = self._contacts
        if any(isinstance(each, Contacts) for each in things):
            fewer: dict[object, int] = {}
            now = {
                number: fewer.setdefault(tuple(each for each in past if each[0] not in things), len(fewer))
                for past, number in self._pasts.items()
            }
            contacts = [now[number] for number in contacts]
        rests = self._offered
        if offering:
            rests = [
                written if state.scene in offering else offered
                for state, offered, written in zip(self._states, rests, self._written, strict=True)
            ]
        facts = (state.past.facts & keep for state in self._states)
        return len(set(zip(rests, facts, contacts, strict=True)))


def _rest(state: State, offered: int) -> object:
    return state.scene, state.past.today, offered, state.answered, state.turn


def _steering(scenario: Scenario) -> Iterator[_Steering]:
    """What branches ask, and what options do: the rest is forgotten where it has been told."""
    for record, where in places(scenario):
        if isinstance(record, Branch | Choice | Way) and record.when != ALWAYS:
            way = Address(where.file, (*where.way, "when"))
            yield _Steering(asked(record.when, 0), way, str(where.way[1]), not isinstance(record, Branch))


def _calendars(scenario: Scenario, states: Sequence[State]) -> Iterator[Cause]:
    for scene in scenario.scenes.values():
        if isinstance(scene.body, Calendar):
            here = [state for state in states if state.scene == scene.id]
            days = {state.turn.number for state in here}
            where = in_scene(scenario.head.file, scene.id, "calendar")
            yield Cause(where, f"The calendar at {scene.id}", len(states) - len(here) + len(days))


def _loops(scenario: Scenario, states: Sequence[State]) -> Iterator[Cause]:
    back = next((state for state in states if state.answered), None)
    if back is not None and not isinstance(scenario.scenes[back.scene].body, Ending):
        left = {State(each.scene, each.past, each.offered, frozenset(), each.turn) for each in states}
        yield Cause(in_scene(scenario.head.file, back.scene), f"The loop through {back.scene}", len(left))
