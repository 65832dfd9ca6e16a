"""The words to type come from the catalogue and the course: those of the line, and a course's own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from course.words.catalogue import english
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


@pytest.mark.parametrize(
    ("right", "over", "prompt"),
    [
        ("clear", "loud", "c clear, l loud, t think again:"),
        ("Klar", "zu viel", "k Klar, z zu viel, t think again:"),
        ("plain", "pushy", "1 plain, 2 pushy, t think again:"),
        ("brave", "loud", "1 brave, 2 loud, t think again:"),
        ("clear", "too much", "1 clear, 2 too much, t think again:"),
        ("élégant", "loud", "1 élégant, 2 loud, t think again:"),
    ],
    ids=["letters", "capitals", "the-same-letter", "the-letter-of-back", "the-letter-of-think", "no-ascii"],
)
def test_the_extra_minute_is_answered_by_the_first_letters_or_by_numbers(
    talk: Talk, tmp_path: Path, right: str, over: str, prompt: str
) -> None:
    course = bakery(tmp_path, right=right, over=over)
    first, second = (part.split()[0] for part in prompt.split(", ")[:2])
    said = talk(["1", first], course=course)
    assert prompt in said
    assert f"You called it {right}." in said
    for typed in (second, over, over.upper()):
        shutil.rmtree(course)
        assert "as you said" in talk(["start over", "yes", "1", typed], course=bakery(tmp_path, right=right, over=over))


def test_a_course_says_which_words_may_be_typed(talk: Talk, tmp_path: Path) -> None:
    said = talk(["1", "NOCHMAL", "1", "p", "z", "nach hause", "quit", "ENDE"], course=bakery(tmp_path, words=WORDS))
    assert "Anywhere in a story you can answer: help, zurück, again, start over, nach Hause, Ende." in said
    assert "a assertive, p pushy, nochmal think again:" in said
    assert "Enter to go on, o for the other options, z to go back:" in said
    assert "What if?" in said
    assert '"quit" is no answer here.' in said
    assert "or Ende:" in said


def test_help_lists_a_course_s_own_words(talk: Talk, tmp_path: Path) -> None:
    said = talk(["help"], course=bakery(tmp_path, words=WORDS))
    assert "  Ende or e: stop here" in said
    assert "  zurück or z: go back one decision" in said


def test_the_catalogue_lists_words_as_they_are_typed() -> None:
    for name, sentence in english().items():
        if name.startswith("plain.answer."):
            for word in sentence.texts[0].split(","):
                assert word.strip() == " ".join(word.split()).lower() != "", name
