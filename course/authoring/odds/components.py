"""Strongly connected components: which nodes of a directed graph lie on loops together."""

from __future__ import annotations

from collections.abc import Sequence

Ways = Sequence[Sequence[int]]
"""Of each node, by number, the nodes that follow it."""


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
