"""Texts that are put together of passages, as authors write them."""

from __future__ import annotations

from course.engine.past import NOWHERE
from course.engine.telling import tell
from course.model import Told
from course.reading import fields as fields_of
from course.reading.no_text import WORDLESS
from course.reading.parsing import Budget
from course.reading.problems import Findings
from course.reading.scenarios import fill
from course.reading.tables import TABLES

SCENE = next(table for table in TABLES if table.name == "scene")
KNOWN = {"rule": None, "scene": None, "option": None, "person": None, "scenario": None, "line": ("under", "over")}


def read(text: str) -> tuple[Told, list[tuple[str, str]]]:
    """The text of a scene, and what is wrong with it; that the scene asks nothing does not count."""
    findings = Findings("scene.yaml", text)
    values = fill(text, SCENE, KNOWN, findings, Budget()).values
    return values["text"], [(each.code, each.message) for each in findings.found if each.code != "dead-end"]


def test_what_is_always_told_may_go_on_in_the_paragraph_before() -> None:
    text, wrong = read("text:\n  - It is Monday.\n  - {text: It rains., paragraph: off}\n  - {text: You read.}\n")
    assert not wrong
    assert tell(text, NOWHERE) == "It is Monday. It rains.\n\nYou read."


def test_what_always_holds_has_nothing_else_to_tell() -> None:
    _, wrong = read("text:\n  - {text: It rains., else: It is dry.}\n")
    assert wrong == [
        ("out-of-place", "else is told where the condition of a passage does not hold, and this one has none.")
    ]
    assert read("text:\n  - {when: {broke: late}, text: It rains., else: It is dry.}\n")[1] == []


def test_where_passages_may_stand_a_text_may_too() -> None:
    """So a text there that YAML misreads is put in quotes, like any other."""
    fields = [field for table in TABLES for field in table.fields if isinstance(field.kind, fields_of.Told)]
    assert {field.name for field in fields} >= {"text", "happens", "because"}
    assert not WORDLESS & {field.name for field in fields}


def test_more_passages_than_there_may_be_are_said_and_not_left_out_in_silence() -> None:
    _, wrong = read("text:\n" + "".join(f"  - It is day {day}.\n" for day in range(62)))
    assert wrong == [("wrong-count", "text holds 62 passages; there may be 60.")]
