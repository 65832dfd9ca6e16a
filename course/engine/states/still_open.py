"""What is still open of a condition: two pasts that leave the same open go on alike, whatever happens next.

Once one of five things was done, whoever asks whether any of them was has nothing left to ask, and it does not matter
which it was. States that differ in nothing else are one.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Generic, TypeVar

from course.engine import kinds
from course.engine.conditions import Fact, What, fits
from course.engine.states.need import NOT_KNOWN, Need, asked, facts_added, last_day, leads_to, offering, ways_on
from course.engine.states.remembered import Bits, Remembered
from course.model import ALWAYS, Condition, Contacts, Ending, Scene
from course.model.record import Record

Told = Callable[[Scene], Iterable[Condition]]
"""What the texts of a scene ask, where what learners read is to be remembered as well."""


def nothing_told(_: Scene) -> Iterable[Condition]:
    """States differ by what steers alone."""
    return ()


Thing = Fact | Contacts
"""What a condition can ask for."""

Left = tuple[object, ...]
"""What is left of a condition; the same is equal."""

T = TypeVar("T")

HOLDS: Left = ("holds",)
"""It holds from there on, whatever happens."""
FAILS: Left = ("fails",)
"""It cannot hold any more."""


class _From(Record):
    """What lies open from a scene on, once it has been come to."""

    asked: frozenset[tuple[Condition, ...]]
    """Every question that can be asked: the conditions of a way on, one after the other, or one alone."""
    whole: frozenset[Thing]
    """What is asked for by more than conditions: all that is remembered of it matters."""
    to_come: frozenset[Thing]
    """What can happen, and how contacts can be made."""


_NOTHING = _From(frozenset(), frozenset(), frozenset())


class StillOpen:
    """What is still open at each scene of a scenario."""

    def __init__(self, groups: Iterable[tuple[Scene, ...]], told: Told, all: Need, bits: Bits) -> None:
        """`groups` are the scenes, those together that lie on loops with each other, and after all that follows."""
        self._all = frozenset[Thing]((*all.facts, *all.contacts))
        self._told = told
        self._bits = bits
        self._from: dict[str, _From] = {}
        self._here: dict[str, tuple[tuple[_Question, ...], _Part]] = {}
        self._alike: dict[tuple[_Condition, ...], _Question] = {}
        self._conditions: dict[tuple[Condition, int, frozenset[Contacts]], _Condition] = {}
        scenes = {scene.id: scene for group in groups for scene in group}
        for group in groups:
            found = [self._of(scene) for scene in group]
            for name in {name for scene in group for name in leads_to(scene)}:
                found += [self._coming(scenes[name]), self._from.get(name, _NOTHING)]
            together = _From(
                frozenset().union(*(each.asked for each in found)),
                frozenset().union(*(each.whole for each in found)),
                frozenset().union(*(each.to_come for each in found)),
            )
            self._from.update((scene.id, together) for scene in group)

    def left(self, scene: str, past: Remembered) -> object:
        """What that past leaves open at a scene that has been come to."""
        if scene not in self._here:
            here = self._from.get(scene, _NOTHING)
            to_come = self._part(here.to_come)
            self._here[scene] = tuple(self._question(each, to_come) for each in here.asked), self._part(here.whole)
        questions, whole = self._here[scene]
        return (whole.of(past), *[each.left(past) for each in questions])

    def _part(self, things: Iterable[Thing]) -> _Part:
        facts, contacts = set[Fact](), set[Contacts]()
        for each in things:
            facts.add(each) if isinstance(each, Fact) else contacts.add(each)
        return _Part(self._bits.of(frozenset(facts)), frozenset(contacts))

    def _question(self, conditions: tuple[Condition, ...], to_come: _Part) -> _Question:
        each_one = tuple([self._condition(each, to_come) for each in conditions])
        if each_one not in self._alike:
            self._alike[each_one] = _Question(each_one)
        return self._alike[each_one]

    def _condition(self, condition: Condition, to_come: _Part) -> _Condition:
        asks = asked(condition, NOT_KNOWN)
        need = _Part(self._bits.of(asks.facts), frozenset(asks.contacts))
        key = condition, need.facts & to_come.facts, need.contacts & to_come.contacts
        found = self._conditions.get(key)
        if found is None:
            opposite = None if condition.opposite is None else self._condition(condition.opposite, to_come)
            any_of = [self._condition(each, to_come) for each in condition.any]
            own = self._bits.asked(condition)
            found = self._conditions[key] = _Condition(need, own, condition.contacts, to_come, opposite, any_of)
        return found

    def _of(self, scene: Scene) -> _From:
        """What the scene itself asks, and what its answers may add."""
        told = [(each,) for each in self._told(scene) if each != ALWAYS]
        if isinstance(scene.body, Ending):
            if scene.body.flip:  # what is told and asked after it knows only what is remembered here
                return _From(frozenset(), _things(*[each for (each,) in told]), frozenset())
            return _From(frozenset(told), frozenset(), frozenset())
        ways = [tuple(branch.when for branch in way) for way in ways_on(scene) if len(way) > 1]
        return _From(frozenset((*told, *ways)), frozenset(), self._adds(scene))

    def _coming(self, scene: Scene) -> _From:
        """What is asked on coming to a scene, and what that adds."""
        been = self._all & {Fact(What.BEEN, scene.id)}
        offered = [each for each in offering(scene) if each != ALWAYS]
        if last_day(scene) is not None:  # its limits go by the days of contacts
            return _From(frozenset(), _things(*offered), been)
        return _From(frozenset((each,) for each in offered), frozenset(), been)

    def _adds(self, scene: Scene) -> frozenset[Thing]:
        """What answers there can add; where days are planned, since limits break rules too, anything."""
        if last_day(scene) is not None:
            return self._all
        assert not isinstance(scene.body, Ending)
        found: set[Thing] = set()
        kind = kinds.of(scene.body)
        for answers in kind.samples():  # which between them hold everything that can be answered
            for each in kinds.judged(scene.body, answers) or ():
                found |= facts_added(scene.id, each.outcome)
                if (contact := each.outcome.contact) is not None:
                    found |= {asked for asked in self._all if isinstance(asked, Contacts) and fits(contact, asked)}
        return self._all & found


def _things(*conditions: Condition) -> frozenset[Thing]:
    """All that they ask for."""
    needs = [asked(each, NOT_KNOWN) for each in conditions]
    return frozenset[Thing]().union(*[each.facts for each in needs], *[each.contacts for each in needs])


class _Part:
    """As much of a past as is asked for by some things: facts, in bits, and kinds of contact."""

    def __init__(self, facts: int, contacts: frozenset[Contacts]) -> None:
        self.facts = facts
        self.contacts = contacts

    def of(self, past: Remembered) -> object:
        """As much of that past as these things ask for."""
        facts = past.facts & self.facts
        return (facts, past.only_contacts(self.contacts)) if self.contacts else facts


class _Known(_Part, ABC, Generic[T]):
    """What pasts leave open, of each as much as matters worked out once."""

    def __init__(self, facts: int, contacts: frozenset[Contacts]) -> None:
        super().__init__(facts, contacts)
        self._known: dict[object, T] = {}

    def left(self, past: Remembered) -> T:
        """What that past leaves open of it."""
        here = self.of(past)
        found = self._known.get(here)
        if found is None:
            found = self._known[here] = self._work_out(past)
        return found

    @abstractmethod
    def _work_out(self, past: Remembered) -> T: ...


class _Condition(_Known[Left]):
    """A condition that is asked at some scenes from which the same may still come."""

    def __init__(
        self,
        need: _Part,
        own: int,
        of: Contacts | None,
        to_come: _Part,
        opposite: _Condition | None,
        any_of: Sequence[_Condition],
    ) -> None:
        """`need` is all that it asks for; `own` are the facts that it asks for by itself, and `of` the contacts."""
        super().__init__(need.facts, need.contacts)
        self._own = own
        self._never = own & ~to_come.facts
        """Those of them that cannot happen any more."""
        self._of = of
        self._more = of in to_come.contacts
        self._opposite = opposite
        self._any = any_of

    def _work_out(self, past: Remembered) -> Left:
        missing = self._own & ~past.facts
        if missing & self._never:
            return FAILS
        found: list[Left] = [("facts", missing)] if missing else []
        if self._of is not None:
            found.append(self._left_of_contacts(self._of, past))
        if self._opposite is not None:
            left = self._opposite.left(past)
            found.append(HOLDS if left is FAILS else FAILS if left is HOLDS else ("not", left))
        if self._any:
            found.append(_of_any([each.left(past) for each in self._any]))
        if FAILS in found:
            return FAILS
        return tuple([each for each in found if each is not HOLDS]) or HOLDS

    def _left_of_contacts(self, asked: Contacts, past: Remembered) -> Left:
        days = past.days(asked)
        enough = len(days) >= asked.least
        if not enough and not self._more:
            return FAILS
        return HOLDS if enough and asked.days is None else ("contacts", asked, days)


def _of_any(lefts: Sequence[Left]) -> Left:
    some = frozenset([each for each in lefts if each is not FAILS])
    return HOLDS if HOLDS in some else ("any", some) if some else FAILS


class _Question(_Known[int]):
    """Conditions that are asked in their order, until one holds; what is left open of them, as a number."""

    def __init__(self, conditions: Sequence[_Condition]) -> None:
        facts = reduce(or_, [each.facts for each in conditions])
        super().__init__(facts, frozenset().union(*[each.contacts for each in conditions]))
        self._conditions = conditions
        self._numbers: dict[tuple[tuple[int, Left], ...], int] = {}

    def _work_out(self, past: Remembered) -> int:
        may_hold: list[tuple[int, Left]] = []
        """The conditions that may be the first to hold, by number, each with what is left of it."""
        for number, condition in enumerate(self._conditions):
            left = condition.left(past)
            if left is not FAILS:
                may_hold.append((number, left))
            if left is HOLDS:
                break
        return self._numbers.setdefault(tuple(may_hold), len(self._numbers))
