"""A session: what of it is kept, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.engine.play import Phase
from course.journal import SqliteJournal
from course.model import Scenario, Side
from course.model.conditions import Branch
from course.model.kinds.choices import Choices
from course.model.kinds.onward import Onward
from course.model.record import replace
from course.progress.practice import Due
from course.visit.course_folder import CourseFolder
from course.visit.leaving import place
from course.visit.offers import Offer
from course.visit.session import Session
from course.visit.settings import Settings
from course.visit.visit import Visit
from course.words.sentences import what_if
from tests import desks
from tests.builders import choice, scene, tiny_course, tiny_scenario
from tests.desks import LIBRARY, THURSDAYS
from tests.folders import BAKERY
from tests.journals import attempts, open_journal
from tests.steps import weighed
from tests.terminal import PATIENCE


def practice(journal: SqliteJournal, rule: str) -> Session:
    """The lobby by itself, for one rule."""
    due = Due(rule, "tiny", "lobby", sure=False)
    return Session.practice(tiny_course(), tiny_scenario(), journal, due, seed=1, extra_minute=True)


def test_how_a_practiced_rule_went_is_kept_once_when_the_answer_is_sent(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    session = practice(journal, "unannounced")
    session.choose(("stay",))
    assert journal.practiced("tiny") == (), "weighed, not sent"
    assert weighed(session, Side.OVER) == ""
    session.rewind(len(session.play.history) - 1)
    session.choose(("leave",))
    weighed(session, Side.RIGHT)
    assert [(each.scene, each.rule, each.held) for each in journal.practiced("tiny")] == [
        ("lobby", "unannounced", False)
    ]
    assert journal.past("tiny").standings == {}, "it is no attempt"


@pytest.mark.parametrize(("option", "held"), [("leave", True), ("e-mail", False), ("desk", False)])
def test_a_practiced_twin_is_held_only_when_it_is_right(option: str, held: bool, tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    due = Due("ask", "library", "thursday", sure=False, twin=THURSDAYS.other)
    session = Session.practice(desks.COURSE, LIBRARY, journal, due, seed=1, extra_minute=False)
    session.choose((option,))
    assert [(each.rule, each.held) for each in journal.practiced("desks")] == [("ask", held)]
    assert all("ask" not in each.broken for each in session.play.latest), "no option there breaks the rule itself"


def test_what_is_kept_of_a_dispute_is_the_authors_and_in_no_language_of_ours(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    session = practice(journal, "unannounced")
    session.choose(("stay",))
    weighed(session, Side.OVER)
    silent = replace(session.disputed, said="", overdue=("thanks",))
    session.differ(silent, "It was a holiday.")
    assert [(each.said, each.why) for each in journal.disputes("tiny")] == [("", "It was a holiday.")]


def test_what_is_said_last_of_a_judgment_takes_the_place_of_what_was_said_before(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    session = practice(journal, "unannounced")
    session.choose(("stay",))
    weighed(session, Side.OVER)
    other = replace(session.disputed, scene="elsewhere")
    assert session.noted(session.disputed) is None
    for decision, why in ((session.disputed, "It was a holiday."), (other, ""), (session.disputed, "It was Easter.")):
        session.differ(decision, why)
    assert (session.noted(session.disputed), session.noted(other)) == ("It was Easter.", "")
    assert sorted(each.why for each in journal.disputes("tiny")) == ["", "It was Easter."]


def test_an_attempt_that_another_window_gave_up_is_kept_no_more_and_it_is_said(tmp_path: Path) -> None:
    here, there = open_journal(tmp_path / "journal.db"), open_journal(tmp_path / "journal.db")
    course, scenario = tiny_course(), tiny_scenario()
    session, _ = Session.take_up(course, scenario, here, seed=1, extra_minute=False)
    session.choose(("wave",))
    other, _ = Session.take_up(course, scenario, there, seed=1, extra_minute=False)
    again = other.again()
    there.wait(PATIENCE)
    said = session.go_on()  # it waits for the disk for a quarter of a second, and otherwise says so at the next move
    here.wait(PATIENCE)
    assert "given up in another window" in (said or session.choose(*(each.answer for each in session.play.shown()[:1])))
    assert not session.kept
    assert place(session) == "nothing", "no page says that the place is kept"
    again.choose(("wave",))
    assert again.kept
    assert [len(each.decisions) for each in attempts(there, "tiny")] == [1]


def test_who_goes_back_where_nothing_is_kept_any_more_is_not_told_that_a_first_answer_counts(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    session = Session.start(tiny_course(), tiny_scenario(), journal, seed=1, extra_minute=False)
    finish(session, "wave")
    assert "is the one that counts" in what_if(session.play, "u", kept=session.kept)
    journal.wait(PATIENCE)
    open_journal(tmp_path / "journal.db").forget()
    finish(session, "leave")
    journal.wait(PATIENCE)
    session.rewind(0)  # by now it knows
    said = what_if(session.play, "u", kept=session.kept)
    assert "Nothing you do here is kept" in said
    assert "counts" not in said


@pytest.mark.parametrize("answered", [False, True])
def test_what_was_deleted_is_only_called_answers_where_there_were_any(tmp_path: Path, answered: bool) -> None:
    """Before the first answer, only a page was read: what is answered from then on is kept, and nothing is said."""
    tiny = tiny_scenario()
    read = scene("read", Onward((Branch("office"),)), day=1)
    story = replace(tiny, head=replace(tiny.head, start="read"), scenes={"read": read, **tiny.scenes})
    journal = open_journal(tmp_path / "journal.db")
    session = Session.start(tiny_course(), story, journal, seed=1, extra_minute=False)
    session.go_on()
    if answered:
        session.choose(("wave",))
    assert not journal.wait(PATIENCE).owed
    open_journal(tmp_path / "journal.db").forget()
    said = session.go_on() if answered else session.choose(("wave",))
    assert not journal.wait(PATIENCE).owed
    assert said.partition(".")[0] == ("What you had answered here was deleted in another window" if answered else "")
    assert len(attempts(open_journal(tmp_path / "journal.db"), "tiny")) == (0 if answered else 1)


def opened(path: Path, scenario: Scenario | None = None) -> Session:
    """The scenario as it is opened by another program, later."""
    return Session.take_up(tiny_course(), scenario or tiny_scenario(), open_journal(path), seed=9, extra_minute=False)[
        0
    ]


def finish(session: Session, *names: str) -> Session:
    for name in names:
        session.choose((name,))
        session.go_on()
    return session


def test_what_has_ended_is_opened_at_its_ending_with_all_there_is_to_see_of_it(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    ended = finish(opened(path), "wave", "leave", "patient")
    again = opened(path)
    assert again.play == ended.play
    assert {Offer.DEBRIEF, Offer.BACK, Offer.AGAIN} <= again.offers == ended.offers
    assert place(again) == "", "one comes back to it"


def test_from_the_middle_of_a_what_if_one_comes_back_to_the_ending_and_loses_nothing_that_was_tried(
    tmp_path: Path,
) -> None:
    path = tmp_path / "journal.db"
    ended = finish(opened(path), "wave", "leave", "patient")
    at = ended.play.scene_id
    ended.rewind(0)
    tried = finish(ended, "write")
    assert place(tried) == "ending"
    again = opened(path)
    assert (again.play.phase, again.play.scene_id) == (Phase.ENDED, at)
    assert again.play.history == tried.play.history
    assert [len(each.decisions) for each in attempts(open_journal(path), "tiny")] == [4], "it is all one attempt"
    assert opened(path).play == again.play, "and it stays so"


def test_a_new_attempt_is_asked_for_and_until_something_is_done_in_it_the_ending_stays(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    ended = finish(opened(path), "hide")
    anew = ended.again(3)
    assert opened(path).play == ended.play
    anew.choose(("write",))
    assert opened(path).play == anew.play, "what is begun is gone on with"
    anew.again()
    assert opened(path).play == ended.play, "and what was given up leaves the ending that there is"
    third = finish(opened(path).again(4), "write", "patient")
    assert opened(path).play == third.play, "of several it is the one that was come to last"


def test_where_an_edit_has_taken_the_ending_away_it_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    finish(opened(path), "hide")
    scenario = tiny_scenario()
    office = Choices((choice("write", "wait", follows="space"), choice("shout", "wait", breaks="space")))
    edited = Scenario(scenario.head, {**scenario.scenes, "office": scene("office", office)})
    anew = opened(path, edited)
    assert (anew.play.scene_id, anew.play.history, anew.play.seed) == ("office", (), 9)
    anew.choose(("shout",))
    assert opened(path, edited).play == anew.play


def test_what_is_left_before_an_answer_comes_back_in_the_same_order(tmp_path: Path) -> None:
    visit = Visit(CourseFolder(BAKERY), open_journal(tmp_path / "journal.db"), Settings(extra_minute=False))
    left, _ = visit.play("thank-you")
    session, _ = visit.play("thank-you")
    assert session.play == left.play
    session.choose(session.play.shown()[0].answer)
    again = visit.again(session)
    assert again.play.seed != left.play.seed, "another attempt has another order"
    assert visit.play("thank-you")[0].play == again.play, "and keeps it"


def test_the_companion_keeps_nothing_whoever_opens_it(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal.db")
    course = replace(tiny_course(), companion=tiny_scenario().head.id)
    session, _ = Session.take_up(course, tiny_scenario(), journal, seed=1, extra_minute=False)
    session.choose(("wave",))
    assert not session.kept
    assert journal.carry() is not None
    assert journal.carry().attempts == ()  # type: ignore[union-attr]
