"""The one door to the terminal: nothing that a terminal would obey gets through it, whoever brings it along."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from course.cli.commands import COMMANDS
from course.text.clean import UNSAFE
from tests.folders import BAKERY, ROOT
from tests.terminal import Terminal

HOSTILE = os.fsdecode(b"a\x1b]52;c;aGk=\x07 \xc2\x9b31m \xe2\x80\xae \xe2\x81\xa6 \x9b32m \r \x7f b")
"""The clipboard, C1 as a character and as a byte, bidi turned and left open."""
RUNS = """
import json, os, sys
from course.cli.main import main
for arguments, variables in json.loads(sys.argv[1]):
    os.environ.update(variables)
    sys.stdin = open(0, encoding="utf-8", closefd=False)
    try:
        main(arguments)
    except SystemExit:
        pass
    print("RAN", flush=True)
"""
"""One command after the other, in one process in one terminal."""
BROKEN = "title: T\nabout: x\nstart: s\nscens:\n  s:\n\t- say: x\n"


def hostile_course(folder: Path) -> Path:
    """A course in a folder and with files of hostile names: sound, with a misspelt key, and no scenario at all."""
    course = shutil.copytree(BAKERY, folder / HOSTILE)
    story = course / "thanks" / "thank-you.yaml"
    (course / HOSTILE).mkdir()
    (course / HOSTILE / f"{HOSTILE}.yaml").write_text(story.read_text().replace("about:", "abuot:", 1))
    (course / f"{HOSTILE}2.yaml").write_text(BROKEN)
    return course


def shown(terminal: Terminal) -> str:
    """What the terminal was sent. A byte that is no text stands in it as what it is."""
    return terminal.output.decode("utf-8", "surrogateescape").replace("\r\n", "\n")


def assert_harmless(said: str) -> None:
    found = UNSAFE.search(said)
    assert found is None, said[max(0, found.start() - 80) : found.end() + 80]
    for line in said.split("\n"):
        assert sum(map(line.count, "\u2066\u2067\u2068")) == line.count("\u2069"), line


def _begun(command: str) -> list[str]:
    """The command; the server at an address that is none, or it would serve."""
    return [command, *(["--bind", "256.256.256.256"] if command == "serve" else [])] if command else []


def run_all(runs: list[tuple[list[str], dict[str, str]]], cwd: Path) -> str:
    """What is printed when all these commands run, and nobody says yes to anything."""
    env = {"TERM": "dumb", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    with Terminal([sys.executable, "-c", RUNS, json.dumps(runs)], columns=300, env=env, cwd=str(cwd)) as terminal:
        terminal.send("quit\nno\n" * len(runs))  # what is neither yes nor no is asked again
        assert terminal.wait() == 0, terminal.output[-1000:]
        assert terminal.output.count(b"RAN") == len(runs)
        return shown(terminal)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_argument_reaches_the_terminal_as_it_is(tmp_path: Path, command: str) -> None:
    course = str(hostile_course(tmp_path / "one"))
    several = tmp_path / HOSTILE
    for name in ("1", "2"):
        shutil.copytree(BAKERY, several / f"{HOSTILE}{name}")
    missing = str(tmp_path / HOSTILE / HOSTILE)
    first = _begun(command)
    arguments = [
        [*first, HOSTILE],
        [*first, f"--{HOSTILE}"],
        [*first, HOSTILE, HOSTILE, HOSTILE],
        *([*first, "scene", HOSTILE, "new", *more] for more in ([], ["--course", course], ["--scenario", HOSTILE])),
        *([*first, name, each] for each in (course, str(several), missing) for name in ("--course", "--")),
        *([*first, *words, "--course", each] for words in ([], ["thank-you"], [HOSTILE]) for each in (course, missing)),
        *([*first, each] for each in (course, str(several), missing)),
        *(
            [*first, name, HOSTILE]
            for name in ("--learner", "--from", "--seed", "--pair", "--kind", "--format", "--rehearse")
        ),
        *([*first, *words, missing, "--course", course] for words in (["--html"], ["--md"], ["thank-you", "--output"])),
        *([*first, "course", each] for each in (missing, str(several))),
        [*first, "scenario", "The thank-you", "--course", course],
        [*first, "scenario", "Another", "--course", course],
        *(
            [*first, "scene", *names, "--course", each]
            for names in ((HOSTILE, "x"), ("x", HOSTILE))
            for each in (course, missing)
        ),
    ]
    said = run_all([(each, {}) for each in arguments], tmp_path)
    assert_harmless(said)
    assert "52;c;aGk=" in said, "what is harmless of it arrives"
    assert "Traceback" not in said


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_variable_reaches_the_terminal_as_it_is(tmp_path: Path, command: str) -> None:
    """A home with such a name: whose journal is a folder, that is no folder, whose journal and settings are damaged."""
    homes = [tmp_path / f"{HOSTILE}{number}" for number in range(3)]
    (homes[0] / "journal.db").mkdir(parents=True)
    homes[1].write_text("")
    homes[2].mkdir()
    arguments = _begun(command)
    if command in ("new", "import", "export"):
        arguments += {"new": ["course", "Shop"], "import": ["x.json"], "export": ["x.json"]}[command]
    runs = []
    for home in homes:
        runs.append((arguments, {"FINELINE_HOME": str(home), "FINELINE_LEARNER": HOSTILE}))
    for name in ("journal.db", "settings.json"):
        (homes[2] / name).write_text("no such thing" * 1000)
    said = run_all(runs, tmp_path)
    assert_harmless(said)
    assert "Traceback" not in said


@pytest.mark.parametrize("home", ["folder", "file", "damaged"])
def test_no_path_in_a_notice_reaches_the_screen_as_it_is(tmp_path: Path, home: str) -> None:
    folder = tmp_path / HOSTILE
    if home == "file":
        folder.write_text("")
    else:
        folder.mkdir()
    if home == "folder":
        (folder / "journal.db").mkdir()
        (folder / "settings.json").mkdir()
    if home == "damaged":
        for name in ("journal.db", "settings.json"):
            (folder / name).write_text("no such thing" * 1000)
    command = [sys.executable, "-m", "course", "--course", str(hostile_course(tmp_path / "one"))]
    with Terminal(command, columns=300, rows=40, env={"FINELINE_HOME": str(folder)}) as terminal:
        terminal.read_until("\ufffd]52")
        terminal.send("q")
        terminal.wait()
        said = shown(terminal)
        assert "\x1b]52" not in said
        assert_harmless(re.sub("\x1b\\]22;[a-z]+\x07|[\x1b\r]", "", said))


def test_no_path_reaches_the_previews_screen_as_it_is(tmp_path: Path) -> None:
    """A file that cannot be shown is named."""
    broken = hostile_course(tmp_path / "one") / f"{HOSTILE}2.yaml"
    command = [sys.executable, "-m", "course", "preview", str(broken)]
    with Terminal(command, columns=140, rows=45) as terminal:
        terminal.read_until("\ufffd]52")
        terminal.send("\x11")
        terminal.wait()
        said = shown(terminal)
        assert "\x1b]52" not in said
        assert_harmless(re.sub("\x1b\\]22;[a-z]+\x07|[\x1b\r]", "", said))


_DOOR = "course/system/printing.py"
_LETS_OUT = {_DOOR, "course/faces/textual/driver.py"}
_STREAMS = {"stdout", "stderr", "__stdout__", "__stderr__"}
_HARMLESS = {"isatty", "flush", "fileno", "reconfigure"}


def prints(tree: ast.AST) -> list[str]:
    """Whatever here could print: `print`, `input`, and a standard stream used for anything but to ask what it is."""
    asked = {id(part.value) for part in ast.walk(tree) if isinstance(part, ast.Attribute) and part.attr in _HARMLESS}
    found = []
    for part in ast.walk(tree):
        match part:
            case ast.Call(func=ast.Name(id="print" | "input" | "pprint")):
                found.append(ast.unparse(part))
            case ast.Attribute(value=ast.Name(id="sys"), attr=name) if name in _STREAMS and id(part) not in asked:
                found.append(ast.unparse(part))
            case ast.Attribute(value=ast.Name(id="os"), attr="write" | "writev"):
                found.append(ast.unparse(part))
    return found


def test_nobody_prints_past_the_door() -> None:
    handed_on = {
        "course/cli/faces.py": ["sys.stdout", "sys.stderr"],  # to ask whether they are terminals
        "course/system/hangup.py": ["sys.stdout", "sys.stderr"],  # to watch them
        "course/cli/main.py": ["sys.stdout"],  # to put one in its place that cannot be written, where it is closed
        "course/cli/parser.py": ["sys.stderr"],  # to tell which of the two it is
        "course/system/terminal_size.py": ["sys.__stdout__", "sys.__stderr__"],  # to ask them how large they are
        "course/faces/plain/home.py": ["sys.stdout"],  # to the conversation, which prints through the door
        "course/faces/plain/host.py": ["sys.stdout"],
    }
    found = {
        name: prints(ast.parse(file.read_text()))
        for file in (ROOT / "course").rglob("*.py")
        if (name := file.relative_to(ROOT).as_posix()) not in _LETS_OUT
    }
    assert {name: each for name, each in found.items() if each} == handed_on
