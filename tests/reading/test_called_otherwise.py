"""What is called one thing where it stands and another where it is asked for: said once, where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.courses import read_course
from tests.reading.test_codes import COURSE
from tests.reading.test_what_was_meant import TWO_RULES, WITH_ANN, changed, problems, written

CALLS = changed(
    "        breaks: thanks",
    "        breaks: thanks\n        contact: {to: ann, via: call}",
    changed("        follows: thanks", "        follows: thanks\n        contact: {to: ann, via: email}", WITH_ANN),
)


def test_it_is_well_written(tmp_path: Path) -> None:
    assert problems(tmp_path, CALLS) == ()


@pytest.mark.parametrize("name", ["ann-marie-lindqvist", "my-cousin", "anna"])
def test_a_person_of_another_id_is_named_once(name: str, tmp_path: Path) -> None:
    text = changed("  ann:", f"  {name}:", CALLS)
    (found,) = problems(tmp_path, text)
    assert found.message.startswith(f"Nothing asks for this person, {name}; and ann,")
    assert found.meant
    assert found.meant.ask
    assert written(text, [found]) == CALLS


def test_a_scene_too(tmp_path: Path) -> None:
    text = changed("  end:", "  the-bread-is-good:", CALLS)
    (found,) = problems(tmp_path, text)
    assert found.message.startswith("Nothing asks for this scene, the-bread-is-good; and end,")
    assert written(text, [found]) == CALLS


def test_of_two_that_nothing_asks_for_nobody_can_tell(tmp_path: Path) -> None:
    text = changed(
        "  ann: {name: Ann, role: your cousin}", "  bo: {name: Bo, role: a}\n  cy: {name: Cy, role: b}", CALLS
    )
    found = problems(tmp_path, text)
    assert found
    assert all(each.message.startswith('There is no person called "ann".') for each in found)


def test_a_name_is_no_id(tmp_path: Path) -> None:
    whole = changed("name: Ann,", "name: Ann Lindqvist,", CALLS)
    text = changed("{to: ann, via: call}", "{to: Ann Lindqvist, via: call}", whole)
    (found,) = problems(tmp_path, text)
    assert found.mend == "Write ann."
    assert written(text, [found]) == whole


@pytest.mark.parametrize("folder", ["warmth", "war", "being-kind"])
def test_a_pair_of_another_id_is_said_once_in_the_course(folder: str, tmp_path: Path) -> None:
    """The word may stand in texts as often as it likes."""
    course = changed("title: The bakery", f"title: The {folder} bakery", changed("  warm:", f"  {folder}:", COURSE))
    for each in ("one", "two"):
        text = changed("title: The key", f"title: Key {each}\npair: warm", WITH_ANN)
        (tmp_path / f"{each}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "course.yaml").write_text(course, encoding="utf-8")
    (found,) = read_course(tmp_path).problems
    assert found.place.file == "course.yaml"
    assert written(course, [found]) == course.replace(f"  {folder}:", "  warm:")


def test_a_rule_that_is_called_something_else_altogether(tmp_path: Path) -> None:
    course = changed("thanks:", "gratitude:", TWO_RULES)
    text = changed("follows: thanks", "follows: [thanks, room]", CALLS)
    (found,) = problems(tmp_path, text, course)
    assert found.message.startswith("Nothing asks for this rule, gratitude; and thanks,")
    assert written(course, [found]) == TWO_RULES


def test_a_source_that_is_a_text_is_said_once(tmp_path: Path) -> None:
    """Nobody is to blame who refers to it."""
    ruled = "side: quiet, source: handbook}"
    course = changed("side: quiet}", ruled, COURSE) + "sources:\n  handbook: The handbook\n"
    (found,) = problems(tmp_path, CALLS, course)
    assert found.message == "handbook: wants the fields of a source, and here is a text."
    assert "here title: with that text" in found.mend


@pytest.mark.parametrize(
    ("apart", "whole"),
    [
        ("  term:\n    scenario:\n      one: story\n      other: stories\n", "term.scenario"),
        ("  medium:\n    email: e-mail\n", "medium.email"),
    ],
)
def test_the_id_of_a_sentence_is_not_taken_apart(apart: str, whole: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, CALLS, f"{COURSE}words:\n{apart}")
    assert f"written in one piece: {whole}" in found.message
    assert f"Write {whole}: in the place of " in found.mend


@pytest.mark.parametrize(("other", "name"), [("sms", "text-message"), ("e-mail", "email")])
def test_a_medium_by_another_name(other: str, name: str, tmp_path: Path) -> None:
    whole = changed("    choices:", f"    arrives:\n      {name}: Where are you?\n    choices:", CALLS)
    assert problems(tmp_path, whole) == ()
    text = changed(f"      {name}:", f"      {other}:", whole)
    (found,) = problems(tmp_path, text)
    assert found.mend == f"Write {name}:."
    assert written(text, [found]) == whole


def test_a_language_as_computers_write_it(tmp_path: Path) -> None:
    course = changed("title:", "language: pt_BR\ntitle:", TWO_RULES)
    (found,) = problems(tmp_path, CALLS, course)
    assert written(course, [found]) == changed("pt_BR", "pt-BR", course)


def test_a_title_is_no_id_either(tmp_path: Path) -> None:
    text = changed("start: door", "start: At the door", changed("  door:", "  door:\n    title: At the door", CALLS))
    (found,) = problems(tmp_path, text)
    assert found.message.startswith('"At the door" is what a scene is called')
    assert written(text, [found]) == text.replace("start: At the door", "start: door")
