"""A scene that several ways lead to, as it reads, beside each of these ways."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from course.authoring.proof.before import Notes
from course.authoring.proof.beside import Coming
from course.authoring.proof.playing import outcomes, plays, start
from course.authoring.proof.steps import Steps
from course.authoring.proof.telling import Teller
from course.authoring.proof.told import Before, Reply, Stop
from course.engine import kinds
from course.engine.apply import apply, sent
from course.engine.conditions import Fact
from course.engine.decision import Decision, scene_title
from course.engine.play import Phase, Play
from course.engine.states.digraph import Edge
from course.model import Course, Scenario, Scene
from course.model.record import Record, replace
from course.text.width import shorten
from course.words import sentences

_NAMED = 60
"""Cells of each answer of several that were given at one go."""


class Way(Record):
    """One way to a scene: what was done on it, scene by scene, and what it has that not all the others have."""

    did: tuple[str, ...]
    before: Before


class Version(Record):
    """A scene as it reads on some of the ways that lead to it."""

    stop: Stop
    """The scene, with every option as if it had been taken, where one is all that it asks for."""
    options: tuple[str, ...]
    """What else can be answered."""
    ways: tuple[Way, ...]


class Meeting(Record):
    """A scene that several ways lead to."""

    title: str
    line: int
    always: Before
    """What all of these ways have."""
    versions: tuple[Version, ...]
    more: bool
    """Whether there are other ways, in which nothing is new."""


class _Come(Record):
    """A scene as one way comes to it."""

    stop: Stop
    options: tuple[str, ...]
    way: Way


class Meetings:
    """Sets the ways to a scene side by side."""

    def __init__(
        self, course: Course, scenario: Scenario, steps: Steps, teller: Teller, asked: Collection[Fact]
    ) -> None:
        self._course, self._scenario, self._steps, self._teller, self._asked = course, scenario, steps, teller, asked

    def of(self, scene: Scene, coming: Coming) -> Meeting:
        """One scene, and the ways that lead to it."""
        come = [self._come(edges) for edges in coming.ways]
        always = _common([each.way.before for each in come])
        versions: dict[tuple[Stop, tuple[str, ...]], list[Way]] = {}
        for each in come:
            ways = versions.setdefault((each.stop, each.options), [])
            way = replace(each.way, before=_less(each.way.before, always))
            if all((other.did[-1:], other.before) != (way.did[-1:], way.before) for other in ways):
                ways.append(way)
        found = tuple(Version(stop, options, tuple(ways)) for (stop, options), ways in versions.items())
        return Meeting(scene_title(scene), come[0].stop.line, always, found, coming.more)

    def _come(self, edges: Sequence[Edge]) -> _Come:
        notes, did = Notes(self._asked), []
        play = start(self._course, self._scenario)
        for play in plays(play, outcomes(self._steps, edges)):  # noqa: B020 (the last is what counts)
            notes.take(play)
            if play.phase is Phase.SHOWN:
                did.append(f"{scene_title(play.scene)}: {self._said(play.latest)}")
        stop = self._teller.stop(play, notes)
        replies = self._replies(play, stop)
        options = () if replies else tuple(dict.fromkeys(each.said for each in play.shown() if each.said))
        return _Come(replace(stop, before=None, replies=replies), options, Way(tuple(did), notes.before(play)))

    def _replies(self, play: Play, stop: Stop) -> tuple[Reply, ...]:
        """What comes of each option here, where one is all that is asked for."""
        exercise = play.exercise
        if exercise is None or not kinds.single(exercise) or play.whole():
            return ()
        taken = (apply(play, sent(play, [each.answer])) for each in play.shown())
        return tuple(replace(reply, offers=()) for each in taken for reply in self._teller.replies(each, stop))

    def _said(self, decisions: Sequence[Decision]) -> str:
        said = [sentences.said(self._course, each) for each in decisions]
        return said[0] if len(said) == 1 else "; ".join(shorten(each, _NAMED) for each in said) or "–"


def _common(pasts: Sequence[Before]) -> Before:
    """What all of them have."""
    first = pasts[0]
    return Before(
        tuple(each for each in first.contacts if all(each in past.contacts for past in pasts)),
        tuple(each for each in first.known if all(each in past.known for past in pasts)),
        tuple(each for each in first.facts if all(each in past.facts for past in pasts)),
    )


def _less(past: Before, always: Before) -> Before:
    """What it has that not all have."""
    return Before(
        tuple(each for each in past.contacts if each not in always.contacts),
        tuple(each for each in past.known if each not in always.known),
        tuple(each for each in past.facts if each not in always.facts),
    )
