"""`fineline fix`: each slip as it is written and as it is mended; what is in doubt is left as it is, byte for byte."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from course.authoring.check.run import check
from tests.authoring.explain.test_entries import SOUND
from tests.cli.conftest import run

KEY = SOUND["key.yaml"]
Printed = pytest.CaptureFixture[str]


def course(folder: Path, **files: str | bytes) -> Path:
    """The small sound course, with other files of these names in it."""
    for name, text in {**SOUND, **{f"{name}.yaml": text for name, text in files.items()}}.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def spoilt(old: str, new: str) -> str:
    """The sound story with one part of it written otherwise."""
    assert KEY.count(old) == 1, old
    return KEY.replace(old, new)


MENDED = {
    "a colon in a text": ("The key", "The key: mine", '"The key: mine"'),
    "a text that begins with a sign": ("The key", "!The key", '"!The key"'),
    "a quoted word at the beginning": ("The key", '"The" key', "'\"The\" key'"),
    "an apostrophe in single quotes": ("The key", "'It's the key'", '"It\'s the key"'),
    "a bracket at the beginning": ("The key", "[sigh] The key", '"[sigh] The key"'),
    "text behind a #": ("The key", "Key #3", '"Key #3"'),
    "an apostrophe that opens nothing": ("The key", "'Tis the key", '"\'Tis the key"'),
    "a colon in a text of two lines": (
        "Nobody had to ask.",
        "Nobody had to ask,\n          and: nobody did.",
        '"Nobody had to ask,\n          and: nobody did."',
    ),
    "no space after a name": ("title: The key", "title:The key", "title: The key"),
    "no space after a dash": ("- say: Take", "-say: Take", "- say: Take"),
    "a bullet": ("- say: Take", "• say: Take", "- say: Take"),
    "a long dash, glued": ("- say: Take", "—say: Take", "- say: Take"),
    "no dash": ("      - say: Take", "      say: Take", "      - say: Take"),
    "a tab": ("    text: Your", "\ttext: Your", "    text: Your"),
    "special spaces": ("    text: Your", "\u00a0\u00a0\u00a0\u00a0text: Your", "    text: Your"),
    "one space too many": ("        breaks: space", "         breaks: space", "        breaks: space"),
    "one space too few": ("        breaks: space", "       breaks: space", "        breaks: space"),
    "a dash, moved": ("      - say: Take", "    - say: Take", "      - say: Take"),
    "a scene's name, moved": ("  street:", "   street:", "  street:"),
    "an invisible character": ("The key", "The \u202ekey", "The key"),
    "a line of a block less far in": (
        "text: Your cousin has a key.",
        "text: |\n      Your cousin\n     has a key.",
        "text: |\n      Your cousin\n      has a key.",
    ),
    "tabs in a block": (
        "text: Your cousin has a key.",
        "text: |\n\t\t\tYour cousin\n\t\t\thas a key.",
        "text: |\n      Your cousin\n      has a key.",
    ),
    "tabs under a block, and a field after them": (
        "    text: Your cousin has a key.\n    choices:\n",
        "    text: |\n\t\t\tYour cousin\n\tchoices:\n",
        "    text: |\n            Your cousin\n    choices:\n",
    ),
}


@pytest.mark.parametrize(("old", "slip", "mended"), MENDED.values(), ids=MENDED)
def test_it_mends(old: str, slip: str, mended: str, tmp_path: Path) -> None:
    file = course(tmp_path, key=spoilt(old, slip)) / "key.yaml"
    assert run("fix", str(tmp_path), "--yes") == 0
    assert file.read_text(encoding="utf-8") == spoilt(old, mended)
    assert check(tmp_path).problems == ()
    assert (tmp_path / "key.yaml~").read_text(encoding="utf-8") == spoilt(old, slip)


@pytest.mark.parametrize("sign", "–—•")
def test_all_dashes_of_a_word_processor(sign: str, tmp_path: Path) -> None:
    file = course(tmp_path, key=KEY.replace("- say", f"{sign} say")) / "key.yaml"
    assert run("fix", str(tmp_path), "--yes") == 0
    assert file.read_text(encoding="utf-8") == KEY


def test_a_file_indented_with_tabs_alone(tmp_path: Path) -> None:
    file = course(tmp_path, key=KEY.replace("  ", "\t")) / "key.yaml"
    assert run("fix", str(tmp_path), "--yes") == 0
    assert file.read_text() == KEY


def test_many_lines_out_of_place(tmp_path: Path) -> None:
    """More than one reading finds."""
    scenes = "".join(f"  s{number}:\n    title: A\n    text: B\n    ending: quiet\n" for number in range(24))
    text = f"title: T\nstart: s0\nscenes:\n{scenes}"
    file = course(tmp_path, key=text.replace("    text", "     text")) / "key.yaml"
    run("fix", str(tmp_path), "--yes")
    assert file.read_text() == text


LEFT = {
    "a quoted text that goes on below its name": (
        "    text: Your cousin has a key.",
        '    text: "Your cousin has\n    a key."',
    ),
    "a text that goes on below its name": ("    text: Your cousin has a key.", "    text: Your cousin\n    has a key."),
    "the mark of a merge": ("  street:\n", "=======\n  street:\n"),
    "all marks of a merge": ("  street:\n", "<<<<<<< HEAD\n  street:\n=======\n  road:\n>>>>>>> other\n"),
    "a code fence": ("    text: You eat alone.\n", "    text: You eat alone.\n```\n"),
    "a pasted line": (
        "    text: Your cousin has a key.",
        "    text: |\n      Your cousin\nhas a key.\n      She does.",
    ),
    "a dash too many": ("        happens: She looks", "      - happens: She looks"),
    "a comment, or text?": ("The key", "The key # or two"),
    "a name without colon, or a text that goes on": ("happens: He waves too.", "happens He waves too."),
    "an id that stands twice": ("  cold:\n", "  home:\n"),
    "a name nobody knows": ("start:", "begin:"),
}


@pytest.mark.parametrize(("old", "slip"), LEFT.values(), ids=LEFT)
def test_what_is_in_doubt_is_left(old: str, slip: str, tmp_path: Path, capsys: Printed) -> None:
    file = course(tmp_path, key=spoilt(old, slip)) / "key.yaml"
    wrong = [each for each in check(tmp_path).problems if each.place.file == "key.yaml"]
    run("fix", str(tmp_path), "--yes")
    assert file.read_text() == spoilt(old, slip)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["course.yaml", "key.yaml"]
    assert capsys.readouterr().out.count("Left for you: key.yaml:") == len(wrong)


def test_what_is_in_doubt_does_not_keep_the_rest_from_being_mended(tmp_path: Path) -> None:
    text = spoilt("  cold:\n", "  home:\n")
    file = course(tmp_path, key=text.replace("title: The key", "title:The key")) / "key.yaml"
    assert run("fix", str(tmp_path), "--yes") == 1
    assert file.read_text() == text


def test_it_shows_what_it_would_write_and_without_a_terminal_does_not(tmp_path: Path, capsys: Printed) -> None:
    text = spoilt("The key", "The key: mine")
    file = course(tmp_path, key=text) / "key.yaml"
    assert run("fix", str(tmp_path)) == 1
    said = capsys.readouterr().out
    assert "key.yaml, line 1: YAML takes this colon for the end of a name" in said
    assert "  line 1 is:       title: The key: mine\n" in said
    assert '  line 1 would be: title: "The key: mine"\n' in said
    assert "With --yes it is written" in said
    assert file.read_text() == text


def test_diff_shows_it_and_says_what_is_left(tmp_path: Path, capsys: Printed) -> None:
    text = spoilt("The key", "The key: mine").replace("start: ", "opening: ")
    file = course(tmp_path, key=text) / "key.yaml"
    assert run("fix", str(tmp_path), "--diff", "--yes") == 1
    said = capsys.readouterr().out
    assert 'would be: title: "The key: mine"' in said
    assert "[unknown-key]" in said
    assert "[needs-quotes]" not in said, "it would be gone"
    assert file.read_text() == text


def test_a_sound_course_is_left_alone(tmp_path: Path, capsys: Printed) -> None:
    course(tmp_path)
    assert run("fix", str(tmp_path), "--yes") == 0
    assert capsys.readouterr().out == "Nothing to mend.\n"


def test_one_file_alone(tmp_path: Path) -> None:
    course(tmp_path, key=spoilt("title: ", "title:"), other="title:Other\n")
    run("fix", str(tmp_path / "key.yaml"), "--yes")
    assert (tmp_path / "key.yaml").read_text() == KEY
    assert (tmp_path / "other.yaml").read_text() == "title:Other\n"


def test_a_file_that_is_none_of_the_course_s(tmp_path: Path, capsys: Printed) -> None:
    notes = course(tmp_path) / "notes.md"
    notes.write_text("title:Mine\n")
    assert run("fix", str(notes), "--yes") == 2
    assert "notes.md is none of the course's files" in capsys.readouterr().err
    assert notes.read_text() == "title:Mine\n"


_READY = os.open(os.devnull, os.O_RDONLY)
"""What never has to be waited for."""


class Typing(io.StringIO):
    """Somebody at a terminal, who types this and then leaves."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return _READY


