"""The prose scan and PyYAML agree: what the scan refuses, PyYAML really misreads, and all else is PyYAML's to say.

Files of the shipped courses are spoilt in every way that a hand, a mail program or an editor spoils them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import to_builtins

from course.model import Scenario
from course.reading.courses import read_course, read_scenario
from course.reading.filling.fill import Filler
from course.reading.filling.nested import READERS
from course.reading.format.fields import Facts, Text, Texts, Told
from course.reading.format.tables import SCENARIO, TABLES
from course.reading.problems.codes import Level
from course.reading.problems.problem import Findings, Problem
from course.reading.problems.showing import show
from course.reading.prose.scan import scan
from course.reading.yaml.parsing import Budget, Parser
from course.text.clean import clean
from tests import shipped
from tests.folders import BAKERY, STALL

COURSES = [shipped.FOLDER, BAKERY, STALL]
FILES = [
    (folder, file) for folder in COURSES for file in sorted(folder.rglob("*.yaml")) if file != folder / "course.yaml"
]
READ = {shipped.FOLDER: shipped.READING, BAKERY: read_course(BAKERY), STALL: read_course(STALL)}
TEXTS = {
    field.attribute for table in TABLES for field in table.fields if isinstance(field.kind, Text | Texts | Told | Facts)
}
PIECES = st.sampled_from(
    ["- ", ": ", ":", "#", "'", '"', " ", "  ", "|", ">-", "[a]", "{a: b}", "!", "?", "&", "*", "{", "}", "[", "]"]
) | st.sampled_from(["---", "...", "\t", "\\", "%", "@", "`", ",", "\n", "\n  ", "x", "no", "12:30", "2024-02-30", "é"])
NOTHING = st.sampled_from(["", "  ", "# note", "   # note", "#note", "        # 1", "#"])
"""Lines that say nothing to YAML, unless they stand within a text; nor to an author, as `#1` under a text does."""

Tree = object


def tree(text: str) -> Tree:
    """What PyYAML reads, every value as it was written; None when it cannot."""

    def plain(node: yaml.Node | None) -> Tree:
        if isinstance(node, yaml.MappingNode):
            return [(plain(name), plain(value)) for name, value in node.value]
        if isinstance(node, yaml.SequenceNode):
            return [plain(each) for each in node.value]
        return node.value if isinstance(node, yaml.ScalarNode) else ""

    try:
        return plain(yaml.compose(text, yaml.CBaseLoader))
    except (yaml.YAMLError, ValueError):
        return None


def strings(tree: Tree) -> Iterator[str]:
    """All texts in it."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list | tuple):
        for each in tree:
            yield from strings(each)


def scanned(text: str) -> tuple[str, list[Problem]]:
    """The text as the scan corrects it, and the errors that it reports."""
    findings = Findings("scenario.yaml", text)
    corrected = scan(text, findings)
    return corrected, [problem for problem in findings.found if problem.level is Level.ERROR]


def errors_without_scan(text: str) -> bool:
    """Whether a scenario's text is refused when PyYAML alone is asked."""
    findings = Findings("scenario.yaml", text)
    Filler(Parser(text, findings, Budget()), findings, {}, READERS).document(SCENARIO)
    return findings.errors


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[Path, str]:
    """A course, and the text of one of its scenarios with a few lines and letters in the wrong place."""
    folder, file = draw(st.sampled_from(FILES))
    lines = clean(file.read_text(encoding="utf-8")).split("\n")
    near = draw(st.integers(0, len(lines) - 1))
    for _ in range(draw(st.integers(1, 3))):
        number = min(near + draw(st.integers(0, 6)), len(lines) - 1)
        line = lines[number]
        match draw(st.sampled_from(["drop line", "twice", "move", "drop", "put", "end", "begin", "nothing", "join"])):
            case "drop line" if len(lines) > 1:
                del lines[number]
            case "twice":
                lines.insert(number, line)
            case "move":
                indent = len(line) - len(line.lstrip()) + draw(st.integers(-4, 4))
                lines[number] = " " * max(0, indent) + line.lstrip()
            case "drop" if line:
                at = draw(st.integers(0, len(line) - 1))
                lines[number] = line[:at] + line[at + 1 :]
            case "put":
                at = draw(st.integers(0, len(line)))
                lines[number] = line[:at] + draw(PIECES) + line[at:]
            case "end":
                lines[number] = line + draw(PIECES)
            case "begin":
                before = re.match(r" *(?:- )?(?:[\w-]+: )?", line)
                at = before.end() if before else 0
                lines[number] = line[:at] + draw(PIECES) + line[at:]
            case "nothing":
                lines.insert(number, draw(NOTHING))
            case "join" if number + 1 < len(lines):
                lines[number] += lines.pop(number + 1).lstrip()
    return folder, clean("\n".join(lines) + "\n")


