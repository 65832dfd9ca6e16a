"""The lowest and the highest share that any path gets, and the path that gets it.

A ratio of two sums cannot be had by adding up along a path, but whether some path beats a given ratio can. So the
answer is found by trying: Dinkelbach's method (On nonlinear fractional programming, 1967), exact in whole numbers,
which comes to an end after a few rounds.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import force_setattr

from course.authoring.odds.components import components
from course.authoring.odds.gains import Gain
from course.model.record import Record

Edge = tuple[int, int]
"""A state, and the number of the answer given there."""


class Network(Record):
    """States, where each answer leads and what it gains, and at which states a path may end.

    Inside a group of states that lie on loops together, nothing may be gained.
    """

    ways: Sequence[Sequence[int]]
    gains: Sequence[Sequence[Gain]]
    ends: Sequence[bool]
    parts: Sequence[Sequence[int]] = ()

    def __post_init__(self) -> None:
        if not self.parts:
            force_setattr(self, "parts", components(self.ways))


class Best(Record):
    """The best path from state 0 to an end, by some weights."""

    got: int
    of: int
    edges: tuple[Edge, ...]
    end: int


def lowest(network: Network) -> Fraction | None:
    """The least share of any path to an end; None when nothing is at stake on any of them."""
    return _extreme(network, -1)[0]


def highest(network: Network) -> Fraction | None:
    """The greatest share of any path to an end; None when nothing is at stake on any of them."""
    return _extreme(network, 1)[0]


def highest_path(network: Network) -> Best | None:
    """A path with the greatest share; any path to an end when nothing is at stake; None when there is none."""
    share, search = _extreme(network, 1)
    return search.path() if share is not None else _Search(network, (0, 0)).path()


def _extreme(network: Network, sign: int) -> tuple[Fraction | None, _Search]:
    search = _Search(network, (0, 1))
    if not search.of[0]:
        return None, search
    share = Fraction(0) if sign > 0 else Fraction(1)
    while True:
        better = _Search(network, (sign * share.denominator, -sign * share.numerator))
        got, of = better.got[0], better.of[0]
        if of == 0 or Fraction(got, of) == share:
            return share, search if search.of[0] and Fraction(search.got[0], search.of[0]) == share else better
        share, search = Fraction(got, of), better


class _Search:
    """For each state the path on which what is got and what it is out of, so weighted, add up to most."""

    def __init__(self, network: Network, weights: tuple[int, int]) -> None:
        self._network = network
        size = len(network.ways)
        self._most: list[int | None] = [None] * size
        self.got, self.of, self._answer = [0] * size, [0] * size, [-1] * size
        self._way_out: dict[int, int] = {}
        """Of each state on a loop, the state at which the loop is best left or ended."""
        for part in network.parts:
            for state in part:
                self._look(state, *weights)
            if len(part) > 1:
                self._share(part)

    def _look(self, state: int, for_got: int, for_of: int) -> None:
        network, most = self._network, self._most
        best = 0 if network.ends[state] else None
        got = of = 0
        answer = -1
        for number, (after, (more, out_of)) in enumerate(zip(network.ways[state], network.gains[state], strict=True)):
            then = most[after]
            if then is None:
                continue
            value = then + for_got * more + for_of * out_of
            if best is None or value > best:
                best, got, of, answer = value, self.got[after] + more, self.of[after] + out_of, number
        most[state], self.got[state], self.of[state], self._answer[state] = best, got, of, answer

    def _share(self, part: Sequence[int]) -> None:
        """On a loop, where nothing is gained, every state is as good as the one from which it is best left."""
        inside = set(part)
        known = [
            (value, state)
            for state in part
            if (value := self._most[state]) is not None
            and (self._answer[state] < 0 or self._network.ways[state][self._answer[state]] not in inside)
        ]
        if not known:
            return
        value, best = max(known)
        for state in part:
            self._most[state], self.got[state], self.of[state] = value, self.got[best], self.of[best]
            self._way_out[state] = best

    def path(self) -> Best | None:
        """The path from state 0."""
        if self._most[0] is None:
            return None
        edges: list[Edge] = []
        state = 0
        while True:
            for edge in self._inside(state):
                edges.append(edge)
                state = self._network.ways[edge[0]][edge[1]]
            if self._answer[state] < 0:
                return Best(self.got[0], self.of[0], tuple(edges), state)
            edges.append((state, self._answer[state]))
            state = self._network.ways[state][self._answer[state]]

    def _inside(self, start: int) -> list[Edge]:
        """The shortest way on a loop to where it is best left."""
        goal = self._way_out.get(start, start)
        came: dict[int, Edge] = {}
        waiting = deque([start])
        while waiting and goal != start and goal not in came:
            state = waiting.popleft()
            for number, after in enumerate(self._network.ways[state]):
                if self._way_out.get(after) == goal and after not in came:
                    came[after] = (state, number)
                    waiting.append(after)
        edges: list[Edge] = []
        while goal != start:
            edges.append(came[goal])
            goal = came[goal][0]
        return edges[::-1]
