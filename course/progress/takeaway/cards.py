"""The if-then card: chosen from a few that the course has, or written by the learner."""

from __future__ import annotations

from collections.abc import Iterable

from course.model import Course

MOST = 3
"""So many to choose from."""
LONGEST = 240
"""Characters of a card that a learner writes: it has to be read at a glance."""


def cards(course: Course, needed: Iterable[str]) -> tuple[str, ...]:
    """The cards to choose from: of the pairs `needed`, the one that is needed most first; then the course's own, and
    those of the other pairs."""
    first = [pair.card for name in needed if (pair := course.pair(name))]
    found = dict.fromkeys([*first, course.card, *(pair.card for pair in course.pairs)])
    return tuple(card for card in found if card)[:MOST]
