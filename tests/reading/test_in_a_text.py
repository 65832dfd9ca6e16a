"""A text that begins like a field, since a colon stands in it, is known for a text, alone and with its mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.courses import read_scenario
from course.reading.problems.problem import Problem
from tests.shipped import COURSE, FOLDER

FILE = FOLDER / "classy" / "missed-date.yaml"
FACT = "      - He reads email on Sundays.\n"
THINK = "      - Corinne hates calls at this hour. What do you know about Hector?\n"
HAPPENS = "        happens: He picks up on the first ring, with his mouth full.\n"


def said(tmp_path: Path, old: str, new: str) -> list[Problem]:
    """What is said of the scenario with other lines in the place of some."""
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / FILE.name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return list(read_scenario(tmp_path, COURSE, FILE.name)[1])


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        (FACT, "      - Hector: email on Sundays.\n", '      - "Hector: email on Sundays."'),
        (FACT, "      - Elsa: nine minutes.\n", '      - "Elsa: nine minutes."'),
        (FACT, "      - Hector: email.\n        day: 3\n", '      - text: "Hector: email."'),
        (FACT, "      - Hector: email: on Sundays.\n", '      - "Hector: email: on Sundays."'),
        (FACT, "      - Hector: email on Sundays.\n            \n", '      - "Hector: email on Sundays."'),
        (FACT, "      - Hector: email on Sundays.\n        # a note\n", '      - "Hector: email on Sundays."'),
        (THINK, "      - Think: why did he nod?\n", '      - "Think: why did he nod?"'),
        (HAPPENS, "        happens:\n          - Hector: mouth full.\n", '          - "Hector: mouth full."'),
        (HAPPENS, "        happens:\n          Hector: mouth full.\n", '          "Hector: mouth full."'),
        (HAPPENS, "        happens:\n          Hector: mouth full.\n            \n", '          "Hector: mouth full."'),
        (HAPPENS, "        happens:\n          Hector: mouth: full.\n", '          "Hector: mouth: full."'),
    ],
)
def test_a_text_that_begins_with_a_word_and_a_colon_wants_quotes(
    old: str, new: str, meant: str, tmp_path: Path
) -> None:
    (problem,) = said(tmp_path, old, new)
    assert problem.code == "needs-quotes"
    assert problem.meant is not None
    assert [edit.new for edit in problem.meant.edits] == [meant]


@pytest.mark.parametrize("line", ["txt: He left.", "narration: He left.", "whn: {been: trailer}"])
def test_a_field_that_is_misspelt_is_no_text(line: str, tmp_path: Path) -> None:
    problem, *_ = said(tmp_path, FACT, f"      - {line}\n")
    assert problem.code == "unknown-key"


@pytest.mark.parametrize(
    ("happens", "meant"),
    [
        (
            "They nod\n          #1 everybody says so.",
            ['        happens: "They nod', '          #1 everybody says so."'],
        ),
        ("\n          #1 on your list is sleep.", ["        happens: |"]),
        ("They nod\n        - everybody says so.", ["          - everybody says so."]),
        ("They nod and\n          say: so old.", ['        happens: "They nod and', '          say: so old."']),
        ("They nod and\n        this: so old.", ['        happens: "They nod and', '        this: so old."']),
        (
            "They nod and\n        this: so old.\n            ",
            ['        happens: "They nod and', '        this: so old."'],
        ),
        (
            "They nod and\n        this: so old.\n          # a note",
            ['        happens: "They nod and', '        this: so old."'],
        ),
        ("|\n          They nod and\n        Jonas: so old.", ["          Jonas: so old."]),
    ],
)
def test_a_line_that_goes_on_with_a_text_is_asked_about(happens: str, meant: list[str], tmp_path: Path) -> None:
    new = f"        happens: {happens}\n".replace(": \n", ":\n")
    (problem,) = said(tmp_path, HAPPENS, new)
    assert problem.meant is not None
    assert problem.meant.ask
    assert [edit.new for edit in problem.meant.edits] == meant


@pytest.mark.parametrize("note", ["# a note", "#because: left out", "#- by: hector"])
def test_a_note_below_a_text_stays_one(note: str, tmp_path: Path) -> None:
    assert said(tmp_path, HAPPENS, f"{HAPPENS}          {note}\n") == []
