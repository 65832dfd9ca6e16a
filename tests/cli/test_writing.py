"""The one way to write files: what commands write is whole or not there, and nothing is lost that nobody gave up."""

from __future__ import annotations

import ast
import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import BAKERY, run
from tests.cli.killed import prepare
from tests.folders import ROOT
from tests.terminal import Terminal

WRITES = {
    "export": ["export", "out.json"],
    "html": ["report", "--html", "out.html", "--course", BAKERY],
    "md": ["report", "--md", "out.md", "--course", BAKERY],
    "map": ["map", "back-door", "--output", "out.svg", "--course", BAKERY],
    "blind": ["blind", BAKERY, "--sheet", "out.md"],
}
"""Every command that writes a file that is named to it."""


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that one stands in, and something to report."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n3\n1\n\n\n"))
    run("play", "back-door", "--course", BAKERY)
    return folder


@pytest.mark.usefixtures("told")
def test_a_name_that_begins_with_a_dash_is_advised_as_one_that_can_be_typed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("export", "--", "-x") == 0
    advised = next(line for line in capsys.readouterr().out.splitlines() if "fineline import" in line)
    assert run(*advised.split("fineline ")[1].split()) == 0


@pytest.mark.usefixtures("told")
def test_what_is_exported_to_standard_output_is_imported_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("export", "-") == 0
    carried = capsys.readouterr().out.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(carried)))
    assert run("import", "-") == 0
    assert "Here already: 1." in capsys.readouterr().out


