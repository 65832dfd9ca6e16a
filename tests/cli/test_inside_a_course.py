"""Inside a course's folder every command means that course; `check` takes any number of paths."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from course.cli.commands import COMMANDS
from course.reading.courses import read_contents
from course.reading.files.find import find_course
from course.words.catalog import english
from tests import folders
from tests.cli.conftest import BAKERY, run

OF_A_COURSE = {
    "check": ("check", "--format", "json"),
    "list": ("list",),
    "odds": ("odds", "--json"),
    "stats": ("stats", "--json"),
    "map": ("map",),
    "progress": ("progress", "--json"),
    "fix": ("fix",),
    "words": ("words",),
    "blind": ("blind", "--format", "json"),
}
"""How each command is called that prints something about one course."""


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of its own, in a folder of which one stands."""
    course = tmp_path / "bakery"
    shutil.copytree(folders.BAKERY, course)
    (course / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(course / "deep" / "er")
    return course


@pytest.mark.parametrize("command", OF_A_COURSE)
def test_a_command_means_the_course_one_stands_in(
    command: str, inside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(*OF_A_COURSE[command])
    here = capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    named = [str(inside)] if command in ("check", "stats", "fix", "words", "blind") else ["--course", str(inside)]
    ended, there = run(*OF_A_COURSE[command], *named), capsys.readouterr().out
    # What is to be typed next names the course, where one has to.
    assert (ended, there.replace(f"fineline check {inside}", "fineline check")) == (status, here)


LEARNERS = ("play", "ask", "list", "progress", "report", "export", "import", "forget")
LEADERS = ("host", "rooms", "print", "serve")
OF_NO_COURSE = ("explain", "schema")
NEEDS = {"rename": ("rule", "thanks", "say-thanks"), "new": ("scenario", "The crumb"), "words": ("--missing",)}
ALL = {name: (name, *NEEDS.get(name, ())) for name in COMMANDS if name not in (*LEARNERS, *LEADERS, *OF_NO_COURSE)}
"""Every author's command about a course, as it is called without naming one."""
NO_COURSE = {
    "an empty folder": ((), "fineline new course NAME"),
    "another ending": (("course.yml",), "Here is course.yml; if that is meant, call it course.yaml."),
    "a capital": (("Course.yaml",), "Here is Course.yaml; if that is meant, call it course.yaml."),
    "two endings": (("course.yaml.txt",), "Here is course.yaml.txt; if that is meant, call it course.yaml."),
    "no ending": (("course",), "Here is course; if that is meant, call it course.yaml."),
    "several": (("a/course.yaml", "b/course.yaml"), "several courses"),
    "an old one inside": (("course.yml", "old/course.yaml"), "Here is course.yml; if that is meant"),
}
"""Folders in which no course is, by what lies in them, and what is said there."""


@pytest.mark.parametrize("place", NO_COURSE)
@pytest.mark.parametrize("command", ALL)
def test_where_no_course_is_an_author_is_told_so(
    command: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files, said = NO_COURSE[place]
    for file in files:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        shutil.copy(folders.BAKERY / "course.yaml", tmp_path / file)
    monkeypatch.chdir(tmp_path)
    assert run(*ALL[command]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert not told.out
    assert sorted(str(each.relative_to(tmp_path)) for each in tmp_path.rglob("*") if each.is_file()) == sorted(files)


def test_in_a_folder_of_a_course_that_is_misnamed_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "course.yml").touch()
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "a.yaml").touch()
    monkeypatch.chdir(tmp_path / "stories")
    for arguments in (["check"], ["check", "."], ["check", "a.yaml"]):
        assert run(*arguments) == 2
        assert f"In {tmp_path} is course.yml; if that is meant, call it course.yaml." in capsys.readouterr().err


def test_the_course_that_came_along_is_for_learners_anywhere_and_for_authors_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("list") == 0
    assert "parking-lot" in capsys.readouterr().out
    run("stats")
    assert str(find_course()) in capsys.readouterr().err
    assert run("stats", str(find_course())) == 0
    assert "The parking lot" in capsys.readouterr().out


def test_so_do_play_preview_and_new(inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = read_contents(inside).heads[0].id
    run("play", "no-such-scenario")
    assert scenario in capsys.readouterr().err
    run("preview", "no-such-scenario")
    assert scenario in capsys.readouterr().err
    assert run("new", "scenario", "The crumb") == 0
    assert list(inside.rglob("the-crumb.yaml"))


def test_check_takes_any_number_of_paths(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = BAKERY, str(folders.STALL)
    assert run("check", one, other) == 0
    out = capsys.readouterr().out
    assert f"{one}:" in out
    assert f"{other}:" in out
    assert run("check", "--format", "json", one, f"{one}/course.yaml") == 0, "one course is checked once"
    assert isinstance(json.loads(capsys.readouterr().out), dict)
    assert run("check", "--format", "json", one, other) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


BY_NAME = (["back-door"], ["people/back-door.yaml"], [str(folders.BAKERY / "people" / "back-door.yaml")])


@pytest.mark.parametrize("named", BY_NAME)
@pytest.mark.parametrize("command", ["check", "stats", "map", "odds", "fix"])
def test_a_scenario_is_named_by_its_id_or_its_file(
    command: str, named: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folders.BAKERY)
    assert run(command, *named) == 0
    said = capsys.readouterr().out
    assert command in ("check", "fix") or "The back door" in said
    assert "The thank-you" not in said
    assert "thank-you.yaml" not in said


def test_what_is_no_id_and_no_file_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(folders.BAKERY)
    for command in ("check", "stats", "fix"):
        assert run(command, "bak-door") == 2
        assert "Did you mean back-door?" in capsys.readouterr().err


def test_of_one_file_only_its_own_problems_are_told(inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in ("thanks/thank-you.yaml", "people/back-door.yaml"):
        with (inside / file).open("a", encoding="utf-8") as story:
            story.write("nonsense: 1\n")
    assert run("check", str(inside / "people" / "back-door.yaml")) == 1
    said = capsys.readouterr().out
    assert "people/back-door.yaml:" in said
    assert "thanks/thank-you.yaml:" not in said
    assert "In other files: 1 error" in said
    assert "To see them: fineline check" in said
    both = [str(inside / "people" / "back-door.yaml"), str(inside)]
    assert run("check", *both) == 1
    assert "thanks/thank-you.yaml:" in capsys.readouterr().out


def test_what_is_missing_is_listed_as_it_goes_into_a_course(inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = inside / "course.yaml"
    text = re.sub(r"(?m)^words:\n(?: .*\n)+", "", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    run("check", "--format", "json")
    before = json.loads(capsys.readouterr().out)
    assert run("words", "--missing") == 0
    listed = capsys.readouterr().out
    file.write_text(f"{text}{listed}", encoding="utf-8")
    run("check", "--format", "json")
    after = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in after["problems"]] == [each["code"] for each in before["problems"]]
    assert run("words", "--missing") == 0
    assert capsys.readouterr().out == "", "then nothing is missing"
    course = read_contents(inside).course
    assert course is not None
    said = {each.id: each.texts for each in english().values() if any(each.texts)}
    assert {name: tuple(forms.values()) for name, forms in course.words.items()} == said


def test_what_is_missing_in_another_language_has_that_language_s_plural_forms(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A translator fills in what is printed, and the check asks for nothing more and nothing less."""
    file = inside / "course.yaml"
    text = re.sub(r"(?m)^words:\n(?: .*\n)+|^language: .*\n", "", file.read_text(encoding="utf-8"))
    file.write_text(f"{text}language: pl\n", encoding="utf-8")
    assert run("words", "--missing") == 0
    listed = capsys.readouterr().out
    assert re.search(r"  term\.scenario:\n    one: .*\n    few: .*\n    many: .*\n    other: .*\n", listed)
    file.write_text(f"{text}language: pl\n{listed}", encoding="utf-8")
    run("check", "--format", "json")
    assert "missing-plural" not in capsys.readouterr().out
    file.write_text(f"{text}language: pl\n{re.sub('    few: .*', '', listed, count=1)}", encoding="utf-8")
    run("check", "--format", "json")
    (found,) = (each for each in json.loads(capsys.readouterr().out)["problems"] if each["code"] == "missing-plural")
    assert "has no text for few" in found["message"]
    assert "one, few, many, other" in found["mend"]


def test_what_belongs_to_no_course_names_the_next_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lonely = tmp_path / "lonely.yaml"
    lonely.write_text("title: Alone\n")
    for path in (lonely, tmp_path):
        assert run("check", str(path)) == 2
        assert "fineline new course NAME" in capsys.readouterr().err


BY_FILE = {
    "play": ("play", "{}", "--plain"),
    "print": ("print", "{}", "--output", "-"),
    "map": ("map", "{}"),
    "odds": ("odds", "{}"),
    "proof": ("proof", "{}"),
    "stats": ("stats", "{}"),
    "check": ("check", "{}"),
    "fix": ("fix", "{}"),
    "blind": ("blind", "{}"),
}
"""How each command is called that takes one scenario."""


@pytest.mark.parametrize("command", BY_FILE)
def test_a_scenario_goes_by_its_id_or_its_file(
    command: str, inside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its file says which course is meant, too, wherever one stands."""
    first, file = [], "people/back-door.yaml"
    for place, named in ((inside, "back-door"), (inside, file), (tmp_path, f"bakery/{file}")):
        monkeypatch.chdir(place)
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        assert run(*(word.format(named) for word in BY_FILE[command])) in (0, 1)
        out = re.sub(
            r"(fineline check) \S+", r"\1", capsys.readouterr().out
        )  # how one goes on names it as it was named
        first.append(out.split("\n")[: 8 if command == "print" else 1])
    assert first[0] == first[1] == first[2]
    assert "ack door" in str(first[0]) or command in ("stats", "check", "fix", "blind")


@pytest.mark.usefixtures("inside")
def test_a_room_takes_the_files_of_scenarios_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("host", "--plain", "../../people/back-door.yaml", "thank-you", "thanks") == 2
    assert 'There is no scenario "thanks"' in capsys.readouterr().err
    assert run("host", "--plain", "../../people/backdoor.yaml") == 2
    assert 'There is no scenario "../../people/backdoor.yaml"' in capsys.readouterr().err
