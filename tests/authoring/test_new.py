"""`fineline new`: what it writes is sound, complete and where it belongs; and nothing is ever written over."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from course.authoring import schema
from course.authoring.check.run import check
from course.authoring.new.texts import kinds
from course.authoring.new.writing import NotStarted, new_course, new_scenario
from course.authoring.odds.summary import odds
from course.cli.main import main
from course.model import NO_LIMITS, Side
from course.model.kinds.choices import Choices
from course.reading.courses import read_course
from course.reading.files.find import find_course
from course.reading.format.kinds import EXERCISES
from tests.authoring.test_schema import loaded
from tests.folders import BAKERY

MARKET = BAKERY.with_name("market")
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the author stands."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def fineline(*arguments: str) -> int:
    """Run the command line; its exit status."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


def codes(folder: Path) -> list[str]:
    """Everything that the reader and all checks find."""
    return [problem.code for problem in check(folder).problems]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_new_course_is_sound_and_says_what_to_type_next(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fineline("new", "course", "Saying no") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Wrote saying-no/course.yaml.",
        "Wrote saying-no/the-friday-shift.yaml.",
        "Wrote saying-no/course.schema.json.",
        "To see it while you write: fineline preview saying-no",
        "To check it: fineline check saying-no",
    ]
    assert codes(here / "saying-no") == []
    assert (here / "saying-no" / schema.FILE).read_text() == schema.as_text()
    course = read_course(here / "saying-no").course
    assert course is not None
    assert (course.id, course.title) == ("saying-no", "Saying no")


def test_the_first_scenario_is_a_judgement_that_guessers_seldom_pass(here: Path) -> None:
    new_course("Saying no")
    reading = read_course(here / "saying-no")
    assert reading.course is not None
    (scenario,) = reading.scenarios
    found = odds(reading.course, scenario)
    assert (found.shortest, found.to_pass.chance and found.to_pass.chance.denominator) == (3, 27)
    assert {each.side for each in found.endings} == set(Side)


@pytest.mark.parametrize(
    ("name", "id", "title"),
    [
        ("Saying: no!", "saying-no", "Saying: no!"),
        ("saying-no", "saying-no", "Saying no"),
        ('"Thanks" # for nothing', "thanks-for-nothing", '"Thanks" # for nothing'),
        ("no", "no", "No"),
        ("Über 5 Ecken", "uber-5-ecken", "Über 5 Ecken"),
        ("Die Größe", "die-grosse", "Die Größe"),
        ("Đừng gọi Søren", "dung-goi-soren", "Đừng gọi Søren"),
    ],
)
def test_a_name_is_a_title_or_an_id(name: str, id: str, title: str, here: Path) -> None:
    new_course(name)
    new_scenario(here / id, name)
    reading = read_course(here / id)
    assert reading.course is not None
    assert reading.course.title == title
    assert [head.head.title for head in reading.scenarios if head.head.id == id] == [title]
    assert codes(here / id) == []


@pytest.mark.parametrize("title", ["苦情", "Жалоба", "שלום", "ร้องเรียน", "お客様の声"])
def test_a_title_in_another_script_gets_the_next_number_for_an_id(title: str, here: Path) -> None:
    for number in (1, 2):
        new_course(title)
        for _ in range(2):
            new_scenario(here / f"course-{number}", title)
    reading = read_course(here / "course-2")
    assert reading.course is not None
    assert (reading.course.id, reading.course.title) == ("course-2", title)
    assert [head.head.title for head in reading.scenarios if head.head.id in ("scenario-1", "scenario-2")] == [
        title
    ] * 2
    assert codes(here / "course-2") == []


COURSES = {"shipped": find_course(None), **{folder.name: folder for folder in sorted(BAKERY.parent.iterdir())}}


@pytest.mark.parametrize("course", [*COURSES, "a new one"])
def test_whatever_is_new_adds_no_problem_to_any_course(course: str, here: Path) -> None:
    if course in COURSES:
        shutil.copytree(COURSES[course], here / "copy")
    else:
        new_course("copy")
    before = codes(here / "copy")
    reading = read_course(here / "copy")
    assert reading.course is not None
    for kind in ("", *kinds()):
        for pair in reading.course.pairs:
            if kind == "calendar" and reading.course.limits == NO_LIMITS:
                with pytest.raises(NotStarted, match="Write limits:"):
                    new_scenario(here / "copy", f"A {kind} in {pair.id}", pair.id, kind)
            else:
                new_scenario(here / "copy", f"New in {pair.id} {kind}", pair.id, kind)
    new_scenario(here / "copy", "One more")
    # Each of these begins with one do in every decision, of which the course is told once there are many of them.
    assert [each for each in codes(here / "copy") if each != "one-do"] == before
    assert len(read_course(here / "copy").scenarios) > len(reading.scenarios) + 3


