"""What the shipped stories say of the past is so on the path that it is said on: one line held against two paths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

import pytest

from course.engine import apply
from course.engine.consequence import latest
from course.engine.outcome import Answer
from course.engine.play import Phase, Play
from course.model import Ending
from course.model.kinds.message import Writing
from course.reading.courses import read_course
from course.reading.find import find_course
from tests.steps import go_on, send


class Judgeable(Protocol):
    """What follows and breaks rules."""

    @property
    def follows(self) -> tuple[str, ...]: ...
    @property
    def breaks(self) -> tuple[str, ...]: ...


T = TypeVar("T")
READING = read_course(find_course(None))


def told(scenario: str, answers: Mapping[str, str]) -> str:
    """All that is read on the way to an ending. Where an answer is named by how it begins, that one is given; else the
    first that follows a rule and breaks none."""
    assert READING.course is not None
    play = apply.begin(READING.course, next(each for each in READING.scenarios if each.head.id == scenario), 1)
    heard: list[str] = []
    while not isinstance(play.scene.body, Ending):
        heard += _scene(play)
        if play.phase is Phase.DECIDING:
            heard += [each.said for each in play.shown()]
            play = send(play, *_given(play, answers.get(play.scene_id, "")))
            heard += [line for each in latest(play) for line in (each.happens, each.because)]
        play = go_on(play)
    return "\n".join([*heard, *_scene(play)])


def _scene(play: Play) -> list[str]:
    return [*(each.text for each in play.arrives), play.text]


def _given(play: Play, begins: str) -> list[Answer]:
    """The one answer; of a message put together out of parts, one for each of them."""
    if isinstance(play.exercise, Writing):
        parts = play.exercise.parts
        return [(part.id, _best([(each.say, each.id, each) for each in part.alternatives], begins)) for part in parts]
    return [_best([(each.said, each.answer, each) for each in play.shown()], begins)]


def _best(options: list[tuple[str, T, Judgeable]], begins: str) -> T:
    chosen = [what for said, what, _ in options if begins and said.strip('"').startswith(begins)]
    good = [what for _, what, each in options if each.follows and not each.breaks]
    return (chosen or good)[0]


LOT = {"five-oclock": "Wait by her car", "car-park": "Say that you stood"}
PATHS: list[tuple[str, Mapping[str, str], str, str]] = [
    # a story, what is answered there, what is told on that path, and what is told on another one
    ("parking-lot", {}, "I never had to wonder about", "I did wonder about"),
    ("parking-lot", {"five-oclock": "Ring her desk"}, "I did wonder about", "I never had to wonder about"),
    ("parking-lot", {"saturday": "Order her"}, "two of them had sent a plant as well", "had sent a plant.\n"),
    ("parking-lot", LOT | {"monday": "Take the extra"}, "It went to somebody else", "I did wonder about"),
    ("parking-lot", LOT, "There was a week in which she parked in back", "more of you than she could use"),
    ("parking-lot", {"wednesday": "Call to ask"}, "more of you than she could use", "parked in back"),
    ("parking-lot", {"wednesday": "Wait."}, "never came back to me", "not since"),
    ("parking-lot", {"monday": "Ring at nine", "wednesday": "Wait."}, "not since", "never came back to me"),
    ("parking-lot", {"monday": "Take the extra", "locker": "Leave it"}, "Still not signed", "owed you that on Tuesday"),
    ("parking-lot", {"wednesday": "Be in the lot"}, "She sees you from the side door", "keep an eye on the second row"),
    ("parking-lot", LOT | {"wednesday": "Be in the lot"}, "keep an eye on the second row", "from the side door"),
    ("supervisor", {"first-evening": "Thank Tomasz by"}, "so I leave it with him", "so I have copied him"),
    ("supervisor", {"first-evening": "Tell Helen"}, "so I have copied him", "so I leave it with him"),
    ("supervisor", {"offer": "Ring Ines"}, "beside the printer", "by his own director"),
    ("supervisor", {"offer": "Write to Helen"}, "by his own director", "beside the printer"),
    ("supervisor", {"offer": "Keep it"}, "Do they know that?", "Have they asked you"),
    ("supervisor", {"offer": "Ring Ines", "corridor": "Leave him"}, "Have they asked you", "Do they know that?"),
    ("supervisor", {"offer": "Keep it", "late": "Write to Helen"}, '"Yours?"', "Yours again"),
    (
        "supervisor",
        {"first-evening": "Tell Helen", "offer": "Keep it", "late": "Write to Helen"},
        "Yours again",
        '"Yours?"',
    ),
    (
        "thanks-for-nothing",
        {"soup": "Text her", "reply-late": "It is good"},
        "yours is a voice she does not mind",
        "Some things you cannot unsay",
    ),
    (
        "thanks-for-nothing",
        {"the-beep": "And if the roses", "reply-late": "It is good"},
        "Some things you cannot unsay",
        "yours is a voice she does not mind",
    ),
    ("thanks-for-nothing", {"monday": "Good luck"}, "has your last line in her head", "hears your voice"),
    (
        "thanks-for-nothing",
        {"the-beep": "And if the roses", "sent": "Leave it", "morning-after": "Point out"},
        "hears your voice",
        "your last line",
    ),
    ("thanks-for-nothing", {"soup": "Text her"}, "in a week like that", "you got the worst of it"),
    ("thanks-for-nothing", {"the-beep": "And if the roses"}, "you got the worst of it", "in a week like that"),
    ("thanks-for-nothing", {}, "somebody's cup", "still goes under the cup"),
    ("thanks-for-nothing", {"soup": "Look up"}, "still goes under the cup", "somebody's cup"),
    (
        "thanks-for-nothing",
        {"soup": "Write to her", "draft": "Make it kind", "said-it": "Offer to come"},
        "last night's e-mail between you",
        "last night's voice",
    ),
]


@pytest.mark.parametrize(("scenario", "answers", "so", "not_so"), PATHS)
def test_a_line_is_told_where_it_is_so_and_only_there(
    scenario: str, answers: Mapping[str, str], so: str, not_so: str
) -> None:
    text = told(scenario, answers)
    assert so in text
    assert not_so not in text