def drops_text(line: str) -> bool:
    """Whether YAML reads the line, and leaves away what may be text: what is behind a #, or a colon with no space."""
    return "#" in line or re.search(r"\w:\S", line) is not None


@given(spoilt())
@settings(max_examples=150, deadline=None)
def test_what_is_refused_is_misread_without(case: tuple[Path, str]) -> None:
    _, text = case
    corrected, errors = scanned(text)
    assert corrected.count("\n") == text.count("\n")
    if errors:
        lines = text.split("\n")
        errors = [each for each in errors if "a list begins below" not in each.message]  # which YAML makes one text of
        in_vain = [problem for problem in errors if not drops_text(lines[problem.place.line - 1])]
        assert not in_vain or errors_without_scan(text)
        assert tree(text) is None or tree(corrected) != tree(text)
    else:
        assert corrected == text or tree(corrected) == tree(text)


@given(st.sampled_from(FILES), st.lists(st.tuples(st.integers(0, 400), NOTHING), min_size=1, max_size=5))
@settings(max_examples=100, deadline=None)
def test_comments_and_empty_lines_change_nothing_where_they_change_nothing_for_yaml(
    file: tuple[Path, Path], added: list[tuple[int, str]]
) -> None:
    before = clean(file[1].read_text(encoding="utf-8"))
    lines = before.split("\n")
    for number, line in added:
        lines.insert(number % len(lines), line)
    text = "\n".join(lines)
    if tree(text) == tree(before):
        assert scanned(text) == (text, [])


@given(case=spoilt())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_text_says_what_pyyaml_reads(case: tuple[Path, str], tmp_path: Path) -> None:
    folder, text = case
    course = READ[folder].course
    assert course is not None
    (tmp_path / "scenario.yaml").write_text(text, encoding="utf-8")
    scenario, problems = read_scenario(tmp_path, course, "scenario.yaml")
    assert scenario is not None or problems
    for problem in problems:
        assert min(problem.place.line, problem.place.column) >= 1
        assert problem.message.endswith((".", "…")), problem
        assert show(problem)
    if scenario is not None:
        said = {clean(each).rstrip("\n") for each in strings(tree(scanned(text)[0]))}
        assert texts(scenario) <= said


def texts(scenario: Scenario) -> set[str]:
    """Everything in its scenes that learners read, but for what the course's own limits say."""

    def found(value: object, name: str = "") -> Iterator[str]:
        if isinstance(value, str):
            if name in TEXTS:
                yield value
        elif isinstance(value, dict):
            for key in value.keys() - {"limits"}:
                yield from found(value[key], key)
        elif isinstance(value, list | tuple):
            for each in value:
                yield from found(each, name)

    return set(found([to_builtins(scene) for scene in scenario.scenes.values()])) - {"", *scenario.scenes}


LEFT_ALONE = [
    "breaks:\n- [a]\n  # a comment\n  #1\nnext: b",
    "say: 'a'\n  #1\nday: 3",
    'say: "a\n\n  #1"\n  #2\nday: 3',
    "arrives: {note: b}\n  #1",
    "arrives: {note: b,\n#1\ncall: c}",
    'say: "She walked you to the door,\nand then she left."\nnext: b',
    "text:\n  # a comment\n  It rains.",
    "text: # a comment\n  It rains.",
    "text:\n  |\n  It rains: hard.\nday: 3",
    "scenarios:\n  -\n    one\n  - two",
    "text: |2\n    Further in.\n  It rains.\nday: 3",
    "text: |\n  It rains.\n# a comment\nday: 3",
    "  text: |\n    It rains.\n   # a comment\n  day: 3",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_this_is_left_to_yaml(text: str) -> None:
    assert tree(text) is not None
    assert scanned(f"{text}\n") == (f"{text}\n", [])


@pytest.mark.parametrize(
    "text",
    [
        "text: |\n  It rains.\n# a comment\n  It pours.\nday: 3",
        "  text: |\n    It rains.\n   # a comment\n    It pours.\n  day: 3",
        "text: It rains.\n  # a comment\n  It pours.\nday: 3",
        "- It rains.\n  # a comment\n  It pours.",
    ],
)
def test_a_comment_within_a_text_is_named_for_what_it_is(text: str) -> None:
    number = text.split("\n").index(next(line for line in text.split("\n") if "#" in line)) + 1
    corrected, errors = scanned(text)
    assert tree(text) is None
    assert [(each.code, each.place.line) for each in errors] == [("needs-indent", number)]
    assert "It pours." in "".join(strings(tree(corrected)))
