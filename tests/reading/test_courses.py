"""Whole courses: what is read at once, what is left out, and what never takes the rest down."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.engine.revision import revision
from course.model.kinds.choices import Choices
from course.reading.courses import read_contents, read_course, read_scenario
from course.reading.files.find import CourseNotFound, find_course
from tests.folders import BAKERY, STALL
from tests.reading.test_codes import COURSE, SCENARIO, changed


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    """A copy of the bakery to break."""
    return Path(shutil.copytree(BAKERY, tmp_path / "bakery"))


def put(folder: Path, name: str, text: str = SCENARIO) -> None:
    (folder / name).write_text(text)


def test_the_shipped_course_has_no_problems() -> None:
    reading = read_course(find_course(None))
    assert [problem.message for problem in reading.problems] == []
    assert reading.course is not None
    ids = [scenario.head.id for scenario in reading.scenarios]
    assert ids[: len(reading.course.order)] == list(reading.course.order)
    assert set(ids[len(reading.course.order) :]) == reading.course.apart


def test_contents_hold_the_same_heads_as_the_whole() -> None:
    for folder in (BAKERY, find_course(None)):
        contents, reading = read_contents(folder), read_course(folder)
        assert contents.course == reading.course
        assert contents.heads == tuple(scenario.head for scenario in reading.scenarios)


def test_a_scenario_read_alone_equals_the_one_of_the_whole_course() -> None:
    for folder in (BAKERY, STALL, find_course(None)):
        reading = read_course(folder)
        assert reading.course is not None
        assert reading.scenarios
        for scenario in reading.scenarios:
            assert read_scenario(folder, reading.course, scenario.head) == (scenario, ())


def test_fields_of_the_head_may_come_after_the_scenes(tmp_path: Path) -> None:
    put(tmp_path, "course.yaml", COURSE)
    put(tmp_path, "key.yaml", SCENARIO.removeprefix("title: The key\n") + "title: The last line\n")
    assert [head.title for head in read_contents(tmp_path).heads] == ["The last line"]


def test_scenarios_come_in_the_order_of_the_course_and_the_others_by_file(tmp_path: Path) -> None:
    put(tmp_path, "course.yaml", COURSE + "scenarios: [zoo, key]\n")
    for name in ("key.yaml", "b.yml", "a.yaml", "zoo.yaml"):
        put(tmp_path, name)
    assert [head.id for head in read_contents(tmp_path).heads] == ["zoo", "key", "a", "b"]
    assert [scenario.head.id for scenario in read_course(tmp_path).scenarios] == ["zoo", "key", "a", "b"]


def test_only_yaml_files_that_are_not_hidden_are_scenarios(tmp_path: Path) -> None:
    put(tmp_path, "course.yaml", COURSE)
    (tmp_path / ".git").mkdir()
    for name in (".git/a.yaml", ".b.yaml", "course.schema.json", "notes.txt", "key.yaml~"):
        put(tmp_path, name, "[")
    assert read_course(tmp_path).problems == ()


def test_a_broken_scenario_is_unavailable_and_the_others_are_not(bakery: Path) -> None:
    put(bakery, "key.yaml", changed(SCENARIO, "quiet", "sad"))
    put(bakery, "lock.yaml", "title: The lock\nstart: [")
    reading = read_course(bakery)
    assert [scenario.head.id for scenario in reading.scenarios] == ["thank-you", "back-door"]
    assert [(each.id, each.title) for each in reading.unavailable] == [("key", "The key"), ("lock", "The lock")]
    assert reading.unavailable[0].reason == 'key.yaml, line 17: ending: cannot be "sad".'


def test_a_warning_keeps_nothing_from_being_played(tmp_path: Path) -> None:
    put(tmp_path, "course.yaml", COURSE)
    put(tmp_path, "key.yaml", changed(SCENARIO, "a key.", "a key # or two"))
    reading = read_course(tmp_path)
    assert [problem.code for problem in reading.problems] == ["maybe-lost-text"]
    assert len(reading.scenarios) == 1


def test_of_two_scenarios_with_one_id_the_first_stays(tmp_path: Path) -> None:
    put(tmp_path, "course.yaml", COURSE)
    put(tmp_path, "a.yaml", "id: key\n" + SCENARIO)
    put(tmp_path, "b.yaml", "id: key\n" + SCENARIO)
    reading = read_course(tmp_path)
    assert [scenario.head.file for scenario in reading.scenarios] == ["a.yaml"]
    assert [each.file for each in reading.unavailable] == ["b.yaml"]
    (problem,) = reading.problems
    assert (problem.code, problem.place.file, problem.also[0].file) == ("duplicate-id", "b.yaml", "a.yaml")
    assert [head.file for head in read_contents(tmp_path).heads] == ["a.yaml"]


def test_a_course_with_a_slip_is_played_all_the_same(tmp_path: Path) -> None:
    put(tmp_path, "course.yaml", changed(COURSE, "title: The bakery", "titel: The bakery"))
    put(tmp_path, "key.yaml")
    reading = read_course(tmp_path)
    assert reading.course is not None
    assert len(reading.scenarios) == 1
    assert {problem.code for problem in reading.problems} == {"unknown-key"}


@pytest.mark.parametrize("text", ["", "title: x", "[", "format: 3\n" + COURSE.partition("\n")[2]])
def test_a_course_that_cannot_be_played_is_none_and_its_scenarios_are_still_checked(text: str, tmp_path: Path) -> None:
    put(tmp_path, "course.yaml", text)
    put(tmp_path, "key.yaml", changed(SCENARIO, "start: door", "start: dor"))
    reading = read_course(tmp_path)
    assert reading.course is None
    assert [each.code for each in reading.problems if each.place.file == "key.yaml"] == ["unknown-scene"]


def test_one_scenario_by_its_file(tmp_path: Path) -> None:
    put(tmp_path, "course.yaml", COURSE)
    put(tmp_path, "key.yaml")
    course = read_contents(tmp_path).course
    assert course is not None
    scenario, problems = read_scenario(tmp_path, course, "key.yaml")
    assert problems == ()
    assert scenario is not None
    body = scenario.scenes["door"].body
    assert isinstance(body, Choices)
    assert [choice.id for choice in body.options] == ["leave", "take-the-key"]


def test_a_scene_changes_its_revision_with_what_is_read_in_it(tmp_path: Path) -> None:
    put(tmp_path, "course.yaml", COURSE)
    revisions = []
    for text in (SCENARIO, SCENARIO + "# a comment\n", changed(SCENARIO, "a key.", "no key.")):
        put(tmp_path, "key.yaml", text)
        course = read_contents(tmp_path).course
        assert course is not None
        scenario, _ = read_scenario(tmp_path, course, "key.yaml")
        assert scenario is not None
        revisions.append([revision(scene) for scene in scenario.scenes.values()])
    before, with_comment, reworded = revisions
    assert before == with_comment
    assert before[0] != reworded[0]
    assert before[1] == reworded[1]


def test_a_course_is_found_from_anything_in_it(bakery: Path) -> None:
    for path in (
        bakery,
        bakery / "course.yaml",
        bakery / "thanks" / "thank-you.yaml",
        bakery / "thanks",
        bakery.parent,
    ):
        assert find_course(path) == bakery


@pytest.mark.parametrize("path", ["nowhere", ".", "course.txt"])
def test_where_there_is_no_course_a_sentence_says_so(path: str, tmp_path: Path) -> None:
    (tmp_path / "course.txt").write_text("")
    with pytest.raises(CourseNotFound, match=r"\.$"):
        find_course(tmp_path / path)


def test_two_courses_in_a_folder_are_one_too_many(bakery: Path) -> None:
    shutil.copytree(bakery, bakery.parent / "second")
    with pytest.raises(CourseNotFound, match="bakery, second"):
        find_course(bakery.parent)
