"""The if-then card: three to choose from, the one that is needed most first; or one of the learner's own."""

from __future__ import annotations

from pathlib import Path

from course.model.record import replace
from course.progress.takeaway.cards import LONGEST, cards
from course.visit import settings
from course.visit.course_folder import CourseFolder
from course.visit.settings import Settings
from course.visit.takeaway import choose, takeaway
from course.visit.visit import Visit
from tests.builders import tiny_course
from tests.folders import BAKERY
from tests.journals import open_journal

REACH, PLACE = tiny_course().pairs
COURSE = replace(tiny_course(), pairs=(replace(REACH, card="Reach."), replace(PLACE, card="Place.")), card="Mine.")


def test_the_pair_that_needs_it_most_comes_first_then_the_courses_own() -> None:
    assert cards(COURSE, ["place"]) == ("Place.", "Mine.", "Reach.")
    assert cards(COURSE, []) == ("Mine.", "Reach.", "Place.")


def test_a_rule_of_no_pair_and_a_pair_without_a_card_ask_for_none() -> None:
    assert cards(replace(COURSE, pairs=(REACH, PLACE)), ["", "reach"]) == ("Mine.",)


def visit(home: Path) -> Visit:
    """A visit to the bakery, with settings of its own."""
    found, _ = settings.load(home / "settings.json")
    return Visit(CourseFolder(BAKERY), open_journal(home / "j.db"), found, settings_path=home / "settings.json")


def test_a_chosen_card_is_kept_for_this_course_until_the_usual_one_is_wanted_back(tmp_path: Path) -> None:
    first = visit(tmp_path)
    usual = takeaway(first).card
    choose(first, "  If my heart   races, I wait.")
    later = visit(tmp_path)
    assert takeaway(later).card == "If my heart races, I wait."
    assert list(later.settings.cards) == [later.course.id]
    choose(later, "")
    assert takeaway(visit(tmp_path)).card == usual


def test_a_card_is_cut_where_it_can_no_longer_be_read_at_a_glance(tmp_path: Path) -> None:
    here = visit(tmp_path)
    choose(here, "some words " * LONGEST)
    assert len(takeaway(here).card) == LONGEST


def test_settings_from_before_there_were_cards_are_read(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"motion": false}', encoding="utf-8")
    assert settings.load(tmp_path / "settings.json") == (Settings(motion=False), "")
