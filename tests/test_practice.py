"""Practise again: what comes back, where, and when; and disputes, which touch no score."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from course import settings as settings_store
from course.cli.main import main
from course.exercises.sort import Show, Sort, Statement
from course.journal import Attempt, Journal, Practised
from course.journal.beside import disputes, practise, practised
from course.journal.decision_rows import decisions_to_text
from course.journal.schema import STEPS
from course.model import Branch, Ending, Head, Scenario, Side
from course.playing import story
from course.playing.moves import Sent
from course.practice import GAPS, MOST, Due, due, fitted
from course.session import REHEARSED
from course.settings import Settings
from course.tui.entry import Entry
from course.tui.home import Home
from course.tui.practise import Practice
from course.tui.scenario import ScenarioScreen
from tests.builders import scene, tiny_course, tiny_scenario
from tests.tui.stage import BAKERY, decide, make_app, text, until

COURSE = tiny_course()
STORY = tiny_scenario()
MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def attempt(*names: str, forecast: Side = Side.PUSHY) -> Attempt:
    """The story finished on Monday with these choices."""
    play = story.begin(COURSE, STORY, 1)
    for name in names:
        play = story.go_on(story.send(story.choose(play, (name,)), forecast))
    return Attempt(1, STORY.head.id, "1", 1, MONDAY, MONDAY, Side.ASSERTIVE, play.decisions)


def rules(days: int, *attempts: Attempt, done: tuple[Practised, ...] = (), interview: date | None = None) -> list[str]:
    """The rules that are due so many days after Monday."""
    today = (MONDAY + timedelta(days=days)).astimezone().date()
    return [each.rule for each in due(COURSE, [STORY], attempts, done, today, interview)]


def held(days: int, rule: str = "unannounced", *, right: bool = True) -> Practised:
    """That rule practised so many days after Monday."""
    return Practised(STORY.head.id, "lobby", rule, right, MONDAY + timedelta(days=days))


def test_a_missed_rule_comes_back_a_day_later_in_another_scene() -> None:
    made = attempt("wave", "leave", "patient")
    assert rules(0, made) == []
    (found,) = due(COURSE, [STORY], [made], [], date(2026, 3, 3))
    assert (found.rule, found.scene) == ("unannounced", "lobby"), "it was missed at the office"


def test_what_nobody_missed_never_comes_back() -> None:
    assert rules(30, attempt("write", "patient")) == []


def test_it_comes_back_three_times_further_and_further_apart_and_then_no_more() -> None:
    made = attempt("wave", "leave", "patient")
    assert rules(2, made, done=(held(1),)) == []
    assert rules(3, made, done=(held(1),)) == ["unannounced"]
    assert rules(6, made, done=(held(1), held(3))) == []
    assert rules(7, made, done=(held(1), held(3))) == ["unannounced"]
    assert rules(90, made, done=(held(1), held(3), held(7))) == []


def test_missed_again_in_practice_it_begins_anew() -> None:
    made = attempt("wave", "leave", "patient")
    assert rules(3, made, done=(held(1), held(3, right=False))) == []
    assert rules(4, made, done=(held(1), held(3, right=False))) == [], "there is no third scene to practise it in"


def test_what_was_called_assertive_comes_first() -> None:
    unsure, sure = attempt("both", "patient"), attempt("wave", "leave", "patient", forecast=Side.ASSERTIVE)
    other = Attempt(2, "other", "1", 1, MONDAY - timedelta(days=1), MONDAY - timedelta(days=1), None, unsure.decisions)
    found = due(COURSE, [STORY], [other, sure], [], date(2026, 3, 4))
    assert [(each.rule, each.sure) for each in found] == [("unannounced", True), ("space", False)]


def test_what_was_done_by_the_interview_stays_done_after_it() -> None:
    made, interview = attempt("wave", "leave", "patient"), date(2026, 3, 5)
    assert rules(2, made, done=(held(1), held(2)), interview=interview) == []
    assert rules(20, made, done=(held(1), held(2)), interview=interview) == []


def test_the_misses_of_an_attempt_that_was_given_up_count_and_those_of_one_under_way_wait() -> None:
    first = replace(attempt("wave"), ended=None, ending=None)
    assert rules(2, first) == []
    assert rules(2, first, replace(attempt("write", "patient"), id=2)) == ["unannounced"]


def test_a_rule_comes_back_in_a_whole_list_when_no_single_question_is_left() -> None:
    both = (
        Statement("in", "Go in.", breaks=("unannounced",), because="No."),
        Statement("ring", "Ring.", follows=("unannounced",), because="Yes."),
    )
    ways = (Branch("end"),)

    def tale(name: str, show: Show) -> Scenario:
        scenes = (scene("all", Sort(both, show=show, next=ways)), scene("end", Ending(Side.ASSERTIVE)))
        return Scenario(Head(name, name, f"{name}.yaml", start="all"), {each.id: each for each in scenes})

    single = replace(STORY, scenes={name: each for name, each in STORY.scenes.items() if name != "lobby"})
    made = attempt("wave", "leave", "patient")
    one, whole = tale("one", Show.ONE), tale("whole", Show.LIST)
    tuesday = date(2026, 3, 3)
    assert due(COURSE, [single, one], [made], [], tuesday) == (), "one at a time is more than one scene's sending"
    assert [each.scenario for each in due(COURSE, [single, one, whole], [made], [], tuesday)] == ["whole"]
    again = replace(STORY, head=replace(STORY.head, id="again"))
    (found,) = due(COURSE, [whole, again], [made], [], tuesday)
    assert found.scenario == "again", "a single question goes before a whole list"


TALES = [replace(STORY, head=replace(STORY.head, id=name)) for name in ("one", "two", "three", "four")]
PLACES = [(tale.head.id, name) for tale in TALES for name in ("office", "lobby", "wait")]
WALKS = [("wave", "leave", "patient"), ("write", "patient"), ("both", "again"), ("hide",), ("wave", "stay", "hide")]
PLAYED = st.lists(
    st.tuples(st.sampled_from(["one", "two", "three"]), st.sampled_from(WALKS), st.booleans(), st.integers(0, 9)),
    min_size=1,
    max_size=4,
).map(
    lambda found: [
        replace(
            attempt(*walk, forecast=Side.ASSERTIVE if sure else Side.PUSHY),
            id=number,
            scenario=name,
            began=MONDAY + timedelta(days=day),
            ended=MONDAY + timedelta(days=day),
        )
        for number, (name, walk, sure, day) in enumerate(found)
    ]
)
PRACTISED = st.lists(
    st.builds(
        lambda place, rule, right, day: Practised(place[0], place[1], rule, right, MONDAY + timedelta(days=day)),
        st.sampled_from(PLACES),
        st.sampled_from(["thanks", "space", "unannounced"]),
        st.booleans(),
        st.integers(0, 15),
    ),
    max_size=12,
).map(lambda found: sorted(found, key=lambda each: each.at))
AHEAD = st.none() | st.integers(-3, 30)


def day(number: int) -> date:
    """So many days after Monday."""
    return (MONDAY + timedelta(days=number)).astimezone().date()


@given(PLAYED, PRACTISED, st.integers(0, 30), AHEAD)
def test_whatever_was_played_and_practised(
    played: list[Attempt], done: list[Practised], today: int, ahead: int | None
) -> None:
    interview = None if ahead is None else day(ahead)
    found = due(COURSE, TALES, played, done, day(today), interview)
    assert len(found) <= MOST
    assert len({each.rule for each in found}) == len({(each.scenario, each.scene) for each in found}) == len(found)
    assert [each.sure for each in found] == sorted((each.sure for each in found), reverse=True), "the sure ones first"
    first: dict[str, Attempt] = {}
    for each in played:
        first.setdefault(each.scenario, each)
    missed = {(each.rule, each.scenario, each.scene) for each in done if not each.held}
    missed |= {
        (rule, each.scenario, decision.scene)
        for each in first.values()
        for decision in each.decisions
        if decision.counts
        for rule in decision.breaks
    }
    assert {each.rule for each in found} <= {rule for rule, _, _ in missed}, "only what was missed comes back"
    assert missed.isdisjoint((each.rule, each.scenario, each.scene) for each in found), "and elsewhere"


@given(PLAYED, AHEAD)
def test_who_practises_daily_and_well_is_done_in_time(played: list[Attempt], ahead: int | None) -> None:
    interview = None if ahead is None else day(ahead)
    done: list[Practised] = []
    for number in range(30):
        for each in due(COURSE, TALES, played, done, day(number), interview):
            done.append(Practised(each.scenario, each.scene, each.rule, True, MONDAY + timedelta(days=number, hours=1)))
    last = max(each.ended or MONDAY for each in played)
    assert due(COURSE, TALES, played, done, day(60), interview) == ()
    for rule in {each.rule for each in done}:
        days = [each.at for each in done if each.rule == rule]
        assert len(days) == len({each.date() for each in days}), "at most once a day"
        if interview and last.astimezone().date() < interview:
            assert days[-1].astimezone().date() < interview, "and all of it before the interview"


@given(st.dates(date(2026, 1, 1), date(2026, 6, 1)), st.integers(-5, 30))
def test_gaps_are_fitted_to_the_interview(missed: date, ahead: int) -> None:
    interview = missed + timedelta(days=ahead)
    gaps = fitted(missed, interview)
    assert list(gaps) == sorted(set(gaps))
    if interview > missed:
        assert missed + timedelta(days=gaps[-1]) < interview
        if ahead - 1 >= GAPS[-1]:
            assert gaps == GAPS
        else:
            assert missed + timedelta(days=gaps[-1]) == interview - timedelta(days=1)
    else:
        assert gaps == GAPS


def test_what_was_practised_is_kept_and_forgotten_with_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    journal = Journal.open(path)
    practise(journal, "tiny", "tale", "lobby", "space", held=False)
    journal = Journal.open(path)
    (kept,) = practised(journal, "tiny")
    assert (kept.scenario, kept.scene, kept.rule, kept.held) == ("tale", "lobby", "space", False)
    journal.forget("tiny")
    assert practised(journal, "tiny") == ()


def test_a_journal_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with sqlite3.connect(path) as old:
        for statement in STEPS[0]:
            old.execute(statement)
        old.execute("INSERT INTO attempts VALUES (1, 'tiny', 'tale', '1', 1, 1, '2026-03-02T12:00:00+00:00')")
        decision = attempt("wave").decisions[0]
        sent = '{"scene":"office","answer":["wave"],"forecast":null,"revision":""}'
        row = (
            1,
            0,
            "2026-03-02T12:00:00+00:00",
            "sent",
            sent,
            decisions_to_text([decision]),
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
    (move,) = journal.moves(1)
    assert move == Sent("office", (("wave",),), None, "")
    assert journal.attempts("tiny")[0].decisions == (decision,)


async def test_home_offers_it_it_is_practised_and_no_score_moves(tmp_path: Path) -> None:
    app = make_app(tmp_path, "thank-you")
    async with app.run_test(size=(80, 30)) as pilot:
        await decide(pilot, "owner", "a")
        await pilot.press("enter")
        await decide(pilot, "wait")
        await pilot.press("enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, Home))
        assert "Practise again" not in text(pilot), "not on the same day"
        app.journal._now = lambda: MONDAY + timedelta(days=2)
        before = app.journal.attempts(app.shelf.course.id)
        app.screen.post_message(events.ScreenResume())
        await until(pilot, lambda: "Practise again: 1 rule is due" in text(pilot))
        await pilot.press("g")
        await until(pilot, lambda: isinstance(app.screen, Practice))
        await pilot.press("1", "a")
        await until(pilot, lambda: len(practised(app.journal, app.shelf.course.id)) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Home))
        assert app.journal.attempts(app.shelf.course.id) == before


async def test_without_the_extra_minute_it_is_practised_all_the_same(tmp_path: Path) -> None:
    app = make_app(tmp_path, settings=Settings(motion=False, extra_minute=False))
    async with app.run_test(size=(80, 24)) as pilot:
        app.practise([Due("met", "back-door", "door", sure=False)])
        await until(pilot, lambda: isinstance(app.screen, Practice))
        await pilot.press("2")
        await until(pilot, lambda: [each.held for each in practised(app.journal, app.shelf.course.id)] == [True])


async def test_what_is_practised_can_be_contested_and_a_rehearsal_says_that_it_keeps_nothing(tmp_path: Path) -> None:
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.practise([Due("met", "back-door", "door", sure=False)])
        await until(pilot, lambda: isinstance(app.screen, Practice))
        await pilot.press("1", "p", "i")
        await until(pilot, lambda: isinstance(app.screen, Entry))
        await pilot.press(*"He is kin", "enter")
        await until(pilot, lambda: bool(disputes(app.journal, app.shelf.course.id)))
        await pilot.press("escape")

        app.open_scenario("thank-you", "thursday")
        await until(pilot, lambda: isinstance(app.screen, ScenarioScreen))
        await decide(pilot, "again")
        await pilot.press("i")
        await until(pilot, lambda: any(REHEARSED in toast.message for toast in app._notifications))
        assert not isinstance(app.screen, Entry)
    (kept,) = disputes(app.journal, app.shelf.course.id)
    assert (kept.scenario, kept.scene, kept.why) == ("back-door", "door", "He is kin")


async def test_it_can_be_sent_away_for_good_and_brought_back(tmp_path: Path, own_home: Path) -> None:
    app = make_app(tmp_path, settings=Settings(motion=False, practice=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", "4")
        assert settings_store.load(own_home / "settings.json")[0].practice
        await pilot.press("5")
        await until(pilot, lambda: isinstance(app.screen, Entry))
        await pilot.press(*"2026-13-01", "enter")
        await until(pilot, lambda: "2026-13-01 is no day." in text(pilot))
        await pilot.press("backspace", *"x", "escape", "5", *"2026-11-27", "enter")
        await until(pilot, lambda: settings_store.load(own_home / "settings.json")[0].interview == "2026-11-27")


async def test_seen_differently_is_kept_with_the_reason_and_exported(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_home.mkdir()
    app = make_app(own_home, "thank-you")
    async with app.run_test(size=(80, 24)) as pilot:
        await decide(pilot, "owner")
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, Entry))
        await pilot.press(*"He is kind", "enter")
        await until(pilot, lambda: bool(disputes(app.journal, app.shelf.course.id)))
        await pilot.press("o", "i", "escape", "i", "enter")
        await until(pilot, lambda: len(disputes(app.journal, app.shelf.course.id)) == 2)
    app.journal.close()
    with pytest.raises(SystemExit):
        main(["progress", "--json", "--course", str(BAKERY)])
    first, second = json.loads(capsys.readouterr().out)["disputes"]
    assert (first["why"], first["answer"], second["why"]) == ("He is kind", ["owner"], "")
