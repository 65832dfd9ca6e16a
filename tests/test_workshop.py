"""What the page for whoever leads promises, there is."""

from __future__ import annotations

import re
import shlex

from course.faces.textual.host.room_page import RoomPage
from course.handout.page import page
from course.model.kinds.message import Writing
from course.model.kinds.sort import Sort
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
    assert isinstance(thanks.scenes[thanks.head.start].body, Writing)
