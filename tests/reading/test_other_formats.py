"""Files of other programs under a scenario's name: each is answered with one sentence, and none is ever changed.

These are short imitations, one of each format, of what people really keep beside a course.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.causes.other_formats import other_format
from course.reading.format.course_fields import COURSE
from course.reading.format.tables import SCENARIO
from course.reading.problems.codes import CODES
from tests.cli.conftest import run
from tests.reading.test_codes import COURSE as COURSE_TEXT
from tests.reading.test_codes import SCENARIO as SCENARIO_TEXT
from tests.reading.test_codes import problems
from tests.slips.trial import originals

FILES: dict[str, tuple[str, str | bytes]] = {
    "swirl": ("swirl", "- Class: meta\n  Course: Small talk\n- Class: mult_question\n  Output: What now?\n"),
    "Twee": ("Twee", ":: Start\nYou stand in the lobby.\n[[Wait->Wait]]\n\n:: Wait [later]\nNobody comes.\n"),
    "ink": ("ink", "-> lobby\n=== lobby ===\nYou stand in the lobby.\n* [Wait] Nobody comes.\n-> END\n"),
    "Yarn Spinner": ("Yarn", "title: Lobby\ntags: first\n---\nDana: Good morning.\n-> Wait\n-> Leave\n===\n"),
    "Markdown with a head": ("Markdown", "---\ntitle: Monday\n---\n\n## Before\n\nWhat to have ready on the day.\n"),
    "GIFT": ("GIFT", "// one\n::Q1:: When do you thank her? {=the same day ~next week ~never}\n"),
    "GIFT without names": ("GIFT", "A thank-you asks for nothing. {TRUE}\n\nOne call is enough. {T}\n"),
    "Moodle XML": ("Moodle", '<?xml version="1.0"?>\n<quiz>\n<question type="truefalse"></question>\n</quiz>\n'),
    "H5P": ("H5P", '{"question": "When?", "params": {"library": "H5P.MultiChoice 1.16"}}\n'),
    "JSON": ("JSON", '[\n{"q": "When?", "a": ["now", "later"]}\n]\n'),
    "Jupyter": ("Jupyter", '{\n "cells": [],\n "metadata": {},\n "nbformat": 4,\n "nbformat_minor": 5\n}\n'),
    "a table for Kahoot": ("CSV", "Question,Answer 1,Answer 2,Correct\nWhen?,Now,Later,1\nWho?,Dana,Lee,2\n"),
    "cards for Anki": ("CSV", "When do you thank her?\tThe same day.\nHow often do you call?\tOnce.\n"),
    "RTF": ("RTF", "{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}}\n\\f0 title: The key\\par\n}\n"),
    "a document": (
        "office",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + b"\x00" * 40 + b"word/\xd2\x8e",
    ),
    "an old document": ("office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 40 + b"\x3e\x00\x03\x00"),
    "a PDF": ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n"),
    "a picture": ("picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00"),
    "a web page": ("web page", "<!DOCTYPE html>\n<html><body><p>title: The key</p></body></html>\n"),
    "XML": ("XML", "<lesson>\n  <title>The key</title>\n</lesson>\n"),
    "LaTeX": ("LaTeX", "\\documentclass{exam}\n\\begin{document}\n\\question When?\n\\end{document}\n"),
    "Markdown": ("Markdown", "# The key\n\nYour cousin has a key, and she is not at home today.\n\n- Take it.\n"),
    "front matter": (
        "Markdown",
        "---\ntitle: The key\n---\n# The key\n\nYour cousin has a key, and she is not at home.\n",
    ),
    "a workflow": ("GitHub", "name: Test\non: push\njobs:\n  test:\n    runs-on: ubuntu\n    steps: []\n"),
    "a playbook": ("Ansible", "- hosts: all\n  tasks:\n    - name: Say hello\n      debug: {msg: hello}\n"),
    "Compose": ("Compose", "services:\n  web:\n    image: nginx\n"),
    "Kubernetes": ("Kubernetes", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n"),
    "OpenAPI": ("OpenAPI", "openapi: 3.0.0\ninfo:\n  title: Doors\n  version: '1'\npaths: {}\n"),
    "Rails": ("Rails", "de:\n  date:\n    formats:\n      default: '%d.%m.%Y'\n"),
    "settings": ("another program", "site_name: Doors\nnav:\n  - Home: index.md\ntheme: material\n"),
    "prose": ("another kind", "You stand in the lobby.\nDana walks by and does not see you.\nNobody else comes.\n"),
}

each_text = pytest.mark.parametrize("text", [text for _, text in FILES.values()], ids=FILES)


@pytest.mark.parametrize(("says", "text"), FILES.values(), ids=FILES)
def test_it_is_answered_with_one_sentence(says: str, text: str | bytes, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, scenario=text)
    assert (found.code, found.place.file) == ("other-format", "key.yaml")
    assert says in found.message
    assert "fineline new scenario" in found.mend


@each_text
def test_nothing_in_it_is_changed(text: str | bytes, tmp_path: Path) -> None:
    problems(tmp_path, scenario=text)
    before = (tmp_path / "key.yaml").read_bytes()
    assert run("fix", str(tmp_path), "--yes") == 1
    assert (tmp_path / "key.yaml").read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["course.yaml", "key.yaml"]


@each_text
def test_in_the_place_of_the_course_too(text: str | bytes, tmp_path: Path) -> None:
    found = problems(tmp_path, course=text)
    assert [each.code for each in found if each.place.file == "course.yaml"] == ["other-format"]


def test_no_scenario_and_no_course_looks_like_another_program_s() -> None:
    assert not any(other_format(each.text, SCENARIO) for each in originals())
    assert not other_format(COURSE_TEXT, COURSE)


@pytest.mark.parametrize("name", ["start", "scenes"])
def test_a_scenario_whose_field_is_misspelt_is_a_scenario(name: str, tmp_path: Path) -> None:
    text = SCENARIO_TEXT.replace(f"{name}:", f"{name[:-1]}:")
    assert "other-format" not in {each.code for each in problems(tmp_path, scenario=text)}


def test_the_code_says_that_fix_leaves_it_alone() -> None:
    assert CODES["other-format"].fix == ""
