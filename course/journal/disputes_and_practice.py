"""What the journal keeps beside attempts: disputes, and what was practised again. Neither touches a score."""

from __future__ import annotations

from datetime import datetime

from course.engine.decision import Decision
from course.engine.outcome import Answer
from course.journal.records import Dispute, Practised
from course.journal.sqlite import Journal
from course.model import Course
from course.model.encoding import from_json, to_json

LONGEST_WHY = 500
"""Characters of a learner's reason that are kept."""


def dispute(journal: Journal, course: Course, scenario: str, decision: Decision, why: str) -> None:
    """Keep that the learner sees this differently. `why` has been cleaned. Raises NotSaved."""
    row = (
        course.id,
        course.version,
        scenario,
        decision.scene,
        decision.item,
        decision.revision,
        to_json(decision.answer),
        decision.said,
        why[:LONGEST_WHY],
        journal.stamp(),
    )
    columns = "course, version, scenario, scene, item, revision, answer, said, why, at"
    with journal.writing() as connection:
        connection.execute(f"INSERT INTO disputes ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def disputes(journal: Journal, course: str) -> tuple[Dispute, ...]:
    """Every dispute about the course, oldest first."""
    return journal.read(
        "SELECT scenario, scene, item, revision, answer, said, why, at FROM disputes WHERE course = ? ORDER BY id",
        (course,),
        lambda rows: tuple(
            Dispute(scenario, scene, item, revision, from_json(answer, Answer), said, why, datetime.fromisoformat(at))
            for scenario, scene, item, revision, answer, said, why, at in rows
        ),
    )


def practise(journal: Journal, course: str, scenario: str, scene: str, rule: str, *, held: bool) -> None:
    """Keep how a rule went that came back. Raises NotSaved."""
    row = (course, scenario, scene, rule, int(held), journal.stamp())
    with journal.writing() as connection:
        connection.execute(
            "INSERT INTO practice (course, scenario, scene, rule, held, at) VALUES (?, ?, ?, ?, ?, ?)", row
        )


def practised(journal: Journal, course: str) -> tuple[Practised, ...]:
    """Everything practised again, oldest first."""
    return journal.read(
        "SELECT scenario, scene, rule, held, at FROM practice WHERE course = ? ORDER BY id",
        (course,),
        lambda rows: tuple(
            Practised(scenario, scene, rule, bool(held), datetime.fromisoformat(at))
            for scenario, scene, rule, held, at in rows
        ),
    )
