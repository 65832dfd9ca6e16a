"""Directed graphs: which nodes lie on loops together, and the shortest path from one to another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Ways = Sequence[Sequence[int]]
"""Of each node, by number, the nodes that follow it."""

Edge = tuple[int, int]
"""A node, and which of the ways from there is taken."""


def components(ways: Ways) -> tuple[tuple[int, ...], ...]:
    """The groups of nodes that can reach each other; each group comes after all those it leads to.

    Tarjan's algorithm (Depth-first search and linear graph algorithms, 1972), without recursion.
    """
    found: list[tuple[int, ...]] = []
    index = [0] * len(ways)
    low = [0] * len(ways)
    waiting: list[int] = []
    done = [False] * len(ways)
    count = 0
    for root in range(len(ways)):
        if index[root]:
            continue
        path = [(root, iter(ways[root]))]
        count += 1
        index[root] = low[root] = count
        waiting.append(root)
        while path:
            node, following = path[-1]
            for after in following:
                if not index[after]:
                    count += 1
                    index[after] = low[after] = count
                    waiting.append(after)
                    path.append((after, iter(ways[after])))
                    break
                if not done[after] and index[after] < low[node]:
                    low[node] = index[after]
            else:
                path.pop()
                if path and low[node] < low[path[-1][0]]:
                    low[path[-1][0]] = low[node]
                if low[node] == index[node]:
                    part = [waiting.pop()]
                    while part[-1] != node:
                        part.append(waiting.pop())
                    for each in part:
                        done[each] = True
                    found.append(tuple(part))
    return tuple(found)


def is_loop(part: Sequence[int], ways: Ways) -> bool:
    """Whether one can leave a node of this group and come back to it."""
    return len(part) > 1 or part[0] in ways[part[0]]


def turned_round(ways: Ways) -> Ways:
    """Of each node, the nodes that it follows."""
    before: list[list[int]] = [[] for _ in ways]
    for node, following in enumerate(ways):
        for after in following:
            before[after].append(node)
    return before


def leading_to(before: Ways, goals: Iterable[int]) -> set[int]:
    """These nodes, and all from which some way leads to one of them. `before` are the ways turned round."""
    found = set(goals)
    for node in (waiting := list(found)):  # grows while it is walked
        for each in before[node]:
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


def shortest_path(
    ways: Ways, start: int, onward: Callable[[int], Iterable[int]], goal: Callable[[int], bool]
) -> tuple[list[Edge], int] | None:
    """The shortest path from a node to one that is a goal, by the ways that `onward` allows at each node, and where it
    ends; the first of several. None when there is no such path."""
    came: dict[int, Edge | None] = {start: None}
    for node in (waiting := [start]):  # grows while it is walked
        if goal(node):
            edges = []
            edge = came[node]
            while edge is not None:
                edges.append(edge)
                edge = came[edge[0]]
            return edges[::-1], node
        for number in onward(node):
            after = ways[node][number]
            if after not in came:
                came[after] = node, number
                waiting.append(after)
    return None