class Typed:
    """`fineline fix` on a course, with somebody at the terminal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch = monkeypatch
        self._folder = folder

    def __call__(self, *lines: str, yes: bool = False) -> int:
        self._monkeypatch.setattr("sys.stdin", Typing("".join(f"{line}\n" for line in lines)))
        return run("fix", str(self._folder), *(["--yes"] if yes else []))


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Typed:
    return Typed(monkeypatch, tmp_path)


def test_yes_is_yes_and_anything_else_is_asked_again(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    text = spoilt("The key", "The key: mine")
    file = course(tmp_path, key=text) / "key.yaml"
    assert [typed(), typed("n"), typed("what?")] == [1, 1, 1]
    assert file.read_text() == text
    assert "Type y" in capsys.readouterr().out
    assert typed("ja", "y") == 0
    assert capsys.readouterr().out.count("Write this to key.yaml? [y/N]") == 2
    assert file.read_text() == spoilt("The key", '"The key: mine"')


def test_names_are_asked_about_one_by_one(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    text = spoilt("next: evening\n      - say: Cross", "next: evenin\n      - say: Cross").replace("start:", "satrt:")
    file = course(tmp_path, key=text) / "key.yaml"
    assert typed("y", "y") == 0
    assert file.read_text() == KEY
    said = capsys.readouterr().out
    assert 'There is no scene called "evenin".' in said
    assert "Did you mean evening? [y/N]" in said
    assert (tmp_path / "key.yaml~").read_text() == text, "as it was before all of it"


def test_yes_to_all_is_no_answer_to_a_question(tmp_path: Path, typed: Typed) -> None:
    text = spoilt("start: door", "start: dor").replace("title: ", "title:")
    file = course(tmp_path, key=text) / "key.yaml"
    assert typed("n", yes=True) == 1
    assert file.read_text() == spoilt("start: door", "start: dor")


def test_a_question_that_only_the_author_can_answer(tmp_path: Path, typed: Typed) -> None:
    file = course(tmp_path, key=spoilt("title: The key", "title The key")) / "key.yaml"
    assert typed("y") == 0
    assert file.read_text() == KEY


def test_two_misspelt_names_on_one_line(tmp_path: Path, typed: Typed) -> None:
    text = KEY.replace("breaks: thanks", "breaks: [thansk, sapce]", 1)
    file = course(tmp_path, key=text) / "key.yaml"
    assert typed("y", "y") == 0
    assert file.read_text() == KEY.replace("breaks: thanks", "breaks: [thanks, space]", 1)


def test_a_field_that_is_there_already_is_not_meant_again(tmp_path: Path, typed: Typed, capsys: Printed) -> None:
    text = spoilt("        happens: He waves too.", "        hapens: He nods.\n        happens: He waves too.")
    file = course(tmp_path, key=text) / "key.yaml"
    assert typed("y") == 1
    assert file.read_text() == text
    assert "Did you mean" not in capsys.readouterr().out


def test_what_only_a_check_finds_is_no_reason_to_say_that_all_is_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = course(tmp_path)
    (folder / "key (1).yaml").write_bytes((folder / "key.yaml").read_bytes())
    run("fix", str(folder))
    said = capsys.readouterr().out
    assert "Nothing to mend by itself; there is 1 problem that only you can mend. To see how: fineline check" in said


def test_an_id_under_words_is_asked_about(tmp_path: Path) -> None:
    """What `check` asks about, whoever mends it may say yes to."""
    text = (
        SOUND["course.yaml"] + "words:\n  score.noen: Nothing yet.\n  term.scenari:\n    one: case\n    other: cases\n"
    )
    folder = course(tmp_path, course=text)
    found = [each for each in check(folder).problems if each.code == "unknown-sentence"]
    assert [each.meant.word for each in found if each.meant] == ["score.none", "term.scenario"]
    assert [each.place.line for each in found] == [text.count("\n") - 3, text.count("\n") - 2]
    (asked, other) = (each.meant.edits[0].new for each in found if each.meant)
    assert (asked, other) == ("  score.none: Nothing yet.", "  term.scenario:")
    assert not any(each.meant and not each.meant.ask for each in found)
