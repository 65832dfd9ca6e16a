"""Few walks that together show everything: paths from the beginning on, each as long as there is a way on.

To find the fewest is as hard as anything of its kind (it is a set cover), so they are found greedily: a walk for what
is hardest to show beside the rest, with as much else on its way as can be, and so on; then those that the others can
make up for are taken out. This is done a few times with another order, for as long as there may be fewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from course.engine.states.digraph import Edge, Ways, components, is_loop, shortest_path
from course.model.record import Record

_EFFORT = 1_500_000
"""Steps that may be looked at, counted each time they are."""
_TRIES = 24
_LONGEST_ROUND = 60
"""Steps after which a walk leaves a loop; what is left there is for the next."""

Wish = tuple[int, int]
"""A set of pieces, and what each of them is worth to a walk."""


class Walk(Record):
    """One walk, and the pieces that it shows."""

    edges: tuple[Edge, ...]
    shows: int


def cover(ways: Ways, shows: Sequence[Sequence[int]], first: int) -> tuple[Walk, ...]:
    """Walks that together show everything that can be shown. A set of pieces is a number with a bit for each;
    `shows` are those of each step, and `first` those that show before any."""
    return _Cover(ways, shows, first).walks()


class _Cover:
    def __init__(self, ways: Ways, shows: Sequence[Sequence[int]], first: int) -> None:
        self._ways, self._shows, self._first = ways, shows, first
        self._parts = components(ways)
        self._part = [0] * len(ways)
        for number, part in enumerate(self._parts):
            for node in part:
                self._part[node] = number
        self._inside = [self._within(part) if is_loop(part, ways) else None for part in self._parts]
        """What the steps within a loop show together; None where there is no loop."""
        self._size = sum(map(len, ways)) + 1
        self._spent = 0
        self.all, self._beside = self._reach()
        """Everything that can be shown; and of each piece, what some path shows that shows it too."""

    def walks(self) -> tuple[Walk, ...]:
        """The fewest that were found."""
        least = self._least()
        best: list[Walk] | None = None
        for number in range(_TRIES):
            found = self._without_needless(self._greedy(Random(number) if number else None))
            if best is None or len(found) < len(best):
                best = found
            if len(best) <= least or self._spent > _EFFORT:
                break
        return tuple(self._short(best or []))

    def _within(self, part: Sequence[int]) -> int:
        found = 0
        for node in part:
            for to, shown in zip(self._ways[node], self._shows[node], strict=True):
                found |= shown if to in part else 0
        return found

    def _reach(self) -> tuple[int, dict[int, int]]:
        """What lies before and behind each step says what can be shown beside what it shows."""
        ahead, behind = [0] * len(self._parts), [0] * len(self._parts)
        for number, part in enumerate(self._parts):
            ahead[number] = self._inside[number] or 0
            for _, to, shown in self._leaving(part):
                ahead[number] |= shown | ahead[self._part[to]]
        behind[self._part[0]] = self._first
        for number in reversed(range(len(self._parts))):
            behind[number] |= self._inside[number] or 0
            for _, to, shown in self._leaving(self._parts[number]):
                behind[self._part[to]] |= behind[number] | shown
        beside = dict.fromkeys(_bits(self._first), self._first | ahead[self._part[0]])
        for node, following in enumerate(self._ways):
            for to, shown in zip(following, self._shows[node], strict=True):
                together = behind[self._part[node]] | shown | ahead[self._part[to]]
                for bit in _bits(shown):
                    beside[bit] = beside.get(bit, 0) | together
        return self._first | ahead[self._part[0]], beside

    def _leaving(self, part: Sequence[int]) -> Iterator[tuple[Edge, int, int]]:
        """The steps that leave a group of states for another, where each leads, and what it shows."""
        here = self._part[part[0]]
        for node in part:
            for number, (to, shown) in enumerate(zip(self._ways[node], self._shows[node], strict=True)):
                if self._part[to] != here:
                    yield (node, number), to, shown

    def _least(self) -> int:
        """No fewer walks than this can do: so many pieces were found of which no path shows two."""
        found = 1
        bits = sorted(_bits(self.all), key=lambda bit: self._beside[bit].bit_count())
        for start in bits[:40]:
            apart, count = self.all & ~self._beside[start], 1
            for bit in bits:
                if apart & bit:
                    apart &= ~self._beside[bit]
                    count += 1
            found = max(found, count)
        return found

    def _greedy(self, random: Random | None) -> list[Walk]:
        found: list[Walk] = []
        left = self.all
        bits = sorted(_bits(left), key=lambda bit: (self._beside[bit].bit_count(), random.random() if random else 0))
        for bit in bits:
            if left & bit:
                more = [(left & random.getrandbits(self.all.bit_length()), 1)] if random else []
                walk = self._best([(bit, 10_000), (left, 1), *more])
                found.append(walk)
                left &= ~walk.shows
        return found

    def _without_needless(self, walks: list[Walk]) -> list[Walk]:
        """The walks without those whose own pieces the others can take on, each by another path that keeps its own."""
        number = 0
        walks = sorted(walks, key=lambda walk: walk.shows.bit_count())
        while number < len(walks):
            others = walks[:number] + walks[number + 1 :]
            rest = self._take_on(others) if self._spent <= _EFFORT else None
            walks, number = (rest, 0) if rest is not None else (walks, number + 1)
        return walks

    def _take_on(self, walks: list[Walk]) -> list[Walk] | None:
        """These walks, led so that they show everything; None where that does not come off."""
        walks = list(walks)
        missing = self.all & ~_together(walks)
        for _ in range(2):
            for number, walk in enumerate(walks):
                if not missing:
                    return walks
                own = walk.shows & ~_together(walks[:number] + walks[number + 1 :])
                other = self._best([(own, 10_000), (missing, 1)])
                if own & ~other.shows == 0 and other.shows & missing:
                    walks[number] = other
                    missing = self.all & ~_together(walks)
        return walks if not missing else None

    def _short(self, walks: list[Walk]) -> list[Walk]:
        """The same walks, each without what the others show anyway; that which shows most comes first."""
        walks = sorted(walks, key=lambda walk: -walk.shows.bit_count())
        for number, walk in enumerate(walks[1:], 1):
            own = walk.shows & ~_together(walks[:number] + walks[number + 1 :])
            other = self._best([(own, 10_000)], short=True)
            if own & ~other.shows == 0 and len(other.edges) < len(walk.edges):
                walks[number] = other
        return walks

    def _best(self, wishes: list[Wish], *, short: bool = False) -> Walk:
        """The walk that shows most of what is wished for. Where no scene is come to twice, none shows more."""
        self._spent += self._size
        value = [0] * len(self._parts)
        leave: list[Edge | None] = [None] * len(self._parts)
        for number, part in enumerate(self._parts):
            best = None
            for edge, to, shown in self._leaving(part):
                worth = _worth(shown, wishes) + value[self._part[to]] - short
                if best is None or worth > best:
                    best, leave[number] = worth, edge
            value[number] = (best or 0) + _worth(self._inside[number] or 0, wishes)
        return self._walked(leave, wishes)

    def _walked(self, leave: Sequence[Edge | None], wishes: list[Wish]) -> Walk:
        wanted = 0
        for wished, _ in wishes:
            wanted |= wished
        edges: list[Edge] = []
        shown, node = self._first, 0
        while True:
            if self._inside[self._part[node]] is not None:
                round_, node, more = self._round(node, wanted & ~shown)
                edges += round_
                shown |= more
            edge = leave[self._part[node]]
            if edge is None:
                return Walk(tuple(edges), shown)
            way = self._to(node, edge[0])
            for each in (*way, edge):
                edges.append(each)
                shown |= self._shows[each[0]][each[1]]
            node = self._ways[edge[0]][edge[1]]

    def _round(self, node: int, wanted: int) -> tuple[list[Edge], int, int]:
        """Round and round in a loop, always to the nearest step that shows something wanted."""
        edges: list[Edge] = []
        shown = 0
        while len(edges) < _LONGEST_ROUND and (way := self._toward(node, wanted & ~shown)):
            for each in way:
                edges.append(each)
                shown |= self._shows[each[0]][each[1]]
            node = self._ways[way[-1][0]][way[-1][1]]
        return edges, node, shown

    def _toward(self, node: int, wanted: int) -> list[Edge]:
        """The steps to the nearest one in a loop that shows something wanted, with that one; none if there is none."""

        def step(at: int) -> int | None:
            return next((number for number in self._staying(at) if self._shows[at][number] & wanted), None)

        found = shortest_path(self._ways, node, self._staying, lambda each: step(each) is not None) if wanted else None
        number = step(found[1]) if found else None
        return [] if found is None or number is None else [*found[0], (found[1], number)]

    def _to(self, node: int, goal: int) -> list[Edge]:
        found = shortest_path(self._ways, node, self._staying, lambda each: each == goal)
        return found[0] if found else []

    def _staying(self, node: int) -> Iterator[int]:
        """The steps that stay in a loop."""
        return (number for number, to in enumerate(self._ways[node]) if self._part[to] == self._part[node])


def _worth(shown: int, wishes: list[Wish]) -> int:
    return sum((shown & wished).bit_count() * worth for wished, worth in wishes) if shown else 0


def _together(walks: Sequence[Walk]) -> int:
    found = 0
    for walk in walks:
        found |= walk.shows
    return found


def _bits(pieces: int) -> Iterator[int]:
    while pieces:
        bit = pieces & -pieces
        yield bit
        pieces ^= bit
