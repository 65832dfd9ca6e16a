"""The exercise kinds on the screen, one module each, named like the kind in `course.playing.kinds`.

A kind's `view(play)` yields the widgets that ask; picking an Option whose value is an answer answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.widget import Widget

from course.model import Choices
from course.playing.story import Play
from course.tui.kinds import choices

VIEWS: dict[type, Callable[[Play], Iterable[Widget]]] = {Choices: choices.view}


def view(play: Play) -> Iterable[Widget]:
    """The widgets of the exercise at the play's scene."""
    return VIEWS[type(play.scene.body)](play)
