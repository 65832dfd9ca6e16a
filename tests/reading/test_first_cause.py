"""The first cause stands alone, by what it is called; and what was meant is looked for no longer than anybody waits."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from course.authoring.fix import mended
from course.authoring.new.writing import new_course
from course.reading import scenarios
from course.reading.courses import read_course, read_scenario
from course.reading.problems.problem import Problem
from course.reading.yaml import patience
from tests.shipped import COURSE, FOLDER

Change = Callable[[str], str]
PEOPLE = "people:\n  sunil:\n    name: Sunil\n  dana:\n    name: Dana\nstart: coffee"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with the scenario that a new one begins with."""
    monkeypatch.chdir(tmp_path)
    return new_course("shop")[0].parent


def said(folder: Path, file: str, change: Change) -> list[Problem]:
    """The errors of the course when a file of it is changed so."""
    path = folder / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return [each for each in read_course(folder).problems if each.level == "error"]


def indented(text: str) -> str:
    return re.sub("^(?=.)", "  ", text, flags=re.MULTILINE)


SCENARIO = "the-friday-shift.yaml"


@pytest.mark.parametrize(
    ("file", "change", "words"),
    [
        (SCENARIO, lambda text: text.replace("\n  morning:", "\n  evening:"), "evening: stands here twice"),
        (SCENARIO, lambda text: text.replace("start: coffee", PEOPLE.replace("dana:", "dana")), "no colon after dana"),
        (SCENARIO, lambda text: text.replace("start: coffee", PEOPLE.replace("il:", "il")), "no colon after sunil"),
        (
            SCENARIO,
            lambda text: re.sub("text: [|]\n      Ines .*", "text:\n      - when: {}\n        text: Oh.", text),
            "when:",
        ),
        (SCENARIO, lambda text: f"scenario:\n{indented(text)}", "stands under scenario:"),
        (SCENARIO, lambda text: f"```yaml\n{text}```\n", "fence"),
        (SCENARIO, lambda text: f"Here is your scenario:\n\n```yaml\n{text}```\nEnjoy!\n", "fence"),
        (SCENARIO, lambda text: f"Here is your scenario:\n\n{text}", "no part of it"),
        (SCENARIO, lambda text: f"yaml\nCopy code\n{text}", "no part of it"),
        (SCENARIO, lambda text: f"Subject: the scenario\n\n{text}", "head of a mail"),
        (SCENARIO, lambda text: f"From: Dana\nSubject: here: it is\n\n{text}", "head of a mail"),
        ("course.yaml", lambda text: text.replace("  over: pushy\n", ""), "Under line:, over: is missing."),
        ("course.yaml", lambda text: text.replace("  right: assertive\n", ""), "Under line:, right: is missing."),
    ],
)
def test_the_first_cause_alone(file: str, change: Change, words: str, folder: Path) -> None:
    (problem,) = said(folder, file, change)
    assert words in problem.message


ALL_BUT_SAY = r"        follows: say-it\n        happens: .*\n        because: .*\n        next: .*\n"
ALL_BUT_TITLE = r"    text: [|]\n      Your[\s\S]*?\n(?=  evening:)"


@pytest.mark.parametrize(
    ("file", "lost", "words", "mends"),
    [
        (SCENARIO, ALL_BUT_SAY, "because: and next: are missing in this choice, and it neither follows nor breaks", 3),
        (SCENARIO, ALL_BUT_TITLE, "text: is missing in the scene coffee, and it has neither an exercise nor an end", 2),
        (SCENARIO, r"summary:[\s\S]*", "start: and scenes: are missing in this scenario.", 2),
        (
            "course.yaml",
            r"    dont: De[\s\S]*?(?=\n# The three)",
            "dont: and rules: are missing in the pair asking.",
            2,
        ),
        ("course.yaml", r"        dont: Hint.*\n.*\n", "dont: and side: are missing in the rule say-it.", 2),
        ("course.yaml", r"  right: assertive\n  over: pushy\n", "Under line:, right: and over: are missing.", 2),
    ],
)
def test_all_that_one_record_lacks_in_one_sentence(file: str, lost: str, words: str, mends: int, folder: Path) -> None:
    (problem,) = said(folder, file, lambda text: re.sub(lost, "", text, count=1))
    assert problem.message.startswith(words)
    assert len(re.findall(r"(?:^|; )(?:add|write) ", problem.mend.lower())) == mends


@pytest.mark.parametrize("rule", ["say-it", "room-for-no", "once"])
def test_of_a_rule_that_lost_its_id_nobody_is_to_blame_who_refers_to_it(rule: str, folder: Path) -> None:
    (problem,) = said(folder, "course.yaml", lambda text: text.replace(f"      {rule}:\n", ""))
    assert "the id of a rule" in problem.message
    assert problem.place.file == "course.yaml"


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("rule", "say-it", "sya-it"),
        ("rule", "once", "onec"),
        ("rule", "room-for-no", "room-for-on"),
        ("pair", "asking", "askign"),
    ],
)
def test_an_id_misspelt_in_the_course_is_said_there_alone(kind: str, right: str, wrong: str, folder: Path) -> None:
    """And is mended there, where several places ask for it."""
    if kind == "pair":  # for which a second scenario asks
        (folder / "another.yaml").write_text(
            (folder / SCENARIO).read_text().replace("id: the-friday-shift\ntitle: The", "title: A"), encoding="utf-8"
        )
    before = (folder / "course.yaml").read_text(encoding="utf-8")
    (problem,) = said(folder, "course.yaml", lambda text: text.replace(f" {right}:\n", f" {wrong}:\n"))
    assert problem.message.startswith(f"Nothing asks for this {kind}, {wrong}; and {right},")
    assert problem.meant is not None
    assert problem.meant.ask
    after = mended((folder / "course.yaml").read_bytes(), problem.meant.edits)
    assert after == before.encode()


