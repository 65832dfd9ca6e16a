"""A scenario on paper: every scene that can be come to, options without their key, and the key on pages of its own."""

from __future__ import annotations

from html import escape

import pytest

from course.handout.page import Joining, page, slips
from course.handout.scenes import scenes
from course.model import Ending, Scenario
from course.model.record import replace
from course.serving import scanning
from course.words.sentences import side_name
from tests import market, shipped
from tests.builders import tiny_course, tiny_scenario


def test_every_scene_is_told_on_a_path_that_leads_to_it() -> None:
    assert {play.scene_id for play in scenes(tiny_course(), tiny_scenario())} == set(tiny_scenario().scenes)


def test_people_get_no_key() -> None:
    handout, guide = page(tiny_course(), tiny_scenario()).split("class='part'", 1)
    assert "Do write." in handout
    assert "Because of" not in handout
    assert "Because of write." in guide


def test_whoever_leads_reads_where_each_option_leads() -> None:
    """Scenes are numbered, so that they are found on everybody's paper; the endings stand on the guide alone."""
    handout, guide = page(tiny_course(), tiny_scenario()).split("class='part'", 1)
    number = {play.scene_id: at for at, play in enumerate(scenes(tiny_course(), tiny_scenario()), 1)}["wait"]
    assert f"<h2>{number}. Wait" in handout
    assert f"Then: {number}. Wait." in guide
    assert "Then:" not in handout
    endings = [play for play in scenes(tiny_course(), tiny_scenario()) if isinstance(play.scene.body, Ending)]
    assert all(each.text in guide and each.text not in handout for each in endings)


def test_whoever_leads_reads_what_happens_and_which_ending_each_path_gets() -> None:
    """No path stops where conditions decide: each ending is listed with what it takes and where it lies."""
    for name in ("parking-lot", "supervisor"):
        guide = page(shipped.COURSE, shipped.SCENARIOS[name]).split("class='part'", 1)[1]
        for each in shipped.SCENARIOS[name].scenes.values():
            if isinstance(each.body, Ending) and each.body.side:
                assert f"“{each.title}” ({side_name(each.body.side)}):" in guide
                assert f"<h2>{escape(each.title)}" in guide
    guide = page(shipped.COURSE, shipped.SCENARIOS["parking-lot"]).split("class='part'", 1)[1]
    assert "papier-mâché volcano that&#x27;s due across town" in guide
    assert "“It went to receiving” (right): if (2A or 2B" in guide
    assert "“Signed on Friday” (right): otherwise" in guide


@pytest.mark.parametrize("scene", ["apron", "note", "days"])
def test_every_kind_of_exercise_has_a_place_to_fill_in(scene: str) -> None:
    title = market.MARKET.scenes[scene].title or scene.capitalize()
    assert title in page(market.COURSE, market.MARKET)


def test_where_facts_are_told_apart_the_key_says_which_side_is_as_advised() -> None:
    """Neither is any place on the line. What is asked of them stands above them, on everybody's paper."""
    handout, guide = page(market.COURSE, market.telling_facts_apart()).split("class='part'", 1)
    assert "<p>Which of these decides?</p><h3>Send her a line tonight.</h3>" in handout
    assert "<td>It decides: Send her a line tonight.</td><td>✓ as advised</td>" in guide
    assert "<td>It doesn&#x27;t: Send her a line tonight.</td><td>✗ not as advised</td>" in guide
    assert "as advised" not in handout


def test_slips_say_where_to_come_in() -> None:
    joining = Joining("http://192.168.1.5:8765", "KXWMTP", scanning.svg("http://192.168.1.5:8765/R/KXWMTP"))
    told = slips(tiny_course(), replace(joining, name="Monday's group"))
    assert told.count("KXWMTP") == told.count("<svg") == told.count("type the letters") == 6
    assert "Monday&#x27;s group" in told


def test_whoever_gets_a_slip_gets_no_answers_with_it() -> None:
    told = slips(tiny_course(), Joining("http://192.168.1.5:8765", "KXWMTP", ""))
    assert "Do write." not in told
    assert "Because of" not in told


def test_the_guide_holds_what_to_talk_about_and_for_how_long() -> None:
    scenario = tiny_scenario()
    office = replace(scenario.scenes["office"], discuss=("Who knew?",), minutes=17)
    head = replace(scenario.head, discuss=("Would you?",))
    handout, guide = page(tiny_course(), Scenario(head, {**scenario.scenes, "office": office})).split("class='part'", 1)
    for each in ("Who knew?", "Would you?", "17 minutes"):
        assert each in guide
        assert each not in handout


def test_what_authors_write_is_text() -> None:
    course, scenario = tiny_course(), tiny_scenario()
    assert "<script>" not in page(course, scenario)
