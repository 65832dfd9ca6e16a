"""The same story opened in two windows before it is begun in either: it is one attempt, and nothing that somebody
answered goes uncounted without a word."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from course.engine.decision import Decision
from course.journal import SqliteJournal
from course.journal.sqlite.standing_rows import sum_up
from course.model import Side
from course.visit.counted import counted
from course.visit.session import Session
from tests.builders import tiny_course, tiny_scenario
from tests.journals import eventually, open_journal
from tests.steps import weighed
from tests.terminal import PATIENCE

ELSEWHERE = "in another terminal too, and began it there. Here is where it stands now."
NOT_KEPT = "What you have just answered here is not kept."


def opened(journal: SqliteJournal, seed: int) -> Session:
    """The story as a window opens it."""
    return Session.take_up(tiny_course(), tiny_scenario(), journal, seed=seed, extra_minute=True)[0]


def answer(session: Session, option: str, forecast: Side = Side.RIGHT) -> str:
    """What is said once it is sent."""
    session.choose((option,))
    return weighed(session, forecast)


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[tuple[SqliteJournal, SqliteJournal]]:
    """The journal, as each of two windows has it open."""
    two = open_journal(tmp_path / "journal.db"), open_journal(tmp_path / "journal.db")
    yield two
    for each in two:
        each.close()


def first_answers(journal: SqliteJournal) -> list[str]:
    """What counts, as somebody reads it who opens the journal anew."""
    assert journal.path is not None
    with closing(open_journal(journal.path)) as there:
        return [each.answer[0] for each in there.past("tiny").first_answers("tale")]


def attempts(journal: SqliteJournal) -> int:
    assert journal.path is not None
    with closing(sqlite3.connect(journal.path)) as file:
        return int(file.execute("SELECT count(*) FROM attempts").fetchone()[0])


def test_a_story_that_was_begun_in_another_window_is_gone_on_with_there(
    windows: tuple[SqliteJournal, SqliteJournal],
) -> None:
    one, two = opened(windows[0], seed=1), opened(windows[1], seed=2)
    assert answer(one, "wave") == ""
    said = answer(two, "write")
    assert ELSEWHERE in said
    assert NOT_KEPT in said
    assert two.play == one.play, "in the other's order, too"
    assert (attempts(windows[0]), first_answers(windows[0])) == (1, ["wave"])
    two.go_on()
    assert answer(two, "leave") == "", "from here on it is one attempt"
    assert "went on in another terminal" in one.go_on()
    assert one.play == two.play
    assert first_answers(windows[0]) == ["wave", "leave"]


def test_whoever_only_read_on_there_is_told_of_no_answer(windows: tuple[SqliteJournal, SqliteJournal]) -> None:
    one, two = opened(windows[0], seed=1), opened(windows[1], seed=2)
    answer(one, "wave")
    two.choose(("write",))
    two.call(Side.OVER)
    said = two.think_again()
    assert ELSEWHERE in said
    assert "not kept" not in said


def test_a_story_that_was_finished_in_another_window_stands_at_its_ending(
    windows: tuple[SqliteJournal, SqliteJournal],
) -> None:
    one, two = opened(windows[0], seed=1), opened(windows[1], seed=2)
    answer(one, "hide")
    one.go_on()
    assert ELSEWHERE in answer(two, "write")
    assert two.play == one.play
    assert two.play.finished
    assert attempts(windows[0]) == 1


def test_a_story_that_is_played_again_in_two_windows_is_begun_in_one(
    windows: tuple[SqliteJournal, SqliteJournal],
) -> None:
    one = opened(windows[0], seed=1)
    answer(one, "hide")
    one.go_on()
    two = opened(windows[1], seed=2)
    again, too = one.again(seed=3), two.again(seed=4)
    assert answer(again, "write") == ""
    assert ELSEWHERE in answer(too, "wave")
    assert too.play == again.play
    assert attempts(windows[0]) == 2


def test_an_attempt_that_was_given_up_meanwhile_is_not_gone_on_with(
    windows: tuple[SqliteJournal, SqliteJournal],
) -> None:
    one, two = opened(windows[0], seed=1), opened(windows[1], seed=2)
    answer(one, "wave")
    one.again()
    windows[0].wait(PATIENCE)
    assert "Both attempts are kept; the answers in the one that was answered first count first." in answer(two, "write")
    assert first_answers(windows[0]) == ["wave"]


def test_answers_that_had_to_wait_for_the_journal_are_kept_beside_the_other_windows(
    windows: tuple[SqliteJournal, SqliteJournal],
) -> None:
    """Nothing that has been gone on from is taken back."""
    one, two = opened(windows[0], seed=1), opened(windows[1], seed=2)
    answer(one, "wave")
    assert windows[0].path is not None
    with closing(sqlite3.connect(windows[0].path, isolation_level=None)) as busy:
        busy.execute("BEGIN IMMEDIATE")
        assert answer(two, "write") == ""
        two.go_on()
        busy.execute("ROLLBACK")
    assert not windows[1].wait(PATIENCE).owed
    assert "Both attempts are kept" in answer(two, "patient")
    assert attempts(windows[0]) == 2
    assert first_answers(windows[0]) == ["wave", "patient"]


def test_an_attempt_from_another_machine_that_is_read_late_is_no_other_windows(tmp_path: Path) -> None:
    """What was there before, and could not be read when the story was opened, takes no answer away."""
    path = tmp_path / "journal.db"
    with closing(open_journal(path)) as before:
        answer(opened(before, seed=1), "wave")
    with closing(sqlite3.connect(path, isolation_level=None)) as busy:
        busy.execute("PRAGMA locking_mode = EXCLUSIVE")
        busy.execute("BEGIN EXCLUSIVE")
        late = open_journal(path)
        assert late.keeping.unread
        session = opened(late, seed=2)
    eventually(lambda: not late.keeping.unread)
    assert "terminal" not in answer(session, "write")
    assert session.play.latest[0].answer == ("write",)


def test_what_counts_is_the_same_when_it_is_summed_up_anew(tmp_path: Path) -> None:
    """As it is after an import: also of two attempts that went on side by side, as on two machines."""

    def fresh(seed: int) -> Session:
        return Session.start(tiny_course(), tiny_scenario(), journal, seed=seed, extra_minute=True)

    journal = open_journal(tmp_path / "journal.db")
    earlier, later = fresh(1), fresh(2)
    earlier.choose(("wave",))
    earlier.call(Side.OVER)
    earlier.think_again()  # it has begun first, and is answered last
    for session, option in ((later, "write"), (earlier, "wave"), (earlier, "leave"), (earlier, "patient")):
        answer(session, option)
        session.go_on()
    answer(later, "patient")
    later.go_on()
    assert not journal.wait(PATIENCE).owed
    counted: list[tuple[object, list[Decision]]] = []
    for _ in range(2):
        with closing(open_journal(tmp_path / "journal.db")) as there:
            past = there.past("tiny")
            counted.append((past.standings, list(past.first_answers("tale"))))
        with closing(sqlite3.connect(tmp_path / "journal.db")) as file:
            sum_up(file)
            file.commit()
    assert counted[0] == counted[1]


def test_a_later_attempt_is_counted_beside_the_answers_that_count(tmp_path: Path) -> None:
    """As `progress` says them too: what is looked back on is never taken for what counts."""
    journal = open_journal(tmp_path / "journal.db")
    first = opened(journal, seed=1)
    answer(first, "hide")
    first.go_on()
    assert counted(first) == "First answers count: 0 of 1 answer landed as advised, 0%."
    later = first.again()
    answer(later, "write")
    assert counted(later) == (
        "In this attempt 1 of 1 answer landed as advised, 100%. "
        "First answers count: 0 of 1 answer landed as advised, 0%."
    )


def test_what_a_given_up_attempt_left_open_counts_in_the_one_after_it(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    given_up = opened(journal, seed=1)
    answer(given_up, "wave")
    later = given_up.again()
    answer(later, "write")
    later.go_on()
    answer(later, "patient")
    assert counted(later) == (
        "In this attempt 2 of 2 answers landed as advised, 100%. "
        "First answers count: 1 of 2 answers landed as advised, 50%."
    )


def test_a_rehearsal_counts_nowhere_and_says_so(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    rehearsed = Session.start(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=True, at="lobby")
    answer(rehearsed, "leave")
    assert counted(rehearsed) == (
        "In this attempt 1 of 1 answer landed as advised, 100%. Nothing of it is kept, and nothing of it counts."
    )
