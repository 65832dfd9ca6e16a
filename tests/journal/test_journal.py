"""The journal: what it keeps, and what it does when the file is not as it should be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from course.engine import totals
from course.engine.events import Returned, Rewound, Shortened, WentOn
from course.engine.judging import Marks, Tally
from course.engine.play import Phase
from course.journal import SqliteJournal
from course.journal.records import LeftOut, Overtaken, SetAside, Trouble
from course.model import Scenario, Side
from course.model.kinds.choices import Choices
from course.model.record import replace
from course.progress.as_json import progress_data
from course.progress.results import progress
from course.visit.session import Session
from tests.builders import choice, scene, tiny_course, tiny_scenario
from tests.journals import attempts, open_journal
from tests.steps import weighed
from tests.terminal import PATIENCE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "journal.db"


def begin(journal: SqliteJournal, seed: int = 1) -> Session:
    return Session.start(tiny_course(), tiny_scenario(), journal, seed=seed, extra_minute=True)


def decide(session: Session, *names: str, forecast: Side = Side.RIGHT) -> None:
    for name in names:
        session.choose((name,))
        weighed(session, forecast)
        session.go_on()


def kept(journal: SqliteJournal) -> bool:
    """Whether everything gets into the file."""
    return not journal.wait(PATIENCE).owed


def test_what_was_sent_is_there_when_the_journal_is_opened_again(path: Path) -> None:
    session = begin(open_journal(path))
    session.choose(("write",))
    weighed(session, Side.OVER)

    journal = open_journal(path)
    (attempt,) = attempts(journal, "tiny")
    assert attempt.decisions == session.play.decisions
    again, notice = Session.take_up(tiny_course(), tiny_scenario(), journal, seed=9, extra_minute=True)
    assert again.play == session.play
    assert notice == ""


def test_a_mind_that_was_changed_is_kept_and_resumed(path: Path) -> None:
    session = begin(open_journal(path))
    session.choose(("wave",))
    assert session.call(Side.OVER) == ""
    assert session.play.phase is Phase.CALLED, "after an outer answer it is asked whether to send it"
    session.think_again()
    again, _ = Session.take_up(tiny_course(), tiny_scenario(), open_journal(path), seed=9, extra_minute=True)
    assert again.play == session.play
    again.choose(("write",))
    weighed(again, Side.RIGHT)
    (attempt,) = attempts(open_journal(path), "tiny")
    assert attempt.decisions == again.play.decisions
    assert [each.answers for each in attempt.decisions[0].reconsidered] == [(("wave",),)]
    assert totals.forecasts(attempt.decisions).stopped == 1


def test_every_kind_of_event_comes_back_as_it_was(path: Path) -> None:
    journal = open_journal(path)
    session = begin(journal)
    decide(session, "wave")
    beginning = journal.unfinished("tiny")[0].beginning
    decide(session, "leave", "patient")
    session.rewind(0)
    session.come_back()
    journal.record(beginning, journal.moment(), 8, Shortened(1), session.play).result(PATIENCE)
    events = journal.events(beginning.key)
    assert [type(event) for event in events][5:] == [WentOn, Rewound, Returned, Shortened]
    assert events[6:] == (Rewound(0), Returned(), Shortened(1))


def test_a_finished_attempt_is_not_offered_again(path: Path) -> None:
    journal = open_journal(path)
    decide(begin(journal), "hide")
    assert kept(journal)
    assert journal.unfinished("tiny") == ()
    (attempt,) = attempts(journal, "tiny")
    assert attempt.ending is Side.UNDER


def test_starting_over_gives_the_old_attempt_up(path: Path) -> None:
    journal = open_journal(path)
    session = begin(journal)
    decide(session, "write")
    session = session.again(seed=2)
    assert kept(journal)
    assert journal.unfinished("tiny") == ()
    decide(session, "write")
    assert [each.beginning.seed for each in journal.unfinished("tiny")] == [2]


def test_only_one_of_two_terminals_goes_on(path: Path) -> None:
    one = begin(open_journal(path))
    decide(one, "write")
    journal = open_journal(path)
    beginning = journal.unfinished("tiny")[0].beginning
    two, _ = Session.take_up(tiny_course(), tiny_scenario(), journal, seed=9, extra_minute=True)
    decide(two, "patient")
    one.choose(("again",))
    assert "another terminal" in weighed(one, Side.RIGHT)
    assert one.play == two.play
    with pytest.raises(Overtaken):
        journal.record(beginning, journal.moment(), 0, WentOn(), two.play).result(PATIENCE)


def test_first_and_best_stay_apart_and_so_do_dos_and_donts(path: Path) -> None:
    journal = open_journal(path)
    decide(begin(journal), "wave", "leave", "patient")
    decide(begin(journal), "write", "patient")
    assert kept(journal)
    standing = progress(journal.past("tiny"))
    tale = standing.scenarios["tale"]
    assert (tale.attempts, tale.finished) == (2, 2)
    assert tale.first is not None
    assert tale.best == 1
    assert tale.first < tale.best
    overall = progress_data(standing).overall
    assert overall.first.pairs["place"] == Marks(Tally(1, 1), Tally(1, 2))
    assert overall.best.share == 1


def test_answers_are_private(path: Path) -> None:
    open_journal(path)
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
    journal = open_journal(path)
    decide(begin(journal), "write")
    journal.close(PATIENCE)
    spoiled = spoil(path.read_bytes())
    path.write_bytes(spoiled)

    journal = open_journal(path, lambda: datetime(2026, 1, 2, tzinfo=UTC))
    decide(begin(journal), "write")
    assert kept(journal)
    aside = path.with_name("journal.set-aside-20260102-000000.db")
    assert journal.take_notices() == [SetAside(str(aside))]
    assert aside.read_bytes() == spoiled, "the damaged file is kept as it was"
    assert len(attempts(open_journal(path), "tiny")) == 1


def test_a_journal_of_a_newer_version_is_left_alone_and_nothing_is_said_to_be_kept(path: Path) -> None:
    open_journal(path).close(PATIENCE)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    journal = open_journal(path)
    decide(begin(journal), "write")
    assert journal.keeping.trouble is Trouble.NEWER
    assert journal.keeping.owed == 2
    assert not list(path.parent.glob("*set-aside*"))


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (id INTEGER)")
    other.close()
    before = path.read_bytes()
    assert open_journal(path).keeping.trouble is Trouble.FOREIGN
    assert path.read_bytes() == before


def test_an_empty_file_is_a_fresh_journal(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    journal = open_journal(path)
    assert journal.take_notices() == []
    assert journal.keeping.trouble is None


@pytest.mark.parametrize("block", ["folder in its place", "home is a file"])
def test_where_nothing_can_be_kept_the_learner_still_plays(path: Path, block: str) -> None:
    if block == "home is a file":
        path.parent.write_text("no folder")
    else:
        path.mkdir(parents=True)
    journal = open_journal(path)
    assert journal.keeping.trouble is (Trouble.NO_FOLDER if block == "home is a file" else Trouble.FOREIGN)
    assert journal.keeping.unread, "nobody can say what lies there"
    decide(begin(journal), "write", "patient")
    assert len(journal.past("tiny").attempts) == 1, "what is owed is read as if it were kept"
    assert journal.keeping.owed == 4


def test_what_could_not_be_kept_is_kept_as_soon_as_it_can_be(path: Path) -> None:
    path.mkdir(parents=True)
    journal = open_journal(path)
    decide(begin(journal), "write", "patient")
    assert journal.keeping.owed == 4
    path.rmdir()
    assert kept(journal)
    assert journal.keeping.trouble is None
    assert len(attempts(open_journal(path), "tiny")[0].decisions) == 2


def test_while_another_program_holds_the_file_the_scenario_goes_on(path: Path) -> None:
    journal = open_journal(path)
    session = begin(journal)
    decide(session, "write")
    assert kept(journal)
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    session.choose(("patient",))
    assert weighed(session, Side.RIGHT) == ""
    assert session.go_on() == ""
    assert len(session.play.decisions) == 2
    assert journal.keeping.owed == 2
    blocker.execute("ROLLBACK")
    assert kept(journal)
    assert len(attempts(open_journal(path), "tiny")[0].decisions) == 2


def test_a_journal_that_breaks_in_the_middle_of_a_scenario_is_begun_anew_with_all_of_it(path: Path) -> None:
    journal = open_journal(path)
    session = begin(journal)
    decide(session, "wave", "leave")
    assert kept(journal)
    spoil_under(path)
    session.choose(("patient",))
    weighed(session, Side.RIGHT)
    assert kept(journal)
    session.go_on()
    assert kept(journal)
    assert [type(each) for each in journal.take_notices()] == [SetAside]
    assert [len(attempt.decisions) for attempt in attempts(open_journal(path), "tiny")] == [3]


def test_two_files_set_aside_in_one_second_have_two_names(path: Path) -> None:
    for _ in range(2):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"not a database, not at all" * 50)
        open_journal(path, lambda: datetime(2026, 1, 2, tzinfo=UTC)).close(PATIENCE)
    assert len(list(path.parent.glob("journal.set-aside-*.db"))) == 2


def test_a_scene_that_is_gone_is_said_and_the_scenario_goes_on_from_the_nearest(path: Path) -> None:
    session = begin(open_journal(path))
    decide(session, "wave")
    session.choose(("stay",))
    weighed(session, Side.OVER)

    scenario = tiny_scenario()
    lobby = Choices((choice("stand", "wait", follows="unannounced"), choice("run", "wait", breaks="space")))
    edited = Scenario(scenario.head, {**scenario.scenes, "lobby": scene("lobby", lobby)})
    journal = open_journal(path)
    again, notice = Session.take_up(tiny_course(), edited, journal, seed=3, extra_minute=True)
    assert "has been edited since" in notice
    assert again.play.scene_id == "lobby"
    decide(again, "stand")
    third, _ = Session.take_up(tiny_course(), edited, open_journal(path), seed=3, extra_minute=True)
    assert third.play == again.play
    (attempt,) = attempts(journal, "tiny")
    assert [decision.scene for decision in attempt.decisions if decision.counts] == ["office", "lobby"]
    assert len(attempt.decisions) == 3, "the answer that no longer fits is kept"


BAD = {
    "a letter": """replace(decision, '"worth"', '"wrth"')""",
    "a number without end": """replace(decision, '"worth":"', '"worth":"1e999999')""",
    "brackets without end": "replace(hex(zeroblob(100000)), '00', '[')",
    "no text at all": "x'ff00fe'",
}


@pytest.mark.parametrize("change", BAD.values(), ids=BAD.keys())
def test_a_row_that_cannot_be_read_is_left_out_and_the_rest_stays(path: Path, change: str) -> None:
    journal = open_journal(path)
    decide(begin(journal), "write", "patient")
    journal.close(PATIENCE)
    with sqlite3.connect(path) as spoiler:
        spoiler.execute(f"UPDATE moves SET decision = {change} WHERE number = 0")
    spoiler.close()
    journal = open_journal(path)
    assert sum(len(each.decisions) for each in attempts(journal, "tiny")) == 1
    assert journal.take_notices() == [LeftOut(1)]
    assert not list(path.parent.glob("*set-aside*"))


@pytest.mark.parametrize("column", ["at", "answer"])
def test_a_row_about_a_judgement_that_cannot_be_read_is_left_out_and_said(path: Path, column: str) -> None:
    journal = open_journal(path)
    session = begin(journal)
    decide(session, "write")
    for place, why in (("office", "It was raining."), ("elsewhere", "It was late.")):
        session.differ(replace(session.play.decisions[0], scene=place), why)
    journal.close(PATIENCE)
    with sqlite3.connect(path) as spoiler:
        spoiler.execute(f"UPDATE disputes SET {column} = 'no such thing' WHERE why = 'It was late.'")
    spoiler.close()
    journal = open_journal(path)
    assert [each.why for each in journal.disputes("tiny")] == ["It was raining."]
    assert journal.take_notices() == [LeftOut(1)]


def test_a_bad_byte_in_a_title_spoils_a_letter_and_no_more(path: Path) -> None:
    journal = open_journal(path)
    decide(begin(journal), "wave")
    journal.close(PATIENCE)
    with sqlite3.connect(path) as spoiler:
        spoiler.execute("UPDATE moves SET title = CAST(x'4cff6262' AS TEXT)")
    spoiler.close()
    journal = open_journal(path)
    assert [each.title for each in journal.unfinished("tiny")] == ["L�bb"]
    assert len(attempts(journal, "tiny")) == 1


def test_what_was_forgotten_in_another_window_is_not_written_back(path: Path) -> None:
    session = begin(open_journal(path))
    decide(session, "write")
    other = open_journal(path)
    assert other.forget() == 1
    session.choose(("patient",))
    assert "deleted in another window" in weighed(session, Side.RIGHT)
    session.go_on()
    assert session.play.finished, "it can be played to its end"
    assert attempts(open_journal(path), "tiny") == ()
    fresh = begin(open_journal(path))
    decide(fresh, "write")
    assert len(attempts(open_journal(path), "tiny")) == 1, "a new attempt is kept as ever"


def test_an_attempt_goes_on_when_something_else_was_forgotten_in_another_window(path: Path) -> None:
    session = begin(open_journal(path))
    decide(session, "write")
    open_journal(path).forget("another course")
    session.choose(("patient",))
    assert weighed(session, Side.RIGHT) == ""
    assert len(attempts(open_journal(path), "tiny")[0].decisions) == 2
