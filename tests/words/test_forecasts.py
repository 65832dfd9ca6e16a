"""What is said of thinking again is true of every way to the answer that was sent."""

from __future__ import annotations

import pytest

from course.engine.apply import begin
from course.model import Side
from course.words.forecasts import put_back
from tests.builders import tiny_course, tiny_scenario
from tests.steps import pick, send, think_again

SAID = {
    "sent first": ((), ""),
    "another put back": (("write",), "What you put back would have come across right."),
    "the same put back": (("wave",), "You thought again, and stayed with it."),
    "both": (
        ("write", "wave"),
        "What you put back would have come across right. You thought again, and stayed with it.",
    ),
}


@pytest.mark.parametrize("way", SAID)
def test_it_is_true_of_what_was_put_back(way: str) -> None:
    before, says = SAID[way]
    play = begin(tiny_course(), tiny_scenario(), 1, extra_minute=True)
    for each in before:
        play = think_again(play, (each,), forecast=Side.UNDER)
    assert pick(play, ("wave",)).put_back_before is ("wave" in before)
    play = send(play, ("wave",), forecast=Side.UNDER)
    (decision,) = play.latest
    assert put_back(decision, play.sending) == says
