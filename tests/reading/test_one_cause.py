"""What had several messages has one: the first cause, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.authoring.fix import at_once, mended
from course.authoring.new.writing import new_course
from course.reading.courses import read_course
from course.reading.problems.problem import Problem

SCENARIO, COURSE = "the-friday-shift.yaml", "course.yaml"
WEEK = """title: The week
pair: asking
start: one
scenes:
  one:
    text: Monday.
    calendar:
      days: 5
      ways:
        - say: Ask her
          early:
            before: 3
            breaks: once
            because: It was not the day yet.
          follows: once
          happens: She nods.
          because: It is the day.
        - say: Ask her twice
          breaks: once
          happens: She nods, and nods.
          because: Once would have done.
      next: end
  end:
    ending: assertive
    text: It is over.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return new_course("shop")[0].parent


def errors(folder: Path) -> list[Problem]:
    return [each for each in read_course(folder).problems if each.level == "error"]


def said(folder: Path, file: str, old: str, new: str) -> list[Problem]:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return errors(folder)


def test_an_exercise_left_empty_beside_another(folder: Path) -> None:
    (folder / "week.yaml").write_text(WEEK, encoding="utf-8")
    (problem,) = said(folder, "week.yaml", "    calendar:\n", "    choices:\n    calendar:\n")
    assert problem.message.startswith("choices: is empty")
    assert problem.mend.startswith("Take this line out: the scene has calendar: already.")


def test_of_two_of_one_name_the_first_belongs_to_what_is_above_it(folder: Path) -> None:
    (folder / "week.yaml").write_text(WEEK, encoding="utf-8")
    (problem,) = said(folder, "week.yaml", "            because: It was", "          because: It was")
    assert problem.message.startswith("because: belongs to the early contact above it")
    assert at_once([problem]) == [problem]
    assert problem.meant is not None
    assert mended((folder / "week.yaml").read_bytes(), problem.meant.edits) == WEEK.encode()


BUS = """title: The bus
pair: asking
start: stop
scenes:
  stop:
    text: The bus is late.
    choices:
      - say: Wait for it.
        follows: once
        because: It comes.
        next: seat
      - say: Walk.
        breaks: once
        because: It is far.
        next: door
  seat:
    day: 2
    text: You sit.
    choices:
      - say: Get up.
        breaks: once
        because: Nobody asked.
        next: door
      - say: Stay.
        follows: once
        because: Your stop comes.
        next: door
  door:
    ending: assertive
    text: The doors close.
"""


@pytest.mark.parametrize(
    ("behind", "within"),
    [
        ("late", "the scene stop"),
        ("late.", "the scene stop"),
        ("choi", "the scene seat"),
        ("next: se", "the scene stop"),
        ("next: seat", "the scene stop"),
        ("  seat:", "the scene seat"),
        ("day:", "the scene seat"),
        ("You s", "the scene seat"),
        ("breaks", "the scene seat"),
        ("next: door", "the scene seat"),
        ("end", "the scene door"),
        ("The doors cl", "the scene door"),
    ],
)
def test_a_scenario_that_is_cut_off_anywhere_has_that_message_alone(behind: str, within: str, folder: Path) -> None:
    path = folder / "bus.yaml"
    path.write_text(BUS, encoding="utf-8")
    assert not errors(folder)
    path.write_text(BUS[: BUS.rindex(behind) + len(behind)], encoding="utf-8")
    (problem,) = (each for each in read_course(folder).problems if each.place.file == path.name)
    assert problem.code == "cut-off"
    if behind != "The doors cl":
        assert f"in the middle of {within}." in problem.message


@pytest.mark.parametrize("sign", ["q", ".", "\\", "]", "::"])
@pytest.mark.parametrize("scene", ["stop", "seat", "door"])
def test_a_sign_behind_the_colon_of_a_scene_is_all_that_is_said(sign: str, scene: str, folder: Path) -> None:
    path = folder / "bus.yaml"
    path.write_text(BUS.replace(f"  {scene}:\n", f"  {scene}:{sign}\n"), encoding="utf-8")
    (problem,) = errors(folder)
    assert problem.message == f"Nothing belongs behind the colon of {scene}."
    assert problem.meant is not None
    assert mended(path.read_bytes(), problem.meant.edits) == BUS.encode()


