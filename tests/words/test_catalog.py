"""The catalog: what is said has its text, its placeholders and its plural, and nothing stands there unsaid."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.faces.textual.themes import THEMES
from course.model import PLURAL_FORMS, Line
from course.words import Words, say
from course.words.catalog import ALWAYS, english, fill, placeholders, read
from course.words.plurals import form, forms
from tests.folders import ROOT

SOURCES = [*(ROOT / "course").rglob("*.py")]
UNSAID = ("check.verdict-words",)
"""What is no sentence, but asked for under words all the same."""


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in SOURCES:
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call of `say`, and where it stands."""
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                if name == "say" and node.args:
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", node


def asked(node: ast.expr) -> list[str]:
    """The ids that a first argument can stand for; none where it is no id but a text, as `talk.say` takes."""
    match node:
        case ast.Constant(value=str(text)):
            return [text] if re.fullmatch(r"[a-z][a-z0-9-]*(\.[a-z0-9-]+)*", text) else []
        case ast.IfExp(body=one, orelse=other):
            return [*asked(one), *asked(other)]
        case ast.JoinedStr(values=parts):
            pattern = "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+" for part in parts
            )
            first = parts[0]
            if not (isinstance(first, ast.Constant) and re.fullmatch(r"[a-z][a-z.-]*\.?", str(first.value))):
                return []
            found = [name for name in english() if re.fullmatch(pattern, name)]
            assert found, f"nothing in the catalog is like {pattern}"
            return found
    return []


def test_everything_that_is_said_is_there_with_all_that_it_fills_in() -> None:
    for where, call in calls():
        given = {each.arg for each in call.keywords if each.arg}
        open_ended = any(each.arg is None for each in call.keywords)
        for name in asked(call.args[0]):
            assert name in english(), f"{where}: {name}"
            sentence = english()[name]
            wanted = {each for text in sentence.texts for each in placeholders(text)} - {*ALWAYS}
            assert open_ended or wanted <= given, f"{where}: {name} lacks {wanted - given}"
            assert open_ended or not sentence.plural or "n" in given, f"{where}: {name} needs its number"


def test_nothing_is_there_that_nobody_says() -> None:
    literals = {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    said = {name for _, call in calls() for name in asked(call.args[0])}
    beginnings = tuple(each for each in literals if each.endswith("."))
    begun = {name for name in english() if name.startswith(beginnings)}
    assert set(english()) - said - literals - begun - {*UNSAID} == set()


def test_the_file_is_read_to_its_end() -> None:
    text = (ROOT / "course" / "words" / "en.po").read_text(encoding="utf-8")
    names = re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)
    assert names == list(english()), "each once, and each understood"
    for sentence in english().values():
        assert len(sentence.texts) == (2 if sentence.plural else 1), sentence.id
        assert sentence.where, f"{sentence.id}: where does it show?"


def test_an_entry_as_translators_write_it() -> None:
    head = '#. at home\nmsgid "home.due"\nmsgid_plural "home.due"\n'
    (found,) = read(head + 'msgstr[0] "one \\"rule\\""\nmsgstr[1] ""\n"{n} "\n"rules"\n').values()
    assert (found.id, found.plural, found.where) == ("home.due", True, "at home")
    assert found.texts == ('one "rule"', "{n} rules")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("The stall", "The stall."),
        ("Who is it?", "Who is it?"),
        ('"Who is it?"', '"Who is it?"'),
        ("Tick & Co.", "Tick & Co."),
        ("(a word)", "(a word)."),
    ],
)
def test_no_full_stop_follows_what_ends_as_a_sentence_does(title: str, said: str) -> None:
    assert say("plain.title", title=title) == said
    assert say("plain.chapter.over", title=title).endswith(f" {said}")


def test_a_courses_own_words_come_first_and_fill_in_the_same() -> None:
    own = {
        "practice.offer": {"one": "Ein {n}.", "other": "Zusammen {n}."},
        "side.under": {"other": "zu {under}"},
        "term.scenario": {"one": "Fall", "other": "Fälle"},
    }
    words = Words("de", Line("leise", "klar", "laut"), own)
    assert [words.say("practice.offer", n=number) for number in (1, 2)] == ["Ein 1.", "Zusammen 2."]
    assert words.say("side.under") == "zu leise"
    assert "Fälle" in words.say("gain.second-round")
    assert words.say("side.over") == "laut"


def test_what_nothing_is_filled_in_for_stays_and_does_no_harm() -> None:
    assert fill("{a} {b.__class__} {c[0]} {0}", {"a": 1}) == "1 {b.__class__} {c[0]} {0}"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {1: "one", 0: "other", 2: "other"}),
        ("pt-BR", {0: "one", 1: "one", 2: "other"}),
        ("ja", {0: "other", 1: "other"}),
        ("pl", {1: "one", 2: "few", 5: "many", 12: "many", 22: "few"}),
        ("ru", {1: "one", 11: "many", 21: "one", 24: "few", 112: "many"}),
        ("cs", {1: "one", 4: "few", 5: "other"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}),
        ("he", {1: "one", 2: "two", 3: "other"}),
        ("lt", {1: "one", 2: "few", 11: "other", 21: "one"}),
        ("ro", {1: "one", 0: "few", 19: "few", 20: "other"}),
        ("xx", {1: "one", 7: "other"}),
    ],
)
def test_the_plural_form_of_a_number(language: str, forms: dict[int, str]) -> None:
    """As the tables of Unicode's CLDR have it."""
    assert {number: form(language, number) for number in forms} == forms


def test_the_plural_forms_of_a_language() -> None:
    assert forms("en-GB") == ("one", "other")
    assert forms("ja") == ("other",)
    assert forms("pl") == forms("ru") == ("one", "few", "many", "other")
    assert forms("ar") == PLURAL_FORMS


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_has_its_name(theme: str) -> None:
    assert f"theme.{theme.replace(' ', '-')}" in english()
