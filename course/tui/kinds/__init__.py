"""The exercise kinds on the screen, one module each, named like the kind in `course.playing.kinds`.

A kind's `blocks(play, after)` asks; picking an option whose value is an answer answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from course.model import Choices
from course.playing.story import Play
from course.tui.blocks import Block
from course.tui.kinds import choices

KINDS: dict[type, Callable[[Play, int], Iterable[Block]]] = {Choices: choices.blocks}


def blocks(play: Play, after: int) -> Iterable[Block]:
    """The blocks of the exercise at the play's scene, `after` empty lines below each option."""
    return KINDS[type(play.scene.body)](play, after)
