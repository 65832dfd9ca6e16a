"""Practice again in plain lines: offered when it is due, sent away for good, brought back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from course.journal import SqliteJournal
from course.visit import settings as settings_store
from course.words import say
from tests.faces.plain.conftest import Talk
from tests.journals import open_journal

OFFER = "Practice, if you like: 1 rule that you missed."
MISSED = ["1", "2", "", "2", "2", "1", "", "", "quit"]
"""The thank-you, sent to the owner as well: the rule `met` is missed, and the other story asks for it."""


@pytest.fixture
def later(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two days after the rule was missed, and the other story played."""
    talk(MISSED)
    talk(["2", "2", "2", "", ""], "")
    now = SqliteJournal.now
    monkeypatch.setattr(SqliteJournal, "now", lambda journal: now(journal) + timedelta(days=2))


def kept(own_home: Path) -> SqliteJournal:
    """The learner's journal."""
    return open_journal(own_home / "journal.db", lambda: datetime.now().astimezone())


def test_nothing_is_offered_on_the_same_day(talk: Talk) -> None:
    talk(MISSED)
    said = talk(["g"], "")
    assert OFFER not in said
    assert '"g" is no answer here; help says what is.' in said


@pytest.mark.usefixtures("later")
def test_a_missed_rule_is_practiced_in_another_story_and_no_score_moves(talk: Talk, own_home: Path) -> None:
    before = kept(own_home).past("bakery")
    said = talk(["g", "1", "back", "1", "3", "1", "differ", "He is kin.", ""], "")
    assert OFFER in said
    assert "Out of The back door, with Ilse, who sells the bread." in said
    assert said.count("You are about to: Ask your cousin to look at the list.") == 2, "thought again, and sent"
    assert say("differ.noted") in said
    after = kept(own_home)
    assert [(each.scenario, each.rule, each.held) for each in after.practiced("bakery")] == [
        ("back-door", "met", False)
    ]
    assert [each.why for each in after.disputes("bakery")] == ["He is kin."]
    assert after.past("bakery") == before


@pytest.mark.usefixtures("later")
def test_enough_leaves_before_anything_is_sent(talk: Talk, own_home: Path) -> None:
    said = talk(["g", "home"], "")
    assert said.count(OFFER) == 2, "it is still due"
    assert kept(own_home).practiced("bakery") == ()


@pytest.mark.usefixtures("later")
def test_it_is_sent_away_for_good_and_settings_bring_it_back(talk: Talk, own_home: Path) -> None:
    talk(["x", ""], "")
    assert settings_store.load(own_home / "settings.json")[0].practice, "it asks first"
    assert talk(["x", "yes"], "").count(OFFER) == 1
    assert not settings_store.load(own_home / "settings.json")[0].practice
    said = talk(["settings", "2", ""], "")
    assert said.count(OFFER) == 1, "once it is wanted again"


def test_the_day_of_the_interview_is_asked_for_until_it_is_one_noted_and_taken_away(talk: Talk, own_home: Path) -> None:
    said = talk(["settings", "3", "soon", "2020-01-01", "2999-11-27", "2999-11-27", "3", "", ""], "")
    assert "soon is no day that is known here. Type it like December 4" in said
    assert "2020-01-01 is January 1, 2020, and that's over." in said
    assert "3. Next interview, Wednesday, November 27, 2999:" in said
    assert settings_store.load(own_home / "settings.json")[0].day_ahead == ""


def test_a_rehearsal_does_not_ask_why(talk: Talk, own_home: Path) -> None:
    said = talk(["1", "2", "1", "differ", "home"], at="thursday")
    assert said.count("This is a rehearsal; nothing of it is kept.") == 2
    assert "Why do you see it differently?" not in said
    assert kept(own_home).disputes("bakery") == ()
