"""What is said of an ending: what became of it, by its title, and on which side of the line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from course.model import Side
from course.model.record import Record
from course.words import say, sentences

if TYPE_CHECKING:  # lists know endings by their titles, and nothing of how a scenario is played
    from course.engine.play import Play


class Became(Record):
    """An ending that was reached, as it is called."""

    title: str
    side: Side | None
    """Where it lies on the line; None where that is not said, since the way there strayed."""


def became(play: Play) -> Became | None:
    """The ending at which the play stands; None before one, and for what stands apart, of which nothing comes."""
    from course.engine.decision import scene_title
    from course.model import Ending

    ended = isinstance(play.scene.body, Ending) and not play.apart
    return Became(scene_title(play.scene), play.ends) if ended else None


class Standing(Protocol):
    """What the journal's progress says of how a scenario ended."""

    @property
    def became(self) -> str:
        """The title of the ending."""

    @property
    def ends(self) -> Side | None:
        """The side on which it lies; None before there is one, and where that is not said."""


def named(standing: Standing | None) -> str:
    """What became of a scenario, in a few words; `""` before it came to an end."""
    if standing is None or not standing.became:
        return ""
    if standing.ends is None:
        return standing.became
    return say("ending.named", title=standing.became, landing=sentences.landing(standing.ends))


def listed(standing: Standing | None) -> str:
    """The same as a sentence."""
    if standing is None or not standing.became:
        return ""
    return sentence(Became(standing.became, standing.ends))


def sentence(ending: Became, title: str = "") -> str:
    """What became of it; with another `title` in the place of its own, for whoever points it out."""
    if ending.side is None:
        return say("ending.became-alone", title=title or ending.title)
    return say("ending.became", title=title or ending.title, landing=sentences.landing(ending.side))
