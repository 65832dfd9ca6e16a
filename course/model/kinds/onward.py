"""The exercise kind `next`: nothing is asked, and the scenario only goes on."""

from __future__ import annotations

from course.model import Branch, Exercise


class Onward(Exercise):
    """The scene is read, and the next one follows."""

    next: tuple[Branch, ...]
