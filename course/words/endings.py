"""What is said of an ending: what became of it, by its title, and on which side of the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.model import Side
from course.model.record import Record
from course.words import say, sentences

if TYPE_CHECKING:  # lists know endings by their titles, and nothing of how a scenario is played
    from course.engine.play import Play


class Became(Record):
    """An ending."""

    title: str
    side: Side


def became(play: Play) -> Became | None:
    """The ending at which the play stands, or None before one."""
    from course.engine.decision import scene_title
    from course.model import Ending

    body = play.scene.body
    return Became(scene_title(play.scene), body.side) if isinstance(body, Ending) else None


def of_standing(title: str, side: Side | None) -> str:
    """What became of a scenario, for a list; `""` before it came to an end."""
    return say("ending.listed", title=title, landing=sentences.landing(side)) if title and side else ""


def sentence(ending: Became, title: str = "") -> str:
    """What became of it; with another `title` in the place of its own, for whoever points it out."""
    return say("ending.became", title=title or ending.title, landing=sentences.landing(ending.side))
