"""The exercise kinds in plain lines, one module each, named like the kind in `course.playing.kinds`.

A kind's `ask(play, talk, more)` asks; it returns the answer, or one of the words in `more`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from course.model import Choices
from course.plain.kinds import choices
from course.plain.talk import Answer, Talk
from course.playing.story import Play

Ask = Callable[[Play, Talk, Sequence[Answer]], tuple[str, ...] | str]

KINDS: dict[type, Ask] = {Choices: choices.ask}


def ask(play: Play, talk: Talk, more: Sequence[Answer]) -> tuple[str, ...] | str:
    """The answer to the exercise at the play's scene, or the first word of one of `more`. Raises Gone."""
    return KINDS[type(play.scene.body)](play, talk, more)
