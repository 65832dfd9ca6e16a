"""A session: what of it is kept, and when."""

from __future__ import annotations

from pathlib import Path

from course.journal import Journal
from course.journal.disputes_and_practice import practised
from course.model import Side
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario


def practice(journal: Journal, rule: str) -> Session:
    """The lobby by itself, for one rule."""
    return Session.start(tiny_course(), tiny_scenario(), journal, rule=rule, seed=1, extra_minute=True, at="lobby")


def test_how_a_practised_rule_went_is_kept_once_when_the_answer_is_sent(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "journal.db")
    session = practice(journal, "unannounced")
    session.choose(("stay",))
    assert practised(journal, "tiny") == (), "weighed, not sent"
    assert session.send(Side.PUSHY) == ""
    session.rewind(0)
    session.choose(("leave",))
    session.send(Side.ASSERTIVE)
    assert [(each.scene, each.rule, each.held) for each in practised(journal, "tiny")] == [
        ("lobby", "unannounced", False)
    ]
    assert journal.attempts("tiny") == (), "it is no attempt"
