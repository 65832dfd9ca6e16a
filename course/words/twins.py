"""What is said of twins."""

from __future__ import annotations

from course.model import Head
from course.words import say, sentences


def understood(met: int, right: int) -> str:
    """How many pairs of twins were right on both sides; `""` where none was met."""
    return say("twins.understood", n=met, understood=right) if met else ""


def place(title: str, head: Head, day: int) -> str:
    """Where one of two twins was met: its scene, the day unless the title only says that, and its scenario."""
    when = sentences.when(head, day)
    scene = when if when.startswith(title) else sentences.place(title, head, day)
    return say("twins.place", scene=scene, title=head.title)
