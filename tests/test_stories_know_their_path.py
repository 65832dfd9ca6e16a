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
from course.model.kinds.message import MessageInParts
from tests.shipped import COURSE, SCENARIOS
from tests.steps import go_on, send


class Judgeable(Protocol):
    """What follows and breaks rules."""

    @property
    def follows(self) -> tuple[str, ...]: ...
    @property
    def breaks(self) -> tuple[str, ...]: ...


T = TypeVar("T")


def told(scenario: str, answers: Mapping[str, str]) -> str:
    """All that is read on the way to an ending. Where an option is named by its id, that one is taken; else the first
    that follows a rule and breaks none."""
    play = apply.begin(COURSE, SCENARIOS[scenario], 1)
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


def _given(play: Play, option: str) -> list[Answer]:
    """The one answer; of a message put together out of parts, one for each of them."""
    if isinstance(play.exercise, MessageInParts):
        parts = play.exercise.parts
        return [(part.id, _best([(each.id, each.id, each) for each in part.alternatives], option)) for part in parts]
    return [_best([(each.answer[-1], each.answer, each) for each in play.shown()], option)]


def _best(options: list[tuple[str, T, Judgeable]], option: str) -> T:
    chosen = [what for name, what, _ in options if name == option]
    good = [what for _, what, each in options if each.follows and not each.breaks]
    return (chosen or good or [options[0][1]])[0]


LOT = {"five-oclock": "a"}
PATHS: list[tuple[str, Mapping[str, str], str, str]] = [
    # a story, what is answered there, what is told on that path, and what is told on another one
    ("parking-lot", {}, "thanks for asking on Wednesday", "Thanks for sitting tight"),
    ("parking-lot", {"wednesday": "b"}, "Thanks for sitting tight", "thanks for asking on Wednesday"),
    ("parking-lot", LOT | {"second-row": "a"}, "Thanks for letting me run", "About that Thursday, we're fine"),
    ("parking-lot", LOT | {"second-row": "c"}, "About that Thursday, we're fine", "Thanks for letting me run"),
    ("parking-lot", {"saturday": "a"}, "Tell Carl he's right about the pallets", "He got his steps in"),
    ("parking-lot", {"wednesday": "c"}, "He got his steps in", "Tell Carl he's right about the pallets"),
    ("parking-lot", {"monday": "c"}, "she left your Saturdays blank", "I called Cincinnati right after that"),
    ("supervisor", {}, "Are you still free?", "Take the other one. I would."),
    (
        "supervisor",
        {"offer": "c"},
        "On Monday I could've done something about noon",
        "If I'd seen your email on Monday",
    ),
    (
        "supervisor",
        {"offer": "b"},
        "If I'd seen your email on Monday",
        "On Monday I could've done something about noon",
    ),
    ("supervisor", {"lab": "a"}, "why you were with two teams", "Are you still free?"),
    ("supervisor", {"noon": "b"}, "your name on a yellow sticky note", "Take the other one. I would."),
    ("call-me-any-time", {"curb": "c", "second": "c"}, "for leaving a man alone", "so it's filled"),
    ("call-me-any-time", {"curb": "c", "wedding": "c"}, "so it's filled", "for leaving a man alone"),
    ("thanks-for-nothing", {}, "Your thank-you hangs in her break room", "Start with the teeth"),
    ("thanks-for-nothing", {"no": "c"}, "Start with the teeth", "Your thank-you hangs in her break room"),
    ("thanks-for-nothing", {"draft": "a"}, "You could have told me a week ago", "She'd asked you not to ask"),
    ("thanks-for-nothing", {"no": "b"}, "She'd asked you not to ask", "You could have told me a week ago"),
    (
        "long-week",
        {"monday": "c", "morning": "c"},
        "who'd texted back on Monday",
        "whose line on the form was full",
    ),
    (
        "long-week",
        {"monday": "c", "last-call": "c"},
        "whose line on the form was full",
        "who'd texted back on Monday",
    ),
]


@pytest.mark.parametrize(("scenario", "answers", "so", "not_so"), PATHS)
def test_a_line_is_told_where_it_is_so_and_only_there(
    scenario: str, answers: Mapping[str, str], so: str, not_so: str
) -> None:
    text = told(scenario, answers)
    assert so in text
    assert not_so not in text
