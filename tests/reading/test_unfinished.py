"""Letters and lines that were spoilt on the way are seen and come back; what was not stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.authoring.fix import mended
from course.authoring.new.writing import new_course
from course.reading.courses import read_course
from course.reading.leftovers import unfinished
from course.reading.problems.problem import Findings
from tests.folders import BAKERY

LETTERS = "äöüßÄÖÜéèêàçñåøæ¿¡£€’‘“”„–—…«»→中😀"
_GONE = "\x81\x8d\x8f\x90\x9d"
"""Bytes that mean nothing in Windows-1252: some programs keep them as control characters, which are taken out."""


def spoilt(text: str, *, kept: bool) -> str:
    """The text in UTF-8, read as Windows-1252."""
    read = "".join(chr(each) if chr(each) in _GONE else bytes([each]).decode("cp1252") for each in text.encode())
    return read if kept else "".join(each for each in read if each not in _GONE)


def found(text: str) -> Findings:
    findings = Findings("a.yaml", text)
    unfinished.find(findings)
    return findings


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_comes_back(letter: str) -> None:
    text = f"title: Fr{letter}nzi {letter}\n"
    wrong = spoilt(text, kept=letter != "”")
    (problem,) = found(wrong).found
    assert problem.code == "garbled"
    assert problem.meant is not None
    assert [edit.new for edit in problem.meant.edits] == [text.rstrip("\n")]


def test_what_is_not_spoilt_is_left_alone() -> None:
    assert not found("title: " + " ".join(LETTERS) + " São Tomé, Ångström, 5 €, â la carte, Â\n").found
    assert not found((BAKERY / "course.yaml").read_text(encoding="utf-8")).found


@pytest.mark.parametrize(
    "text", ["because: TODO", "- say: TBD", "    TODO: write this", '  happens: "XXX"', "a: Lorem ipsum"]
)
def test_what_is_still_to_be_written_is_said(text: str) -> None:
    assert [each.code for each in found(f"{text}\n").found] == ["placeholder"]


@pytest.mark.parametrize(
    "text", ["# TODO: the third scene", "say: Write a todo list.", "a: Todo en orden", "say: XXXL"]
)
def test_a_note_to_oneself_is_nobodys_business(text: str) -> None:
    assert not found(f"{text}\n").found


def test_an_empty_line_after_each_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As some mail programs leave it: each line of a text would be a paragraph, and learners would see that."""
    monkeypatch.chdir(tmp_path)
    file = new_course("shop")[0].parent / "the-friday-shift.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("\n", "\n\n"), encoding="utf-8")
    (problem,) = read_course(file.parent).problems
    assert problem.code == "garbled"
    assert problem.message.startswith("After each line of this file there is an empty one")


def test_ends_of_lines_that_were_doubled_are_ends_of_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that took half of an end of Windows for a whole one leaves one more; lines are mended all the same."""
    monkeypatch.chdir(tmp_path)
    file = new_course("shop")[0].parent / "the-friday-shift.yaml"
    whole = read_course(file.parent).scenarios
    data = file.read_bytes().replace(b"\n", b"\r\r\n")
    file.write_bytes(data.replace(b"start: coffee", b"start: [coffee"))
    (problem,) = read_course(file.parent).problems
    assert problem.meant is not None
    assert mended(file.read_bytes(), problem.meant.edits) == data
    file.write_bytes(data)
    assert read_course(file.parent).scenarios == whole