@pytest.mark.parametrize("kind", kinds())
def test_a_new_scenario_may_hold_another_exercise(kind: str, here: Path) -> None:
    shutil.copytree(MARKET, here / "market")
    assert fineline("new", "scenario", "Another", "--course", "market", "--kind", kind) == 0
    scenario = next(each for each in read_course(here / "market").scenarios if each.head.id == "another")
    assert kind in EXERCISES
    assert not isinstance(scenario.scenes["second"].body, Choices)


def test_a_new_calendar_holds_what_the_course_says_is_due(here: Path) -> None:
    shutil.copytree(BAKERY.with_name("counter"), here / "counter")
    (file, *_) = new_scenario(here / "counter", "The days after", "sorry", "calendar")
    assert "kind: receipt\n" in file.read_text()
    assert "thanks" not in file.read_text()


def test_a_name_on_the_line_may_be_anything(here: Path) -> None:
    shutil.copytree(BAKERY.with_name("counter"), here / "counter")
    for file in (here / "counter").glob("*.yaml"):
        file.write_text(re.sub(r": gushing$", ': "off: too much"', file.read_text(), flags=re.MULTILINE))
    before = codes(here / "counter")
    (file, *_) = new_scenario(here / "counter", "The days after", "promise")
    assert 'ending: "off: too much"\n' in file.read_text()
    assert codes(here / "counter") == before


def test_there_is_a_beginning_for_every_exercise_kind() -> None:
    assert {"choices", "next", *kinds()} == set(EXERCISES), "a scene that asks nothing needs no example"


def test_a_new_scenario_practices_the_rules_of_its_pair(here: Path) -> None:
    shutil.copytree(BAKERY, here / "bakery")
    (file, _) = new_scenario(here / "bakery", "The oven", "right")
    scenario = next(each for each in read_course(here / "bakery").scenarios if each.head.id == "the-oven")
    touched = {
        rule
        for scene in scenario.scenes.values()
        if isinstance(scene.body, Choices)
        for choice in scene.body.options
        for rule in (*choice.follows, *choice.breaks)
    }
    assert touched == {"met"}
    assert scenario.head.pair == "right"
    assert "# This turns out well. Do: Write to the person you met." in file.read_text()


@pytest.mark.parametrize(
    ("stands", "arguments", "file"),
    [
        ("bakery", [], "bakery/the-oven.yaml"),
        ("bakery/right", [], "bakery/right/the-oven.yaml"),
        ("bakery/people/late", [], "bakery/people/late/the-oven.yaml"),
        ("bakery/people", ["--pair", "right"], "bakery/right/the-oven.yaml"),
        (".", ["--course", "bakery"], "bakery/the-oven.yaml"),
        ("elsewhere", ["--course", "../bakery", "--pair", "warm"], "bakery/warm/the-oven.yaml"),
    ],
)
def test_a_scenario_goes_where_the_author_stands(
    stands: str, arguments: list[str], file: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(BAKERY, here / "bakery")
    (here / stands).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here / stands)
    assert fineline("new", "scenario", "The oven", *arguments) == 0
    assert (here / file).exists()
    scenario = next(each for each in read_course(here / "bakery").scenarios if each.head.id == "the-oven")
    assert scenario.head.pair == ("right" if "right" in file else "warm")


@pytest.mark.parametrize("pair", ["", "right"])
def test_the_editor_finds_the_schema_and_has_nothing_to_say(pair: str, here: Path) -> None:
    new_course("bakery")
    shutil.copy(BAKERY / "course.yaml", here / "bakery" / "course.yaml")
    (file,) = new_scenario(here / "bakery", "The oven", pair)
    line = MODELINE.match(file.read_text())
    assert line is not None
    validator = Draft7Validator(json.loads((file.parent / line[1]).read_text()))
    assert list(validator.iter_errors(loaded(file.read_text()))) == []


def test_a_course_without_a_schema_gets_it_with_the_scenario(here: Path) -> None:
    shutil.copytree(BAKERY, here / "bakery")
    assert [file.name for file in new_scenario(here / "bakery", "The oven")] == ["the-oven.yaml", schema.FILE]


