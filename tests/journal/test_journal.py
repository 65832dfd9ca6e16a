"""The journal: what it keeps, what it does when the file is not as it should be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from course.engine.events import Rewound, Shortened, WentOn
from course.engine.judging import Marks, Tally
from course.journal import Journal, NotSaved, Overtaken
from course.model import Scenario, Side
from course.model.kinds.choices import Choices
from course.progress.as_json import progress_data
from course.progress.results import progress
from course.visit.session import Session
from tests.builders import choice, scene, tiny_course, tiny_scenario


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "journal.db"


def begin(journal: Journal, seed: int = 1) -> Session:
    return Session.start(tiny_course(), tiny_scenario(), journal, seed=seed, extra_minute=True)


def decide(session: Session, *names: str, forecast: Side = Side.ASSERTIVE) -> None:
    for name in names:
        session.choose((name,))
        session.send(forecast)
        session.go_on()


def test_what_was_sent_is_there_when_the_journal_is_opened_again(path: Path) -> None:
    session = begin(Journal.open(path))
    session.choose(("write",))
    session.send(Side.PUSHY)

    journal = Journal.open(path)
    (attempt,) = journal.attempts("tiny")
    assert attempt.decisions == session.play.decisions
    again, notice = Session.take_up(tiny_course(), tiny_scenario(), journal, seed=9, extra_minute=True)
    assert again.play == session.play
    assert notice == ""


def test_every_kind_of_event_comes_back_as_it_was(path: Path) -> None:
    journal = Journal.open(path)
    session = begin(journal)
    decide(session, "wave")
    session.rewind(0)
    attempt = journal.unfinished("tiny")[0].id
    journal.record(attempt, 3, Shortened(1), session.play)
    kinds = [type(event) for event in journal.events(attempt)]
    assert kinds[1:] == [WentOn, Rewound, Shortened]
    assert journal.events(attempt)[2:] == (Rewound(0), Shortened(1))


def test_a_finished_attempt_is_not_offered_again(path: Path) -> None:
    journal = Journal.open(path)
    decide(begin(journal), "hide")
    assert journal.unfinished("tiny") == ()
    (attempt,) = journal.attempts("tiny")
    assert attempt.ending is Side.QUIET


def test_starting_over_gives_the_old_attempt_up(path: Path) -> None:
    journal = Journal.open(path)
    session = begin(journal)
    decide(session, "write")
    session = session.again(seed=2)
    assert journal.unfinished("tiny") == ()
    decide(session, "write")
    assert [each.seed for each in journal.unfinished("tiny")] == [2]


def test_only_one_of_two_terminals_goes_on(path: Path) -> None:
    one = begin(Journal.open(path))
    decide(one, "write")
    journal = Journal.open(path)
    two, _ = Session.take_up(tiny_course(), tiny_scenario(), journal, seed=9, extra_minute=True)
    decide(two, "patient")
    one.choose(("again",))
    assert "another terminal" in one.send(Side.ASSERTIVE)
    assert one.play == two.play
    with pytest.raises(Overtaken):
        journal.record(journal.unfinished("tiny")[0].id if journal.unfinished("tiny") else 1, 0, WentOn(), two.play)


def test_first_and_best_stay_apart_and_so_do_dos_and_donts(path: Path) -> None:
    journal = Journal.open(path)
    decide(begin(journal), "wave", "leave", "patient")
    decide(begin(journal), "write", "patient")
    standing = progress(journal.attempts("tiny"))
    tale = standing.scenarios["tale"]
    assert (tale.attempts, tale.finished) == (2, 2)
    assert tale.first is not None
    assert tale.best == 1
    assert tale.first < tale.best
    overall = progress_data(standing).overall
    assert overall.first.pairs["place"] == Marks(Tally(1, 1), Tally(1, 2))
    assert overall.best.share == 1


def test_forgetting_leaves_no_word_in_the_file(path: Path) -> None:
    journal = Journal.open(path)
    decide(begin(journal), "write")
    assert b"Do write." in b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert journal.forget() == 1
    assert journal.attempts("tiny") == ()
    journal.close()
    assert b"Do write." not in b"".join(each.read_bytes() for each in path.parent.iterdir())


def test_answers_are_private(path: Path) -> None:
    Journal.open(path)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def spoil_all(data: bytes) -> bytes:
    return b"\x00\xff" * (len(data) // 2)


def spoil_page(data: bytes) -> bytes:
    return data[:4096] + b"\xa5" * (len(data) - 4096)


def spoil_under(path: Path) -> None:
    """Damage a journal that is open, and write to it, so that whoever has it open reads it anew."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(spoil_page(path.read_bytes()))
    connection.execute("PRAGMA application_id = 1")
    connection.close()


DAMAGE: list[Callable[[bytes], bytes]] = [spoil_all, spoil_page, lambda data: data[:700], lambda data: data[:5] * 99]


