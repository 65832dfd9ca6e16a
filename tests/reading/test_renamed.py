"""A course of the first edition: each old word is an unknown field, and its problem says what it is called now."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.model import Condition, Contact, Medium, Sent
from course.model.kinds.calendar import Calendar
from course.reading.courses import read_course
from course.reading.problems.problem import Problem
from course.reading.problems.suggest import GUIDE
from tests.folders import ROOT, STALL

COURSE = (STALL / "course.yaml").read_text(encoding="utf-8")
MARKET = (STALL / "stall" / "market.yaml").read_text(encoding="utf-8")


def problems(folder: Path, course: str = COURSE, market: str = MARKET) -> list[Problem]:
    """What is wrong with the market when these are its files."""
    (folder / "course.yaml").write_text(course, encoding="utf-8")
    (folder / "market.yaml").write_text(market, encoding="utf-8")
    return list(read_course(folder).problems)


def test_a_course_of_the_first_format_is_told_once_where_the_guide_says_what_is_new(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, COURSE.replace("format: 2", "format: 1"))
    assert found.code == "format-version"
    assert found.message == "This course is written in format 1; in format 2 some fields have other names."
    assert GUIDE in found.mend
    assert read_course(tmp_path).course is None
    page, _, heading = GUIDE.partition(", ")
    assert f"### {heading.strip(chr(34))}\n" in (ROOT / page).read_text(encoding="utf-8")


OLD_IN_COURSE = [
    ("pass-mark: 70%", "pass: 70%", "pass-mark"),
    ("pass-mark: 70%", "pass-mark: 70%\nafter: x", "after-check"),
    ("pass-mark: 70%", "pass-mark: 70%\nask: x", "companion"),
    ("  same-day:", "  at-once:", "same-day"),
    ("  no-contact:", "  nothing:", "no-contact"),
]
OLD_IN_SCENARIO = [
    ("starts-on: Monday", "interview: Monday", "starts-on"),
    ("    calendar:", "    week:", "calendar"),
    ("      question: Would", "      ask: Would", "question"),
    ("              happens: She wipes", "              remark: She wipes", "happens"),
    ("          next: crowded", "          go: crowded", "next"),
]


@pytest.mark.parametrize(("new", "old", "meant"), OLD_IN_COURSE)
def test_old_words_of_a_course(new: str, old: str, meant: str, tmp_path: Path) -> None:
    first = next(each for each in problems(tmp_path, COURSE.replace(new, old, 1)) if each.code == "unknown-key")
    assert (first.meant.text if first.meant else "") == meant
    assert GUIDE in first.mend


@pytest.mark.parametrize(("new", "old", "meant"), OLD_IN_SCENARIO)
def test_old_words_of_a_scenario(new: str, old: str, meant: str, tmp_path: Path) -> None:
    found = problems(tmp_path, market=MARKET.replace(new, old, 1))
    first = next(each for each in found if each.code == "unknown-key")
    assert (first.meant.text if first.meant else "") == meant
    assert GUIDE in first.mend


def test_what_another_name_alone_does_not_mend_says_where_it_stands_now(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        COURSE.replace("  due:", "  thanks-by: 2\n  due:"),
        MARKET.replace("when: {broke: often}", "broke: often")
        .replace("    calendar:", "    order: fixed\n    calendar:")
        .replace("kind: thanks", "thank-you: on"),
    )
    by_name = {each.source_line.strip(" -").partition(":")[0]: each for each in found if each.code == "unknown-key"}
    assert by_name["thanks-by"].mend.startswith("Write it as an item of the list under due:")
    assert by_name["broke"].mend.startswith("Conditions stand under when: now")
    assert by_name["order"].mend.startswith("Write shuffle: off for order: fixed")
    assert by_name["thank-you"].mend.startswith("Write kind: thanks for thank-you: on")
    assert not any(each.meant for each in by_name.values())


def test_a_scene_notes_what_its_text_says_was_sent(tmp_path: Path) -> None:
    sent = (
        "    sent:\n      - {to: ines, via: call, day: 2, answered: on}\n      - as: card\n        when: {been: note}\n"
    )
    assert problems(tmp_path, market=MARKET.replace("\n  days:\n", f"\n  days:\n{sent}")) == []
    (market,) = read_course(tmp_path).scenarios
    assert market.scenes["days"].sent == (
        Sent(Contact(person="ines", medium=Medium.CALL, day=2), answered=True),
        Sent(Contact("card"), Condition(been=("note",))),
    )
    (found,) = problems(tmp_path, market=MARKET.replace("\n  days:\n", "\n  days:\n    sent:\n      - via: call\n"))
    assert (found.code, found.mend[:7]) == ("missing", "Add to:")


def test_a_contact_may_say_to_whom_and_by_which_medium(tmp_path: Path) -> None:
    said = "          contact: call to Ines"
    assert said in MARKET
    assert problems(tmp_path, market=MARKET.replace(said, "          contact: {to: ines, via: call}")) == []
    (market,) = read_course(tmp_path).scenarios
    calendar = market.scenes["days"].body
    assert isinstance(calendar, Calendar)
    (contact,) = (way.contact for way in calendar.ways if way.id == "call-ines")
    assert contact is not None
    assert (contact.person, contact.medium, contact.words) == ("ines", "call", "")

    (found,) = problems(tmp_path, market=MARKET.replace(said, "          contact: {to: inez}"))
    assert found.meant is not None
    assert (found.code, found.meant.text) == ("unknown-person", "ines")

    others = "".join(f"  {name}: {{name: {name}}}\n" for name in ("zoe", "abe", "mia", "kim"))
    more = MARKET.replace("people:\n", f"people:\n{others}").replace(said, "          contact: {to: 11111}")
    (found,) = problems(tmp_path, market=more)
    assert found.mend.startswith("The people are zoe, abe, mia, kim"), "as they are written"


def test_the_same_kind_is_due_only_once(tmp_path: Path) -> None:
    again = "  due:\n    - {kind: thanks, by: 5, breaks: ask, because: Again.}\n"
    (found,) = problems(tmp_path, COURSE.replace("  due:\n", again))
    assert (found.code, found.message) == ("duplicate-id", "thanks is due twice, and only the first would count.")

    nameless = "  due:\n    - {by: 5, breaks: ask, because: Again.}\n    - {by: 6, breaks: ask, because: Again.}\n"
    assert [each.code for each in problems(tmp_path, COURSE.replace("  due:\n", nameless))] == ["missing", "missing"]
