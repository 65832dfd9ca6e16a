"""Model messages: those that a learner was asked to write, as they were advised to be written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from course.engine import kinds
from course.engine.kinds.message import MessageKind
from course.engine.past import NOWHERE
from course.journal.records import Past
from course.model import Medium, Scenario
from course.model.kinds.message import Alternative, MessageInParts, Part
from course.model.record import Record

Open = Callable[[str], Scenario | None]
"""Gives the scenario of that id, or None when it cannot be read any more."""


class Model(Record):
    """One message as it was advised."""

    medium: Medium
    to: str
    title: str
    """Of the scenario that it comes out of."""
    subject: str
    body: str
    """Its paragraphs, an empty line between them."""
    sender: str
    """Who signs it; `""` where nobody does."""


def models(names: Iterable[str], past: Past, open_scenario: Open) -> tuple[Model, ...]:
    """One for each medium, out of those scenes that the learner has answered; the first in the course's order. Of what
    was never met nothing is given away."""
    found: dict[Medium, Model] = {}
    for name in names:
        met = _answered(past, name)
        scenario = open_scenario(name) if met else None
        for each in _of(scenario, met) if scenario else ():
            found.setdefault(each.medium, each)
    return tuple(found[medium] for medium in Medium if medium in found)


def _answered(past: Past, name: str) -> frozenset[str]:
    """The scenes of that scenario in which something was decided."""
    attempts = (*past.answered_first(name), past.best(name))
    return frozenset(each.scene for attempt in attempts if attempt for each in attempt.decisions)


def _of(scenario: Scenario, met: Collection[str]) -> Iterable[Model]:
    for scene in scenario.scenes.values():
        if scene.id in met and isinstance(scene.body, MessageInParts):
            model = _model(scenario.head.title, scene.body)
            if model:
                yield model


def _model(title: str, written: MessageInParts) -> Model | None:
    """The message with every part as it was advised; None where a part has no way that is advised on every path."""
    offered = kinds.of(written).offered(NOWHERE, 0)
    assert isinstance(offered, MessageInParts)
    worded = [(part, _advised(part)) for part in offered.parts]
    if not all(found for _, found in worded):
        return None
    draft = tuple((part.id, found.id) for part, found in worded if found)
    message = MessageKind(offered)
    return Model(written.medium, written.to, title, message.subject(draft), message.body(draft), written.sender)


def _advised(part: Part) -> Alternative | None:
    """How the part is best worded: by the first alternative that follows a rule and breaks none, else by the first that
    breaks none; None if each breaks one."""
    fine = [each for each in part.alternatives if not each.breaks]
    return next((each for each in fine if each.follows), next(iter(fine), None))