@pytest.mark.parametrize("above", ["  door:\n", "  seat:\n", "    choices:\n", "    text: You sit.\n"])
def test_a_letter_alone_at_the_margin_is_to_be_deleted(above: str, folder: Path) -> None:
    """And not to be indented, which would make it a part of what learners read."""
    path = folder / "bus.yaml"
    path.write_text(BUS.replace(above, f"q\n{above}", 1), encoding="utf-8")
    (problem,) = errors(folder)
    assert problem.message.startswith("q stands alone on this line")
    assert problem.mend == "Delete it."
    if problem.meant is not None:
        assert mended(path.read_bytes(), problem.meant.edits) == BUS.encode()


def test_who_is_still_writing_the_last_scene_reads_what_it_lacks(folder: Path) -> None:
    (folder / "bus.yaml").write_text(BUS.replace("    ending: assertive\n", "").rstrip(), encoding="utf-8")
    (problem,) = errors(folder)
    assert problem.code == "cut-off"
    assert "close the scenario with ending:" in problem.mend


def test_a_last_text_that_breaks_off_is_warned_of(folder: Path) -> None:
    """Nobody gets stuck, so the scenario can be played."""
    (folder / "bus.yaml").write_text(BUS[: BUS.index("close")] + "clo", encoding="utf-8")
    course = read_course(folder)
    (problem,) = course.problems
    assert (problem.code, problem.level) == ("cut-off", "warn")
    assert "in the middle of a sentence" in problem.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The doors", "The doors"),  # sound
        ("next: seat", "next: sest"),
        ("next: door", "next: home"),
        ("because: It comes.", "because It comes."),
        ("text: The doors", "text The doors"),
        ("text: The doors", "test: The doors"),
        ("text: The doors", 'text: "The doors'),
    ],
)
def test_a_file_is_not_cut_off_for_lack_of_its_last_line_end(old: str, new: str, folder: Path) -> None:
    path = folder / "bus.yaml"
    path.write_text(BUS.replace(old, new), encoding="utf-8")
    ended = [each.message for each in read_course(folder).problems]
    path.write_text(BUS.replace(old, new).rstrip(), encoding="utf-8")
    assert [each.message for each in read_course(folder).problems] == ended


@pytest.mark.parametrize("behind", ["before: 3\n            bre", "She nods, and n"])
def test_a_scenario_that_is_cut_off_names_the_scene(behind: str, folder: Path) -> None:
    """And not the field in it under which its last lines stand."""
    text = WEEK.replace("Monday.", "Monday.\n    twin: end")
    (folder / "week.yaml").write_text(text[: text.index(behind) + len(behind)], encoding="utf-8")
    (problem,) = errors(folder)
    assert problem.code == "cut-off"
    assert "in the middle of the scene one." in problem.message


def test_a_course_that_is_cut_off_in_a_rule_says_so_and_nobody_who_refers_to_others_is_to_blame(folder: Path) -> None:
    path = folder / COURSE
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("Hint at it") + 6], encoding="utf-8")
    (problem,) = errors(folder)
    assert problem.code == "cut-off"
    assert "in the middle of the rule say-it." in problem.message


def test_a_file_of_sentences_is_none_of_the_courses(folder: Path) -> None:
    (folder / "notes.yaml").write_text("Ask Ben about the shift.\nSend it to Ines on Friday.\n", encoding="utf-8")
    (problem,) = errors(folder)
    assert "let its name end in .txt" in problem.mend
    assert problem.meant is None


def test_an_id_renamed_the_wrong_way_round(folder: Path) -> None:
    right = "renamed:\n  scenes:\n    afternoon: evening\nstart: coffee"
    path = folder / SCENARIO
    text = path.read_text(encoding="utf-8").replace("start: coffee", right, 1)
    path.write_text(text, encoding="utf-8")
    assert not errors(folder)
    (problem,) = said(folder, SCENARIO, "afternoon: evening", "evening: afternoon")
    assert problem.mend == "Write afternoon: evening, the other way round."
    assert problem.meant is not None
    assert not at_once([problem])
    assert mended(path.read_bytes(), problem.meant.edits) == text.encode()
