"""What the rules rest on is said once on a page, and each rule says by its number on which of it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from course.engine import debrief as engine
from course.engine.apply import begin
from course.engine.play import Play
from course.faces.plain import looking_back
from course.faces.plain.conversation import Conversation
from course.faces.textual.debrief import Debrief
from course.model import Course
from course.model.record import replace
from course.visit.session import Session
from course.words.sources import sources
from tests.faces.textual.stage import STILL, make_app, text, until
from tests.shipped import COURSE, FOLDER, SCENARIOS
from tests.steps import go_on, send


def played(course: Course = COURSE, *, decisions: int = 5) -> Play:
    """Some decisions of a story, each the first that shows."""
    play = begin(course, SCENARIOS["no-answer"], 1, extra_minute=False)
    while len(play.decisions) < decisions:
        play = send(play, play.shown()[0].answer) if play.exercise else play
        play = go_on(play)
    return play


def plain(play: Play) -> str:
    target = io.StringIO()
    looking_back.debrief(Session(play, None), Conversation(io.StringIO(), target))
    return target.getvalue()


def held(said: str, titles: tuple[str, ...]) -> None:
    """Each title once, at the foot; a number behind every rule, and no number that is not there."""
    assert len(titles) > 1, "a story that rests on several things"
    foot = " ".join(said.split()).partition("Source [1]")[2]
    for number, title in enumerate(titles, 1):
        assert " ".join(said.split()).count(title) == 1
        assert title in foot
        assert f"[{number}]" in said.partition("Source [1]")[0]
    assert set(re.findall(r"\[(\d)\]", said)) == {str(number) for number in range(1, len(titles) + 1)}


def titles(play: Play) -> tuple[str, ...]:
    told = (entry for step in engine.steps(play) for entry in step.told)
    return sources(play.course, (rule for entry in told for rule in entry.rules)).titles


def test_in_lines_each_source_is_said_once() -> None:
    held(plain(played()), titles(played()))


async def test_on_the_screen_each_source_is_said_once(tmp_path: Path) -> None:
    app = make_app(tmp_path, course=FOLDER, settings=replace(STILL, extra_minute=False))
    async with app.run_test(size=(80, 24)) as pilot:
        session, _ = app.visit.play("no-answer")
        while len(session.play.decisions) < 5:
            if session.play.exercise:
                session.choose(session.play.shown()[0].answer)
            session.go_on()
        app.push_screen(Debrief(session))
        await until(pilot, lambda: isinstance(app.screen, Debrief) and app.screen.is_mounted)
        held(text(pilot), titles(session.play))


@pytest.mark.parametrize("number", [0, 1])
def test_where_all_rest_on_one_thing_no_numbers_are_needed(number: int) -> None:
    (source, *_) = COURSE.sources
    one = replace(COURSE, sources=(source,) * number)
    said = plain(played(one))
    assert said.count("Source: ") == number
    assert "[" not in said
