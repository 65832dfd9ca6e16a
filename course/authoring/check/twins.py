"""Twins: scenes and statements that have the same options, word for word, and one fact changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from course.authoring.check.finding import Address, Found, in_scene
from course.engine import judging, kinds
from course.engine.telling import versions
from course.model import Ending, Fact, Scenario, Scene, Verdict
from course.model.kinds import Exercise
from course.model.kinds.calendar import Calendar
from course.model.kinds.sort import Sort, Statement
from course.model.record import Record
from course.model.twins import Half, named
from course.reading.problems.suggest import nearest

Key = tuple[tuple[str, str], ...]
"""Each option by its words, with what it amounts to."""


class _Half(Record, gc=True):
    """A scene or a statement that may be a twin."""

    at: Address
    names: str
    """The twin that it names, as it is written, or `""`."""
    means: str
    """The same with all that it may leave out."""
    shape: str
    """What is asked there; twins are of one."""
    options: tuple[str, ...]
    """What the options say, in an order that has nothing to do with that of the author."""
    key: Key
    facts: frozenset[str]
    """What a learner knows there."""


def find(scenarios: Sequence[Scenario], *, whole: bool) -> Iterator[Found]:
    """Everything that is wrong with twins. `whole` says that these are all scenarios of the course, so that one that is
    missing here is missing."""
    naming = [each for each in scenarios if any(scene.twin or _statements(scene) for scene in each.scenes.values())]
    named_there = any(half.names for scenario in naming for half in _halves(scenario))
    if not named_there:
        return
    halves = {name: half for scenario in scenarios for name, half in _by_name(scenario)}
    scenarios_there = {each.head.id for each in scenarios}
    seen: set[frozenset[str]] = set()
    for name, half in halves.items():
        if not half.names:
            continue
        other = halves.get(half.means)
        if other is None or half.means == name:
            if whole or half.means.partition("/")[0] in scenarios_there:
                yield _unknown(half, [each for each, at in halves.items() if each != name and _alike(at, half)])
        elif (pair := frozenset({name, half.means})) not in seen:
            seen.add(pair)
            yield from _compared(half, other)


def _statements(scene: Scene) -> bool:
    return isinstance(scene.body, Sort) and any(each.twin for each in scene.body.statements)


def _by_name(scenario: Scenario) -> Iterator[tuple[str, _Half]]:
    """What may be a twin in a scenario, each under the name by which others call it."""
    for half in _halves(scenario):
        _, scene, *statement = half.at.way
        yield "/".join((scenario.head.id, *map(str, (scene, *statement[:-1])))), half


def _halves(scenario: Scenario) -> Iterator[_Half]:
    """Every exercise and every statement of a scenario."""
    file = scenario.head.file
    for scene in scenario.scenes.values():
        body = scene.body
        if isinstance(body, Ending) or not kinds.of(body).asks():
            continue
        said = _said(body)
        facts = frozenset(_facts((*scenario.head.know, *scene.know)))
        options = tuple(sorted(text for text, _ in said))
        means, at = _meant(scene.twin, Half(scenario.head.id, scene.id)), in_scene(file, scene.id, "twin")
        yield _Half(at, scene.twin, means, type(body).__name__, options, tuple(sorted(said)), facts)
        for each in body.statements if isinstance(body, Sort) else ():
            means = _meant(each.twin, Half(scenario.head.id, scene.id, each.id))
            at, given = in_scene(file, scene.id, each.id, "twin"), frozenset({each.given})
            yield _Half(at, each.twin, means, "statement", (_words(each.say),), (_of_statement(each),), given)


def _meant(twin: str, own: Half) -> str:
    """The whole name of a twin that may be written without what is its own."""
    half = named(twin, own) if twin else None
    return "/".join(filter(None, (half.scenario, half.scene, half.item))) if half else twin


def _said(body: Exercise) -> list[tuple[str, str]]:
    """What each option says, and what it amounts to."""
    if isinstance(body, Sort):
        return [_of_statement(each) for each in body.statements]
    if isinstance(body, Calendar):
        return [(_words(way.say), _verdict(way.follows, way.breaks, way.either_way)) for way in body.ways]
    return [
        (_words(each.say), _verdict(each.follows, each.breaks, each.either_way))
        for rivals in kinds.of(body).rivals()
        for each in rivals.options
    ]


def _of_statement(each: Statement) -> tuple[str, str]:
    return _words(each.say), Verdict.DO if each.is_do else Verdict.DONT


def _verdict(follows: tuple[str, ...], breaks: tuple[str, ...], either_way: bool) -> str:
    return Verdict.EITHER if either_way else judging.verdict_of(follows, breaks)


def _words(text: str) -> str:
    return " ".join(text.split())


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    yield from (text for each in facts for text in versions((each,)))


def _alike(one: _Half, other: _Half) -> bool:
    """Whether both are scenes, or both are statements."""
    return (one.shape == "statement") == (other.shape == "statement")


def _unknown(half: _Half, there: Sequence[str]) -> Found:
    meant = nearest(half.names, there) or next((each for each in there if each.endswith(f"/{half.names}")), "")
    form = "scenario/scene/statement" if half.shape == "statement" else "scenario/scene"
    message = f"There is no {half.shape if half.shape == 'statement' else 'scene'} {half.names} that could be the twin."
    mend = f"Write it as {form}, with the ids that these have."
    return Found("unknown-twin", half.at, message, mend, instead=(half.names, meant) if meant else None)


def _compared(half: _Half, other: _Half) -> Iterator[Found]:
    also = (other.at,)
    if half.shape != other.shape:
        message = "These two cannot be twins: what is asked there is not of one kind."
        yield Found("twin-differs", half.at, message, "Name a twin with the same options.", also)
    elif half.options != other.options:
        mine, theirs = Counter(half.options), Counter(other.options)
        only = [f'"{each}" stands only here' for each in (mine - theirs)]
        only += [f'"{each}" only there' for each in (theirs - mine)]
        message = f"Twins have the same options, word for word: {'; '.join(only[:2])}."
        yield Found("twin-differs", half.at, message, "Write the same words in both, or take twin: out.", also)
    elif half.key == other.key and half.facts == other.facts:
        message = "These twins have one key: each option amounts to the same in both, and no fact is told apart."
        mend = "Change what is right in one of them. Where the same is meant to be right in both, "
        mend += "give the statement another given:." if half.shape == "statement" else "say under know: what differs."
        yield Found("twin-same-key", half.at, message, mend, also)
