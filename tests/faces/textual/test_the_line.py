"""Where the mark stands on the line after each answer."""

from __future__ import annotations

import pytest

from course.engine.decision import Decision
from course.engine.outcome import DO, DONT
from course.engine.play import Phase, Play
from course.faces.textual.widgets.line import place
from course.model.record import replace
from tests import market
from tests.steps import go_on, send

TABLE = next(each for each, scene in market.MARKET.scenes.items() if hasattr(scene.body, "statements"))


def sorted_to(*sides: str) -> Play:
    """The first statements of the sheet, each put on that side, one at a time."""
    play = market.at(TABLE)
    for side in sides:
        (answer,) = (each.answer for each in play.shown() if each.answer[1] == side)
        play = send(play, answer)
        if play.phase is Phase.SHOWN:
            play = go_on(play)
    return play


def right(play: Play) -> str:
    """The side where the next statement belongs."""
    return next(each.answer[1] for each in play.shown() if not (each.breaks or each.misses))


def test_of_statements_told_one_at_a_time_each_moves_the_mark() -> None:
    first = right(market.at(TABLE))
    wrong = sorted_to(DONT if first == DO else DO)
    assert abs(place(wrong.goes)) > 0.5
    after = sorted_to(DONT if first == DO else DO, right(wrong))
    assert len(after.goes) == 2
    assert abs(place(after.goes)) < 0.34, "what is past leans a little, and no more"


@pytest.mark.parametrize("answer", [DO, DONT])
def test_what_is_only_told_apart_lands_nowhere(answer: str) -> None:
    play = sorted_to(answer)
    facts = tuple(replace(each, sorted_as="decides") for each in play.decisions)
    assert all(isinstance(each, Decision) and each.off_the_line for each in facts)
    taken = tuple(replace(each, decision=fact) for each, fact in zip(play.history, facts, strict=True))
    assert replace(play, history=taken).goes == ()
