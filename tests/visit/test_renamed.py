"""What a learner did under ids that have changed since is still theirs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.authoring.rename.plan import Asked, plan
from course.authoring.rename.writing import write
from course.engine import kinds
from course.engine.play import Phase
from course.journal import SqliteJournal
from course.model import Ending, Side
from course.visit.course_folder import CourseFolder
from course.visit.session import Session
from course.visit.settings import Settings
from course.visit.visit import Visit
from tests.folders import BAKERY, STALL
from tests.journals import open_journal
from tests.terminal import PATIENCE


def play(session: Session, scenes: int) -> None:
    """Answer so many times, with the first answers there are."""
    for _ in range(scenes):
        body = session.play.scene.body
        if isinstance(body, Ending):
            return
        (whole, *_) = kinds.of(body).samples(session.play.order)
        if session.play.whole():
            answer(session, whole)
        else:
            shown = session.play.shown()
            answer(session, (shown[0].answer,))
        if session.play.phase is Phase.SHOWN:
            session.go_on()


def answer(session: Session, answers: tuple[tuple[str, ...], ...]) -> None:
    """Each of them is put back once, and then sent all the same."""
    session.choose(*answers)
    if session.play.phase is Phase.WEIGHING:
        session.call(Side.OVER)
        session.think_again()
        session.choose(*answers)
        session.send()


def visit(course: Path, journal: SqliteJournal) -> Visit:
    return Visit(CourseFolder(course), journal, Settings(), seed=1)


def everything(folder: Path) -> list[Asked]:
    """One rename after the other, of all kinds."""
    if folder == STALL:
        return [Asked("scene", "apron", "coat"), Asked("rule", "door", "gate"), Asked("person", "ines", "inez")]
    return [
        Asked("scene", "tuesday", "evening", "thank-you"),
        Asked("scene", "thursday", "noon", "thank-you"),
        Asked("option", "two-lines", "a-note", "thank-you"),
        Asked("option", "a-note", "two-words", "thank-you"),
        Asked("rule", "thanks", "thank-them"),
    ]


@pytest.mark.parametrize("folder", [BAKERY, STALL], ids=lambda each: each.name)
@pytest.mark.parametrize("scenes", [1, 2, 9])
def test_it_goes_on_where_it_was(folder: Path, scenes: int, tmp_path: Path) -> None:
    course = tmp_path / folder.name
    shutil.copytree(folder, course)
    journal = open_journal(tmp_path / "journal.db")
    before = visit(course, journal)
    scenario = "thank-you" if folder == BAKERY else before.folder.heads[0].id
    session, _ = before.play(scenario)
    play(session, scenes)
    decided = session.play.decisions
    rule = next(iter(before.course.all_rules()))
    journal.practise(before.course.id, scenario, decided[0].scene, rule, held=False)
    session.differ(decided[0], "It was a holiday.")
    assert not journal.wait(PATIENCE).owed
    met = dict(journal.met(before.course.id))
    for asked in everything(folder):
        write(plan(course, asked))
    names = {"scene": {}, "rule": {}, "option": {}, "person": {}}  # type: dict[str, dict[str, str]]
    for asked in everything(folder):
        for old, now in names[asked.kind].items():
            names[asked.kind][old] = asked.new if now == asked.old else now
        names[asked.kind][asked.old] = asked.new

    after = visit(course, journal)
    assert {place for place, _ in after.journal.met(after.course.id)} == {place for place, _ in met}
    assert {names["scene"].get(scene, scene) for _, scene in met} == {
        scene for _, scene in after.journal.met(after.course.id)
    }
    (practised,) = after.journal.practised(after.course.id)
    assert practised.rule == names["rule"].get(rule, rule)
    (dispute,) = after.journal.disputes(after.course.id)
    assert dispute.scene == names["scene"].get(decided[0].scene, decided[0].scene)
    assert dispute.answer == tuple(names["option"].get(each, each) for each in decided[0].answer)
    (attempt,) = after.journal.past(after.course.id).attempts.values()
    rules = after.course.all_rules()
    scenario_now = after.folder.open(scenario)
    assert scenario_now is not None
    for each in attempt.decisions:
        assert each.scene in scenario_now.scenes
        assert set(each.follows) | set(each.broken) | set(each.avoids) <= rules.keys()
    if session.play.finished:
        return
    taken_up, notice = after.play(scenario)
    assert notice == "", "nothing that is read has changed"
    assert [each.scene for each in taken_up.play.decisions] == [
        names["scene"].get(each.scene, each.scene) for each in decided
    ]
    assert taken_up.play.scene_id == names["scene"].get(session.play.scene_id, session.play.scene_id)
    assert taken_up.rewind(0) == ""
    play(taken_up, 9)
