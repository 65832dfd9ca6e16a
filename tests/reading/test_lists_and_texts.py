"""A list that slid into the text above it, and items that lost the name of their text: the lost line is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.authoring.fix import at_once, mended
from course.authoring.new.writing import new_course
from course.reading.courses import read_course
from course.reading.problems.problem import Problem

SCENARIO = "the-friday-shift.yaml"
KNOW = """    know:
      - text: Ines works on Fridays.
        day: 2
      - text: She swaps now and then.
"""
DISCUSS = """    discuss:
      - What would you have done?
      - What would she have said?
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = new_course("shop")[0].parent / SCENARIO
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    choices:\n", f"{KNOW}{DISCUSS}    choices:\n", 1), encoding="utf-8")
    return path


def said(path: Path, old: str, new: str) -> list[Problem]:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return list(read_course(path.parent).problems)


def test_it_is_well_as_it_is(shop: Path) -> None:
    assert not read_course(shop.parent).problems


def test_a_list_of_fields_in_a_text_has_lost_its_name(shop: Path) -> None:
    (problem,) = said(shop, "    know:\n", "")
    assert problem.message == "A line seems to be lost above this one: the name under which this stands."
    assert problem.mend == "Put a line with know: above it, beginning in column 5."
    assert problem.level == "error"
    assert problem.meant is None


def test_a_list_of_texts_in_a_text_may_have_lost_its_name(shop: Path) -> None:
    """And may be its author's own: so it is a warning, and learners would see the dashes."""
    (problem,) = said(shop, f"{KNOW}    discuss:\n", "")
    assert (problem.code, problem.level) == ("markup", "warn")
    assert "such as discuss:, in column 5" in problem.mend


def test_a_dash_in_the_middle_of_a_sentence_is_none_of_a_list(shop: Path) -> None:
    assert not said(
        shop, "    text: |\n", "    text: |\n      You wait\n      - as ever - for nobody.\n\n      - So it goes.\n"
    )


ITEM = "- text: Ines works on Fridays."
LOST = {
    "a quoted one": (ITEM, "'Ines: “Fridays.”'", "Put - text: before it, the dash in column 7."),
    "a plain one": (ITEM, "Ines works on Fridays.", "Put - text: before it"),
    "a plain one further in": (ITEM, "  Ines works on Fridays.", "Put - text: before it"),
    "its name alone": (ITEM, "- Ines works on Fridays.", "Put text: and a space before it."),
}


@pytest.mark.parametrize(("old", "new", "mend"), LOST.values(), ids=LOST)
def test_an_item_that_lost_the_name_of_its_text_is_asked_about(old: str, new: str, mend: str, shop: Path) -> None:
    if "'" in new:
        shop.write_text(shop.read_text(encoding="utf-8").replace(old, f"- text: {new}"), encoding="utf-8")
        old = f"- text: {new}"
    before = shop.read_bytes()
    (problem,) = said(shop, old, new)
    assert mend in problem.mend
    assert problem.meant is not None
    assert not at_once([problem]), "something else may be meant"
    assert mended(shop.read_bytes(), problem.meant.edits) == before


def test_one_below_another_too(shop: Path) -> None:
    before = shop.read_bytes()
    text = before.decode().replace(
        "      - text: She swaps now and then.\n", "      - text: She swaps.\n        day: 3\n"
    )
    shop.write_text(text, encoding="utf-8")
    (problem,) = said(shop, "      - text: She swaps.\n", "      She swaps.\n")
    assert problem.meant is not None
    assert mended(shop.read_bytes(), problem.meant.edits) == text.encode()


def test_a_text_that_lost_its_name_below_its_condition(shop: Path) -> None:
    passages = "    text:\n      - Monday.\n      - when: {broke: once}\n"
    passages += "        text: Ask her one time.\n        else: Ask her.\n"
    text = shop.read_text(encoding="utf-8").replace("  evening:\n", f"  evening:\n{passages}", 1)
    begin = text.index("    text: |", text.index(passages))
    text = text[:begin] + text[text.index("    choices:", begin) :]
    shop.write_text(text, encoding="utf-8")
    assert not [each for each in read_course(shop.parent).problems if each.level == "error"]
    (problem,) = (
        each for each in said(shop, "        text: Ask her one", "        Ask her one") if each.level == "error"
    )
    assert problem.mend == "Put text: and a space before it."
    assert problem.meant is not None
    assert mended(shop.read_bytes(), problem.meant.edits) == text.encode()
    shop.write_text(text, encoding="utf-8")
    (twice,) = said(shop, "        else: Ask her.\n", "        else: Ask her.\n        else: Ask her.\n")
    assert twice.message.startswith("else: stands here twice"), "and no item begins with it"
