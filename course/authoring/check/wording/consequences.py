"""Choices after which nothing is shown to happen."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.items import Items


def find(items: Items) -> Iterator[Found]:
    """Such choices: the learner reads a verdict and a reason, and sees no one whom it touches."""
    for item in items.all:
        for which, choice in enumerate(item.options):
            if not choice.happens and not choice.arrives:
                message = "Nothing is shown to happen after this choice; all the learner gets is the reason."
                mend = "Write happens: with what the other person does or feels, or let a message arrive."
                yield Found("no-consequence", item.at(which), message, mend)
