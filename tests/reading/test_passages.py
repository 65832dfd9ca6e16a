"""Texts that are put together of passages, as authors write them."""

from __future__ import annotations

from course.engine.past import NOWHERE
from course.engine.telling import tell
from course.model import Fact, Told
from course.reading.format import fields as fields_of
from course.reading.format.tables import SCENARIO, TABLES
from course.reading.problems.problem import Findings
from course.reading.prose.no_text import WORDLESS
from course.reading.scenarios import fill
from course.reading.yaml.parsing import Budget

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
        ("out-of-place", "else: is told where the condition of a passage does not hold, and this one has none.")
    ]
    assert read("text:\n  - {when: {broke: late}, text: It rains., else: It is dry.}\n")[1] == []


def test_where_passages_may_stand_a_text_may_too() -> None:
    """So a text there that YAML misreads is put in quotes, like any other."""
    fields = [field for table in TABLES for field in table.fields if isinstance(field.kind, fields_of.Told)]
    assert {field.name for field in fields} >= {"text", "happens", "because"}
    assert not WORDLESS & {field.name for field in fields}


def test_more_passages_than_there_may_be_are_said_and_not_left_out_in_silence() -> None:
    _, wrong = read("text:\n" + "".join(f"  - It is day {day}.\n" for day in range(62)))
    assert wrong == [("wrong-count", "text: holds 62 passages; there may be 60.")]


def test_a_fact_may_say_which_day_it_is_about() -> None:
    text = "text: It is Monday.\nknow:\n  - Email her.\n  - {text: An answer by Wednesday., day: 2}\n"
    values = fill(text, SCENE, KNOWN, Findings("scene.yaml", text), Budget()).values
    assert values["know"] == (
        Fact("Email her.", paragraph=False),
        Fact("An answer by Wednesday.", paragraph=False, day=2),
    )
    _, wrong = read("text: It is Monday.\nknow:\n  - {text: Soon., day: Wednesday}\n")
    assert [code for code, _ in wrong] == ["wrong-kind"]


def test_a_scenario_says_who_the_learner_is_in_it() -> None:
    text = "title: The kitchen\nyou: up for sous-chef at a hotel\nstart: end\n"
    read = fill(text, SCENARIO, KNOWN, Findings("kitchen.yaml", text), Budget())
    assert read.values["you"] == "up for sous-chef at a hotel"
