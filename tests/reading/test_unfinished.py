"""Letters that were spoilt on the way are seen and come back; letters that were not stay as they are."""

from __future__ import annotations

import pytest

from course.reading import unfinished
from course.reading.problems import Findings
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