@pytest.mark.usefixtures("here")
def test_what_the_course_comes_with_is_written_as_authors_write_it() -> None:
    for file in new_course("Saying no")[:2]:
        lines = file.read_text().splitlines()
        assert MODELINE.match(lines[0] + "\n")
        assert any(line.lstrip().startswith("#") for line in lines[1:]), "it explains itself"
        assert max(map(len, lines)) <= 120
        assert yaml.safe_load(file.read_text())


REFUSED = {
    "a course that is there": (
        ["course", "bakery"],
        "bakery is a course already. To add a scenario to it: fineline new scenario NAME --course bakery",
    ),
    "a folder of other things": (["course", "other"], "other is there already, and other files lie in it."),
    "a file in its place": (["course", "note"], "note is there already, and is no folder."),
    "a folder that cannot be made": (["course", "note/more"], "cannot be written: Not a directory."),
    "a course in a course": (["course", "bakery/more"], "would lie inside the course bakery"),
    "no name": (["course", "…"], "A name needs a few letters"),
    "options of the other": (["course", "x", "--pair", "warm"], "are for scenarios"),
    "no such course": (["scenario", "x", "--course", "bakry"], "There is nothing at bakry."),
    "no such pair": (["scenario", "x", "--course", "bakery", "--pair", "worm"], 'no pair "worm". Did you mean warm?'),
    "an id that is taken": (["scenario", "Back door", "--course", "bakery"], "already, in people/back-door.yaml"),
    "a file that is there": (["scenario", "Notes", "--course", "bakery"], "notes.yaml is there already."),
    "a broken course": (["scenario", "x", "--course", "broken"], "cannot be played"),
}


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED.values(), ids=REFUSED)
def test_nothing_is_written_over(
    arguments: list[str], sentence: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(BAKERY, here / "bakery")
    thank_you = (here / "bakery/thanks/thank-you.yaml").read_text()
    (here / "bakery/notes.yaml").write_text(thank_you.replace("id: thank-you", "id: other"))
    (here / "note").write_text("mine")
    (here / "broken").mkdir()
    (here / "other").mkdir()
    (here / "other" / "notes.txt").write_text("mine")
    (here / "broken/course.yaml").write_text("title: [")
    before = contents(here)
    assert fineline("new", *arguments) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert contents(here) == before


@pytest.mark.parametrize("name", [".", "../Saying no", "../Saying no/"])
def test_a_course_may_begin_in_a_folder_that_was_made_for_it(
    name: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = here / "Saying no"
    made.mkdir()
    monkeypatch.chdir(made)
    assert fineline("new", "course", name) == 0
    course = read_course(made).course
    assert course is not None
    assert (course.id, course.title) == ("saying-no", "Saying no")


@pytest.mark.parametrize("name", ["The oven.yaml", "the-oven.yml", "The oven"])
def test_a_scenario_may_be_named_like_its_file(name: str, here: Path) -> None:
    shutil.copytree(BAKERY, here / "bakery")
    (file, _) = new_scenario(here / "bakery", name)
    assert (file.name, yaml.safe_load(file.read_text())["title"]) == ("the-oven.yaml", "The oven")


def test_a_stroke_within_a_title_is_no_path(here: Path) -> None:
    assert fineline("new", "course", "Neu: Kündigen & gehen / 2") == 0
    (folder,) = here.iterdir()
    assert folder.name == "neu-kundigen-gehen-2"
    course = read_course(folder).course
    assert course is not None
    assert course.title == "Neu: Kündigen & gehen / 2"


def test_the_course_that_came_along_is_never_written_to(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fineline("new", "scenario", "The oven") == 2
    said = capsys.readouterr().err
    assert "There is no course in" in said
    assert "after-the-interview" not in said
    assert contents(here) == {}


def test_what_fails_half_way_leaves_nothing(here: Path) -> None:
    shutil.copytree(BAKERY, here / "bakery")
    (here / "bakery" / schema.FILE).symlink_to("nowhere")  # so that it is not there, and yet cannot be made
    before = contents(here)
    with pytest.raises(NotStarted, match=r"course\.schema\.json is there already"):
        new_scenario(here / "bakery", "The oven", "right")
    assert contents(here) == before
    assert not (here / "bakery" / "right").exists()


def test_an_empty_name_is_none(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fineline("new", "course", "") == 2
    assert "it is empty" in capsys.readouterr().err
    assert [*here.iterdir()] == []
