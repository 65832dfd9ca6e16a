"""What is nearly right is offered as it should be, and what is said of it names its field as it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from course.authoring.fix import mended
from course.authoring.new.writing import new_course
from course.reading.courses import read_course
from course.reading.problems.codes import Level
from course.reading.problems.problem import Problem

SCENARIO, COURSE = "the-friday-shift.yaml", "course.yaml"
PHONED = "contact: {to: ines, via: phone}\n        follows: say-it"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new course, in whose scenario is a person who may be called."""
    monkeypatch.chdir(tmp_path)
    folder = new_course("shop")[0].parent
    text = (folder / SCENARIO).read_text(encoding="utf-8")
    (folder / SCENARIO).write_text(text.replace("start:", "people:\n  ines: {name: Ines}\nstart:"), encoding="utf-8")
    return folder


def said(course: Path, file: str, old: str, new: str) -> list[Problem]:
    """What is wrong once the text stands otherwise."""
    path = course / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new), encoding="utf-8")
    return errors(course)


def errors(course: Path) -> list[Problem]:
    return [each for each in read_course(course).problems if each.level is Level.ERROR]


def write(course: Path, file: str, found: Sequence[Problem]) -> None:
    """Write what is offered for that file."""
    edits = [edit for each in found if each.meant and each.place.file == file for edit in each.meant.edits]
    data = mended((course / file).read_bytes(), edits)
    assert data is not None
    (course / file).write_bytes(data)


OFFERED = {
    "another word for a medium": (
        SCENARIO,
        "follows: say-it",
        PHONED,
        "call",
    ),
    "the beginning of a day's name": (SCENARIO, "start:", "starts-on: Mon\nstart:", "Monday"),
    "the same with a full stop": (SCENARIO, "start:", "starts-on: Tue.\nstart:", "Tuesday"),
    "a language by its name": (COURSE, "id: shop\n", "id: shop\nlanguage: English\n", "en"),
    "a language by its own name": (COURSE, "id: shop\n", "id: shop\nlanguage: Deutsch\n", "de"),
    "a heading of Markdown": (SCENARIO, "title: The Friday", "title: # The Friday", "title: The Friday shift"),
    "one in quotes": (COURSE, 'title: "Shop"', 'title: ## "Shop"', 'title: "Shop"'),
    "a title of a scene for its id": (SCENARIO, "start: coffee", "start: By the coffee machine", "coffee"),
    "an id of which a program has made a link": (
        SCENARIO,
        "start: coffee",
        "start: [coffee](http://coffee)",
        "start: coffee",
    ),
    "an id and a note in brackets": (SCENARIO, "start: coffee", "start: coffee (by the machine)", "coffee"),
    "an id and a note behind a dash": (SCENARIO, "start: coffee", "start: coffee – by the machine", "coffee"),
    "an id and a note behind a comma": (SCENARIO, "start: coffee", "start: coffee, where they meet", "coffee"),
    "a number of the format with a point": (COURSE, "format: 2", "format: 2.0", "2"),
    "one with a colon": (SCENARIO, "title: The Friday", "title: # Friday: the", "title: 'Friday: the shift'"),
}


@pytest.mark.parametrize(("file", "old", "new", "offered"), OFFERED.values(), ids=OFFERED)
def test_what_is_nearly_right_is_offered(file: str, old: str, new: str, offered: str, course: Path) -> None:
    (problem,) = said(course, file, old, new)
    assert problem.meant is not None
    assert problem.meant.text == offered
    assert problem.meant.ask
    write(course, file, [problem])
    assert errors(course) == []


BOOKED = "coffee/you-are-free-on-friday-i"


def _told(course: Path, when: str) -> str:
    """The scenario with a passage that is told under a condition."""
    text = (course / SCENARIO).read_text(encoding="utf-8")
    passages = f"      - when: {when}\n        text: She looks away.\n      - She hangs up her coat."
    return re.sub(r"\|\n      Ines hangs up.*", lambda _: f"\n{passages}", text)


@pytest.mark.parametrize("alone", [BOOKED, f"{{{BOOKED}}}", f"({BOOKED})"])
def test_an_option_with_its_scene_alone_is_a_condition(alone: str, course: Path) -> None:
    meant = _told(course, f"{{chose: {BOOKED}}}")
    (course / SCENARIO).write_text(_told(course, alone), encoding="utf-8")
    (problem,) = errors(course)
    write(course, SCENARIO, [problem])
    assert (course / SCENARIO).read_text(encoding="utf-8") == meant


def test_an_option_without_an_id_is_told_by_its_new_words(course: Path) -> None:
    text = _told(course, f"{{chose: {BOOKED}}}").replace("You are free on Friday", "You are off on Friday")
    (course / SCENARIO).write_text(text, encoding="utf-8")
    (problem,) = errors(course)
    assert "is called by the first words of its text" in problem.message
    assert problem.meant is not None
    assert problem.meant.ask
    write(course, SCENARIO, [problem])
    assert errors(course) == []


def test_what_may_be_several_is_not_offered(course: Path) -> None:
    (problem,) = said(course, SCENARIO, "start:", "starts-on: T\nstart:")
    assert problem.meant is None


def test_a_day_by_its_name_is_told_what_day_0_is(course: Path) -> None:
    (problem,) = said(course, SCENARIO, "    title: That evening", "    title: That evening\n    day: Monday")
    assert "The first day is day 0; which day of the week that is, starts-on: says." in problem.mend


def test_an_id_that_is_none_is_said_once_and_mended_wherever_it_stands(course: Path) -> None:
    text = (course / SCENARIO).read_text(encoding="utf-8").replace("next: evening", "next: Noon time")
    (course / SCENARIO).write_text(text.replace("  evening:", "  Noon time:"), encoding="utf-8")
    (problem,) = errors(course)
    assert problem.code == "bad-id"
    write(course, SCENARIO, [problem])
    assert errors(course) == []
    assert (course / SCENARIO).read_text(encoding="utf-8").count("noon-time") == 4


def test_a_place_on_the_line_that_is_called_otherwise_now_is_offered_everywhere(course: Path) -> None:
    found = said(course, COURSE, "over: pushy", "over: harsh")
    assert [each.place.file for each in found] == [COURSE, SCENARIO], "the two rules at once"
    assert all("Perhaps line: has called that place harsh since." in each.mend for each in found)
    for file in (COURSE, SCENARIO):
        write(course, file, found)
    assert errors(course) == []


@pytest.mark.parametrize("file", [COURSE, SCENARIO])
@pytest.mark.parametrize("line", ["title: [", 'title: "Giving feedback', "title: {"])
def test_of_a_file_that_ends_within_a_bracket_or_a_quote_no_more_is_said(file: str, line: str, course: Path) -> None:
    (course / file).write_text(f"{line}\n", encoding="utf-8")
    (problem,) = [each for each in errors(course) if each.place.file == file]
    assert problem.code in ("needs-quotes", "open-quote")


def test_a_field_is_called_as_it_is_written(course: Path) -> None:
    text = re.sub("^        because: She knows.*\\n", "", (course / SCENARIO).read_text(), flags=re.MULTILINE)
    (course / SCENARIO).write_text(text.replace("pair: asking", "pair: asking\nstarts-on: Friday night"))
    wrong, lacking = errors(course)
    assert wrong.message == 'starts-on: cannot be "Friday night".'
    assert lacking.message == "because: is missing in this choice."
