"""What the page for whoever leads promises, there is."""

from __future__ import annotations

import re
import shlex

from course.faces.textual.host.room_page import RoomPage
from course.handout.page import page
from course.model.kinds.message import MessageInParts
from course.model.kinds.sort import Sort
from course.room.minutes import TALK, minutes
from tests.shipped import COURSE, FOLDER, SCENARIOS

GUIDE = (FOLDER.parent / "workshop.md").read_text(encoding="utf-8")


def test_every_key_that_it_names_is_one_of_the_rooms() -> None:
    keys = {key for each in RoomPage.BINDINGS for key in getattr(each, "key", "").split(",")}
    assert "w" in keys
    assert set(re.findall(r"\*\*([a-z])\*\*", GUIDE)) <= keys


def test_every_scenario_that_it_opens_or_prints_is_there() -> None:
    commands = re.findall(r"fineline (?:host|print) ([^`\n]*)", GUIDE)
    named = {word for each in commands for word in shlex.split(each) if re.fullmatch(r"[a-z]+(-[a-z]+)+", word)}
    assert {"parking-lot", "thanks-for-nothing"} <= named <= set(SCENARIOS)


def test_on_paper_the_handout_comes_first_and_the_pages_to_keep_back_begin_where_it_says() -> None:
    (heading,) = re.findall(r"from \*([^*]+)\* on, come your own pages", GUIDE)
    printed = page(COURSE, SCENARIOS["parking-lot"])
    handout, _, guide = printed.partition(f"<h1>{heading}")
    assert "<h2>2. " in handout
    assert "Then: " in guide
    assert "Then: " not in handout


def test_the_plan_says_rightly_where_enter_lets_them_talk_and_what_is_put_to_the_vote() -> None:
    parking, supervisor = SCENARIOS["parking-lot"].scenes, SCENARIOS["supervisor"].scenes
    assert parking["five-oclock"].discuss
    assert not supervisor["first-evening"].discuss
    statements = parking["monday-morning"].body
    assert isinstance(statements, Sort)
    assert len(statements.statements) == 5
    thanks = SCENARIOS["thanks-for-nothing"]
    assert isinstance(thanks.scenes[thanks.head.start].body, MessageInParts)


def test_the_plans_give_each_scenario_the_minutes_that_the_lobby_and_the_leaders_page_name() -> None:
    parking, supervisor, thanks = (
        minutes(COURSE, SCENARIOS[each]) for each in ("parking-lot", "supervisor", "thanks-for-nothing")
    )
    plan = [int(each) for each in re.findall(r"^\| (\d+) \|", GUIDE, re.MULTILINE)]
    assert sum(plan) == 60
    assert plan[1:3] == [parking + TALK, supervisor + TALK]
    assert (
        f"{parking + 2 * TALK} and {supervisor + 2 * TALK} minutes, and the third played to its end, {thanks};" in GUIDE
    )
    assert f"adds about {TALK}." in GUIDE
    printed = page(COURSE, SCENARIOS["parking-lot"])
    assert (
        f"About {parking} minutes with one vote a question; each talk, with a second vote, adds about {TALK}."
        in printed
    )
