"""`fineline blind`: a sheet written, read in again, or asked at once; and whatever may be wrong with a file."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from course.authoring.blind.sheet import Sheet, sheet
from tests.authoring.blind.made import course_items, filled, letter, perfect, right
from tests.cli.conftest import played, run
from tests.folders import BAKERY, ROOT, STALL
from tests.terminal import Terminal

Printed = pytest.CaptureFixture[str]
MARKET = str(STALL)
ITEMS = course_items(STALL)
SHEET = sheet(ITEMS, 1)
RIGHT = [letter(item, 1, right(item)) for item in SHEET.items]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that one stands in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def handed_in(file: Path, answers: dict[str, int], made: Sheet = SHEET) -> Path:
    file.write_text(filled(made, answers), encoding="utf-8")
    return file


def test_a_sheet_goes_out_and_comes_back(here: Path, capsys: Printed) -> None:
    assert run("blind", MARKET, "--sheet", "sheet.md") == 0
    assert f"Wrote sheet.md, with {len(ITEMS)} items." in capsys.readouterr().out
    text = (here / "sheet.md").read_text(encoding="utf-8")
    for written in RIGHT:
        text = text.replace("Answer:\n", f"Answer: {written.upper()}.\n", 1)
    (here / "sheet.md").write_text(text, encoding="utf-8")
    assert run("blind", MARKET, "--answers", "sheet.md") == 0
    said = capsys.readouterr().out
    counted = sum(not item.group.apart for item in ITEMS)
    assert f"{counted} of {counted}   100%" in said
    assert "market.yaml:" in said
    assert all(len(line) <= 80 for line in said.splitlines())


@pytest.mark.parametrize(
    ("named", "file"),
    [
        ([MARKET], "sheet.md"),
        (["--course", MARKET], "sheet.md"),
        (["market", "--course", MARKET], "on paper/for Ben's eyes.md"),
        ([f"{MARKET}/stall/market.yaml", "--seed", "2"], "2c.md"),
    ],
)
def test_the_sheet_says_by_which_command_it_is_read_in(
    here: Path, capsys: Printed, named: list[str], file: str
) -> None:
    """Typed as it stands, out of the sheet or from what was said when it was written, it reads that very sheet."""
    (here / file).parent.mkdir(exist_ok=True)
    assert run("blind", *named, "--sheet", file) == 0
    (said,) = [line for line in capsys.readouterr().out.splitlines() if "--answers" in line]
    text = (here / file).read_text(encoding="utf-8")
    (written,) = [line for line in text.splitlines() if "--answers" in line]
    assert said == f"When it comes back: {written.strip()}"
    (here / file).write_text(text.replace("Answer:\n", "Answer: a\n"), encoding="utf-8")
    program, *words = shlex.split(written)
    assert (program, run(*words)) == ("fineline", 0)
    assert re.search(r"\d+ of \d+", capsys.readouterr().out)


def test_another_seed_is_another_order_of_the_same(here: Path) -> None:
    run("blind", MARKET, "--sheet", "one.md")
    run("blind", MARKET, "--sheet", "two.md", "--seed", "2")
    one, two = ((here / name).read_text(encoding="utf-8") for name in ("one.md", "two.md"))
    marks = [re.findall(r"\[(.{8})\]", text) for text in (one, two)]
    assert marks[0] != marks[1]
    assert sorted(marks[0]) == sorted(marks[1])


def test_one_scenario_by_its_id_or_its_file(here: Path, capsys: Printed) -> None:
    by_id = ["market", "--course", MARKET]
    by_file = [f"{MARKET}/stall/market.yaml"]
    for number, which in enumerate((by_id, by_file)):
        assert run("blind", *which, "--sheet", f"{number}.md") == 0
    one, two = (re.sub(r"^ +fineline blind .*$", "", (here / f"{n}.md").read_text(), flags=re.MULTILINE) for n in "01")
    assert one == two
    assert run("blind", f"{MARKET}/course.yaml", "--sheet", "all.md") == 0
    capsys.readouterr()
    assert run("blind", "marked", "--course", MARKET, "--sheet", "x.md") == 2
    assert "Did you mean market?" in capsys.readouterr().err


def test_a_course_with_nothing_to_answer_says_so(here: Path, capsys: Printed) -> None:
    course = here / "empty"
    course.mkdir()
    shutil.copy(STALL / "course.yaml", course)
    (course / "a.yaml").write_text("title: A\nstart: a\nscenes:\n  a:\n    ending: assertive\n    text: It ends.\n")
    assert run("blind", str(course), "--sheet", "x.md") == 2
    assert "nothing to answer" in capsys.readouterr().err


def test_several_readers_by_their_names(here: Path, capsys: Printed) -> None:
    anna = handed_in(here / "a.md", dict(perfect(ITEMS).answers))
    anna.write_text(anna.read_text().replace("________________", "Anna"), encoding="utf-8")
    shutil.copy(anna, here / "again.md")
    handed_in(here / "ben.md", {SHEET.items[0].mark: right(SHEET.items[0])})
    assert run("blind", MARKET, "--answers", "a.md", "ben.md", "a.md", "--answers", "again.md", "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert [(each["name"], each["of"]) for each in data["readers"]] == [
        ("Anna", counted := sum(not item.group.apart for item in ITEMS)),
        ("ben", 1),
        ("Anna (2)", counted),
    ]
    assert data["course"] == "market"
    assert data["all"]["chance"].keys() == {"exact", "value"}
    assert data["unclear"] == []


def test_an_answer_that_cannot_be_taken_is_named_and_the_others_count(here: Path, capsys: Printed) -> None:
    file = handed_in(here / "a.md", {SHEET.items[0].mark: right(SHEET.items[0])})
    text = file.read_text().replace("Answer:\n", "Answer: zebra\n", 1)
    file.write_text(text, encoding="utf-8")
    line = text.split("\n").index("Answer: zebra") + 1
    assert run("blind", MARKET, "--answers", "a.md") == 1
    said = capsys.readouterr()
    assert f'a.md:{line}: "zebra" is none of the options. Not counted. Write one letter' in said.err
    assert "1 of 1" in said.out
    assert run("blind", MARKET, "--answers", "a.md", "--format", "json") == 1
    (unclear,) = json.loads(capsys.readouterr().out)["unclear"]
    assert (unclear["file"], unclear["line"]) == ("a.md", line)


def test_a_sheet_of_an_older_edition_counts_where_nothing_has_changed(here: Path, capsys: Printed) -> None:
    handed_in(here / "a.md", dict(perfect(ITEMS).answers))
    course = shutil.copytree(STALL, here / "market")
    file = course / "stall" / "market.yaml"
    file.write_text(file.read_text().replace("say: I look forward to Friday.", "say: I am glad of Friday."))
    assert run("blind", "market/course.yaml", "--answers", "a.md") == 0
    said = capsys.readouterr()
    assert "One of its items is not in the course any more as it was" in said.err
    counted = sum(not item.group.apart for item in ITEMS)
    assert f"{counted - 1} of {counted - 1}" in said.out


FILES = {
    "missing": (None, "cannot be read"),
    "a folder": ("", "no file with text"),
    "a word processor's": (b"PK\x03\x04 and so on", "Save it as plain text"),
    "no sheet": (b"Dear Ines, b.\n", 'Copy the line that begins with "Sheet:"'),
    "too large": (b" " * 4_000_001, "too large"),
    "zeros": (b"\0" * 100, "no line that says which sheet"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_sheet_is_refused_with_what_to_do(name: str, here: Path, capsys: Printed) -> None:
    data, said = FILES[name]
    file = here / "a.md"
    if isinstance(data, bytes):
        file.write_bytes(data)
    elif data is not None:
        file.mkdir()
    assert run("blind", MARKET, "--answers", "a.md") == 2
    told = capsys.readouterr()
    assert said in told.err
    assert "a.md" in told.err
    assert not told.out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_editor_will_do(encoding: str, here: Path, capsys: Printed) -> None:
    text = filled(SHEET, dict(perfect(ITEMS).answers)).replace("\n", "\r\n").replace("________________", "Zoë")
    (here / "a.md").write_bytes(text.encode(encoding))
    assert run("blind", MARKET, "--answers", "a.md", "--format", "json") == 0
    (reader,) = json.loads(capsys.readouterr().out)["readers"]
    assert (reader["name"], reader["right"]) == ("Zoë", reader["of"])


def test_asked_at_once_in_a_pipe() -> None:
    answers = "".join(f"{each}\n" for each in RIGHT)
    done = played("blind", MARKET, typed=answers)
    assert done.returncode == 0, done.stderr
    assert f"{len(ITEMS)} of {len(ITEMS)}" in done.stdout
    assert "Needed no situation" in done.stdout
    assert "\x1b" not in done.stdout


def test_on_a_narrow_terminal_no_line_is_wider_than_it_is() -> None:
    command = [sys.executable, "-m", "course", "blind", MARKET]
    with Terminal(command, columns=40, env={"TERM": "dumb"}, cwd=str(ROOT)) as terminal:
        terminal.send("q\n")
        assert terminal.wait() == 0
        lines = terminal.output.decode().replace("\r\n", "\n").split("\n")
    assert f"1 of {len(ITEMS)}" in lines
    assert max(map(len, lines)) < 40


def test_an_answer_that_is_not_understood_is_asked_for_again_and_q_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    typed(monkeypatch, "zebra", RIGHT[0], "", RIGHT[2].upper() + ")", "q", RIGHT[4])
    assert run("blind", MARKET, "--format", "json") == 0
    said = capsys.readouterr()
    assert '"zebra" is none of the options' in said.err
    assert "1 of" in said.err, "what is asked is no part of the data"
    data = json.loads(said.out)
    assert sum(count["of"] for count in data["groups"].values()) == 2
    assert sum(count["right"] for count in data["groups"].values()) == 2


def test_nobody_has_to_answer_anything(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    typed(monkeypatch, "q")
    assert run("blind", MARKET) == 0
    assert "Nothing was answered." in capsys.readouterr().out


def test_a_pipe_that_does_not_listen_is_left(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    typed(monkeypatch, *["zebra"] * 1000)
    assert run("blind", MARKET) == 0
    assert "Nobody listens" in capsys.readouterr().out


def test_what_is_answered_is_kept_at_once_and_gone_on_with(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    for answers in (RIGHT[:2], RIGHT[2:3]):
        typed(monkeypatch, *answers)
        assert run("blind", MARKET, "--keep", "mine.md") == 0
    asked = capsys.readouterr().out
    assert asked.count(f"1 of {len(ITEMS)}\n") == 1, "what has an answer is not asked again"
    kept = here / "mine.md"
    kept.write_text(kept.read_text().replace("________________", "Me; I was in doubt at 2"), encoding="utf-8")
    typed(monkeypatch, *RIGHT[3:])
    assert run("blind", MARKET, "--keep", "mine.md", "--seed", "9") == 0, "it keeps the seed that it began with"
    assert "in doubt at 2" in kept.read_text()
    capsys.readouterr()
    assert run("blind", MARKET, "--answers", "mine.md", "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    assert sum(count["right"] for count in data["groups"].values()) == len(ITEMS)


def test_nothing_is_kept_over_what_is_no_sheet_of_now(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    (here / "notes.md").write_text("my notes")
    older = handed_in(here / "older.md", {}).read_text()
    course = shutil.copytree(STALL, here / "market")
    file = course / "stall" / "market.yaml"
    file.write_text(file.read_text().replace("say: I look forward to Friday.", "say: I am glad of Friday."))
    for name, said in (("notes.md", "no line that says"), ("older.md", "older edition")):
        typed(monkeypatch, *RIGHT)
        assert run("blind", "market/course.yaml", "--keep", name) == 2
        assert said in capsys.readouterr().err
    assert ((here / "notes.md").read_text(), (here / "older.md").read_text()) == ("my notes", older)


def test_no_answer_is_lost_on_a_sheet_that_somebody_has_worked_on(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    kept = handed_in(here / "mine.md", {})
    sound = kept.read_text()
    kept.write_text(sound.replace("Answer:\n", "Answer: zebra\n", 1))
    typed(monkeypatch, *RIGHT)
    assert run("blind", MARKET, "--keep", "mine.md") == 2, "what is unclear is made clear first"
    assert '"zebra" is none of the options' in capsys.readouterr().err
    kept.write_text(sound.replace("Answer:\n", "", 1))
    typed(monkeypatch, *RIGHT)
    assert run("blind", MARKET, "--keep", "mine.md") == 2
    assert "Your answer to item 1 cannot be kept" in capsys.readouterr().err
    kept.write_bytes(sound.replace("\n", "\r\n").encode("utf-16"))
    typed(monkeypatch, RIGHT[0])
    assert run("blind", MARKET, "--keep", "mine.md") == 0
    assert kept.read_bytes().decode() == sound.replace("Answer:\n", f"Answer: {RIGHT[0]}\n", 1).replace("\n", "\r\n")


def test_answers_to_another_scenario_are_no_answers_to_this_one(here: Path, capsys: Printed) -> None:
    items = course_items(BAKERY)
    other = next(each.scenario for each in items if each.scenario != items[0].scenario)
    made = sheet([each for each in items if each.scenario == other], 1)
    handed_in(here / "a.md", dict(perfect(made.items).answers), made)
    assert run("blind", items[0].scenario, "--course", str(BAKERY), "--answers", "a.md") == 0
    said = capsys.readouterr()
    assert "a has answered nothing of what is asked here" in said.err
    assert said.out == "Nothing was answered.\n"


def test_a_scenario_that_cannot_be_played_is_told_and_the_others_are_asked(here: Path, capsys: Printed) -> None:
    course = shutil.copytree(STALL, here / "market")
    (course / "broken.yaml").write_text("title: Broken\nstart: nowhere\n")
    assert run("blind", "market/course.yaml", "--sheet", "a.md") == 0
    assert "Not asked, since it cannot be played: Broken (broken.yaml)." in capsys.readouterr().err
    assert run("blind", "broken", "--course", "market", "--sheet", "b.md") == 2
    assert "Broken (broken.yaml) cannot be played" in capsys.readouterr().err
