"""What is said of practice, in every face: what it is about, what it rests on, and how it went."""

from __future__ import annotations

from collections.abc import Sequence

from course.model import Head, Rule
from course.words import say


def intro(head: Head) -> str:
    """Where a scene that is practised by itself comes from."""
    if head.other:
        return say("practice.out-of-with", title=head.title, other=head.other)
    return say("practice.out-of", title=head.title)


def offer(count: int) -> str:
    """What home says when rules are due."""
    return say("practice.offer", n=count)


def better(rules: Sequence[Rule]) -> str:
    """What practice has bettered, the latest first; `""` where that is nothing."""
    return say("home.better", n=len(rules), do=rules[0].do) if rules else ""
