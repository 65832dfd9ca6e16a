"""How far it is to an ending from each scene: the shortest and the longest way there is, over every state."""

from __future__ import annotations

from course.engine import kinds
from course.engine.ahead import Ahead
from course.engine.kinds import FIRST
from course.engine.states.graph import Graph, TooManyStates, graph
from course.model import Ending, Scenario

_MOST_STATES = 20_000
"""Past that nothing is claimed; a learner need not wait for it, and a laptop need not warm up for it."""


def ahead(scenario: Scenario) -> dict[str, Ahead]:
    """Of each scene that can be come to. Of one that several states stand at, the shortest and the longest of all of
    them; nothing at all where a scenario has too many states. Scenes from which no way ends are left out."""
    try:
        states = graph(scenario, _MOST_STATES)
    except TooManyStates:
        return {}
    found: dict[str, Ahead] = {}
    for state, here in enumerate(_of_states(states)):
        if here is None or states.states[state].turn != FIRST:
            continue
        name = states.scenes[state].id
        before = found.get(name, here)
        most = None if before.most is None or here.most is None else max(before.most, here.most)
        found[name] = Ahead(min(before.least, here.least), most)
    return found


def _of_states(states: Graph) -> list[Ahead | None]:
    """Of each state. The groups that lie on loops together come after all that follows them."""
    found: list[Ahead | None] = [None] * len(states)
    for part in states.parts:
        if states.loops(part):
            _loop(states, part, found)
            continue
        (state,) = part
        if states.ends(state):
            found[state] = Ahead(0, 0)
            continue
        after = [each for following in states.ways[state] if (each := found[following]) is not None]
        if after:
            own = _asks(states, state)
            longest = [each.most for each in after if each.most is not None]
            most = own + max(longest) if len(longest) == len(after) else None
            found[state] = Ahead(own + min(each.least for each in after), most)
    return found


def _loop(states: Graph, part: tuple[int, ...], found: list[Ahead | None]) -> None:
    """Of states that lie on a loop together: no total is claimed, only what is the least."""
    for _ in part:  # as many rounds as the shortest way out can have steps
        for state in part:
            after = [each.least for following in states.ways[state] if (each := found[following]) is not None]
            if after:
                found[state] = Ahead(_asks(states, state) + min(after), None)


def _asks(states: Graph, state: int) -> int:
    """One for a scene that asks something, at its first question; what follows within it is part of it."""
    body = states.scenes[state].body
    return int(states.states[state].turn == FIRST and not isinstance(body, Ending) and kinds.of(body).asks())