@pytest.mark.parametrize("spoil", DAMAGE)
def test_a_damaged_journal_is_set_aside_and_play_goes_on(path: Path, spoil: Callable[[bytes], bytes]) -> None:
    journal = Journal.open(path)
    decide(begin(journal), "write")
    journal.close()
    spoiled = spoil(path.read_bytes())
    path.write_bytes(spoiled)

    journal = Journal.open(path, lambda: datetime(2026, 1, 2, tzinfo=UTC))
    journal.attempts("tiny")
    assert any("damaged" in notice for notice in journal.notices)
    kept = path.with_name("journal.set-aside-20260102-000000.db")
    assert kept.read_bytes() == spoiled, "the damaged file is kept as it was"
    decide(begin(journal), "write")
    assert len(journal.attempts("tiny")) == 1


def test_a_journal_of_a_newer_version_is_set_aside(path: Path) -> None:
    Journal.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    journal = Journal.open(path)
    assert "newer Fine Line" in journal.notices[0]
    decide(begin(journal), "write")
    assert journal.saved


def test_an_empty_file_is_a_fresh_journal(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert Journal.open(path).notices == []


@pytest.mark.parametrize("block", ["folder in its place", "home is a file"])
def test_where_nothing_can_be_kept_the_learner_still_plays(path: Path, block: str) -> None:
    if block == "home is a file":
        path.parent.write_text("no folder")
    else:
        path.mkdir(parents=True)
    journal = Journal.open(path)
    assert not journal.saved
    assert "You can play all the same" in journal.notices[0]
    decide(begin(journal), "write", "patient")
    assert len(journal.attempts("tiny")) == 1


def test_a_disk_that_refuses_is_said_once_and_the_scenario_goes_on(path: Path) -> None:
    journal = Journal.open(path, wait=0)
    session = begin(journal)
    decide(session, "write")
    session.choose(("patient",))
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    assert "could not be kept" in session.send(Side.ASSERTIVE)
    assert len(session.play.decisions) == 2
    blocker.execute("ROLLBACK")
    assert session.go_on() == ""
    assert len(Journal.open(path).attempts("tiny")[0].decisions) == 2, "what was held back is kept with the next move"


def test_a_journal_that_breaks_in_the_middle_of_a_scenario_is_begun_anew_with_all_of_it(path: Path) -> None:
    journal = Journal.open(path)
    session = begin(journal)
    decide(session, "wave", "leave")
    spoil_under(path)
    session.choose(("patient",))
    assert "it will be tried again" in session.send(Side.ASSERTIVE)
    assert len(session.play.decisions) == 3
    assert "Your journal was damaged" in session.go_on()
    assert [len(attempt.decisions) for attempt in journal.attempts("tiny")] == [3]


def test_a_first_answer_that_cannot_be_kept_ends_no_scenario(path: Path) -> None:
    journal = Journal.open(path)
    session = begin(journal)
    session.choose(("write",))
    journal.close()
    assert "could not be kept" in session.send(Side.ASSERTIVE)
    assert len(session.play.decisions) == 1
    assert session.again(seed=2).play.history == ()


def test_not_saved_is_an_answer_and_no_crash(path: Path) -> None:
    journal = Journal.open(path)
    journal.close()
    with pytest.raises(NotSaved):
        journal.begin("tiny", "tale", version="", seed=1, extra_minute=True)


def test_two_files_set_aside_in_one_second_have_two_names(path: Path) -> None:
    for _ in range(2):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"not a database, not at all" * 50)
        Journal.open(path, lambda: datetime(2026, 1, 2, tzinfo=UTC)).close()
    assert len(list(path.parent.glob("journal.set-aside-*.db"))) == 2


def test_a_scene_that_is_gone_is_said_and_the_scenario_goes_on_from_the_nearest(path: Path) -> None:
    session = begin(Journal.open(path))
    decide(session, "wave")
    session.choose(("stay",))
    session.send(Side.PUSHY)

    scenario = tiny_scenario()
    lobby = Choices((choice("stand", "wait", follows="unannounced"), choice("run", "wait", breaks="space")))
    edited = Scenario(scenario.head, {**scenario.scenes, "lobby": scene("lobby", lobby)})
    journal = Journal.open(path)
    again, notice = Session.take_up(tiny_course(), edited, journal, seed=3, extra_minute=True)
    assert "has been edited since" in notice
    assert again.play.scene_id == "lobby"
    decide(again, "stand")
    third, _ = Session.take_up(tiny_course(), edited, Journal.open(path), seed=3, extra_minute=True)
    assert third.play == again.play
    (attempt,) = journal.attempts("tiny")
    assert [decision.scene for decision in attempt.decisions if decision.counts] == ["office", "lobby"]
    assert len(attempt.decisions) == 3, "the answer that no longer fits is kept"
