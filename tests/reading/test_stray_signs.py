"""A bracket that was opened and forgotten, a sign alone, a word above the fields that belong to a name: one sentence
says so, and what it says to do mends it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.authoring.fix import mended
from course.authoring.new.writing import new_course
from course.reading.courses import read_course
from course.reading.problems.problem import Problem

SCENARIO, COURSE = "the-friday-shift.yaml", "course.yaml"
HOLDS_MORE = [
    (SCENARIO, "scenes:"),
    (SCENARIO, "  coffee:"),
    (SCENARIO, "    choices:"),
    (COURSE, "pairs:"),
    (COURSE, "  asking:"),
    (COURSE, "    rules:"),
    (COURSE, "      say-it:"),
    (COURSE, "line:"),
    (COURSE, "limits:"),
    (COURSE, "  too-many:"),
]
"""Names under which more stands."""
ONE_WORD = [
    (SCENARIO, "pair: asking"),
    (SCENARIO, "minutes: 2"),
    (SCENARIO, "start: coffee"),
    (SCENARIO, "        next: evening"),
    (SCENARIO, "    ending: assertive"),
    (COURSE, "format: 2"),
    (COURSE, "pass-mark: 80%"),
    (COURSE, "        side: quiet"),
    (COURSE, "  under: quiet"),
    (COURSE, "  most: 2"),
]
"""Fields that hold one word."""
OTHERS = [
    (SCENARIO, "title: The Friday shift"),
    (SCENARIO, "        follows: say-it"),
    (SCENARIO, "        because: She knows what you would like and when, so she can weigh it."),
    (COURSE, "    breaks: once"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return new_course("shop")[0].parent


def said(file: Path, line: str, instead: str) -> Problem:
    """The one problem of the course with another line in the place of the first such line of a file."""
    text = file.read_text(encoding="utf-8")
    assert f"\n{line}\n" in text
    file.write_text(text.replace(f"\n{line}\n", f"\n{instead}\n", 1), encoding="utf-8")
    (problem,) = read_course(file.parent).problems
    assert problem.place.file == file.name
    assert problem.source_line == instead
    return problem


def sound_once_mended(file: Path, problem: Problem, line: str) -> None:
    """What was meant leaves the line as it was before, but for what nobody reads."""
    assert problem.meant is not None
    after = mended(file.read_bytes(), problem.meant.edits)
    assert after is not None
    file.write_bytes(after)
    assert read_course(file.parent).problems == ()
    assert f"\n{line}" in after.decode()


@pytest.mark.parametrize("sign", ["[", "{", "(", ")", "-", '"', "'", "&", "*", "%", ":", ";", "- -", "|", ">", "|-"])
@pytest.mark.parametrize(("file", "line"), HOLDS_MORE)
def test_a_sign_alone_above_what_belongs_to_the_name(sign: str, file: str, line: str, folder: Path) -> None:
    problem = said(folder / file, line, f"{line} {sign}")
    assert re.fullmatch(rf"Take (the )?{re.escape(sign)} away[.]", problem.mend)
    sound_once_mended(folder / file, problem, f"{line}\n")


@pytest.mark.parametrize("words", ["x", "Here they are.", "| x", "{x", "*x*"])
@pytest.mark.parametrize(("file", "line"), [each for each in HOLDS_MORE if each[1] != "    choices:"])
def test_words_above_the_fields_that_belong_to_the_name(words: str, file: str, line: str, folder: Path) -> None:
    """They become a note, if their author says so: nothing that somebody wrote is lost."""
    problem = said(folder / file, line, f"{line} {words}")
    assert "begins on the line below" in problem.message
    assert problem.meant is not None
    assert problem.meant.ask
    sound_once_mended(folder / file, problem, f"{line} # {words}\n")


@pytest.mark.parametrize("form", ["[{}", "{{{}", "[{}]", "{{{}}}"])
@pytest.mark.parametrize(("file", "line"), [each for each in ONE_WORD if "under:" not in each[1]])
def test_one_word_in_brackets_or_behind_one(form: str, file: str, line: str, folder: Path) -> None:
    name, _, word = line.partition(": ")
    problem = said(folder / file, line, f"{name}: {form.format(word)}")
    assert problem.mend.endswith(f"{name.strip()}: {word}.")
    sound_once_mended(folder / file, problem, f"{line}\n")


@pytest.mark.parametrize("sign", ["[", "{", '"', "'", "-", "*", "&"])
@pytest.mark.parametrize(("file", "line"), [*ONE_WORD, *OTHERS])
def test_a_sign_in_the_place_of_what_belongs_there(sign: str, file: str, line: str, folder: Path) -> None:
    name = line.partition(":")[0]
    problem = said(folder / file, line, f"{name}: {sign}")
    assert problem.message == f"{name.strip()}: holds nothing but {sign} here."
    assert problem.mend.startswith(f"In the place of {sign}, write ")
    assert problem.meant is None, "nobody knows what was to stand there"


@pytest.mark.parametrize("sign", ["[", "{", "-", "*", "%"])
def test_a_sign_in_the_place_of_the_one_above_a_text(sign: str, folder: Path) -> None:
    problem = said(folder / SCENARIO, "    text: |", f"    text: {sign}")
    assert problem.mend == f"Write | in the place of {sign}."
    sound_once_mended(folder / SCENARIO, problem, "    text: |\n")


@pytest.mark.parametrize("value", ["…", '""', "''", "👍", "Some words (and others)", "[x] of them"])
def test_what_somebody_may_have_meant_is_no_stray_sign(value: str, folder: Path) -> None:
    file = folder / SCENARIO
    text = file.read_text(encoding="utf-8").replace("title: Her coat", f"title: {value}")
    file.write_text(text, encoding="utf-8")
    assert not any("holds nothing but" in each.message for each in read_course(folder).problems)
