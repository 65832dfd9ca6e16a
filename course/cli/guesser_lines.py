"""How the test-wise guessers fare, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.authoring.check.wording.tools.guessers import Guesser


def guesser_sentence(guessers: Sequence[Guesser]) -> str:
    """The same in one line."""
    scores = ", ".join(f"{each.name} {float(each.score):.0%}" for each in guessers)
    return f"Who answers by a trick, without reading, scores: {scores}."


def guesser_lines(guessers: Sequence[Guesser]) -> Iterator[str]:
    """How somebody scores who reads no scenario; more than the blind guesser is a leak."""
    blind, *others = guessers
    yield f"Who reads nothing and picks blindly scores {float(blind.score):.0%}. Who always picks"
    for each in others:
        name = {"words": "by tell-tale words"}.get(each.name, f"the {each.name}")
        more = round(100 * (each.score - each.chance))
        points = f"{abs(more)} point{'' if abs(more) == 1 else 's'} {'more' if more > 0 else 'less'} than blindly"
        yield f"  {name:<20}{float(each.score):>5.0%}   {points if more else 'as blindly'}"
