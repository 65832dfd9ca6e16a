"""What goes before a scene that is played by itself: the learner's own path, or one on which little goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.engine.apply import apply, begin, sent
from course.engine.events import Lasting, Rewound, WentOn
from course.engine.lead_in import lead_in
from course.engine.play import Phase, Play
from course.visit.course_folder import CourseFolder
from tests.builders import tiny_course, tiny_scenario
from tests.folders import ROOT

COURSE, SCENARIO = tiny_course(), tiny_scenario()


def fresh() -> Play:
    """The scenario at its beginning."""
    return begin(COURSE, SCENARIO, 1)


def events(*names: str) -> list[Lasting]:
    """What happens when these are chosen one after the other."""
    play = fresh()
    made: list[Lasting] = []
    for name in names:
        for event in (sent(play, ((name,),)), WentOn()):
            play = apply(play, event)
            made.append(event)
    return made


def chosen(play: Play | None) -> list[str]:
    """What was chosen on the way."""
    assert play is not None
    return [each.answer[0] for each in play.path]


def test_what_the_learner_did_before_it_stands_as_they_did_it() -> None:
    play = lead_in(fresh(), "wait", events("wave", "leave", "patient"))
    assert chosen(play) == ["wave", "leave"]
    assert play is not None
    assert [each.contact.words for each in play.contacts] == ["visit"]


def test_what_was_done_after_going_back_is_none_of_it() -> None:
    back = [*events("write"), Rewound(0), *events("wave")]
    assert chosen(lead_in(fresh(), "wait", back)) == ["write"]


def test_a_scene_they_never_came_to_is_come_to_by_the_way_that_breaks_least() -> None:
    assert chosen(lead_in(fresh(), "wait", events("hide"))) == ["write"]
    assert chosen(lead_in(fresh(), "lobby", events("write", "patient"))) == ["wave"]


def test_events_that_no_longer_fit_are_let_go_of() -> None:
    strange = [sent(fresh(), (("dance",),)), *events("wave")]
    assert chosen(lead_in(fresh(), "wait", strange)) == ["write"]


def test_where_no_way_leads_there_is_none() -> None:
    assert lead_in(fresh(), "nowhere") is None
    assert lead_in(fresh(), "good") is None, "an ending asks nothing"


@settings(max_examples=20, deadline=None)  # a scene that cannot be come to is looked for on all ways
@given(
    st.sampled_from(sorted(SCENARIO.scenes)), st.lists(st.sampled_from(["wave", "write", "leave", "stay"]), max_size=4)
)
def test_it_stands_before_the_question_and_nothing_is_answered_there_yet(scene: str, names: list[str]) -> None:
    made: list[Lasting] = [each for name in names for each in (sent(fresh(), ((name,),)), WentOn())]
    play = lead_in(fresh(), scene, made)
    if play is not None:
        assert (play.scene_id, play.phase) == (scene, Phase.DECIDING)
        assert (play.pending, play.latest) == ((), ())


@pytest.mark.parametrize("seed", range(1, 5))
def test_a_list_on_the_way_is_answered_in_the_order_in_which_it_lies_there(seed: int) -> None:
    """The statements of a list lie in another order in every play."""
    folder = CourseFolder(ROOT / "content" / "after-the-interview")
    scenario = folder.open("already-upstairs")
    assert scenario is not None
    play = lead_in(begin(folder.course, scenario, seed), "slipped")
    assert play is not None
    assert "two-cases" in {each.scene for each in play.path}
