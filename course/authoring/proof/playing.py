"""Walks as real plays: each step is taken as a learner would take it, with everything in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import asdict

from course.authoring.proof.steps import Steps
from course.engine import kinds
from course.engine.apply import apply, begin, sent
from course.engine.events import Flipped, WentOn
from course.engine.outcome import Outcome
from course.engine.play import Phase, Play
from course.engine.states.digraph import Edge
from course.model import Course, Scenario


class AsWritten(Play):
    """A play in which nothing is shuffled."""

    @property
    def order(self) -> str:
        """Whatever is shown stands in the order of the file."""
        return ""


def start(course: Course, scenario: Scenario) -> Play:
    """A play at its beginning, with nothing shuffled and no extra minute."""
    return AsWritten(**asdict(begin(course, scenario, 0, extra_minute=False)))


def plays(play: Play, outcomes: Sequence[Outcome | None]) -> Iterator[Play]:
    """The play whenever a scene is come to, a consequence shows, or the ending has been reached, along these answers;
    None stands for the changing of one fact."""
    yield play
    given: list[Outcome] = []
    for outcome in outcomes:
        if outcome is None:
            play = apply(play, Flipped())
            yield play
            continue
        given.append(outcome)
        if play.phase is Phase.READING:
            given = []
            play = apply(play, WentOn())
            yield play
            continue
        if play.whole():
            exercise = play.exercise
            assert exercise is not None
            answers = [each.answer for each in given]
            if kinds.judged(exercise, answers) is None:  # some of its questions have not been answered yet
                continue
            play = apply(play, sent(play, answers))
        else:
            play = apply(play, sent(play, [outcome.answer]))
        given = []
        yield play
        play = apply(play, WentOn())
        if play.turn.number == 0:
            yield play


def outcomes(steps: Steps, edges: Sequence[Edge]) -> list[Outcome | None]:
    """What is answered along these steps."""
    return [steps.taken[state][number] for state, number in edges]