def test_a_name_that_ends_as_a_folder_does_is_no_file(told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", "--md", "a/", "--course", BAKERY) == 2
    assert "a/ is a folder; name a file." in capsys.readouterr().err
    assert not (told / "a").exists()


def named(arguments: list[str], folder: Path) -> Path:
    return folder / next(each for each in arguments if each.startswith("out."))


def lying(folder: Path) -> dict[str, bytes]:
    """All that lies there to be seen, and what it holds."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and not each.name.startswith(".")
    }


@pytest.mark.usefixtures("told")
def test_no_kill_leaves_half_a_file(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.cli.killed", str(tmp_path / "killed"), BAKERY]
    said = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL
    ).stdout
    assert int(said.split("KILLED")[1]) >= 50
    for writer in (tmp_path / "killed").iterdir():
        *killed, done = sorted(writer.iterdir())
        prepare(before := tmp_path / "before" / writer.name, BAKERY, "")
        whole, old = lying(done), lying(before)
        assert whole.keys() != old.keys() or whole != old, writer.name
        for each in killed:
            for name, data in lying(each).items():
                assert data in (whole[name], old.get(name, b"old")), each / name


@pytest.mark.parametrize("command", WRITES)
def test_nothing_is_written_over_unasked(command: str, told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = WRITES[command]
    file = named(arguments, told)
    file.write_text("mine")
    assert (run(*arguments), file.read_text()) == (2, "mine")
    assert "--force" in capsys.readouterr().err
    for answer, written in (("no", False), ("yes", True)):
        with Terminal([sys.executable, "-m", "course", *arguments], env={"TERM": "dumb"}, cwd=str(told)) as terminal:
            terminal.read_until("write over it:")
            terminal.send(f"{answer}\n")
            assert terminal.wait() == 0
        assert (file.read_text() != "mine") is written
    file.write_text("mine")
    assert run(*arguments, "--force") == 0
    assert file.read_text() != "mine"


@pytest.mark.parametrize("command", WRITES)
def test_nothing_is_written_through_a_link_to_nothing(
    command: str, told: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = WRITES[command]
    named(arguments, told).symlink_to(told / "elsewhere")
    for more in ([], ["--force"]):
        assert run(*arguments, *more) == 2
        assert "link" in capsys.readouterr().err
    assert not (told / "elsewhere").exists()


@pytest.mark.parametrize("command", WRITES)
@pytest.mark.parametrize("ours", ["journal.db", "journal.db-wal", "link"])
def test_nothing_is_written_over_what_somebody_did(
    command: str, ours: str, told: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = own_home / "journal.db"
    before = journal.read_bytes()
    file = own_home / ours
    if ours == "link":
        file = told / f"link{named(WRITES[command], told).suffix}"
        file.symlink_to(journal)
    arguments = [str(file) if each.startswith("out.") else each for each in WRITES[command]]
    assert (run(*arguments, "--force"), journal.read_bytes()) == (2, before)
    said = capsys.readouterr().err
    assert "belongs to Fine Line" in said or "The name of a drawing ends in" in said


PROMISING = {
    "a page that is no PDF": (["print", "back-door", "--output", "out.pdf"], "out.html; then open it in a browser"),
    "a reading copy": (["proof", "back-door", "--html", "out.PDF"], "out.html; then open it in a browser"),
    "a takeaway": (["report", "--html", "out.docx"], "Call it out.html"),
    "a course's own file": (["print", "back-door", "--output", "out.yaml"], "Call it out.html"),
    "a page that is no Markdown": (["proof", "back-door", "--html", "out.md"], "Call it out.html"),
    "Markdown that is no page": (["report", "--md", "out.html"], "Call it out.md"),
    "a sheet": (["blind", "--sheet", "out.docx"], "Call it out.md"),
    "a sheet that is kept": (["blind", "--keep", "out.pdf"], "Call it out.md"),
    "a journal": (["export", "out.csv"], "Call it out.json"),
    "a drawing": (["map", "back-door", "--output", "out.png"], "ends in one of .svg"),
}
"""Names that promise what is not written, and what is said instead."""


@pytest.mark.parametrize("case", PROMISING)
def test_no_file_promises_what_it_does_not_hold(case: str, told: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing opens a page that is called handout.pdf; so it is said before anything is written, or written over."""
    arguments, said = PROMISING[case]
    course = [] if arguments[0] == "export" else ["--course", BAKERY]
    file = named(arguments, told)
    file.write_text("mine")
    assert (run(*arguments, *course, "--force"), file.read_text()) == (2, "mine")
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("told")
def test_a_name_that_promises_nothing_is_any_name() -> None:
    for name in ("handout", "handout.v2", "the.friday-shift", "HANDOUT.HTM"):
        assert run("print", "back-door", "--output", name, "--course", BAKERY) == 0
        assert Path(name).read_text().startswith("<!doctype html>")


@pytest.mark.usefixtures("told")
def test_what_is_carried_is_for_its_owner_alone() -> None:
    assert run("export", "out.json") == 0
    assert Path("out.json").stat().st_mode & 0o077 == 0


def writes(tree: ast.AST) -> list[str]:
    """Whatever here could write a file: opened for more than reading, or by what always writes."""
    found = []
    for part in ast.walk(tree):
        match part:
            case ast.Call(func=ast.Attribute(attr="write_text" | "write_bytes" | "touch" | "mkstemp")):
                found.append(ast.unparse(part))
            case ast.Call(func=ast.Name(id="open") | ast.Attribute(attr="open" | "fdopen"), args=args, keywords=more):
                modes = [each.value for each in (*args, *more) if isinstance(each, ast.Constant)]
                modes += [each.value.value for each in more if isinstance(each.value, ast.Constant)]
                if any(isinstance(mode, str) and len(mode) < 4 and set(mode) & set("wax+") for mode in modes):
                    found.append(ast.unparse(part))
            case ast.Attribute(value=ast.Name(id="os"), attr="O_CREAT" | "O_WRONLY" | "O_RDWR"):
                found.append(ast.unparse(part))
    return found


def test_nobody_writes_a_file_in_a_way_of_their_own() -> None:
    also = {
        "course/authoring/rename/plan.py",  # tries it out in a copy that nobody sees
        "course/cli/main.py",  # adds to the log; and opens nothing where a stream is closed
        "course/journal/sqlite/file.py",  # makes the journal, which SQLite then writes
    }
    found = {
        name
        for file in (ROOT / "course").rglob("*.py")
        if writes(ast.parse(file.read_text())) and (name := file.relative_to(ROOT).as_posix())
    }
    assert found - {"course/system/files.py"} == also
