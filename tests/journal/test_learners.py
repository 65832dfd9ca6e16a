"""Several learners in one file, and one learner on several machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.engine.decision import Decision
from course.journal import SqliteJournal
from course.journal.carried import Merged
from course.journal.decision_rows import text_to_decisions
from course.journal.read_carried import read_carried
from course.model.encoding import to_json
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.journal.test_journal import decide
from tests.journals import attempts, open_journal
from tests.terminal import PATIENCE


def played(path: Path, *names: str, learner: str = "", seed: int = 1) -> SqliteJournal:
    """A journal in which these choices were made."""
    journal = open_journal(path, learner=learner)
    decide(Session.start(tiny_course(), tiny_scenario(), journal, seed=seed, extra_minute=True), *names)
    journal.wait(PATIENCE)
    return journal


def carried(journal: SqliteJournal) -> bytes:
    """What `fineline export` writes."""
    return to_json(journal.carry()).encode()


def test_nobody_sees_what_another_learner_did(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    ana, ben = played(path, "write", learner="ana"), played(path, "wave", "leave", learner="ben")
    ana.practice("tiny", "tale", "lobby", "space", held=True).result(PATIENCE)
    assert [len(each.decisions) for each in attempts(ana, "tiny")] == [1]
    assert [len(each.decisions) for each in attempts(ben, "tiny")] == [2]
    assert len(ana.practiced("tiny")) == 1
    assert ben.practiced("tiny") == ()
    assert attempts(open_journal(path), "tiny") == ()


def test_one_learner_is_forgotten_and_the_other_stays(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    ana, ben = played(path, "write", learner="ana"), played(path, "wave", learner="ben")
    assert ana.forget() == 1
    assert attempts(ana, "tiny") == ()
    assert len(attempts(ben, "tiny")) == 1


def test_one_scenario_is_forgotten_by_itself(tmp_path: Path) -> None:
    journal = played(tmp_path / "journal.db", "write")
    assert journal.forget("tiny", "another") == 0
    assert len(attempts(journal, "tiny")) == 1
    assert journal.forget("tiny", "tale") == 1
    assert attempts(journal, "tiny") == ()


def test_a_journal_goes_to_another_machine_and_arrives_once(tmp_path: Path) -> None:
    here, there = played(tmp_path / "here.db", "wave", "leave", "patient"), played(tmp_path / "there.db", "write")
    here.practice("tiny", "tale", "lobby", "space", held=True).result(PATIENCE)
    data = read_carried(carried(here))
    assert there.merge(data) == Merged(attempts=1, known=0, differing=0)
    once = carried(there)
    assert there.merge(data) == Merged(attempts=0, known=1, differing=0)
    assert carried(there) == once, "the same again changes nothing"
    assert len(there.practiced("tiny")) == 1
    assert [len(each.decisions) for each in attempts(there, "tiny")] == [3], "it was begun before the one there"
    assert there.past("tiny").standings["tale"].attempts == 2


def test_what_was_gone_on_with_there_goes_on_here(tmp_path: Path) -> None:
    here, there = played(tmp_path / "here.db", "wave"), open_journal(tmp_path / "there.db")
    there.merge(read_carried(carried(here)))
    session, _ = Session.take_up(tiny_course(), tiny_scenario(), there, seed=5, extra_minute=True)
    decide(session, "leave", "patient")
    there.wait(PATIENCE)
    assert here.merge(read_carried(carried(there))) == Merged(attempts=1, known=0, differing=0)
    assert here.past("tiny") == there.past("tiny")
    assert here.unfinished("tiny") == ()


def test_where_both_went_on_differently_each_keeps_its_own(tmp_path: Path) -> None:
    here, there = played(tmp_path / "here.db", "wave"), open_journal(tmp_path / "there.db")
    there.merge(read_carried(carried(here)))
    for journal, choice in ((here, "leave"), (there, "stay")):
        decide(Session.take_up(tiny_course(), tiny_scenario(), journal, seed=5, extra_minute=True)[0], choice)
        journal.wait(PATIENCE)
    before = carried(here)
    assert here.merge(read_carried(carried(there))) == Merged(attempts=0, known=0, differing=1)
    assert carried(here) == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda data: data["attempts"][0]["events"][0].pop("at"), "missing required field `at`"),
        (lambda data: data["attempts"][0]["events"][0].update(kind="flew"), "unknown kind of event"),
        (lambda data: data.update(journal=2), "version 2"),
        (lambda data: data.update(attempts="none"), "Expected `array`"),
    ],
)
def test_what_is_no_journal_is_refused_with_its_place(tmp_path: Path, change: object, says: str) -> None:
    data = json.loads(carried(played(tmp_path / "here.db", "wave")))
    assert callable(change)
    change(data)
    with pytest.raises(ValueError, match=says):
        read_carried(json.dumps(data).encode())


def test_however_often_a_scenario_was_played_home_reads_as_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each scenario the first, the first finished and the best attempt; never all there are."""
    read: list[str] = []

    def counted(text: str) -> list[Decision]:
        read.append(text)
        return text_to_decisions(text)

    monkeypatch.setattr("course.journal.sqlite.attempt_rows.text_to_decisions", counted)
    journal = played(tmp_path / "journal.db", "write", "patient")
    costs = []
    for _ in range(2):
        read.clear()
        journal.past("tiny")
        costs.append(len(read))
        for seed in range(30):
            played(tmp_path / "journal.db", "wave", "leave", "patient", seed=seed)
    assert costs == [2, 2]


def test_a_first_answer_counts_as_soon_as_it_is_kept_whichever_attempt_it_is_in(tmp_path: Path) -> None:
    journal = played(tmp_path / "journal.db", "wave")
    seen = []
    for names in (("wave", "leave"), ("wave",), ("wave", "leave", "patient"), ("write", "patient")):
        played(tmp_path / "journal.db", *names)
        seen.append([each.answer for each in journal.past("tiny").first_answers("tale")])
    assert seen[:2] == [[("wave",), ("leave",)]] * 2, "what was given up since takes none away"
    assert seen[2] == seen[3] == [("wave",), ("leave",), ("patient",)]


def test_however_often_one_was_given_up_home_reads_no_more_than_there_are_scenes(
    tmp_path: Path,
) -> None:
    journal = played(tmp_path / "journal.db", "wave")
    for seed in range(10):
        played(tmp_path / "journal.db", "wave", "leave", seed=seed)
    past = journal.past("tiny")
    assert len(past.attempts) == 2
    assert len(past.first_answers("tale")) == 2
