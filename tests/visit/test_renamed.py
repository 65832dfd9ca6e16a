"""What a learner did under ids that have changed since is still theirs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.authoring.rename.plan import Asked, plan
from course.authoring.rename.uses import KINDS
from course.authoring.rename.writing import write
from course.engine import kinds
from course.engine.play import Phase
from course.journal import SqliteJournal
from course.model import Ending, Side
from course.system import paths
from course.visit.course_folder import CourseFolder
from course.visit.session import Session
from course.visit.settings import Settings
from course.visit.visit import Visit
from tests.cli.conftest import run
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
        return [
            Asked("scene", "apron", "coat"),
            Asked("rule", "door", "gate"),
            Asked("person", "ines", "inez"),
            Asked("scenario", "market", "fair"),
            Asked("pair", "near", "at-the-stall"),
        ]
    return [
        Asked("scene", "tuesday", "evening", "thank-you"),
        Asked("scene", "thursday", "noon", "thank-you"),
        Asked("option", "two-lines", "a-note", "thank-you"),
        Asked("option", "a-note", "two-words", "thank-you"),
        Asked("rule", "thanks", "thank-them"),
        Asked("scenario", "thank-you", "thanking"),
        Asked("pair", "warm", "a-pair"),
        Asked("scenario", "thanking", "a-note-of-thanks"),
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
    journal.practice(before.course.id, scenario, decided[0].scene, rule, held=False)
    session.differ(decided[0], "It was a holiday.")
    assert not journal.wait(PATIENCE).owed
    met = dict(journal.met(before.course.id))
    for asked in everything(folder):
        write(plan(course, asked))
    names = {each: {} for each in KINDS}  # type: dict[str, dict[str, str]]
    for asked in everything(folder):
        for old, now in names[asked.kind].items():
            names[asked.kind][old] = asked.new if now == asked.old else now
        names[asked.kind][asked.old] = asked.new

    after = visit(course, journal)
    scenario = names["scenario"][scenario]
    assert {place for place, _ in after.journal.met(after.course.id)} == {scenario for _ in met}
    assert {names["scene"].get(scene, scene) for _, scene in met} == {
        scene for _, scene in after.journal.met(after.course.id)
    }
    (practiced,) = after.journal.practiced(after.course.id)
    assert practiced.rule == names["rule"].get(rule, rule)
    (dispute,) = after.journal.disputes(after.course.id)
    assert (practiced.scenario, dispute.scenario) == (scenario, scenario)
    assert dispute.scene == names["scene"].get(decided[0].scene, decided[0].scene)
    assert dispute.answer == tuple(names["option"].get(each, each) for each in decided[0].answer)
    (attempt,) = after.journal.past(after.course.id).attempts.values()
    assert attempt.scenario == scenario
    assert set(after.journal.standings(after.course.id)) == {scenario}
    rules, pairs = after.course.all_rules(), {each.id for each in after.course.pairs}
    scenario_now = after.folder.open(scenario)
    assert scenario_now is not None
    for each in attempt.decisions:
        assert each.scene in scenario_now.scenes
        assert {name for name in each.marks if not name.startswith(":")} <= pairs
        assert set(each.follows) | set(each.broken) | set(each.avoids) <= rules.keys()
    taken_up, notice = after.play(scenario)
    assert notice == "", "nothing that is read has changed"
    assert [each.scene for each in taken_up.play.decisions] == [
        names["scene"].get(each.scene, each.scene) for each in decided
    ]
    assert taken_up.play.scene_id == names["scene"].get(session.play.scene_id, session.play.scene_id)
    if session.play.finished:
        return
    assert taken_up.rewind(0) == ""
    play(taken_up, 9)
    assert not journal.wait(PATIENCE).owed
    (standing,) = journal.standings(after.course.id).values()
    assert (standing.scenario, standing.attempts, standing.finished) == (scenario, 1, 1), "it is one attempt still"
    play(taken_up.again(), 9)
    assert not journal.wait(PATIENCE).owed
    (standing,) = journal.standings(after.course.id).values()
    assert (standing.attempts, standing.finished) == (2, 2), "under both names"
    assert journal.forget(after.course.id, scenario) == 2
    assert not journal.events(attempt.key), "nor is anything left under the old one"


def test_a_window_that_was_open_before_goes_on_and_all_of_it_is_found(tmp_path: Path) -> None:
    course = tmp_path / STALL.name
    shutil.copytree(STALL, course)
    journal = open_journal(tmp_path / "journal.db")
    session, _ = visit(course, journal).play("market")
    play(session, 1)
    for asked in everything(STALL):
        write(plan(course, asked))
    beside = open_journal(tmp_path / "journal.db")
    assert not journal.wait(PATIENCE).owed
    visit(course, beside)
    (unfinished,) = beside.unfinished("market")
    assert unfinished.beginning.scenario == "fair"
    play(session, 9)
    assert session.play.finished
    assert not journal.wait(PATIENCE).owed
    assert beside.unfinished("market") == ()
    (standing,) = beside.standings("market").values()
    assert (standing.scenario, standing.attempts, standing.finished) == ("fair", 1, 1)


def test_what_is_carried_from_a_machine_with_the_old_id_belongs_to_the_new_one(tmp_path: Path) -> None:
    course = tmp_path / STALL.name
    shutil.copytree(STALL, course)
    old, new = open_journal(tmp_path / "old.db"), open_journal(tmp_path / "new.db")
    play(visit(course, old).play("market")[0], 9)
    assert not old.wait(PATIENCE).owed
    for asked in everything(STALL):
        write(plan(course, asked))
    after = visit(course, new)
    play(after.play("fair")[0], 1)
    assert not new.wait(PATIENCE).owed
    carried = old.carry()
    assert carried is not None
    assert new.merge(carried).attempts == 1
    (standing,) = new.standings("market").values()
    assert (standing.scenario, standing.attempts, standing.finished) == ("fair", 2, 1)
    assert {each.scenario for each in new.past("market").attempts.values()} == {"fair"}
    back = new.carry()
    assert back is not None
    assert new.merge(back).attempts == 0, "and nothing twice"


def test_a_window_at_home_takes_it_up_after_a_rename(tmp_path: Path) -> None:
    course = tmp_path / STALL.name
    shutil.copytree(STALL, course)
    journal = open_journal(tmp_path / "journal.db")
    play(visit(course, journal).play("market")[0], 1)
    home = visit(course, journal)
    for asked in (Asked("scenario", "market", "fair"), Asked("scene", "apron", "coat"), Asked("scene", "note", "card")):
        write(plan(course, asked))
    session, notice = home.play("market")
    assert notice == "", "it is where it was, under the old name, as this window shows it"
    assert [each.scene for each in session.play.decisions] == ["coat"]
    play(session, 9)
    assert not journal.wait(PATIENCE).owed
    (standing,) = visit(course, journal).journal.standings("market").values()
    assert (standing.scenario, standing.attempts, standing.finished) == ("fair", 1, 1)


@pytest.mark.parametrize("called", ["market", "fair"])
def test_a_scenario_is_forgotten_under_all_its_names(
    called: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = tmp_path / STALL.name
    shutil.copytree(STALL, course)
    paths.journal_file().parent.mkdir(parents=True, exist_ok=True)
    journal = open_journal(paths.journal_file())
    play(visit(course, journal).play("market")[0], 2)
    journal.close()
    write(plan(course, Asked("scenario", "market", "fair")))
    assert run("forget", "--course", str(course), "--scenario", called, "--yes") == 0
    assert "1 attempt" in capsys.readouterr().out
    assert open_journal(paths.journal_file()).standings("market") == {}