def test_an_id_misspelt_at_one_place_is_said_at_that_place(folder: Path) -> None:
    (problem,) = said(folder, SCENARIO, lambda text: text.replace("breaks: once", "breaks: onec", 1))
    assert problem.place.file == SCENARIO
    assert problem.meant is not None
    assert problem.meant.word == "once"


def test_a_scenario_whose_id_cannot_be_read_is_not_missed_in_the_order(folder: Path) -> None:
    def ordered(text: str) -> str:
        return text.replace("# How much", "scenarios: [the-late-shift]\n# How much")

    assert [each.code for each in read_course(folder).problems] == []
    path = folder / "course.yaml"
    path.write_text(ordered(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert [each.code for each in read_course(folder).problems] == ["unknown-scenario"]
    path = folder / SCENARIO
    path.write_text(
        path.read_text(encoding="utf-8").replace("id: the-friday-shift", 'id: "The late shift'), encoding="utf-8"
    )
    assert {each.place.file for each in read_course(folder).problems} == {SCENARIO}


@pytest.mark.parametrize("line", ["pairs:", "    rules:", "  asking:", "      once:"])
def test_of_a_line_that_is_there_twice_the_first_is_not_said_to_be_empty(line: str, folder: Path) -> None:
    (problem,) = said(folder, "course.yaml", lambda text: text.replace(f"\n{line}\n", f"\n{line}\n{line}\n"))
    assert "stands here twice" in problem.message
    assert problem.mend.startswith("Delete line ")


def test_a_field_that_stands_there_twice_is_no_new_item(tmp_path: Path) -> None:
    """Where each item of a list has a field of that name: the same line once more is a slip of the hand, no item."""
    lines = (FOLDER / "classy" / "already-sent.yaml").read_text(encoding="utf-8").split("\n")
    twice = next(
        number
        for number, line in enumerate(lines)
        if line.startswith("        text:") and "- when:" in lines[number - 1]
    )
    (tmp_path / "twice.yaml").write_text("\n".join([*lines[: twice + 1], *lines[twice:]]), encoding="utf-8")
    (problem,) = read_scenario(tmp_path, COURSE, "twice.yaml")[1]
    assert problem.message.startswith("text: stands here twice")
    assert problem.meant is not None
    assert [each.gone for each in problem.meant.edits] == [True], "one of the two may go"


def test_an_id_that_is_there_twice_is_told_which_one_is_wanted(folder: Path) -> None:
    (problem,) = said(folder, SCENARIO, lambda text: text.replace("\n  morning:", "\n  evening:"))
    assert "perhaps morning" in problem.mend
    assert problem.meant is not None
    assert problem.meant.ask


def test_an_id_that_several_ask_for_is_mended_where_it_stands(folder: Path) -> None:
    problem, *others = said(folder, SCENARIO, lambda text: text.replace("\n  morning:", "\n  mornin:"))
    assert not others
    assert problem.message.startswith("Nothing asks for this scene, mornin; and morning,")
    assert problem.meant is not None
    assert [edit.new for edit in problem.meant.edits] == ["  morning:"]


@pytest.mark.parametrize(
    ("sign", "many"),
    [
        *((sign, 0) for sign in ("+", "o", "--", "\\-", "•", "*", "–", ">", "->", "✓", "(a)", "1)", "\uf0b7")),
        *((sign, many) for sign in ("– –", "x y", "==", "\\-") for many in (1, 0)),
    ],
)
def test_whatever_stands_for_a_dash_is_read_a_limited_number_of_times(
    sign: str, many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a file that is as long as they get, and with the sign in one place or in all."""
    read = 0

    class Counted(patience.Patience):
        def take(self, characters: int) -> None:
            nonlocal read
            super().take(characters)
            read += characters

    monkeypatch.setattr(scenarios, "Patience", Counted)
    text = (FOLDER / "contact" / "friend-inside.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^( *)- ((?:say|id): )", lambda found: f"{found[1]}{sign} {found[2]}", text, count=many, flags=re.M)
    (tmp_path / "it.yaml").write_text(text, encoding="utf-8")
    _, problems = read_scenario(tmp_path, COURSE, "it.yaml")
    assert problems
    assert read <= 8_500_000
    if " " not in sign and sign not in ("==",):
        assert [each.code for each in problems] == ["list-dash"]


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("'Tis the season to be late.", True),
        ("'90s music plays.", True),
        ('"Come in!" she says, and waves.', True),
        ('"She laughs” and goes.', False),
        ('"Come in!" She waves. "Sit down.', False),
        ('"Come in! She waves.', False),
        ('"She laughs”', False),
        ("'Come in! She waves.", False),
    ],
)
def test_no_sign_of_a_text_is_lost_without_a_question(written: str, whole: bool, folder: Path) -> None:
    problems = said(folder, SCENARIO, lambda text: text.replace("title: Her coat", f"title: {written}"))
    (problem,) = [each for each in problems if each.source_line.strip().startswith("title:")]
    assert problem.meant is not None
    (edit,) = problem.meant.edits
    assert problem.meant.ask is not whole
    if whole:
        assert written in edit.new.replace("''", "'")
