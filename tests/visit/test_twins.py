"""Twins in a visit: from the answer that missed one to the other half, a day later."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from course.model import Side
from course.visit.course_folder import CourseFolder
from course.visit.session import Session
from course.visit.settings import Settings
from course.visit.visit import Visit
from tests.desks import COURSE, LIBRARY, NOON, THURSDAYS, keep
from tests.folders import DESKS
from tests.journals import open_journal
from tests.steps import weighed


@pytest.fixture
def visit(tmp_path: Path) -> Visit:
    """The day after the dentist was left until next week, and the library too, which was right there."""
    days = [0]
    journal = open_journal(tmp_path / "journal.db", lambda: NOON + timedelta(days=days[0]))
    keep(journal, "dentist", "leave")
    keep(journal, "library", "leave", "dont")
    days[0] = 1
    visit = Visit(CourseFolder(DESKS), journal, Settings(), settings_path=tmp_path / "settings.json")
    visit.look_for_practice()
    return visit


@pytest.mark.parametrize(("option", "held"), [("leave", True), ("e-mail", False)])
def test_the_other_half_is_offered_and_practiced_in_its_own_scene(option: str, held: bool, visit: Visit) -> None:
    due = next(each for each in visit.due() if each.rule == "ask")
    assert due.twin == THURSDAYS.other
    session = visit.practice(due)
    assert (session.play.scenario.head.id, session.play.scene_id) == ("library", "thursday")
    session.choose((option,))
    if session.play.pending:
        weighed(session, Side.OVER)
    (practiced,) = visit.journal.practiced(COURSE.id)
    assert (practiced.scene, practiced.held) == ("thursday", held)


def test_what_is_shown_beside_a_second_attempt_is_the_first_answer_of_the_other(visit: Visit) -> None:
    session = Session.start(COURSE, LIBRARY, visit.journal, seed=1, extra_minute=False)
    session.choose(("desk",))
    (beside,) = visit.beside(session)
    assert [each.decision.answer for each in beside.here.entries] == [("desk",)]
    assert [each.decision.answer for each in beside.there.entries] == [("leave",)]
