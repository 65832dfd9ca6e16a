"""The words to type come from the catalog and the course: those of the line, and a course's own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from course.words.catalog import english
from tests.faces.plain.conftest import Talk
from tests.folders import BAKERY

WORDS = """\
  plain.answer.quit: Ende, e
  plain.answer.think: nochmal
  plain.answer.back: zurück, z
  plain.answer.home: nach   Hause
"""


def bakery(folder: Path, *, right: str = "assertive", over: str = "pushy", words: str = "") -> Path:
    """The bakery with other names on its line, or words of its own."""
    course = shutil.copytree(BAKERY, folder / "bakery")
    for file in course.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"\bassertive\b", right, text)
        text = re.sub(r"\bpushy\b", over, text)
        file.write_text(text.replace("\nwords:\n", f"\nwords:\n{words}"), encoding="utf-8")
    return course


@pytest.mark.parametrize("typed", ["3", "zu viel", "ZU VIEL"])
def test_the_extra_minute_asks_in_the_courses_names_for_the_line(talk: Talk, tmp_path: Path, typed: str) -> None:
    said = talk(["1", typed, "1"], course=bakery(tmp_path, right="Klar", over="zu viel"))
    assert "1 too quiet, 2 Klar, 3 zu viel, or back to put it back:" in said
    assert "as you said" in said


def test_a_course_says_which_words_may_be_typed(talk: Talk, tmp_path: Path) -> None:
    typed = ["1", "3", "NOCHMAL", "1", "1", "z", "nach hause", "quit", "ENDE"]
    said = talk(typed, course=bakery(tmp_path, words=WORDS))
    assert (
        "Anywhere in a story you can answer: help, k for what you know, zurück, again, start over, nach Hause, Ende."
        in said
    )
    assert "or zurück to put it back:" in said
    assert "Enter to go on, o for the other options, z to go back:" in said
    assert "What if?" in said
    assert '"quit" is no answer here; help says what is.' in said
    assert "or Ende:" in said


def test_help_lists_a_course_s_own_words(talk: Talk, tmp_path: Path) -> None:
    said = talk(["help"], course=bakery(tmp_path, words=WORDS))
    assert "  Ende or e: stop here" in said
    assert "  zurück or z: go back one decision" in said


def test_the_catalog_lists_words_as_they_are_typed() -> None:
    for name, sentence in english().items():
        if name.startswith("plain.answer."):
            for word in sentence.texts[0].split(","):
                assert word.strip() == " ".join(word.split()).lower() != "", name
