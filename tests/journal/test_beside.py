"""What stands beside the attempts: disputes, and what was practised again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from course.engine.apply import begin
from course.engine.events import Sent
from course.journal import Journal
from course.journal.decision_rows import decisions_to_text
from course.journal.disputes_and_practice import dispute, disputes, practise, practised
from course.journal.migrations import STEPS
from course.model import Side
from tests.builders import tiny_course, tiny_scenario
from tests.steps import send

DECISION = send(begin(tiny_course(), tiny_scenario(), 1), ("wave",), forecast=Side.PUSHY).decisions[0]


def test_what_was_practised_is_kept_and_forgotten_with_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    journal = Journal.open(path)
    practise(journal, "tiny", "tale", "lobby", "space", held=False)
    journal = Journal.open(path)
    (kept,) = practised(journal, "tiny")
    assert (kept.scenario, kept.scene, kept.rule, kept.held) == ("tale", "lobby", "space", False)
    journal.forget("tiny")
    assert practised(journal, "tiny") == ()


def test_a_dispute_is_kept_with_what_it_is_about_and_forgotten_with_the_rest(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "journal.db")
    dispute(journal, tiny_course(), "tale", DECISION, "w" * 2000)
    (kept,) = disputes(journal, "tiny")
    assert (kept.scenario, kept.scene, kept.revision, kept.answer) == ("tale", "office", DECISION.revision, ("wave",))
    assert len(kept.why) == 500, "a line of why, no essay"
    assert disputes(journal, "other") == ()
    assert journal.forget("other") == 0
    assert disputes(journal, "tiny") == (kept,)
    journal.forget()
    assert disputes(journal, "tiny") == ()


@pytest.mark.parametrize("table", ["disputes", "practice"])
def test_a_journal_that_lacks_a_table_is_set_aside(tmp_path: Path, table: str) -> None:
    path = tmp_path / "journal.db"
    Journal.open(path).close()
    with sqlite3.connect(path) as broken:
        broken.execute(f"DROP TABLE {table}")
    broken.close()
    journal = Journal.open(path)
    assert len(journal.notices) == 1
    assert list(tmp_path.glob("journal.set-aside-*.db"))
    assert journal.saved


def test_a_journal_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with sqlite3.connect(path) as old:
        for statement in STEPS[0]:
            old.execute(statement)
        old.execute("INSERT INTO attempts VALUES (1, 'tiny', 'tale', '1', 1, 1, '2026-03-02T12:00:00+00:00')")
        sent = '{"scene":"office","answer":["wave"],"forecast":null,"revision":""}'
        row = (
            1,
            0,
            "2026-03-02T12:00:00+00:00",
            "sent",
            sent,
            decisions_to_text([DECISION]),
            "lobby",
            "Lobby",
            1,
            None,
        )
        old.execute("INSERT INTO moves VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        old.execute("PRAGMA user_version = 1")
    old.close()
    journal = Journal.open(path)
    assert journal.notices == []
    assert practised(journal, "tiny") == ()
    (event,) = journal.events(1)
    assert event == Sent("office", (("wave",),), None, "")
    assert journal.attempts("tiny")[0].decisions == (DECISION,)
