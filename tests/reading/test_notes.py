"""A note behind a text that is put in quotes stays a note; where nobody can tell whether it is one, it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.courses import read_course
from tests.reading.test_what_was_meant import changed, problems, written

TEXT = "Nobody opened it."


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Well: I asked.  # my note", '"Well: I asked."  # my note'),
        ("Well: I asked.\t# my note", '"Well: I asked."\t# my note'),
        ("You are: #1 on it.  # my note", '"You are: #1 on it."  # my note'),
        ("You are #1 on it.  # my note", '"You are #1 on it."  # my note'),
        ('"Press # now," he said.  # my note', "'\"Press # now,\" he said.'  # my note"),
        ("@home.  # my note", '"@home."  # my note'),
        ("| Nobody.  # my note", '"Nobody."  # my note'),
        ("[sigh] Nobody.  # don't", '"[sigh] Nobody."  # don\'t'),
        ("Nobody\n          and: nothing.  # my note", '"Nobody\n          and: nothing."  # my note'),
    ],
)
def test_a_note_at_some_distance_stays_a_note(text: str, mended: str, tmp_path: Path) -> None:
    spoilt = changed(TEXT, text)
    (found,) = problems(tmp_path, spoilt)
    assert found.meant
    assert not found.meant.ask
    assert "note stays behind the quotes" in found.mend
    assert written(spoilt, [found]) == changed(TEXT, mended)
    assert problems(tmp_path, changed(TEXT, mended)) == ()


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Well: I asked. # my note", '"Well: I asked." # my note'),
        ("Well: press # or wait.", '"Well: press" # or wait.'),
        ('"Yes," he said. # my note', "'\"Yes,\" he said.' # my note"),
        ("Nobody. #my note", '"Nobody. #my note"'),
        ("Well: I asked. #todo", '"Well: I asked. #todo"'),
        ("Press # now: yes.  # my note", '"Press # now: yes."  # my note'),
        ('"Nobody opened it.  # my note', '"Nobody opened it."  # my note'),
        ("Nobody: it\n          and # my note", '"Nobody: it\n          and" # my note'),
    ],
)
def test_what_may_be_a_note_or_a_text_is_asked(text: str, mended: str, tmp_path: Path) -> None:
    spoilt = changed(TEXT, text)
    (found,) = problems(tmp_path, spoilt)
    assert found.meant
    assert found.meant.ask
    assert "note" in found.mend
    assert written(spoilt, [found]) == changed(TEXT, mended)


@pytest.mark.parametrize(
    "text",
    [
        "Well: I asked  # my note\n          and left.",
        "I asked  # my note\n          and: left.",
        "I  # a\n          left.",
    ],
)
def test_a_note_in_the_middle_of_a_text_belongs_above_it(text: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed(TEXT, text))
    assert found.meant is None
    assert "line of its own above" in found.mend
    bare, note = text.replace("  # my note", "").replace("  # a", ""), "# my note\n        because:"
    asked = changed("because:", note, changed(TEXT, f'"{bare}"'))
    assert problems(tmp_path, asked) == ()


@pytest.mark.parametrize("sign", ["", " # my note"])
def test_a_note_is_never_put_under_the_sign_of_a_block(sign: str, tmp_path: Path) -> None:
    for inset in ("          ", "        "):
        (tmp_path / "key.yaml").write_text("", encoding="utf-8")
        found = problems(tmp_path, changed(f" {TEXT}", f"\n{inset}Well: nobody.{sign}"))
        with_sign = [each for each in found if each.meant and any(new.new.endswith("|") for new in each.meant.edits)]
        assert not (with_sign and sign), "a note would be spoken"
    assert read_course(tmp_path).problems
