"""The reading copy of one scenario, put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.authoring.proof.before import Notes
from course.authoring.proof.beside import Coming, comings
from course.authoring.proof.cover import cover
from course.authoring.proof.missing import Missing, missing, shown_days
from course.authoring.proof.piece import Piece
from course.authoring.proof.pieces import days, told, written
from course.authoring.proof.playing import outcomes, plays, start
from course.authoring.proof.steps import MOST_STATES, Steps, steps
from course.authoring.proof.telling import Teller
from course.authoring.proof.told import Before, Stop, Told
from course.authoring.proof.where import Where
from course.engine.conditions import Fact, facts, parts
from course.engine.decision import Decision, scene_title
from course.engine.play import Phase, Play
from course.engine.states.digraph import Edge
from course.engine.states.memory import ways_on
from course.model import Course, Scenario
from course.model.record import Record, replace
from course.reading.positions import Spots
from course.text.width import shorten
from course.words import sentences

_NAMED = 60


class Way(Record):
    """One way to a scene: what was done on it, scene by scene, and what it has that not all the others have."""

    did: tuple[str, ...]
    before: Before


class Version(Record):
    """A scene as it reads on some of the ways that lead to it."""

    stop: Stop
    options: tuple[str, ...]
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


class Proof(Record):
    """The reading copy."""

    course: Course
    scenario: Scenario
    walks: tuple[Told, ...]
    meetings: tuple[Meeting, ...]
    missing: tuple[Missing, ...]
    pieces: int
    """How many pieces there are, those that are missing included."""
    complete: bool
    """Whether every state was looked at, so that what is missing can never show."""


def proof(course: Course, scenario: Scenario, spots: Spots, most: int = MOST_STATES) -> Proof:
    """The reading copy of that scenario; `spots` say where all of it is written."""
    return _Writer(course, scenario, spots, most).proof()


class _Writer:
    def __init__(self, course: Course, scenario: Scenario, spots: Spots, most: int) -> None:
        self._course, self._scenario = course, scenario
        self._steps: Steps = steps(scenario, most)
        self._where = Where(spots)
        self._asked = _asked(scenario)
        self._teller = Teller(course, self._where, self._asked)

    def proof(self) -> Proof:
        found, scenario = self._steps, self._scenario
        walks: list[Told] = []
        shown, of_days, at = 0, set[Piece](), written(scenario)
        for walk in cover(found.ways, found.shows, found.first):
            played = list(self._plays(walk.edges))
            walks.append(self._teller.walk(played))
            shown |= walk.shows
            of_days |= shown_days(at, played[-1:])
        meetings = tuple(self._meeting(each) for each in comings(scenario, found, self._asked))
        theirs = days(scenario)
        left = [each for number, each in enumerate(found.pieces) if not shown >> number & 1]
        left += [each for each in theirs if each not in of_days]
        lacks = tuple(missing(scenario, each, self._where) for each in left)
        count = len(found.pieces) + len(theirs)
        return Proof(self._course, scenario, tuple(walks), meetings, lacks, count, found.complete)

    def _plays(self, edges: Sequence[Edge]) -> Iterator[Play]:
        return plays(start(self._course, self._scenario), outcomes(self._steps, edges))

    def _meeting(self, coming: Coming) -> Meeting:
        come = [self._come(edges) for edges in coming.ways]
        always = _common([before for _, _, before in come])
        versions: dict[object, Version] = {}
        for stop, options, way in ((stop, options, Way(did, before)) for (stop, options), did, before in come):
            own = _less(way.before, always)
            version = versions.setdefault((replace(stop, before=None), options), Version(stop, options, ()))
            if all((each.did[-1:], each.before) != (way.did[-1:], own) for each in version.ways):
                ways = (*version.ways, replace(way, before=own))
                versions[replace(stop, before=None), options] = replace(version, ways=ways)
        scene = self._scenario.scenes[coming.scene]
        line = self._where.line("scenes", scene.id)
        return Meeting(scene_title(scene), line, always, tuple(versions.values()), coming.more)

    def _come(self, edges: Sequence[Edge]) -> tuple[tuple[Stop, tuple[str, ...]], tuple[str, ...], Before]:
        """The scene that these steps come to, what was done on them, and what that leaves."""
        notes, did = Notes(self._asked), []
        play = start(self._course, self._scenario)
        for play in self._plays(edges):
            notes.take(play)
            if play.phase is Phase.SHOWN:
                did.append(f"{scene_title(play.scene)}: {self._said(play.latest)}")
        before = notes.before(play)
        options = tuple(dict.fromkeys(each.said for each in play.shown() if each.said))
        return (self._teller.stop(play, notes), options), tuple(did), before

    def _said(self, decisions: Sequence[Decision]) -> str:
        said = [sentences.said(self._course, each) for each in decisions]
        return said[0] if len(said) == 1 else "; ".join(shorten(each, _NAMED) for each in said) or "–"


def _asked(scenario: Scenario) -> frozenset[Fact]:
    """Every fact that some condition of the scenario asks for."""
    found = {fact for need in told(scenario).values() for fact in need.facts}
    for scene in scenario.scenes.values():
        for branch in (branch for way in ways_on(scene) for branch in way):
            found |= {fact for each in parts(branch.when) for fact in facts(each)}
    return frozenset(found)


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
