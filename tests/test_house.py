"""The house: which way the arrows run, how the code is written, and what the README promises."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from pkgutil import resolve_name

import grimp
import pytest

from tests.folders import ROOT


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--no-cache", "."],
        ["ruff", "format", "--no-cache", "--check", "."],
        ["mypy", "--no-error-summary"],
    ],
    ids=["lint", "format", "types"],
)
def test_the_code_is_clean(command: list[str]) -> None:
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_arrows_run_downward() -> None:
    program = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_house_is_shown_in_the_order_of_its_layers() -> None:
    """From the ground up, in CONTRIBUTING as in the contract."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    layers = [set(re.findall(r"course\.(\w+)", each)) for each in reversed(contract["layers"])]
    shown = re.findall(r"^course/(\w+)/", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE)
    height = {room: at for at, layer in enumerate(layers) for room in layer}
    assert set(shown) == set(height)
    assert shown == sorted(shown, key=height.__getitem__)


def test_what_contributing_names_is_there() -> None:
    """Every file and folder by which it shows where something goes."""
    rooms = [path for top in ("course", "content", "tests") for path in (ROOT / top).rglob("*")]
    there = [
        f"/{path.relative_to(ROOT).as_posix()}{'/' if path.is_dir() else ''}" for path in (*rooms, *ROOT.iterdir())
    ]
    text = (ROOT / "CONTRIBUTING.md").read_text()
    for name in re.findall(r"`((?:[a-z_]+/)*[a-z_]+(?:\.(?:py|po|md|toml)|/))`", text):
        assert any(path.endswith(f"/{name}") for path in there), name


def test_no_file_leads_back_to_itself() -> None:
    """Whoever reads a file can read what it imports first, be it for its types alone, and never comes round in a
    circle."""
    files = grimp.build_graph("course", exclude_type_checking_imports=False, cache_dir=None)
    imports = {file: files.find_modules_directly_imported_by(file) for file in files.modules}
    tuple(TopologicalSorter(imports).static_order())  # raises CycleError, which names the circle


def test_what_a_docstring_names_is_there() -> None:
    """Who is sent to a module, or to something in it, finds it."""
    for file in (ROOT / "course").rglob("*.py"):
        for name in re.findall(r"`(course\.[a-z_.]+(?:\.[A-Z]\w*)?)`", file.read_text()):
            assert name == "course.yaml" or resolve_name(name), f"{file} names {name}"


def test_there_is_one_kind_of_record() -> None:
    for file in (ROOT / "course").rglob("*.py"):
        others = re.search(
            r"^@dataclass|\(NamedTuple\)|^ *class \w+\(msgspec\.Struct\b", file.read_text(), re.MULTILINE
        )
        assert others is None or file.name == "record.py", f"{file} has a record that is no Record"


def test_no_room_is_too_large() -> None:
    for file in (ROOT / "course").rglob("*.py"):
        assert len(file.read_text().splitlines()) <= 320, f"{file} has grown too large"


def test_only_programs_touch_what_belongs_to_the_process() -> None:
    """The garbage collector, signals and the current folder: whoever calls the course from a program of their own, as
    the server does, finds them as they were."""
    theirs = re.compile(r"\bgc\.\w+\(|\bsignal\.signal\(|\bos\.(?:chdir|umask)\(|\bsys\.setrecursionlimit\(")
    rooms = ("model", "engine", "reading", "words", "journal", "progress", "room", "visit", "authoring", "handout")
    found = {
        file.as_posix()
        for room in rooms
        for file in (ROOT / "course" / room).rglob("*.py")
        if theirs.search(file.read_text())
    }
    assert found == set()


def private(part: ast.AST) -> bool:
    """Whether this reaches into something of somebody else's whose name begins with a single underscore."""
    match part:
        case ast.Attribute(value=ast.Name(id="self" | "cls") | ast.Call(func=ast.Name(id="super"))):
            return False
        case ast.Attribute(attr=name) | ast.ImportFrom(names=[ast.alias(name=name), *_]):
            return bool(re.match("_[a-z]", name))
        case ast.Constant(value=str(text)):  # as monkeypatch is told what to put in the place of what
            return bool(re.match(r"(course|textual)(\.\w+)*\._[a-z]", text))
    return False


@cache
def parsed() -> dict[str, ast.Module]:
    """Every file of tests, by its name."""
    return {file.relative_to(ROOT).as_posix(): ast.parse(file.read_text()) for file in (ROOT / "tests").rglob("*.py")}


def test_no_test_reaches_into_private_parts() -> None:
    found = [(name, ast.unparse(part)) for name, tree in parsed().items() for part in ast.walk(tree) if private(part)]
    assert found == []


def test_no_test_looks_at_a_clock() -> None:
    """How long something takes, `tests.bench` measures; a test waits for what is to come, however long it takes."""
    for name, tree in parsed().items():
        if Path(name).name.startswith("test_"):
            imported = {alias.name for part in ast.walk(tree) if isinstance(part, ast.Import) for alias in part.names}
            imported |= {str(part.module) for part in ast.walk(tree) if isinstance(part, ast.ImportFrom)}
            assert not imported & {"time", "timeit"}, name


@pytest.mark.parametrize("heading", ["Run it", "Test it"])
def test_the_readme_has_one_line_to_run_and_one_to_test(heading: str) -> None:
    readme = (ROOT / "README.md").read_text()
    section = re.split(r"^##+ ", readme.split(f"## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    fences = re.findall(r"^```\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert len(fences) == 1
    assert len(fences[0].strip().splitlines()) == 1
    assert not re.search(r" -q| --quiet|/dev/null", fences[0]), "whoever waits sees that something is happening"
