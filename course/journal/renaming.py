"""What was kept under ids that have changed since, under those that the course has now. The rows stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from course.engine.decision import Decision
from course.engine.events import Drafted, Kept, Sent, ThoughtAgain
from course.engine.outcome import Answer
from course.journal.protocol import Place
from course.journal.records import Attempt, Dispute, OpenAttempt, Past, Practiced
from course.model import Course, Head, Renamed
from course.model.record import replace
from course.model.renamed import Names


class Renaming:
    """The ids of one course that have changed."""

    def __init__(self, course: Course, heads: Iterable[Head]) -> None:
        self._rules, self._pairs = course.renamed.rules, course.renamed.pairs
        self.scenarios = course.renamed.scenarios
        """What scenarios are called now, by what they were called."""
        self._scenarios = {each.id: each.renamed for each in heads if each.renamed != Renamed()}

    def __bool__(self) -> bool:
        return bool(self._rules or self._pairs or self.scenarios or self._scenarios)

    def events(self, scenario: str, events: Iterable[Kept]) -> tuple[Kept, ...]:
        """The events of an attempt."""
        return tuple(self._event(self._of(scenario), each) for each in events)

    def unfinished(self, found: Iterable[OpenAttempt]) -> tuple[OpenAttempt, ...]:
        """Attempts to go on with."""
        return tuple(
            replace(
                each,
                beginning=replace(each.beginning, scenario=_now(each.beginning.scenario, self.scenarios)),
                scene=self._scene(each.beginning.scenario, each.scene),
            )
            for each in found
        )

    def past(self, past: Past) -> Past:
        """What the learner has done."""
        return replace(past, attempts={number: self._attempt(each) for number, each in past.attempts.items()})

    def met(self, met: Mapping[Place, datetime]) -> Mapping[Place, datetime]:
        """When each scene was last answered, under whichever name."""
        found: dict[Place, datetime] = {}
        for (scenario, scene), at in met.items():
            place = _now(scenario, self.scenarios), self._scene(scenario, scene)
            found[place] = max(at, found.get(place, at))
        return found

    def disputes(self, found: Iterable[Dispute]) -> tuple[Dispute, ...]:
        """Every dispute."""
        return tuple(
            replace(
                each,
                scenario=_now(each.scenario, self.scenarios),
                scene=self._scene(each.scenario, each.scene),
                item=_now(each.item, self._of(each.scenario).options),
                answer=_all(each.answer, self._of(each.scenario).options),
            )
            for each in found
        )

    def practiced(self, found: Iterable[Practiced]) -> tuple[Practiced, ...]:
        """Everything practiced again."""
        return tuple(
            replace(
                each,
                scenario=_now(each.scenario, self.scenarios),
                scene=self._scene(each.scenario, each.scene),
                rule=_now(each.rule, self._rules),
            )
            for each in found
        )

    def _of(self, scenario: str) -> Renamed:
        return self._scenarios.get(_now(scenario, self.scenarios), Renamed())

    def _scene(self, scenario: str, scene: str) -> str:
        return _now(scene, self._of(scenario).scenes)

    def _event(self, names: Renamed, event: Kept) -> Kept:
        if isinstance(event, Drafted):
            return replace(event, scene=_now(event.scene, names.scenes), draft=_answers(event.draft, names))
        if isinstance(event, Sent | ThoughtAgain):
            return replace(event, scene=_now(event.scene, names.scenes), answers=_answers(event.answers, names))
        return event

    def _attempt(self, attempt: Attempt) -> Attempt:
        names = self._of(attempt.scenario)
        decisions = tuple(self._decision(names, each) for each in attempt.decisions)
        return replace(attempt, scenario=_now(attempt.scenario, self.scenarios), decisions=decisions)

    def _decision(self, names: Renamed, decision: Decision) -> Decision:
        contact = decision.contact
        return replace(
            decision,
            scene=_now(decision.scene, names.scenes),
            answer=_all(decision.answer, names.options),
            item=_now(decision.item, names.options),
            follows=_all(decision.follows, self._rules),
            breaks=_all(decision.breaks, self._rules),
            misses=_all(decision.misses, self._rules),
            avoids=_all(decision.avoids, self._rules),
            marks={_now(pair, self._pairs): each for pair, each in decision.marks.items()},
            contact=contact and replace(contact, person=_now(contact.person, names.people)),
            reconsidered=tuple(replace(each, answers=_answers(each.answers, names)) for each in decision.reconsidered),
        )


def _now(id: str, names: Names) -> str:
    return names.get(id, id)


def _all(ids: Iterable[str], names: Names) -> tuple[str, ...]:
    return tuple(_now(each, names) for each in ids)


def _answers(answers: Iterable[Answer], names: Renamed) -> tuple[Answer, ...]:
    return tuple(_all(each, names.options) for each in answers)
